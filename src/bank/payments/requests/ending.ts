/** What asker and payer do about a request: remind, cancel, decline. */
import { OutcomeUnknown } from '../../../db/errors.ts';
import type { Pool } from '../../../db/pool.ts';
import { databaseNow } from '../../../db/time.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type { IdSource } from '../../../lib/ids.ts';
import { doneOrUnknown } from '../../audit/index.ts';
import { insertMessages } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, isPayable, remindersMax } from '../../model/index.ts';
import { type DueRow, lockDues, lockDuesOf, saveDues } from './store/dues.ts';
import { blockersOf } from './store/payers.ts';
import { lockRequest, type RequestRow, saveReminders } from './store/requests.ts';

export interface EndingTools {
  readonly pool: Pool;
  readonly nextId: IdSource;
}

const isOpen = ({ state }: DueRow): boolean => isPayable(state);

/** Marks what is over by its time, and returns the dues as they are. */
async function settled(tx: Tx, dues: readonly DueRow[], at: string): Promise<readonly DueRow[]> {
  const over = dues.filter(({ isUnmarked }) => isUnmarked);
  if (over.length > 0) await saveDues(tx, over, at);
  return dues;
}

/** Throws REQUEST_UNKNOWN. */
async function lockOwn(tx: Tx, id: m.RequestId, asker: m.CustomerId): Promise<RequestRow> {
  const request = await lockRequest(tx, id);
  if (request === null || request.asker !== asker) throw new BankError('REQUEST_UNKNOWN');
  return request;
}

/** In a transaction of the caller. What could still have been paid until now. */
export async function cancelIn(
  tx: Tx,
  id: m.RequestId,
  asker: m.CustomerId,
): Promise<readonly DueRow[]> {
  await lockOwn(tx, id, asker);
  const dues = await lockDuesOf(tx, id);
  const at = await databaseNow(tx);
  const open = (await settled(tx, dues, at)).filter(isOpen);
  await saveDues(
    tx,
    open.map((due) => ({ ...due, state: 'CANCELLED' })),
    at,
  );
  return open;
}

/**
 * How much the work has changed. When the answer to its COMMIT is lost, the next attempt finds it
 * done and counts nothing: then the count is that of the attempt before.
 */
async function countOnce(pool: Pool, work: (tx: Tx) => Promise<number>): Promise<number> {
  let lost = 0;
  return doneOrUnknown(async () => {
    let attempted = 0;
    const attempt = async (tx: Tx) => {
      attempted = await work(tx);
      return attempted;
    };
    try {
      return (await withTransaction(pool, attempt)) || lost;
    } catch (error) {
      // An attempt after it may be lost too, and has found nothing to change.
      if (error instanceof OutcomeUnknown && attempted > 0) lost = attempted;
      throw error;
    }
  });
}

/**
 * All that can still be paid is cancelled, and those who could have paid get a message; again it
 * changes nothing. How many were cancelled: by this attempt, or by the one before whose answer was
 * lost, if the books say so.
 */
export async function cancelRequest(
  { pool, nextId }: EndingTools,
  asker: m.CustomerId,
  id: m.RequestId,
): Promise<number> {
  let attempted: ReadonlySet<bigint> = new Set();
  const attempt = async (tx: Tx): Promise<number> => {
    const open = await cancelIn(tx, id, asker);
    if (open.length === 0) {
      const isOurs = (due: DueRow) => due.state === 'CANCELLED' && attempted.has(due.id);
      return (await lockDuesOf(tx, id)).filter(isOurs).length;
    }
    attempted = new Set(open.map((due) => due.id));
    const messages = open.map(({ id: dueId, payer: customerId }) => ({
      id: nextId(),
      customerId,
      subject: { kind: 'REQUEST_CANCELLED', dueId } as const,
    }));
    await insertMessages(tx, messages, await databaseNow(tx));
    return open.length;
  };
  return doneOrUnknown(async () => withTransaction(pool, attempt));
}

/**
 * Reminder number `number` to each payer who can still pay, once; those who accept no requests from
 * the asker get none. The number of messages; 0 if it was sent before. Throws REMINDERS_USED.
 */
export async function remindPayers(
  { pool, nextId }: EndingTools,
  asker: m.CustomerId,
  { id, number }: { readonly id: m.RequestId; readonly number: number },
): Promise<number> {
  if (number > remindersMax) throw new BankError('REMINDERS_USED', { max: remindersMax });
  return countOnce(pool, async (tx) => {
    const request = await lockOwn(tx, id, asker);
    if (request.reminders >= number) return 0;
    const at = await databaseNow(tx);
    const dues = (await settled(tx, await lockDuesOf(tx, id), at)).filter(isOpen);
    if (dues.length === 0)
      throw new BankError('REQUEST_ENDED', { state: endOf(await lockDuesOf(tx, id)) });
    await saveReminders(tx, id, request.reminders + 1);
    const blockers = await blockersOf(tx, asker);
    const reminded = dues.filter(({ payer }) => !blockers.has(payer));
    const messages = reminded.map(({ id: dueId, payer: customerId }) => ({
      id: nextId(),
      customerId,
      subject: { kind: 'REQUEST', dueId, reminder: BigInt(number) } as const,
    }));
    await insertMessages(tx, messages, at);
    return reminded.length;
  });
}

type Ended = Exclude<m.DueState, 'OPEN' | 'PART_PAID'>;

/** How a request ended that nobody can pay any more. */
export function endOf(dues: readonly { readonly state: m.DueState }[]): Ended {
  const states = dues.map(({ state }) => state);
  const order: readonly Ended[] = ['CANCELLED', 'EXPIRED', 'DECLINED', 'PAID'];
  return order.find((state) => states.includes(state)) ?? 'PAID';
}

/** Declined once; the asker gets a message. Throws REQUEST_UNKNOWN, REQUEST_ENDED. */
export async function declineDue(
  { pool, nextId }: EndingTools,
  payer: m.CustomerId,
  { id, asker }: { readonly id: m.RequestId; readonly asker: m.CustomerId },
): Promise<void> {
  await doneOrUnknown(async () =>
    withTransaction(pool, async (tx) => {
      const [due] = await lockDues(tx, [id]);
      if (due === undefined || due.payer !== payer) throw new BankError('REQUEST_UNKNOWN');
      const at = await databaseNow(tx);
      await settled(tx, [due], at);
      if (due.state === 'DECLINED') return;
      if (due.state !== 'OPEN' && due.state !== 'PART_PAID') {
        throw new BankError('REQUEST_ENDED', { state: due.state });
      }
      await saveDues(tx, [{ ...due, state: 'DECLINED' }], at);
      const subject = { kind: 'REQUEST_DECLINED', dueId: id } as const;
      await insertMessages(tx, [{ id: nextId(), customerId: asker, subject }], at);
    }),
  );
}
