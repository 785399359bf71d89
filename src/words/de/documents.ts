/** Texts of documents that people download. */
import { moneyKinds } from './common/money-kinds.ts';

export const documents = {
  statement: {
    title: 'Kontoauszug',
    provisional: 'Vorläufig: Der Zeitraum ist noch nicht zu Ende',
    account: (number: string) => `Konto ${number}`,
    period: (from: string, to: string) => `${from} bis ${to}`,
    zone: (zone: string) => `Tage und Uhrzeiten in ${zone}`,
    opening: 'Anfangssaldo',
    closing: 'Endsaldo',
    closingSoFar: 'Saldo bisher',
    totalIn: 'Eingänge',
    totalOut: 'Ausgänge',
    empty: 'Keine Umsätze in diesem Zeitraum.',
    columns: {
      day: 'Datum',
      details: 'Buchungstext',
      out: 'Ausgang',
      in: 'Eingang',
      balance: 'Saldo',
    },
    reverses: (reference: string) => `storniert ${reference}`,
    page: (page: number) => `Seite ${page}`,
    kind: (kind: keyof typeof moneyKinds) => moneyKinds[kind].one,
  },
  receipt: {
    title: 'Quittung',
    kind: 'Art',
    booked: 'Gebucht',
    reversed: (day: string) => `Storniert am ${day}`,
    howToVerify: 'Scanne ihn, oder schick der Bank diesen Code:',
  },
};
