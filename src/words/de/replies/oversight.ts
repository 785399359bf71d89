/** Cards for managers and auditors: the audit trail and the report. */
import type { AccountKind, AccountStatus } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { emptyPage, noMatches } from '../common/shared.ts';

const kinds: Record<AccountKind, string> = {
  CUSTOMER: 'Kunden',
  CASH: 'Kasse',
  FEES: 'Gebühren',
  INTEREST: 'Zinsen',
  SUSPENSE: 'Zwischenkonto',
  EQUITY: 'Eigenkapital',
};
const sides = { DEBIT: 'Soll', CREDIT: 'Haben' };

export const oversight = {
  audit: {
    title: 'Protokoll',
    noMatches,
    emptyPage,
    customer: 'Kunde',
    bank: 'die Bank, automatisch',
    /** Names of details are the same in the audit trail and on the card. */
    detail: (name: string, value: Markup): Markup => md`${name} ${value}`,
    note: 'Auch das Lesen des Protokolls wird festgehalten.',
    filteredNote: 'Gefiltert. Auch das Lesen des Protokolls wird festgehalten.',
  },
  report: {
    title: 'Die Bank heute',
    customers: 'Kunden',
    accounts: 'Konten',
    states: ({ OPEN, FROZEN, CLOSED, LOCKED }: Record<AccountStatus | 'LOCKED', number>): string =>
      `${OPEN} offen, ${FROZEN} eingefroren, ${CLOSED} geschlossen, ${LOCKED} vom Inhaber gesperrt`,
    held: 'Einlagen',
    unclaimed: 'Wartet auf /register',
    unclaimedSum: (count: number, sum: string): string =>
      count === 1 ? `${sum} von 1 Person` : `${sum} von ${count} Personen`,
    deposited: 'Heute eingezahlt',
    withdrawn: 'Heute ausgezahlt',
    transferred: 'Heute überwiesen',
    adjusted: 'Heute korrigiert',
    inAndOut: (into: string, out: string): string => `${into} gutgeschrieben, ${out} abgebucht`,
    transactions: 'Buchungen heute',
    requests: 'Anfragen',
    requestsOpen: (count: number): string => `${count} offen`,
    ordersToday: 'Daueraufträge heute',
    requestsToday: 'Anfragen heute',
    became: ({
      opened,
      paid,
      cancelled,
    }: Record<'opened' | 'paid' | 'cancelled', number>): string =>
      `${opened} eröffnet, ${paid} bezahlt, ${cancelled} beendet`,
    kind: (kind: AccountKind): string => kinds[kind],
    balance: (amount: string, side: keyof typeof sides): string => `${amount} ${sides[side]}`,
    debits: 'Soll',
    credits: 'Haben',
    trialBalance: 'Saldenbilanz',
    balanced: 'Soll und Haben sind gleich.',
    unbalanced:
      '⚠️ **Die Bücher gehen nicht auf.** Halte die Zahlungen an und starte `npm run ' +
      'verify-ledger`.',
    note: (at: Markup): Markup =>
      md`Tage nach UTC. Rückgängig gemachte Buchungen zählen nicht; Anfragen zählen je Zahler. ${at}`,
    chart: 'Einzahlungen, Auszahlungen und Korrekturen der letzten 14 Tage',
    legend: {
      deposits: 'Einzahlungen',
      withdrawals: 'Auszahlungen',
      adjustments: 'Korrekturen',
    },
  },
};
