/** Credits the interest of months that are over, once for each account and month. */
import { DatabaseError } from '../../../db/errors.ts';
import type { Pool } from '../../../db/pool.ts';
import { databaseNow } from '../../../db/time.ts';
import { withTransaction } from '../../../db/transaction.ts';
import { instant, instantFromSql } from '../../../lib/clock.ts';
import { hourMs, minuteMs } from '../../../lib/durations.ts';
import type { RecurringKind } from '../../jobs/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import type * as m from '../../model/index.ts';
import {
  BankError,
  fractionsPerUnit,
  isoDate,
  moneyMax,
  monthOf,
  otherMonth,
} from '../../model/index.ts';
import { earnedUntil } from './earning.ts';
import { interestRequest } from './request.ts';
import { type Credit, type EarningRow, insertCredit, readDue } from './store/credits.ts';
import { readRates } from './store/rates.ts';

export interface InterestTools {
  readonly pool: Pool;
  readonly ledger: Ledger;
  readonly currency: m.Currency;
  /** Replaces the database's clock in tests; undefined: not. */
  readonly time?: (() => Date) | undefined;
}

/** By then every batch that was booked in the month has been committed or given up. */
const settledAfterMs = 2 * minuteMs;
const pageSize = 200;

export const nowOf = async ({ pool, time }: Pick<InterestTools, 'pool' | 'time'>): Promise<Date> =>
  time?.() ?? instantFromSql(await databaseNow(pool));

/** Without a booking. Another process may have noted the same. */
async function note({ pool }: InterestTools, credit: Credit): Promise<void> {
  try {
    await withTransaction(pool, async (tx) => insertCredit(tx, credit));
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.kind !== 'duplicate') throw error;
  }
}

/** Books what is due of the month; returns what remains owed. */
async function credit(
  tools: InterestTools,
  account: EarningRow,
  { month, due }: { readonly month: string; readonly due: bigint },
): Promise<bigint> {
  const { ledger, currency } = tools;
  const { id: accountId } = account;
  const whole = due / fractionsPerUnit;
  const amount = whole > moneyMax ? moneyMax : whole;
  const target = account.status === 'CLOSED' ? account.mainId : accountId;
  if (amount > 0n && target !== null) {
    const carried = due - amount * fractionsPerUnit;
    const request = interestRequest(account, { month, amount, target, currency });
    const row = { accountId, month, amount, carried, transactionId: request.requestId };
    try {
      await ledger.bookWith(request, {
        before: async () => {},
        after: async (tx) => insertCredit(tx, row),
      });
      return carried;
    } catch (error) {
      // The account is full: it stays owed.
      if (!(error instanceof BankError) || error.code !== 'BALANCE_TOO_LARGE') throw error;
    }
  }
  await note(tools, { accountId, month, amount: 0n, carried: due, transactionId: null });
  return due;
}

/** Of every month that is over and not yet worked out; without a row where nothing was earned. */
async function creditMonths(
  tools: InterestTools,
  account: EarningRow,
  { until, rates }: { readonly until: string; readonly rates: readonly m.InterestRate[] },
): Promise<void> {
  const last = otherMonth(until, -1);
  let { carried } = account;
  for (const [month, owed] of await earnedUntil(tools.pool, account, { until, rates })) {
    if (owed === 0n && month !== last) continue;
    carried = await credit(tools, account, { month, due: carried + owed });
  }
}

/** Every account, even if some fail; throws the first failure in the end. */
async function creditAll(tools: InterestTools, until: string): Promise<void> {
  const rates = await readRates(tools.pool);
  const since = rates[0]?.from;
  if (since === undefined || since.getTime() >= Date.parse(until)) return;
  const failures: unknown[] = [];
  const month = otherMonth(until, -1);
  for (let after = 0n; ;) {
    const range = { after, month, until, since, limit: pageSize };
    const due = await readDue(tools.pool, range);
    for (const account of due) {
      await creditMonths(tools, account, { until, rates }).catch((error: unknown) => {
        failures.push(error);
      });
    }
    const last = due.at(-1);
    if (last === undefined || due.length < pageSize) break;
    after = last.id;
  }
  if (failures.length > 0) throw failures[0];
}

/** Looks every hour; a month that a stopped bank has missed is credited when it runs again. */
export function interestCrediting(tools: InterestTools): RecurringKind {
  let done: string | null = null;
  return {
    kind: 'CREDIT_INTEREST',
    everyMs: hourMs,
    leaseMs: 10 * minuteMs,
    run: async () => {
      const settled = instant((await nowOf(tools)).getTime() - settledAfterMs);
      const until = monthOf(isoDate(settled.getTime()));
      if (done === until) return;
      await creditAll(tools, until);
      done = until;
    },
  };
}
