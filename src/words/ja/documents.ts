/** Texts of documents that people download. */
import { moneyKinds } from './common/money-kinds.ts';

export const documents = {
  statement: {
    title: '取引明細書',
    provisional: '暫定版：対象期間はまだ終了していません',
    account: (number: string) => `口座 ${number}`,
    period: (from: string, to: string) => `${from}～${to}`,
    zone: (zone: string) => `日時は ${zone} で表示しています`,
    opening: '期首残高',
    closing: '期末残高',
    closingSoFar: '現時点の残高',
    totalIn: '入金合計',
    totalOut: '出金合計',
    empty: 'この期間の取引はありません。',
    columns: { day: '日付', details: '内容', out: '出金', in: '入金', balance: '残高' },
    reverses: (reference: string) => `${reference} の取消`,
    page: (page: number) => `${page} ページ`,
    kind: (kind: keyof typeof moneyKinds) => moneyKinds[kind].one,
  },
  receipt: {
    title: '領収書',
    kind: '種類',
    booked: '記帳',
    reversed: (day: string) => `${day}に取り消されました`,
    howToVerify: '読み取るか、このコードを銀行に送ってください：',
  },
};
