/** Balance, history and access log. */
import type { AccountStatus } from '../../../bank/model/index.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import { moneyKinds } from '../common/money-kinds.ts';
import { capital, type HistoryLine } from '../../text/history-line.ts';
import { searching } from '../common/searching.ts';
import { askedBy, emptyPage, noMatches } from '../common/shared.ts';

const states: Record<AccountStatus, string | null> = {
  OPEN: null,
  FROZEN: '凍結中：この口座からは出金・送金できません',
  CLOSED: '解約済み',
};
const ways = {
  in: { sign: '+', particle: 'から' },
  out: { sign: '−', particle: 'へ' },
};

export const accounts = {
  states,
  title: (_count: number): string => 'あなたの口座',
  history: {
    title: (account: string): string => `${account} の取引履歴`,
    noMatches,
    empty: 'まだ取引はありません。',
    filtered: '絞り込み中です。',
    showAll: 'すべて表示',
    /** One entry: amount, kind, the other side unless it is the bank, and time. */
    entry: (direction: 'in' | 'out', { amount, kind, party, at }: HistoryLine): Markup => {
      const { sign, particle } = ways[direction];
      const what = written(`**${sign}${amount}** ${capital(moneyKinds[kind].one)}`);
      return md`${what}${party === null ? '' : md` · ${party} ${particle}`} · ${at}`;
    },
    balance: (amount: string): string => `残高 ${amount}`,
    askedBy,
    searching,
  },
  accessLog: {
    title: '担当者による口座の閲覧',
    none: '担当者があなたの口座を閲覧・変更したことはありません。',
    emptyPage,
    note: '担当者が口座を閲覧すると、必ず記録されます。',
  },
};
