/** The answer to a choice of language. */
export const language = {
  title: 'Language changed',
  chosen: 'From now on, the bank writes to you in English.',
  asDiscord:
    'The bank writes to you in the language of your Discord, or in English if it does not know that one.',
  /** The bank cannot change the language of Discord's own list. */
  commands: 'Discord itself shows the commands in the language of your Discord.',
};
