/** Balance, history and access log. */
import type { AccountStatus } from '../../../bank/model/index.ts';
import { type Markup, md, written } from '../../text/markup.ts';
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
    title: (numberTail: string): string => `…${numberTail} の取引履歴`,
    noMatches,
    empty: 'まだ取引はありません。',
    filtered: '絞り込み中です。',
    /** One entry: its amount, the other side, and when it was booked. */
    entry: (
      direction: 'in' | 'out',
      { amount, party, at }: { amount: string; party: Markup; at: Markup },
    ): Markup => {
      const { sign, particle } = ways[direction];
      return md`${written(`**${sign}${amount}**`)} ${party} ${particle} · ${at}`;
    },
    balance: (amount: string): string => `残高 ${amount}`,
    askedBy,
  },
  accessLog: {
    title: '担当者による口座の閲覧',
    none: '担当者があなたの口座を閲覧・変更したことはありません。',
    emptyPage,
    note: '担当者が口座を閲覧すると、必ず記録されます。',
  },
};
