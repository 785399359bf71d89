/** The answer to a choice of language. */
export const language = {
  title: '言語を変更しました',
  chosen: 'これからは日本語でご案内します。',
  asDiscord: 'お使いのDiscordの言語でご案内します。対応していない言語の場合は英語になります。',
  /** The bank cannot change the language of Discord's own list. */
  commands: 'コマンドの一覧は、お使いのDiscordの言語で表示されます。',
};
