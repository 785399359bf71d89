/** The card with balances of the past. */
export const pastBalance = {
  title: '指定日時の残高',
  at: '日時',
  total: '合計',
  /** In place of a balance that a member of a shared account may not read. */
  beforeJoining: '参加前',
  zone: (zone: string) => `日時は${zone}のものです。`,
  soFar: 'この日時はまだ来ていません。現時点までの残高です。',
  other: '別の日時',
  future: 'その日はまだ来ていません。すでに始まった日を入力してください。',
};
