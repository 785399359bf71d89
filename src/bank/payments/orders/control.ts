/** What staff, exports and the report need of customers' orders. */
import type { Pool, Reader } from '../../../db/pool.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { newestOccurrences } from '../store/order-occurrences.ts';
import { findOrderByNumber, ordersOf } from '../store/orders.ts';
import { cancelOrder, pauseOrder, resumeOrder } from './changing.ts';
import { listedMax } from './reading.ts';
import { isOver, lockedOrder, type OrderTools } from './tools.ts';
import { orderView } from './views.ts';

export type OrderAct = 'PAUSED' | 'RESUMED' | 'CANCELLED';

export interface OrderControl {
  list(reader: Reader, customerId: m.CustomerId): Promise<readonly m.OrderView[]>;
  /**
   * In the transaction of the act; the customer must be locked. Null where it was so before. Throws
   * ORDER_UNKNOWN, ORDER_OVER, and TARGET_UNAVAILABLE where it cannot be resumed.
   */
  act(
    tx: Tx,
    asked: {
      readonly customerId: m.CustomerId;
      readonly number: number;
      readonly act: OrderAct;
    },
  ): Promise<{ readonly order: m.OrderView; readonly isNew: boolean }>;
}

export const createOrderControl = (tools: OrderTools): OrderControl => ({
  list: async (reader, customerId) =>
    (await ordersOf(reader, customerId, listedMax)).map(orderView),
  act: async (tx, { customerId, number, act }) => {
    const order = await lockedOrder(tx, await findOrderByNumber(tx, customerId, number));
    const isSame = order.state === (act === 'RESUMED' ? 'ACTIVE' : act);
    if (isSame && order.reason !== 'CUSTOMER') return { order: orderView(order), isNew: false };
    if (isOver(order)) throw new BankError('ORDER_OVER');
    if (act === 'RESUMED') {
      const { order: resumed } = await resumeOrder(tools, tx, order);
      return { order: orderView(resumed), isNew: true };
    }
    const change = act === 'PAUSED' ? pauseOrder : cancelOrder;
    return { order: orderView(await change(tools, tx, order, 'STAFF')), isNew: true };
  },
});

const exportedMax = 500;
const exportedPastMax = 200;

/** All orders of a customer, with what became of them, for the export of their data. */
export async function exportedOrders(pool: Pool, customerId: m.CustomerId) {
  const orders = await ordersOf(pool, customerId, exportedMax);
  const found = [];
  for (const order of orders) {
    const past = await newestOccurrences(pool, order.id, exportedPastMax);
    const { number, amount, memo, calendar, state, reason, toNumber, createdAt } = order;
    found.push({ number, to: toNumber, amount, memo, calendar, state, reason, createdAt, past });
  }
  return found;
}
