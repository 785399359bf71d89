/** Balance, history and access log. */
import type { AccountStatus } from '../../../bank/model/index.ts';
import { type Markup, md, written } from '../../text/markup.ts';
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
    title: (numberTail: string): string => `Umsätze von …${numberTail}`,
    noMatches,
    empty: 'Noch keine Umsätze.',
    filtered: 'Gefiltert.',
    /** One entry: its amount, the other side, and when it was booked. */
    entry: (
      direction: 'in' | 'out',
      { amount, party, at }: { amount: string; party: Markup; at: Markup },
    ): Markup => {
      const { sign, preposition } = ways[direction];
      return md`${written(`**${sign}${amount}** ${preposition}`)} ${party} · ${at}`;
    },
    balance: (amount: string): string => `Guthaben ${amount}`,
    askedBy,
  },
  accessLog: {
    title: 'Zugriffe von Mitarbeitern auf dein Konto',
    none: 'Kein Mitarbeiter hat dein Konto angesehen oder geändert.',
    emptyPage,
    note: 'Die Bank hält jedes Mal fest, wenn Mitarbeiter dein Konto ansehen.',
  },
};
