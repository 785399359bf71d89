/**
 * The whole transfer inside the server: one round trip, one call, the same checks as the textbook.
 */
import { connectionsFor, someFingerprint, type Contender } from './contender.ts';
import { driverPool, ended } from './driver.ts';

const dropProcedure = 'DROP PROCEDURE IF EXISTS bench_transfer';
const createProcedure = `
  CREATE PROCEDURE bench_transfer(
    IN the_id BIGINT, IN message_id BIGINT, IN the_customer BIGINT, IN the_session BIGINT,
    IN the_fingerprint BINARY(32), IN source BIGINT, IN target BIGINT, IN payee_customer BIGINT,
    IN the_amount BIGINT, IN the_memo VARCHAR(140))
  BEGIN
    DECLARE source_balance, source_held, source_last, target_balance, target_last BIGINT;
    DECLARE source_status VARCHAR(10);
    DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
    START TRANSACTION;
    IF source < target THEN
      SELECT balance, held, last_seq, status
        INTO source_balance, source_held, source_last, source_status
        FROM accounts WHERE id = source FOR UPDATE;
      SELECT balance, last_seq INTO target_balance, target_last
        FROM accounts WHERE id = target FOR UPDATE;
    ELSE
      SELECT balance, last_seq INTO target_balance, target_last
        FROM accounts WHERE id = target FOR UPDATE;
      SELECT balance, held, last_seq, status
        INTO source_balance, source_held, source_last, source_status
        FROM accounts WHERE id = source FOR UPDATE;
    END IF;
    IF source_status <> 'OPEN' OR source_balance - source_held < the_amount THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'refused';
    END IF;
    INSERT INTO transactions
      (id, kind, customer_id, initiator_id, fingerprint, source_account_id, source_seq,
       target_account_id, target_seq, amount, booked_at)
    VALUES (the_id, 'TRANSFER', the_customer, the_session, the_fingerprint, source,
      source_last + 1, target, target_last + 1, the_amount, NOW(6));
    INSERT INTO entries
      (account_id, seq, transaction_id, kind, amount, balance_after, counterparty_account_id,
       memo, booked_at)
    VALUES
      (source, source_last + 1, the_id, 'TRANSFER', -the_amount, source_balance - the_amount,
       target, the_memo, NOW(6)),
      (target, target_last + 1, the_id, 'TRANSFER', the_amount, target_balance + the_amount,
       source, the_memo, NOW(6));
    INSERT INTO outbox (id, customer_id, kind, subject_id, subject_seq, due_at)
    VALUES (message_id, payee_customer, 'MONEY_RECEIVED', target, target_last + 1, NOW(6));
    UPDATE accounts
    SET balance = source_balance - the_amount, last_seq = source_last + 1,
      paid_out_that_day =
        IF(counted_day = CURRENT_DATE, paid_out_that_day, 0) + the_amount,
      counted_day = CURRENT_DATE
    WHERE id = source;
    UPDATE accounts
    SET balance = target_balance + the_amount, last_seq = target_last + 1
    WHERE id = target;
    COMMIT;
  END`;

export const procedure: Contender = {
  name: 'stored procedure',
  open: async ({ address, nextId, callers }) => {
    const driver = driverPool(address, connectionsFor(callers));
    const pool = driver.promise();
    await pool.query(dropProcedure);
    await pool.query(createProcedure);
    return {
      transfer: async ({ from, to, amount, memo }) =>
        pool.execute('CALL bench_transfer(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
          nextId(),
          nextId(),
          from.session.customerId,
          from.session.id,
          someFingerprint,
          from.accountId,
          to.accountId,
          to.session.customerId,
          amount,
          memo,
        ]),
      close: async () => ended(driver),
    };
  },
};
