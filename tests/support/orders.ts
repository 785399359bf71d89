/** Standing orders of a test: a bank and processes that run their jobs, by a time that it sets. */
import type * as m from '../../src/bank/model/index.ts';
import { occurrenceOf } from '../../src/bank/model/index.ts';
import { createFeeBook } from '../../src/bank/fee-book.ts';
import { createLedger } from '../../src/bank/ledger/index.ts';
import { createOrders } from '../../src/bank/payments/index.ts';
import type { OrderTerms } from '../../src/bank/payments/index.ts';
import { memberLinkKind, sharedSpending } from '../../src/bank/shared/index.ts';
import type { Bank } from '../../src/bank/bank.ts';
import type { Pool } from '../../src/db/pool.ts';
import { bigintOf, textOf } from '../../src/db/rows.ts';
import { gems, newRequestId, type Person, testSettings } from './bank.ts';
import { jobProcess, type TestTime } from './jobs.ts';

const limits = { idleMs: 900_000, absoluteMs: 28_800_000, readMs: 86_400_000 };

/** One more process of the bank, which runs the jobs of orders only when it is asked to. */
export function ordersProcess(
  pool: Pool,
  time: TestTime,
  settings: { readonly limitPerTransaction?: bigint; readonly limitPerDay?: bigint } = {},
) {
  const { limitPerTransaction, limitPerDay } = { ...testSettings, ...settings };
  const queue = jobProcess(pool, [], { time });
  const fees = createFeeBook(pool, 0);
  const linked = { [memberLinkKind]: sharedSpending(gems) };
  const rules = {
    currency: gems,
    limitPerTransaction,
    limitPerDay,
    ...limits,
    get fees() {
      return fees.current;
    },
  };
  const ledger = createLedger(
    { pool, nextId: queue.tools.nextId, jobs: queue.jobs, rules, fees, linked },
    { report: () => {} },
  );
  const orders = createOrders({
    pool,
    nextId: queue.tools.nextId,
    ledger,
    currency: gems,
    limits,
    jobs: queue.jobs,
    settings: { limitPerTransaction, limitPerDay },
    time: () => time.now(),
  });
  const runner = jobProcess(pool, orders.jobKinds, { time });
  return {
    ...orders,
    round: runner.round,
    events: runner.events,
    close: async () => ledger.close(),
  };
}

export const monthlyTerms: OrderTerms = {
  amount: {
    kind: 'FIXED',
    amount: 1000n as m.Amount,
  },
  unit: 'MONTH',
  every: 1,
  monthDay: null,
  first: null,
  last: null,
  count: null,
  hour: 9,
  minute: 0,
  zone: 'Europe/Berlin' as m.TimeZone,
  memo: null,
};

/** Quoted and confirmed with a proof. */
export async function makeOrder(
  { orders }: Pick<Bank, 'orders'>,
  { from, to }: { readonly from: Person; readonly to: Person },
  terms: Partial<OrderTerms> = {},
): Promise<m.OrderView> {
  const wanted = { ...monthlyTerms, ...terms };
  const payee = { accountNumber: to.accountNumber };
  const quote = await orders.quote(from.session, { ...wanted, payee });
  return orders.create(from.session, {
    requestId: newRequestId(),
    isProved: true,
    from: wanted.from,
    accountNumber: quote.toNumber,
    amount: wanted.amount,
    calendar: quote.calendar,
    memo: wanted.memo,
  });
}

/** The instant of one of the order's occurrences, in milliseconds. */
export const dueMs = ({ calendar }: m.OrderView, number: number): number =>
  occurrenceOf(calendar, number)!.at.getTime();

/** Moves the time to an occurrence, or so much later. */
export function waitFor(
  time: TestTime,
  order: m.OrderView,
  { number, laterMs = 0 }: { readonly number: number; readonly laterMs?: number },
): void {
  time.pass(dueMs(order, number) + laterMs - time.now().getTime());
}

/** What became of each occurrence, oldest first: `PAID`, or `MISSED FUNDS`. */
export async function outcomesOf(pool: Pool, order: m.OrderView): Promise<string[]> {
  const rows = await pool.rows(
    `SELECT CONCAT_WS(' ', state, reason) AS outcome FROM order_occurrences
     WHERE order_id = ? ORDER BY number`,
    [order.id],
  );
  return rows.map((row) => textOf(row, 'outcome'));
}

/** How many transactions an order has made. */
export async function bookingsOf(pool: Pool, order: m.OrderView): Promise<bigint> {
  const sql = `SELECT COUNT(*) AS count FROM transactions
    WHERE initiator_kind = 'ORDER' AND initiator_id = ?`;
  return bigintOf((await pool.rows(sql, [order.id]))[0]!, 'count');
}
