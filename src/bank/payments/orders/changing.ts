/** Pausing, resuming, skipping and cancelling an order, by its owner or by staff. */
import type { Tx } from '../../../db/transaction.ts';
import { changeOnce, insertAudit } from '../../audit/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, occurrenceAfter, occurrenceOf } from '../../model/index.ts';
import { saveOccurrence } from '../store/order-occurrences.ts';
import { findOrderByNumber, type OrderRow } from '../store/orders.ts';
import type { OrdersService } from './service.ts';
import { atNext, isOver, lockedOrder, lockOwner, moveOn, nowOf, type OrderTools } from './tools.ts';
import { orderView } from './views.ts';

/** An occurrence that waits for another try is not tried again. */
async function endWaiting(tx: Tx, order: OrderRow, reason: m.OccurrenceReason): Promise<void> {
  const occurrence = occurrenceOf(order.calendar, order.nextNumber);
  if (order.tries === 0 || occurrence === null) return;
  await saveOccurrence(tx, order.id, { occurrence, verdict: { state: 'SKIPPED', reason } });
}

const stopped = { nextAt: null, tries: 0 } as const;

/** The row must be locked and the order not over. */
export async function pauseOrder(
  tools: OrderTools,
  tx: Tx,
  order: OrderRow,
  reason: m.OrderReason,
): Promise<OrderRow> {
  await endWaiting(tx, order, 'PAUSED');
  const nextNumber = order.nextNumber + (order.tries > 0 ? 1 : 0);
  return moveOn(tools, tx, order, { ...order, ...stopped, state: 'PAUSED', reason, nextNumber });
}

/** The row must be locked and the order not over. */
export async function cancelOrder(
  tools: OrderTools,
  tx: Tx,
  order: OrderRow,
  reason: m.OrderReason,
): Promise<OrderRow> {
  await endWaiting(tx, order, reason === 'CUSTOMER' || reason === 'ROLE' ? reason : 'PAUSED');
  return moveOn(tools, tx, order, { ...order, ...stopped, state: 'CANCELLED', reason });
}

/** The row must be locked and the order paused. The days that have passed are left out. */
export async function resumeOrder(tools: OrderTools, tx: Tx, order: OrderRow) {
  if (order.isPayeeClosed) throw new BankError('TARGET_UNAVAILABLE');
  const now = await nowOf(tools, tx);
  const next = occurrenceAfter(order.calendar, order.nextNumber, now);
  const passed = next === null ? 0 : next.number - order.nextNumber;
  const ended = { ...order, ...stopped, state: 'ENDED', reason: null } as const;
  const progress = next === null ? ended : atNext(order, next.number);
  return { order: await moveOn(tools, tx, order, progress), passed };
}

async function skip(tools: OrderTools, tx: Tx, order: OrderRow) {
  const skipped = occurrenceOf(order.calendar, order.nextNumber);
  if (order.state !== 'ACTIVE' || skipped === null) throw new BankError('ORDER_NOT_ACTIVE');
  const verdict = { state: 'SKIPPED', reason: 'CUSTOMER' } as const;
  await saveOccurrence(tx, order.id, { occurrence: skipped, verdict });
  const next = atNext(order, skipped.number + 1, order.missedInRow);
  return { order: await moveOn(tools, tx, order, next), skipped };
}

type Action = 'ORDER_PAUSED' | 'ORDER_RESUMED' | 'ORDER_SKIPPED' | 'ORDER_CANCELLED';

function notOver(order: OrderRow): OrderRow {
  if (isOver(order)) throw new BankError('ORDER_OVER');
  return order;
}

const same = <Value>(value: Value) => ({ isNew: false, value });
const anew = <Value>(value: Value) => ({ isNew: true, value });

export function createChanging(
  tools: OrderTools,
): Pick<OrdersService, 'pause' | 'resume' | 'skip' | 'cancel'> {
  const { nextId } = tools;
  /** Null from `work`: it was so before. */
  const change = async <Value>(
    asked: { readonly session: m.Session; readonly number: number; readonly action: Action },
    work: (tx: Tx, order: OrderRow) => Promise<{ readonly isNew: boolean; readonly value: Value }>,
  ): Promise<Value> => {
    const { session, number, action } = asked;
    const { customerId } = session;
    const auditId = nextId();
    return changeOnce(tools, auditId, async (tx) => {
      await lockOwner(tools, tx, session);
      const order = await lockedOrder(tx, await findOrderByNumber(tx, customerId, number));
      const { isNew, value } = await work(tx, order);
      if (isNew) {
        const who = { actor: session.discordUserId, target: customerId, sessionId: session.id };
        await insertAudit(tx, { id: auditId, action, ...who, details: { order: `${order.id}` } });
      }
      return value;
    });
  };
  return {
    pause: async (session, number) =>
      change({ session, number, action: 'ORDER_PAUSED' }, async (tx, order) => {
        if (notOver(order).state === 'PAUSED') return same(orderView(order));
        return anew(orderView(await pauseOrder(tools, tx, order, 'CUSTOMER')));
      }),
    resume: async (session, number) =>
      change({ session, number, action: 'ORDER_RESUMED' }, async (tx, order) => {
        if (notOver(order).state === 'ACTIVE') return same({ order: orderView(order), passed: 0 });
        if (order.reason === 'STAFF') throw new BankError('ORDER_PAUSED_BY_STAFF');
        const { order: resumed, passed } = await resumeOrder(tools, tx, order);
        return anew({ order: orderView(resumed), passed });
      }),
    skip: async (session, number, date) =>
      change({ session, number, action: 'ORDER_SKIPPED' }, async (tx, order) => {
        const next = occurrenceOf(notOver(order).calendar, order.nextNumber);
        if (date !== null && next !== null && next.date > date) {
          const before = occurrenceOf(order.calendar, order.nextNumber - 1) ?? next;
          return same({ order: orderView(order), skipped: before });
        }
        const { order: moved, skipped } = await skip(tools, tx, order);
        return anew({ order: orderView(moved), skipped });
      }),
    cancel: async (session, number) =>
      change({ session, number, action: 'ORDER_CANCELLED' }, async (tx, order) => {
        if (order.state === 'CANCELLED') return same(orderView(order));
        return anew(orderView(await cancelOrder(tools, tx, notOver(order), 'CUSTOMER')));
      }),
  };
}
