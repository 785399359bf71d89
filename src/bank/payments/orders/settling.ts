/** What becomes of an occurrence that could not be paid. */
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import { instant } from '../../../lib/clock.ts';
import { hourMs } from '../../../lib/durations.ts';
import type * as m from '../../model/index.ts';
import { BankError, occurrenceOf } from '../../model/index.ts';
import { saveOccurrence } from '../store/order-occurrences.ts';
import { lockOrder, type OrderRow } from '../store/orders.ts';
import { atNext, moveOn, nowOf, type OrderTools, tell, tellOutcome } from './tools.ts';

/** Until the second try, and from the second to the third: 6 and 24 hours after the first. */
const pausesMs = [6 * hourMs, 18 * hourMs] as const;
/** So many in a row pause the order. */
export const missedMax = 3;

type Course =
  /** Tried again, then missed. */
  | { readonly kind: 'RETRY'; readonly reason: m.OccurrenceReason }
  | { readonly kind: 'SKIP'; readonly reason: m.OccurrenceReason }
  | {
      readonly kind: 'STOP';
      readonly reason: m.OccurrenceReason;
      readonly state: 'PAUSED' | 'CANCELLED';
      readonly because: m.OrderReason;
    };

/** Any other refusal says nothing about the order: the job is tried again. */
const courses: Partial<Record<m.ErrorCode | 'NOTHING_ABOVE', Course>> = {
  FUNDS_INSUFFICIENT: { kind: 'RETRY', reason: 'FUNDS' },
  AMOUNT_ABOVE_LIMIT: { kind: 'RETRY', reason: 'LIMIT' },
  FEE_ABOVE_AMOUNT: { kind: 'RETRY', reason: 'FUNDS' },
  DAY_LIMIT_REACHED: { kind: 'RETRY', reason: 'LIMIT' },
  LIMIT_LOWERED: { kind: 'RETRY', reason: 'LIMIT' },
  OWN_LIMIT_REACHED: { kind: 'RETRY', reason: 'LIMIT' },
  BALANCE_TOO_LARGE: { kind: 'RETRY', reason: 'PAYEE_FULL' },
  SHARED_ALLOWANCE: { kind: 'RETRY', reason: 'ALLOWANCE' },
  SHARED_APPROVERS: { kind: 'RETRY', reason: 'APPROVERS' },
  SHARED_TOO_MANY: { kind: 'RETRY', reason: 'CROWDED' },
  ACCOUNT_FROZEN: { kind: 'SKIP', reason: 'FROZEN' },
  ACCOUNT_LOCKED: { kind: 'SKIP', reason: 'LOCKED' },
  NOTHING_ABOVE: { kind: 'SKIP', reason: 'NOTHING_ABOVE' },
  TARGET_UNAVAILABLE: {
    kind: 'STOP',
    reason: 'PAYEE_CLOSED',
    state: 'PAUSED',
    because: 'PAYEE_CLOSED',
  },
  SHARED_ROLE: { kind: 'STOP', reason: 'ROLE', state: 'CANCELLED', because: 'ROLE' },
  ACCOUNT_CLOSED: {
    kind: 'STOP',
    reason: 'ACCOUNT_CLOSED',
    state: 'CANCELLED',
    because: 'ACCOUNT_CLOSED',
  },
};

interface Unpaid {
  readonly order: OrderRow;
  readonly occurrence: m.Occurrence;
  readonly missedBefore: number;
}

/** The row must be locked. True where too many in a row were missed. */
export async function pauseAfterMisses(
  tools: OrderTools,
  tx: Tx,
  order: OrderRow,
): Promise<boolean> {
  if (order.missedInRow < missedMax) return false;
  const paused = { state: 'PAUSED', reason: 'MISSED', nextAt: null, tries: 0 } as const;
  await moveOn(tools, tx, order, { ...order, ...paused });
  await tell(tools, tx, order.customerId, { kind: 'ORDER_STATE', orderId: order.id });
  return true;
}

/** The next try, or the next occurrence where that comes first. */
function retryAt({ calendar }: OrderRow, { number }: m.Occurrence, at: Date): Date {
  const following = occurrenceOf(calendar, number + 1);
  return following !== null && following.at < at ? following.at : at;
}

async function retry(tools: OrderTools, tx: Tx, unpaid: Unpaid, reason: m.OccurrenceReason) {
  const { order, occurrence, missedBefore } = unpaid;
  const { id: orderId, tries } = order;
  const pauseMs = pausesMs[tries];
  const state = pauseMs === undefined ? 'MISSED' : 'WAITING';
  const verdict = { state, reason } as const;
  await saveOccurrence(tx, orderId, { occurrence, verdict, missedBefore });
  const { number } = occurrence;
  await tellOutcome(tools, tx, order, number);
  if (pauseMs !== undefined) {
    const now = await nowOf(tools, tx);
    const nextAt = retryAt(order, occurrence, instant(now.getTime() + pauseMs));
    await moveOn(tools, tx, order, { ...order, nextAt, tries: tries + 1 });
    return;
  }
  const next = atNext(order, number + 1, order.missedInRow + 1);
  const isOver = next.state === 'ENDED';
  if (!isOver && (await pauseAfterMisses(tools, tx, { ...order, ...next }))) return;
  await moveOn(tools, tx, order, next);
}

async function follow(tools: OrderTools, tx: Tx, unpaid: Unpaid, course: Course): Promise<void> {
  const { reason } = course;
  if (course.kind === 'RETRY') return retry(tools, tx, unpaid, reason);
  const { order, occurrence, missedBefore } = unpaid;
  const { id: orderId, customerId } = order;
  const { number } = occurrence;
  const state = course.kind === 'SKIP' ? 'SKIPPED' : 'MISSED';
  const verdict = { state, reason } as const;
  await saveOccurrence(tx, orderId, { occurrence, verdict, missedBefore });
  const next = atNext(order, number + 1, order.missedInRow);
  if (course.kind === 'SKIP') {
    await tellOutcome(tools, tx, order, number);
    await moveOn(tools, tx, order, next);
    return;
  }
  const stopped = { state: course.state, reason: course.because, nextAt: null } as const;
  await moveOn(tools, tx, order, { ...next, ...stopped });
  await tell(tools, tx, customerId, { kind: 'ORDER_STATE', orderId });
}

/** Throws a BankError for a refusal that is not about the order. */
export async function settle(
  tools: OrderTools,
  unpaid: Unpaid,
  refusal: m.ErrorCode | 'NOTHING_ABOVE',
  error?: BankError,
): Promise<void> {
  const course = courses[refusal];
  if (course === undefined) throw error ?? new BankError('BANK_BUSY');
  const { id, revision } = unpaid.order;
  await withTransaction(tools.pool, async (tx) => {
    const order = await lockOrder(tx, id);
    if (order?.state !== 'ACTIVE' || order.revision !== revision) return;
    await follow(tools, tx, { ...unpaid, order }, course);
  });
}
