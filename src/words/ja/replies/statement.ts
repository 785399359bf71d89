/** The card with a statement's files. */
export const statement = {
  title: (from: string, to: string) => `取引明細書（${from}～${to}）`,
  entries: (count: number) => `${count}件の取引`,
  opening: '期首残高',
  closing: '期末残高',
  closingSoFar: '現時点の残高',
  provisional: '対象期間はまだ終了していないため、暫定版です。',
  zone: (zone: string) => `日時は ${zone} で表示しています。`,
  another: '別の形式',
  period: '別の期間',
  previous: '前の月',
  split: '1つのファイルに収まらないため、月ごとに分けています。',
  proof:
    '.proofファイルは、残高と明細が記録に含まれていることを証明します。2つのファイルは誰でも確認できます。',
  proofSoon: '明細の証明は約1分後に用意できます。その後、もう一度取引明細書を取得してください。',
  tooLarge: '明細書が大きすぎて Discord で送れません。期間を短くしてください。',
  future: 'その期間はまだ始まっていません。以前の期間を選んでください。',
  tooLong: '期間は10年以内で選んでください。',
  monthOrDays: '月か日付のどちらか一方だけを入力してください。',
};
