/** A booking writes one message, to the payee; the payer's is made when messages are claimed. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Pool } from '../../../db/pool.ts';
import { bigintOf } from '../../../db/rows.ts';
import { databaseNow } from '../../../db/time.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import type { PersonalSubject } from '../kinds/registry.ts';
import { insertMessages } from './outbox.ts';

/** Per transaction. */
const paymentsMax = 500;
const selectPayments = `
  SELECT id
  FROM outbox
  WHERE channel = 'BOTH'
  ORDER BY id
  LIMIT ${paymentsMax}`;
const lockPayments = `
  SELECT id
  FROM outbox
  WHERE id IN (:list) AND channel = 'BOTH'
  ORDER BY id
  FOR UPDATE SKIP LOCKED`;
const selectPayers = `
  SELECT a.customer_id, t.source_account_id, t.source_seq
  FROM outbox AS o
  JOIN entries AS e ON e.account_id = o.subject_id AND e.seq = o.subject_seq
  JOIN transactions AS t ON t.id = e.transaction_id
  JOIN accounts AS a ON a.id = t.source_account_id
  WHERE o.id IN (:list) AND a.customer_id IS NOT NULL
  ORDER BY o.id`;
const leaveToPayees = `
  UPDATE outbox
  SET channel = 'DM'
  WHERE id IN (:list)`;

interface Payer {
  readonly customerId: m.CustomerId;
  readonly subject: PersonalSubject;
}

async function payersOf(tx: Tx, ids: readonly bigint[]): Promise<Payer[]> {
  const { sql, values } = withList(selectPayers, ids);
  return (await tx.rows(sql, values)).map((row) => ({
    customerId: bigintOf(row, 'customer_id') as m.CustomerId,
    subject: {
      kind: 'MONEY_SENT',
      accountId: bigintOf(row, 'source_account_id') as m.AccountId,
      seq: bigintOf(row, 'source_seq'),
    },
  }));
}

/** Makes the message to the payer of each payment once, also when several processes do so. */
export async function tellPayers(pool: Pool, nextId: () => bigint): Promise<void> {
  const waiting = (await pool.rows(selectPayments)).map((row) => bigintOf(row, 'id'));
  if (waiting.length === 0) return;
  await withTransaction(pool, async (tx) => {
    const lock = withList(lockPayments, waiting);
    const ids = (await tx.rows(lock.sql, lock.values)).map((row) => bigintOf(row, 'id'));
    if (ids.length === 0) return;
    const payers = await payersOf(tx, ids);
    const messages = payers.map((payer) => ({ ...payer, id: nextId() }));
    await insertMessages(tx, messages, await databaseNow(tx));
    const leave = withList(leaveToPayees, ids);
    await tx.write(leave.sql, leave.values);
  });
}
