/** What an account has earned in a period, from its entries. */
import type { Reader } from '../../../db/pool.ts';
import { instant } from '../../../lib/clock.ts';
import type * as m from '../../model/index.ts';
import { interestByMonth, isoDate, monthOf, otherMonth } from '../../model/index.ts';
import { firstSeqAt } from '../../records/index.ts';
import { type EarningRow, readBalances } from './store/credits.ts';

const startOf = (day: string): Date => instant(Date.parse(day));

/** When the first rate of the type began; null without one. */
const firstRate = (rates: readonly m.InterestRate[], type: m.InterestType): Date | null =>
  rates.find((rate) => rate.type === type)?.from ?? null;

/**
 * The month after the one that was worked out last; at first, that of the first rate or of the
 * account's opening. Null: no rate of its type has ever been set.
 */
function beginOf(account: EarningRow, rates: readonly m.InterestRate[]): string | null {
  if (account.credited !== null) return otherMonth(account.credited, 1);
  const rate = firstRate(rates, account.type);
  if (rate === null) return null;
  return monthOf(isoDate(Math.max(rate.getTime(), account.openedAt.getTime())));
}

/** Fractions by month, from what was worked out last until this day begins. */
export async function earnedUntil(
  reader: Reader,
  account: EarningRow,
  { until, rates }: { readonly until: string; readonly rates: readonly m.InterestRate[] },
): Promise<ReadonlyMap<string, bigint>> {
  const from = beginOf(account, rates);
  if (from === null || from >= until) return new Map();
  const range = {
    from: await firstSeqAt(reader, account, startOf(from)),
    below: await firstSeqAt(reader, account, startOf(until)),
  };
  const balances = await readBalances(reader, account.id, range);
  return interestByMonth({ from, until }, balances, { type: account.type, all: rates });
}
