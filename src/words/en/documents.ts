/** Texts of documents that people download. */
import { moneyKinds } from './common/money-kinds.ts';

export const documents = {
  statement: {
    title: 'Account statement',
    provisional: 'Provisional: the period is not over',
    account: (number: string) => `Account ${number}`,
    period: (from: string, to: string) => `${from} to ${to}`,
    zone: (zone: string) => `Days and times in ${zone}`,
    opening: 'Opening balance',
    closing: 'Closing balance',
    closingSoFar: 'Balance so far',
    totalIn: 'Received',
    totalOut: 'Paid out',
    empty: 'No entries in this period.',
    columns: { day: 'Date', details: 'Details', out: 'Out', in: 'In', balance: 'Balance' },
    reverses: (reference: string) => `reverses ${reference}`,
    page: (page: number) => `Page ${page}`,
    kind: (kind: keyof typeof moneyKinds) => moneyKinds[kind].one,
  },
  receipt: {
    title: 'Receipt',
    kind: 'Kind',
    booked: 'Booked',
    reversed: (day: string) => `Reversed on ${day}`,
    howToVerify: 'Scan, or send this code to the bank:',
  },
};
