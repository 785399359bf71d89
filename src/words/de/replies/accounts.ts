/** Balance, history and access log. */
import type { AccountStatus } from '../../../bank/model/index.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import { moneyKinds } from '../common/money-kinds.ts';
import { capital, type HistoryLine } from '../../text/history-line.ts';
import { searching } from '../common/searching.ts';
import { askedBy, emptyPage, noMatches } from '../common/shared.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('de');

const states: Record<AccountStatus, string | null> = {
  OPEN: null,
  FROZEN: 'eingefroren: von diesem Konto kann kein Geld abgehen',
  CLOSED: 'geschlossen',
};
const ways = {
  in: { sign: '+', preposition: 'von' },
  out: { sign: '−', preposition: 'an' },
};

export const accounts = {
  states,
  title: (count: number): string => plural(count, { one: 'Dein Konto', other: 'Deine Konten' }),
  history: {
    title: (account: string): string => `Umsätze von ${account}`,
    noMatches,
    empty: 'Noch keine Umsätze.',
    filtered: 'Gefiltert.',
    showAll: 'Alle zeigen',
    /** One entry: amount, kind, the other side unless it is the bank, and time. */
    entry: (direction: 'in' | 'out', { amount, kind, party, at }: HistoryLine): Markup => {
      const { sign, preposition } = ways[direction];
      const what = written(`**${sign}${amount}** ${capital(moneyKinds[kind].one)}`);
      return md`${what}${party === null ? '' : md` ${preposition} ${party}`} · ${at}`;
    },
    balance: (amount: string): string => `Guthaben ${amount}`,
    askedBy,
    searching,
  },
  accessLog: {
    title: 'Zugriffe von Mitarbeitern auf dein Konto',
    none: 'Kein Mitarbeiter hat dein Konto angesehen oder geändert.',
    emptyPage,
    note: 'Die Bank hält jedes Mal fest, wenn Mitarbeiter dein Konto ansehen.',
  },
};
