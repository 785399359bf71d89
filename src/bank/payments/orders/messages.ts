/** What messages about orders say, read when they are sent. */
import type { Reader } from '../../../db/pool.ts';
import { integerOf } from '../../../db/rows.ts';
import { findAudit } from '../../audit/index.ts';
import type { OccurrencePlace, Sources } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { occurrenceOf } from '../../model/index.ts';
import { findOccurrence } from '../store/order-occurrences.ts';
import { findOrder } from '../store/orders.ts';
import { orderView } from './views.ts';

const acts = {
  ORDER_PAUSED_BY_STAFF: 'PAUSED',
  ORDER_RESUMED_BY_STAFF: 'RESUMED',
  ORDER_CANCELLED_BY_STAFF: 'CANCELLED',
} as const;

const isAct = (action: string): action is keyof typeof acts => action in acts;

export const orderSources = (
  reader: Reader,
): Pick<Sources, 'orderOutcome' | 'orderState' | 'orderShort' | 'orderByStaff'> => {
  const viewOf = async (id: bigint): Promise<m.OrderView | null> => {
    const row = await findOrder(reader, id);
    return row && orderView(row);
  };
  return {
    orderOutcome: async ({ orderId, occurrence }: OccurrencePlace) => {
      const outcome = await findOccurrence(reader, orderId, occurrence);
      const order = outcome && (await viewOf(orderId));
      return outcome && order && { order, outcome };
    },
    orderState: async (orderId) => {
      const order = await viewOf(orderId);
      return order === null || order.state === 'ACTIVE' ? null : { order };
    },
    orderShort: async ({ orderId, occurrence: number }) => {
      const row = await findOrder(reader, orderId);
      if (row?.state !== 'ACTIVE' || BigInt(row.nextNumber) > number) return null;
      const occurrence = occurrenceOf(row.calendar, integerOf({ number }, 'number'));
      return occurrence && { order: orderView(row), occurrence };
    },
    orderByStaff: async (auditId) => {
      const row = await findAudit(reader, auditId);
      if (row === null || !isAct(row.action)) return null;
      const order = await viewOf(BigInt(row.details['order'] ?? '0'));
      return (
        order && { order, act: acts[row.action], reason: row.reason ?? null, at: row.occurredAt }
      );
    },
  };
};
