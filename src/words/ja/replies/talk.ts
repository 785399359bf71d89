/** Answers to sentences in direct messages, mentions and `/ask`. */
import { type Markup, md, written } from '../../text/markup.ts';

const payments = (count: number): string => `${count}件`;

/** First and last day; null where the period is open. */
interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

const during = ({ from, to }: Period): Markup => {
  if (from !== null && from === to) return md`${from}に`;
  if (from !== null && to !== null) return md`${from}から${to}まで`;
  if (from !== null) return md`${from}以降`;
  return to === null ? written('これまで') : md`${to}まで`;
};

export const talk = {
  /** In a channel that others read. */
  inPrivate: {
    sentence: 'お答えは、ご本人だけに見える形でお伝えします。',
    button: '自分だけに表示',
    tooLong: '短い一文でお書きください。',
  },
  notUnderstood: {
    quoted: (text: string): string => `「${text}」`,
    title: 'うまく読み取れませんでした',
    lead: 'たとえば、次のように書けます。',
    examples: ['残高を教えて', 'ベンに5送って', '3月はいくら使った？'],
  },
  help: 'ヘルプ',
  fillIn: '続きを入力',
  openForm: { lead: 'フォームに入力してください。' },
  missing: {
    lead: 'まだ足りない項目があります。',
    member: '送金先',
  },
  who: {
    title: 'どなたのことですか？',
    lead: (name: string): Markup => md`${name}という名前の方が複数います。`,
    other: 'ほかの人',
  },
  unknownPayee: {
    title: (name: string): Markup => md`${name}さんが見つかりません`,
    sentence:
      '口座番号を書くか、@でメンションするか、フォームで選んでください。ほかの項目は入力済みです。',
  },
  unclear: {
    title: 'はっきりしない項目があります',
    amount: '金額がはっきりしません。1250 や 12.50 のように書いてください。',
    payee: '送金先がはっきりしません。一人だけ書いてください。',
    payer:
      '誰に請求しますか？一人、複数の人、またはサーバーのロールを選んでください。銀行から請求を送ります。',
    date: '日付がはっきりしません。2026-03-31 のように書いてください。',
    paymentDate: '送金はすぐに行われます。今すぐ送るか、その日にもう一度お書きください。',
  },
  already: {
    registered: { title: 'すでに口座があります', sentence: 'ログインすると使えます。' },
    loggedIn: { title: 'ログインしています', sentence: '口座をお使いいただけます。' },
  },
  sums: {
    title: 'お取引の合計',
    out: (sum: string, count: number, period: Period): Markup =>
      md`${during(period)}に**${sum}**送金しました（${payments(count)}）。`,
    in: (sum: string, count: number, period: Period): Markup =>
      md`${during(period)}に**${sum}**受け取りました（${payments(count)}）。`,
    /** Payments with one person. */
    with: (party: Markup): Markup => md`${party}とのやりとり：`,
    none: (period: Period): Markup => md`${during(period)}、該当する取引はありません。`,
    newest: '新しい順：',
  },
};
