/** Texts of mails. Mails are plain text, and the recipient may no longer be a customer. */

/** One-time codes, by purpose. */
const codes = {
  RECOVERY: {
    subject: 'パスワード再設定のコード',
    why: (bankName: string) => `${bankName}でのパスワード再設定のお申し込みを受け付けました。`,
    notYou:
      '心当たりがない場合は、このメールを無視してください。コードがなければ何も変わりません。',
  },
  EMAIL: {
    subject: '新しいメールアドレスの確認コード',
    why: (bankName: string) =>
      `${bankName}の口座の連絡先として、このメールアドレスが入力されました。`,
    notYou: '心当たりがない場合は、このメールを無視してください。コードがなければ登録されません。',
  },
  UNLOCK: {
    subject: '口座のロック解除コード',
    why: (bankName: string) =>
      `ロック中の${bankName}の口座で、たった今パスワードが入力されました。`,
    notYou:
      '心当たりがない場合は、パスワードがほかの人に知られているおそれがあります。/forgot-password で変更してください。',
  },
};

export const mail = {
  subject: (bankName: string, title: string) => `${bankName}：${title}`,
  code: {
    purposes: codes,
    yours: (code: string) => `コード：${code}`,
    use: (until: string) =>
      `${until} まで、一度だけ使えます。Discordで銀行が開く入力画面にだけ入力してください。` +
      '担当者がコードをお聞きすることはありません。',
  },
  movedByStaff: {
    fact: (label: string, value: string) => `${label}：${value}`,
    titleAt: (title: string, when: string) => `${title}（${when}）`,
    unexpected:
      '心当たりがない場合は、銀行の担当者にご連絡ください。Discordの /account access-log で、' +
      'だれが行ったかを確認できます。',
  },
  newLogin: {
    title: '新しい場所からのログイン',
    text: (where: string) => `これまでと違う場所${where}から、あなたの口座にログインがありました。`,
  },
  places: {
    directMessages: '（Discordのダイレクトメッセージ）',
    server: '（Discordのサーバー）',
  },
  notYou:
    '心当たりがない場合は、Discordの /lock で口座をロックしてください。ログインは必要ありません。',
};
