/** The steps of the guide in the sandbox page. */
export const guide = {
  register: {
    title: '口座を開設',
    text: '`/register` と入力し、Enter を2回押してフォームに記入します。内容は架空のもので構いません。',
  },
  deposit: {
    title: '入金',
    text: '`/deposit 金額:100` と入力し、Enter を押して確認します。',
  },
  payee: {
    title: 'Ben の口座',
    text: '送金先が必要です。Ben に切り替えて `/register` と入力します。',
  },
  transfer: {
    title: 'Ben に送金',
    text:
      'Anna に戻って `/transfer メンバー:Ben 金額:5` と入力し、Enter を押して確認します。' +
      '銀行へのダイレクトメッセージに `Benに5送って` と書いても送れます。',
  },
  read: {
    title: 'Ben として確認',
    text: 'Ben に切り替えて、銀行からのメッセージを開きます。',
  },
  end: '以上です。ほかにできることは `/help` で見られます。',
};
