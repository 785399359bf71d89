/** Balance, history and access log. */
import type { AccountStatus } from '../../../bank/model/index.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import { moneyKinds } from '../common/money-kinds.ts';
import { capital, type HistoryLine } from '../../text/history-line.ts';
import { searching } from '../common/searching.ts';
import { askedBy, emptyPage, noMatches } from '../common/shared.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('en');

const states: Record<AccountStatus, string | null> = {
  OPEN: null,
  FROZEN: 'frozen: no money can leave this account',
  CLOSED: 'closed',
};
const ways = {
  in: { sign: '+', preposition: 'from' },
  out: { sign: '−', preposition: 'to' },
};

export const accounts = {
  states,
  title: (count: number): string => plural(count, { one: 'Your account', other: 'Your accounts' }),
  history: {
    title: (account: string): string => `History of ${account}`,
    noMatches,
    empty: 'No transactions yet.',
    filtered: 'Filtered.',
    showAll: 'Show all',
    /** One entry: amount, kind, the other side unless it is the bank, and time. */
    entry: (direction: 'in' | 'out', { amount, kind, party, at }: HistoryLine): Markup => {
      const { sign, preposition } = ways[direction];
      const what = written(`**${sign}${amount}** ${capital(moneyKinds[kind].one)}`);
      return md`${what}${party === null ? '' : md` ${preposition} ${party}`} · ${at}`;
    },
    balance: (amount: string): string => `balance ${amount}`,
    askedBy,
    searching,
  },
  accessLog: {
    title: 'Staff access to your account',
    none: 'No member of staff has viewed or changed your account.',
    emptyPage,
    note: 'The bank records every time staff view your account.',
  },
};
