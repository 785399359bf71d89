/** Texts of documents that people download. */
import { moneyKinds } from './common/money-kinds.ts';

export const documents = {
  statement: {
    title: 'Relevé de compte',
    provisional: 'Provisoire : la période n’est pas terminée',
    account: (number: string) => `Compte ${number}`,
    period: (from: string, to: string) => `du ${from} au ${to}`,
    zone: (zone: string) => `Dates et heures : ${zone}`,
    opening: 'Solde initial',
    closing: 'Solde final',
    closingSoFar: 'Solde à ce jour',
    totalIn: 'Total reçu',
    totalOut: 'Total payé',
    empty: 'Aucune opération pendant cette période.',
    columns: { day: 'Date', details: 'Détails', out: 'Débit', in: 'Crédit', balance: 'Solde' },
    reverses: (reference: string) => `annule ${reference}`,
    page: (page: number) => `Page ${page}`,
    kind: (kind: keyof typeof moneyKinds) => moneyKinds[kind].one,
  },
  receipt: {
    title: 'Reçu',
    kind: 'Type',
    booked: 'Comptabilisé',
    reversed: (day: string) => `Annulé le ${day}`,
    howToVerify: 'Scannez-le, ou envoyez ce code à la banque :',
  },
};
