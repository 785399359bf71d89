import type { Pool, Reader } from '../../db/pool.ts';
import type * as m from '../model/index.ts';
import type { AccountKind, TrialBalance, TrialBalanceLine } from '../model/index.ts';
import { selectTotalsByKind } from './store/chart.ts';

/** What staff and operators ask of the whole ledger; nobody's session is needed or checked. */
export interface BooksService {
  /** Every kind of account with its balance; `debits` equals `credits` or the books are broken. */
  trialBalance(): Promise<m.TrialBalance>;
}

/** Assets and expenses grow by debit; liabilities, income and equity by credit. */
const normalSide = {
  CASH: 'DEBIT',
  INTEREST: 'DEBIT',
  SUSPENSE: 'DEBIT',
  CUSTOMER: 'CREDIT',
  FEES: 'CREDIT',
  EQUITY: 'CREDIT',
} as const satisfies Record<AccountKind, TrialBalanceLine['side']>;

const lineOf = (kind: AccountKind, total: bigint): TrialBalanceLine => {
  const side = normalSide[kind];
  return { kind, side, balance: side === 'CREDIT' ? total : -total };
};

const sumOf = (lines: readonly TrialBalanceLine[], side: TrialBalanceLine['side']): bigint =>
  lines.filter((line) => line.side === side).reduce((sum, line) => sum + line.balance, 0n);

export async function trialBalance(reader: Reader): Promise<TrialBalance> {
  const totals = await selectTotalsByKind(reader);
  const lines = [...totals].map(([kind, total]) => lineOf(kind, total));
  return { lines, debits: sumOf(lines, 'DEBIT'), credits: sumOf(lines, 'CREDIT') };
}

export const createBooks = (pool: Pool): BooksService => ({
  trialBalance: async () => trialBalance(pool),
});
