/** Which occurrence of an order is due, and which were missed before it. */
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { occurrenceOf } from '../../model/index.ts';
import { findOccurrence, saveOccurrence } from '../store/order-occurrences.ts';
import { lockOrder, type OrderRow, saveProgress } from '../store/orders.ts';
import { pauseAfterMisses } from './settling.ts';
import { moveOn, nowOf, type OrderTools, tellOutcome } from './tools.ts';

/** An occurrence that is to be paid now. */
export interface Due {
  readonly order: OrderRow;
  readonly occurrence: m.Occurrence;
  /** So many before it were missed while the bank was down. */
  readonly missedBefore: number;
}

/** Those that are due, oldest first; the last one is paid. */
function dueOf({ calendar, nextNumber }: OrderRow, now: Date): readonly m.Occurrence[] {
  const due: m.Occurrence[] = [];
  for (let number = nextNumber; ; number += 1) {
    const occurrence = occurrenceOf(calendar, number);
    if (occurrence === null || occurrence.at > now) return due;
    due.push(occurrence);
  }
}

/**
 * The occurrence to pay; null where this job has nothing to do. Earlier ones that are due as well
 * are noted as missed.
 */
export async function begin(
  tools: OrderTools,
  tx: Tx,
  named: { readonly id: bigint; readonly revision: bigint },
): Promise<Due | null> {
  const order = await lockOrder(tx, named.id);
  if (order?.state !== 'ACTIVE' || BigInt(order.revision) !== named.revision) return null;
  const now = await nowOf(tools, tx);
  if (order.nextAt !== null && order.nextAt > now) {
    // The clock was set back: the same occurrence is looked at when it is due again.
    await moveOn(tools, tx, order, order);
    return null;
  }
  const due = dueOf(order, now);
  const occurrence = due.at(-1);
  if (occurrence === undefined) return null;
  if (due.length === 1) return { order, occurrence, missedBefore: 0 };
  return supersede(tools, tx, { order, due });
}

/** A later occurrence takes the place of those before it. */
async function supersede(
  tools: OrderTools,
  tx: Tx,
  { order, due }: { readonly order: OrderRow; readonly due: readonly m.Occurrence[] },
): Promise<Due | null> {
  const wasTried = order.tries > 0;
  const missed = due.slice(0, -1);
  for (const [index, occurrence] of missed.entries()) {
    const isWaiting = index === 0 && wasTried;
    const before = isWaiting ? await findOccurrence(tx, order.id, occurrence.number) : null;
    const reason = before?.reason ?? 'BANK_DOWN';
    await saveOccurrence(tx, order.id, { occurrence, verdict: { state: 'MISSED', reason } });
  }
  const occurrence = due.at(-1)!;
  const missedInRow = order.missedInRow + (wasTried ? 1 : 0);
  const { revision } = order;
  const moved = { ...order, nextNumber: occurrence.number, tries: 0, missedInRow };
  if (wasTried) {
    await tellOutcome(tools, tx, order, order.nextNumber);
    if (await pauseAfterMisses(tools, tx, moved)) return null;
  }
  await saveProgress(tx, order.id, { ...moved, nextAt: occurrence.at, revision });
  const missedBefore = missed.length - (wasTried ? 1 : 0);
  return { order: { ...moved, nextAt: occurrence.at }, occurrence, missedBefore };
}
