import type { Pool } from '../../../db/pool.ts';
import { integerOf, textOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';

export interface CounterKey {
  /**
   * ACCOUNT: failures of the account's own Discord user. PERSON: a Discord user's failures on other
   * accounts. CODES counts nothing: its lock serialises a Discord user's requests for codes.
   */
  readonly scope: 'ACCOUNT' | 'PERSON' | 'CODES';
  readonly subject: string;
}

export interface LoginCounter {
  /** Without those older than `forgottenAfterMs`. */
  readonly failures: number;
  /** 0 when another attempt is allowed. */
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
const selectForgotten = `
  SELECT scope, subject
  FROM login_counters
  WHERE failed_at < NOW(6) - INTERVAL ? MICROSECOND
  LIMIT ?`;
const deleteForgotten = `
  DELETE FROM login_counters
  WHERE scope = ? AND subject = ? AND failed_at < NOW(6) - INTERVAL ? MICROSECOND`;

/** Locks the counter until the transaction ends, so that attempts are judged one by one. */
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

/** Deletes at most `limit` counters whose last failure is so long ago; how many. */
export async function deleteCounters(
  pool: Pool,
  { olderThanMs, limit }: { readonly olderThanMs: number; readonly limit: number },
): Promise<number> {
  // Row by row: a scan that deletes would wait for every login under way.
  const rows = await pool.rows(selectForgotten, [olderThanMs * 1000, limit]);
  for (const row of rows) {
    const key = [textOf(row, 'scope'), textOf(row, 'subject')];
    await pool.write(deleteForgotten, [...key, olderThanMs * 1000]);
  }
  return rows.length;
}
