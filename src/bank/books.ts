import type { Pool } from '../db/pool.ts';
import type { BooksService, TrialBalanceLine } from './bank.ts';
import type { AccountKind } from './model.ts';
import { balanceOf } from './money.ts';
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
  return { kind, side, balance: balanceOf(side === 'CREDIT' ? total : -total) };
};

const sumOf = (lines: readonly TrialBalanceLine[], side: TrialBalanceLine['side']): bigint =>
  lines.filter((line) => line.side === side).reduce((sum, line) => sum + line.balance, 0n);

export const createBooks = (pool: Pool): BooksService => ({
  trialBalance: async () => {
    const totals = await selectTotalsByKind(pool);
    const lines = [...totals].map(([kind, total]) => lineOf(kind, total));
    return { lines, debits: sumOf(lines, 'DEBIT'), credits: sumOf(lines, 'CREDIT') };
  },
});
