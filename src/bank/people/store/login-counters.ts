import { integerOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';

export interface CounterKey {
  /**
   * ACCOUNT: the bound person's own failures. PERSON: a Discord user's failures elsewhere. CODES
   * counts nothing: its lock makes a Discord user's requests for codes come one after the other.
   */
  readonly scope: 'ACCOUNT' | 'PERSON' | 'CODES';
  readonly subject: string;
}

export interface LoginCounter {
  /** Without those that are long enough ago to be forgotten. */
  readonly failures: number;
  /** 0 when another attempt is welcome. */
  readonly lockedForMs: number;
}

// IGNORE would take a shared lock on an existing row; parallel attempts that then ask for the
// exclusive lock would deadlock.
const insertCounter = `
  INSERT INTO login_counters (scope, subject, failures, failed_at, locked_until)
  VALUES (?, ?, 0, NOW(6), NOW(6))
  ON DUPLICATE KEY UPDATE failures = failures`;
const selectCounter = `
  SELECT
    IF(failed_at > NOW(6) - INTERVAL ? MICROSECOND, failures, 0) AS failures,
    GREATEST(0, TIMESTAMPDIFF(MICROSECOND, NOW(6), locked_until) DIV 1000) AS locked_for_ms
  FROM login_counters
  WHERE scope = ? AND subject = ?
  FOR UPDATE`;
const updateCounter = `
  UPDATE login_counters
  SET failures = ?, failed_at = NOW(6), locked_until = NOW(6) + INTERVAL ? MICROSECOND
  WHERE scope = ? AND subject = ?`;
const deleteCounter = `
  DELETE FROM login_counters
  WHERE scope = ? AND subject = ?`;

/** Locks the counter until the end of the transaction, so that guesses are judged one by one. */
export async function lockCounter(
  tx: Tx,
  key: CounterKey,
  forgottenAfterMs: number,
): Promise<LoginCounter> {
  await tx.write(insertCounter, [key.scope, key.subject]);
  const [row] = await tx.rows(selectCounter, [forgottenAfterMs * 1000, key.scope, key.subject]);
  return {
    failures: integerOf(row ?? {}, 'failures'),
    lockedForMs: integerOf(row ?? {}, 'locked_for_ms'),
  };
}

export async function saveCounter(tx: Tx, key: CounterKey, counter: LoginCounter): Promise<void> {
  await tx.write(updateCounter, [
    counter.failures,
    counter.lockedForMs * 1000,
    key.scope,
    key.subject,
  ]);
}

export async function clearCounter(tx: Tx, key: CounterKey): Promise<void> {
  await tx.write(deleteCounter, [key.scope, key.subject]);
}
