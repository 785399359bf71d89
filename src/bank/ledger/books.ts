import type { Pool, Reader } from '../../db/pool.ts';
import type { BooksService } from '../bank.ts';
import type { AccountKind, TrialBalance, TrialBalanceLine } from '../model/types.ts';
import { selectTotalsByKind } from './store/chart.ts';

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
