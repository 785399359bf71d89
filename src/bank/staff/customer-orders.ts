/** Staff see a customer's standing orders, and pause, resume and cancel them with a reason. */
import type { Pool } from '../../db/pool.ts';
import { type TellingTools, tellOwner } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import type { OrderAct, OrderControl } from '../payments/index.ts';
import { lockCustomer } from '../people/index.ts';
import type { StaffActs } from './acts.ts';
import { servedBy } from './looking.ts';
import type { About, Because } from './serving.ts';

interface OrderChange extends Because {
  /** Of the order, as its customer sees it. */
  readonly number: number;
}

/**
 * All throw SESSION_EXPIRED, STAFF_RIGHT_MISSING and CUSTOMER_UNKNOWN; changes also STAFF_SELF,
 * ORDER_UNKNOWN and ORDER_OVER. A change that was made before is not made again.
 */
export interface CustomerOrdersService {
  list(session: m.Session, about: About): Promise<readonly m.OrderView[]>;
  pause(session: m.Session, change: OrderChange): Promise<m.OrderView>;
  /** By whichever way it was paused. Throws TARGET_UNAVAILABLE where the payee has closed. */
  resume(session: m.Session, change: OrderChange): Promise<m.OrderView>;
  cancel(session: m.Session, change: OrderChange): Promise<m.OrderView>;
}

const actions = {
  PAUSED: 'ORDER_PAUSED_BY_STAFF',
  RESUMED: 'ORDER_RESUMED_BY_STAFF',
  CANCELLED: 'ORDER_CANCELLED_BY_STAFF',
} as const;

export function createCustomerOrders(tools: {
  readonly pool: Pool;
  readonly acts: StaffActs;
  readonly orders: OrderControl;
  readonly notices: TellingTools;
}): CustomerOrdersService {
  const { pool, acts, orders, notices } = tools;
  const change = async (session: m.Session, asked: OrderChange, act: OrderAct) => {
    const { customerId: target } = await servedBy(pool, asked.accountNumber);
    const { number, reason } = asked;
    return acts.change(async (tx, auditId) => {
      await lockCustomer(tx, target);
      const standing = await acts.admit(tx, session, 'serve');
      if (target === session.customerId) throw new BankError('STAFF_SELF');
      const { order, isNew } = await orders.act(tx, { customerId: target, number, act });
      if (!isNew) return order;
      const details = { order: `${order.id}` };
      const noted = { auditId, action: actions[act], session, standing, target, reason };
      await acts.note(tx, { ...noted, details });
      const subject = { kind: 'ORDER_BY_STAFF', auditId } as const;
      await tellOwner(tx, { ...notices, canMail: false }, { customerId: target, subject });
      return order;
    });
  };
  return {
    list: async (session, { accountNumber }) =>
      acts.read(session, 'look', async (tx, standing) => {
        const { customerId: target } = await servedBy(tx, accountNumber);
        await acts.note(tx, { action: 'ORDERS_VIEWED', session, standing, target });
        return orders.list(tx, target);
      }),
    pause: async (session, asked) => change(session, asked, 'PAUSED'),
    resume: async (session, asked) => change(session, asked, 'RESUMED'),
    cancel: async (session, asked) => change(session, asked, 'CANCELLED'),
  };
}
