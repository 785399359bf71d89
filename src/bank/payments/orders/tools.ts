/** What the parts of the standing orders share. */
import type { Pool, Reader } from '../../../db/pool.ts';
import { databaseNow } from '../../../db/time.ts';
import type { Tx } from '../../../db/transaction.ts';
import { instantFromSql } from '../../../lib/clock.ts';
import type { IdSource } from '../../../lib/ids.ts';
import type { AccountDirectory } from '../../accounts/index.ts';
import type { JobQueue } from '../../jobs/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { insertMessages, type PersonalSubject } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, occurrenceOf } from '../../model/index.ts';
import { lockCustomer, lockLiveSession } from '../../people/index.ts';
import type { MemberLink } from '../../shared/index.ts';
import { lockOrder, type OrderProgress, type OrderRow, saveProgress } from '../store/orders.ts';

export interface OrderTools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly ledger: Ledger;
  readonly currency: m.Currency;
  readonly limits: m.SessionLimits;
  readonly limitPerTransaction: bigint;
  readonly limitPerDay: bigint;
  readonly jobs: JobQueue;
  readonly directory: AccountDirectory;
  readonly memberLink: MemberLink;
  /** Replaces the database's clock, as for jobs. */
  readonly time?: (() => Date) | undefined;
}

export const jobKindOfOrders = 'ORDER_PAYMENT';

/** The database's time. */
export const nowOf = async ({ time }: OrderTools, reader: Reader): Promise<Date> =>
  time?.() ?? instantFromSql(await databaseNow(reader));

const keyOf = (id: m.RequestId, revision: number): string => `${id}:${revision}`;

/** The order and its revision in a job's key; null for another text. */
export function orderIn(key: string): { readonly id: bigint; readonly revision: bigint } | null {
  const parts = /^(?<id>\d{1,19}):(?<revision>\d{1,9})$/.exec(key)?.groups;
  if (!parts) return null;
  return { id: BigInt(parts['id'] ?? ''), revision: BigInt(parts['revision'] ?? '') };
}

/** Enqueues the job that looks at the order when it is due. */
export async function enqueueOrder(
  { jobs }: OrderTools,
  tx: Tx,
  order: {
    readonly id: m.RequestId;
    readonly customerId: m.CustomerId;
    readonly revision: number;
    readonly nextAt: Date;
  },
): Promise<void> {
  const { id, customerId, revision, nextAt } = order;
  await jobs.enqueue(tx, {
    kind: jobKindOfOrders,
    key: keyOf(id, revision),
    subject: { customerId, id },
    due: { at: nextAt },
  });
}

/** The row must be locked. The job of the former revision finds nothing to do. */
export async function moveOn(
  tools: OrderTools,
  tx: Tx,
  order: OrderRow,
  progress: OrderProgress,
): Promise<OrderRow> {
  const revision = order.revision + 1;
  const moved = { ...order, ...progress, revision };
  await saveProgress(tx, order.id, { ...progress, revision });
  const { nextAt } = progress;
  if (nextAt !== null) await enqueueOrder(tools, tx, { ...moved, nextAt });
  return moved;
}

/** The order at this occurrence of its calendar; over where there is none. */
export function atNext(
  { calendar }: Pick<OrderRow, 'calendar'>,
  number: number,
  missedInRow = 0,
): OrderProgress {
  const next = occurrenceOf(calendar, number);
  const [state, nextAt] =
    next === null ? (['ENDED', null] as const) : (['ACTIVE', next.at] as const);
  return { state, reason: null, nextNumber: number, nextAt, tries: 0, missedInRow };
}

/** What became of an occurrence. */
export async function tellOutcome(
  tools: OrderTools,
  tx: Tx,
  { id: orderId, customerId }: Pick<OrderRow, 'id' | 'customerId'>,
  number: number,
): Promise<void> {
  const occurrence = BigInt(number);
  await tell(tools, tx, customerId, { kind: 'ORDER_OUTCOME', orderId, occurrence });
}

export async function tell(
  { nextId }: OrderTools,
  tx: Tx,
  customerId: m.CustomerId,
  subject: PersonalSubject,
): Promise<void> {
  await insertMessages(tx, [{ id: nextId(), customerId, subject }], await databaseNow(tx));
}

/** Locks the session's customer and the session. Throws SESSION_EXPIRED. */
export async function lockOwner({ limits }: OrderTools, tx: Tx, session: m.Session): Promise<void> {
  await lockCustomer(tx, session.customerId);
  if (!(await lockLiveSession(tx, session, limits))) throw new BankError('SESSION_EXPIRED');
}

/** Throws ORDER_UNKNOWN. */
export async function lockedOrder(tx: Tx, found: OrderRow | null): Promise<OrderRow> {
  const order = found === null ? null : await lockOrder(tx, found.id);
  if (order === null) throw new BankError('ORDER_UNKNOWN');
  return order;
}

export const isOver = ({ state }: Pick<OrderRow, 'state'>): boolean =>
  state === 'ENDED' || state === 'CANCELLED';
