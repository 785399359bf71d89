/** Once a week, customers are warned of payments for which the money will not suffice. */
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import { instant } from '../../../lib/clock.ts';
import { dayMs } from '../../../lib/durations.ts';
import type { RecurringKind } from '../../jobs/index.ts';
import type * as m from '../../model/index.ts';
import { availableOn } from '../store/order-accounts.ts';
import { payersBefore, saveWarned } from '../store/order-warnings.ts';
import { ordersOf } from '../store/orders.ts';
import { readComingFees } from './coming-fees.ts';
import { listedMax } from './reading.ts';
import { nowOf, type OrderTools, tell } from './tools.ts';
import { planOf, sourcesOf } from './views.ts';

const weekMs = 7 * dayMs;
const pageSize = 200;
/** The most payments of one customer's week that are looked at. */
const plannedMax = 140;

/** Of the first payment that will fail, and only once of each. */
async function warn(
  tools: OrderTools,
  tx: Tx,
  { customerId, until }: { readonly customerId: m.CustomerId; readonly until: Date },
): Promise<void> {
  const orders = await ordersOf(tx, customerId, listedMax);
  if (orders.length === 0) return;
  const available = await availableOn(tx, sourcesOf(orders));
  const fees = await readComingFees(tx, customerId);
  const { payments } = planOf(orders, available, { fees, limit: plannedMax });
  const short = payments.find(({ suffices, occurrence }) => !suffices && occurrence.at < until);
  if (short === undefined) return;
  const { id: orderId } = short.order;
  const { number } = short.occurrence;
  if (!(await saveWarned(tx, orderId, number))) return;
  const subject = { kind: 'ORDER_SHORT', orderId, occurrence: BigInt(number) } as const;
  await tell(tools, tx, customerId, subject);
}

export async function warnAll(tools: OrderTools): Promise<void> {
  const { pool } = tools;
  const until = instant((await nowOf(tools, pool)).getTime() + weekMs);
  let after = 0n;
  for (;;) {
    const customers = await payersBefore(pool, { until, after, limit: pageSize });
    for (const customerId of customers) {
      await withTransaction(pool, async (tx) => warn(tools, tx, { customerId, until }));
    }
    const last = customers.at(-1);
    if (last === undefined || customers.length < pageSize) return;
    after = last;
  }
}

export const orderWarnings = (tools: OrderTools): RecurringKind => ({
  kind: 'ORDER_WARNINGS',
  everyMs: weekMs,
  leaseMs: 10 * 60_000,
  run: async () => warnAll(tools),
});
