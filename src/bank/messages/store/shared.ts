/** A message to the members of a shared account is one row until messages are claimed. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Pool } from '../../../db/pool.ts';
import { bigintOf, type Row } from '../../../db/rows.ts';
import { databaseNow } from '../../../db/time.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import type { Subject } from '../kinds/registry.ts';
import { insertMessages, knownKindsClause, subjectIn } from './outbox.ts';

/** Per transaction. */
const messagesMax = 100;
const selectWaiting = `
  SELECT id
  FROM outbox
  WHERE channel = 'SHARED' AND kind IN ${knownKindsClause}
  ORDER BY id
  LIMIT ${messagesMax}`;
const lockWaiting = `
  SELECT id, kind, subject_id, subject_seq, customer_id
  FROM outbox
  WHERE id IN (:list) AND channel = 'SHARED'
  ORDER BY id
  FOR UPDATE SKIP LOCKED`;
const selectMembers = `
  SELECT customer_id
  FROM shared_members
  WHERE holder_id = ?`;
// Those who answer for the account, and the member who moved the money; of a standing order, its
// owner has another message.
const selectConcerned = `
  SELECT p.customer_id
  FROM shared_members AS p
  WHERE p.holder_id = ? AND (p.role = 'MANAGER' OR p.customer_id = (
    SELECT t.customer_id
    FROM entries AS e
    JOIN transactions AS t ON t.id = e.transaction_id
    WHERE e.account_id = ? AND e.seq = ? AND t.initiator_kind <> 'ORDER'))`;
const deleteMany = `
  DELETE FROM outbox
  WHERE id IN (:list)`;

async function membersFor(tx: Tx, holderId: bigint, subject: Subject): Promise<m.CustomerId[]> {
  const rows =
    subject.kind === 'SHARED_MOVED'
      ? await tx.rows(selectConcerned, [holderId, subject.accountId, subject.seq])
      : await tx.rows(selectMembers, [holderId]);
  return rows.map((row) => bigintOf(row, 'customer_id') as m.CustomerId);
}

async function copiesOf(tx: Tx, row: Row, nextId: () => bigint) {
  const stored = subjectIn(row);
  // A freeze of the shared account says of which account it is.
  const subject: Subject =
    stored.kind === 'SECURITY' ? { kind: 'SHARED_CHANGED', auditId: stored.auditId } : stored;
  const members = await membersFor(tx, bigintOf(row, 'customer_id'), subject);
  return members.map((customerId) => ({ id: nextId(), customerId, subject }));
}

/** Makes a message for each member once, also when several processes do so. */
export async function spreadShared(pool: Pool, nextId: () => bigint): Promise<void> {
  const waiting = (await pool.rows(selectWaiting)).map((row) => bigintOf(row, 'id'));
  if (waiting.length === 0) return;
  await withTransaction(pool, async (tx) => {
    const lock = withList(lockWaiting, waiting);
    const rows = await tx.rows(lock.sql, lock.values);
    if (rows.length === 0) return;
    const at = await databaseNow(tx);
    for (const row of rows) await insertMessages(tx, await copiesOf(tx, row, nextId), at);
    const done = withList(
      deleteMany,
      rows.map((row) => bigintOf(row, 'id')),
    );
    await tx.write(done.sql, done.values);
  });
}
