import { withList } from '../../db/placeholders.ts';
import type { Pool, Reader } from '../../db/pool.ts';
import { bigintOf, bigintOrNull, integerOf, textOf, type Row } from '../../db/rows.ts';
import { withTransaction, type Tx } from '../../db/transaction.ts';
import type * as m from '../model.ts';

/** What a message tells of; the words are made when it is sent. */
export type Subject =
  | { readonly kind: 'MONEY_RECEIVED'; readonly accountId: m.AccountId; readonly seq: bigint }
  | { readonly kind: 'NEW_LOGIN'; readonly sessionId: m.SessionId };

export interface NewMessage {
  readonly id: bigint;
  readonly customerId: m.CustomerId;
  readonly subject: Subject;
}

export interface ClaimedMessage extends NewMessage {
  readonly recipient: m.DiscordUserId;
  readonly attempts: number;
}

const insertRows = `
  INSERT INTO outbox (id, customer_id, kind, subject_id, subject_seq, due_at)
  VALUES :rows`;
// A person's messages leave one after the other: only the oldest of each may be claimed.
const selectDue = `
  SELECT o.id, o.customer_id, o.kind, o.subject_id, o.subject_seq, o.attempts, c.discord_user_id
  FROM outbox AS o
  JOIN customers AS c ON c.id = o.customer_id
  WHERE o.due_at <= NOW(6)
    AND NOT EXISTS (
      SELECT 1 FROM outbox AS earlier
      WHERE earlier.customer_id = o.customer_id AND earlier.id < o.id)
  ORDER BY o.id
  LIMIT ?`;
const lockDue = `
  SELECT id
  FROM outbox
  WHERE id IN (:list) AND due_at <= NOW(6)
  ORDER BY id
  FOR UPDATE SKIP LOCKED`;
const leaseDue = `
  UPDATE outbox
  SET attempts = attempts + 1, due_at = NOW(6) + INTERVAL ? MICROSECOND
  WHERE id IN (:list)`;
const deleteOne = `
  DELETE FROM outbox
  WHERE id = ?`;
const selectOne = `
  SELECT kind, attempts
  FROM outbox
  WHERE id = ?`;
const postponeOne = `
  UPDATE outbox
  SET due_at = NOW(6) + INTERVAL ? MICROSECOND
  WHERE id = ?`;
export async function insertMessages(
  tx: Tx,
  messages: readonly NewMessage[],
  dueAt: string,
): Promise<void> {
  await tx.writeRows(
    insertRows,
    messages.map(({ id, customerId, subject }) =>
      subject.kind === 'MONEY_RECEIVED'
        ? [id, customerId, subject.kind, subject.accountId, subject.seq, dueAt]
        : [id, customerId, subject.kind, subject.sessionId, null, dueAt],
    ),
  );
}

function subjectOf(row: Row): Subject {
  const [id, seq] = [bigintOf(row, 'subject_id'), bigintOrNull(row, 'subject_seq')];
  return textOf(row, 'kind') === 'MONEY_RECEIVED' && seq !== null
    ? { kind: 'MONEY_RECEIVED', accountId: id as m.AccountId, seq }
    : { kind: 'NEW_LOGIN', sessionId: id as m.SessionId };
}

const messageOf = (row: Row): ClaimedMessage => ({
  id: bigintOf(row, 'id'),
  customerId: bigintOf(row, 'customer_id') as m.CustomerId,
  subject: subjectOf(row),
  recipient: textOf(row, 'discord_user_id') as m.DiscordUserId,
  attempts: integerOf(row, 'attempts') + 1,
});

/**
 * Takes due messages for `leaseMs`, counting the attempt; what is not settled by then is due again,
 * here or in another process.
 */
export async function claimMessages(
  pool: Pool,
  options: { readonly limit: number; readonly leaseMs: number },
): Promise<ClaimedMessage[]> {
  const due = (await pool.rows(selectDue, [options.limit])).map(messageOf);
  if (due.length === 0) return [];
  return withTransaction(pool, async (tx) => {
    const wanted = withList(
      lockDue,
      due.map(({ id }) => id),
    );
    const locked = await tx.rows(wanted.sql, wanted.values);
    const ids = new Set(locked.map((row) => bigintOf(row, 'id')));
    if (ids.size === 0) return [];
    const lease = withList(leaseDue, [...ids]);
    await tx.write(lease.sql, [options.leaseMs * 1000, ...lease.values]);
    return due.filter(({ id }) => ids.has(id));
  });
}

export async function deleteMessage(pool: Pool, id: bigint): Promise<void> {
  await pool.write(deleteOne, [id]);
}

export async function postponeMessage(pool: Pool, id: bigint, delayMs: number): Promise<void> {
  await pool.write(postponeOne, [delayMs * 1000, id]);
}

export async function findMessage(
  reader: Reader,
  id: bigint,
): Promise<{ readonly kind: Subject['kind']; readonly attempts: number } | null> {
  const [row] = await reader.rows(selectOne, [id]);
  if (row === undefined) return null;
  return { kind: textOf(row, 'kind') as Subject['kind'], attempts: integerOf(row, 'attempts') };
}
