/** The answer to a choice of language. */
export const language = {
  title: 'Sprache geändert',
  chosen: 'Ab jetzt schreibt dir die Bank auf Deutsch.',
  asDiscord:
    'Die Bank schreibt dir in der Sprache deines Discord, oder auf Englisch, wenn sie diese nicht kann.',
  /** The bank cannot change the language of Discord's own list. */
  commands: 'Die Befehle zeigt Discord selbst in der Sprache deines Discord.',
};
