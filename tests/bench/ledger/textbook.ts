/**
 * A transfer as in tutorials: one connection, one transaction, rows locked in order,
 * prepared statements, as few of them as the rows allow. It checks funds and status and nothing
 * else: no session, no limits, no earlier booking but by the primary key.
 */
import { connectionsFor, someFingerprint, type Contender } from './contender.ts';
import { driverPool, ended } from './driver.ts';

export const selectLocked = `
  SELECT id, status, balance, held, last_seq
  FROM accounts
  WHERE id IN (?, ?)
  ORDER BY id
  FOR UPDATE`;
const insertTransaction = `
  INSERT INTO transactions
    (id, kind, customer_id, initiator_id, fingerprint, source_account_id, source_seq,
     target_account_id, target_seq, amount, booked_at)
  VALUES (?, 'TRANSFER', ?, ?, ?, ?, ?, ?, ?, ?, NOW(6))`;
const insertEntries = `
  INSERT INTO entries
    (account_id, seq, transaction_id, kind, amount, balance_after, counterparty_account_id, memo,
     booked_at)
  VALUES (?, ?, ?, 'TRANSFER', ?, ?, ?, ?, NOW(6)), (?, ?, ?, 'TRANSFER', ?, ?, ?, ?, NOW(6))`;
const insertMessage = `
  INSERT INTO outbox (id, customer_id, kind, subject_id, subject_seq, due_at)
  VALUES (?, ?, 'MONEY_RECEIVED', ?, ?, NOW(6))`;
// The payer's day counter is set before counted_day, from which it is computed.
const updateBoth = `
  UPDATE accounts
  SET balance = balance + IF(id = ?, ?, ?), last_seq = last_seq + 1,
    paid_out_that_day =
      IF(counted_day = CURRENT_DATE, paid_out_that_day, 0) + IF(id = ?, ?, 0),
    deposited_that_day = IF(counted_day = CURRENT_DATE, deposited_that_day, 0),
    counted_day = CURRENT_DATE
  WHERE id IN (?, ?)`;

interface LockedAccount {
  readonly id: string;
  readonly status: string;
  readonly balance: string;
  readonly held: string;
  readonly last_seq: string;
}

export const textbook: Contender = {
  name: 'textbook transaction (mysql2)',
  open: async ({ address, nextId, callers }) => {
    const driver = driverPool(address, connectionsFor(callers));
    const pool = driver.promise();
    return {
      transfer: async ({ from, to, amount, memo }) => {
        const connection = await pool.getConnection();
        try {
          await connection.beginTransaction();
          const [rows] = await connection.execute(selectLocked, [from.accountId, to.accountId]);
          const accounts = rows as unknown as LockedAccount[];
          const source = accounts.find((account) => BigInt(account.id) === from.accountId);
          const target = accounts.find((account) => BigInt(account.id) === to.accountId);
          if (source?.status !== 'OPEN' || target === undefined) throw new Error('refused');
          const balance = BigInt(source.balance);
          if (balance - BigInt(source.held) < amount) throw new Error('funds');
          const id = nextId();
          const sourceSeq = BigInt(source.last_seq) + 1n;
          const targetSeq = BigInt(target.last_seq) + 1n;
          await connection.execute(insertTransaction, [
            id,
            from.session.customerId,
            from.session.id,
            someFingerprint,
            from.accountId,
            sourceSeq,
            to.accountId,
            targetSeq,
            amount,
          ]);
          await connection.execute(insertEntries, [
            from.accountId,
            sourceSeq,
            id,
            -amount,
            balance - amount,
            to.accountId,
            memo,
            to.accountId,
            targetSeq,
            id,
            amount,
            BigInt(target.balance) + amount,
            from.accountId,
            memo,
          ]);
          await connection.execute(insertMessage, [
            nextId(),
            to.session.customerId,
            to.accountId,
            targetSeq,
          ]);
          await connection.execute(updateBoth, [
            from.accountId,
            -amount,
            amount,
            from.accountId,
            amount,
            from.accountId,
            to.accountId,
          ]);
          await connection.commit();
        } catch (error) {
          await connection.rollback();
          throw error;
        } finally {
          connection.release();
        }
      },
      close: async () => ended(driver),
    };
  },
};
