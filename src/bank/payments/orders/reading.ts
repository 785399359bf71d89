/** What customers read about their orders. */
import { accountsOfSession } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { newestOccurrences } from '../store/order-occurrences.ts';
import { availableOn } from '../store/order-accounts.ts';
import { findOrderByNumber, type OrderRow, ordersOf } from '../store/orders.ts';
import { readComingFees } from './coming-fees.ts';
import type { OrdersService } from './service.ts';
import type { OrderTools } from './tools.ts';
import { orderView, planOf, sourcesOf } from './views.ts';

export const listedMax = 50;
const plannedMax = 10;
export const pastMax = 5;

export function createReading(tools: OrderTools): Pick<OrdersService, 'list' | 'view' | 'plan'> {
  const { pool, limits } = tools;
  const assertLive = async (session: m.Session): Promise<void> => {
    const own = await accountsOfSession(pool, session, limits);
    if (own.length === 0) throw new BankError('SESSION_EXPIRED');
  };
  const found = async ({ customerId }: m.Session, number: number): Promise<OrderRow> => {
    const order = await findOrderByNumber(pool, customerId, number);
    if (order === null) throw new BankError('ORDER_UNKNOWN');
    return order;
  };
  return {
    list: async (session) => {
      await assertLive(session);
      return (await ordersOf(pool, session.customerId, listedMax)).map(orderView);
    },
    view: async (session, number) => {
      await assertLive(session);
      const order = await found(session, number);
      return {
        order: orderView(order),
        past: await newestOccurrences(pool, order.id, pastMax),
      };
    },
    plan: async (session, { number }) => {
      const [account] = await accountsOfSession(pool, session, limits);
      if (account === undefined) throw new BankError('SESSION_EXPIRED');
      const all =
        number === null
          ? await ordersOf(pool, session.customerId, listedMax)
          : [await found(session, number)];
      const sources = all.length === 0 ? [account.id] : sourcesOf(all);
      const fees = await readComingFees(pool, session.customerId);
      return planOf(all, await availableOn(pool, sources), { fees, limit: plannedMax });
    },
  };
}
