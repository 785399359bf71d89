/** What the doctor finds about the bank's own page. */

export const page = {
  well: (url: string) => `銀行のページは ${url} で応答しています。`,
  local: '銀行のページはこのマシンにあります（サンドボックス）。',
  none: {
    says: 'PUBLIC_URL が未設定です。パスワードが Discord のフォームに入力され、Discord の規約に反します。',
    advice: 'docs/operations.md の “The bank’s own page” に従って PUBLIC_URL を設定してください。',
  },
  unused: {
    says: 'SECRETS=forms です。PUBLIC_URL があるのに、パスワードが Discord のフォームに入力されます。',
    advice: 'SECRETS=page にするか、設定を外してください。',
  },
  unreachable: (url: string, code: string) => ({
    says: `銀行のページが ${url} で応答しません（${code}）。`,
    advice: '銀行を起動し、プロキシ、証明書、PUBLIC_URL を確認してください。',
  }),
};
