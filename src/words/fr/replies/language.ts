/** The answer to a choice of language. */
export const language = {
  title: 'Langue modifiée',
  chosen: 'Désormais, la banque vous écrit en français.',
  asDiscord:
    'La banque vous écrit dans la langue de votre Discord, ou en anglais si elle ne la parle pas.',
  /** The bank cannot change the language of Discord's own list. */
  commands: 'Discord affiche lui-même les commandes dans la langue de votre Discord.',
};
