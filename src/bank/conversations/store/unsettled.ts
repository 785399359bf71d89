/** Confirmed actions without an outcome: TAKEN ones are run again, STUCK ones wait for staff. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Pool, Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  integerOf,
  bigintOrNull,
  booleanOf,
  instantOf,
  type Row,
  textOf,
} from '../../../db/rows.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';

export interface UnsettledRow {
  readonly id: m.RequestId;
  readonly discordUserId: m.DiscordUserId;
  readonly command: string;
  readonly state: 'TAKEN' | 'STUCK';
  /** The customer of the session that took it; null when taken without one. */
  readonly customerId: m.CustomerId | null;
  readonly takenAt: Date;
  /** Taken so recently that a process may still be running it. */
  readonly isFresh: boolean;
}

const selectUnsettled = `
  SELECT id
  FROM pending
  WHERE state = 'TAKEN' AND taken_at <= NOW(6) - INTERVAL ? MICROSECOND
    AND (claimed_until IS NULL OR claimed_until <= NOW(6))
  ORDER BY taken_at
  LIMIT ?
  FOR UPDATE SKIP LOCKED`;
const claimRows = `
  UPDATE pending
  SET claimed_until = NOW(6) + INTERVAL ? MICROSECOND, attempts = attempts + 1
  WHERE id IN (:list)`;
const unsettledColumns = `
    p.id, p.discord_user_id, p.command, p.state, p.taken_at, s.customer_id,
    p.taken_at > NOW(6) - INTERVAL ? MICROSECOND AS is_fresh`;
const unsettledTables = `
  FROM pending AS p
  LEFT JOIN sessions AS s ON s.id = p.session_id`;
const lockRow = `
  SELECT id
  FROM pending
  WHERE id = ?
  FOR UPDATE`;
const selectOne = `
  SELECT ${unsettledColumns} ${unsettledTables}
  WHERE p.id = ? AND p.state IN ('TAKEN', 'STUCK')`;
const selectStuck = `
  SELECT ${unsettledColumns} ${unsettledTables}
  WHERE p.state = 'STUCK' AND p.id > ?
  ORDER BY p.id
  LIMIT ?`;
const countAll = `
  SELECT COUNT(*) AS stuck
  FROM pending
  WHERE state = 'STUCK'`;
const selectOwner = `
  SELECT COALESCE(s.customer_id, c.id) AS customer_id
  FROM pending AS p
  LEFT JOIN sessions AS s ON s.id = p.session_id
  LEFT JOIN customers AS c ON c.discord_user_id = p.discord_user_id
  WHERE p.id = ?`;
const updateState = `
  UPDATE pending
  SET state = ?, attempts = 0, claimed_until = NULL
  WHERE id = ?`;
// MariaDB has no FOR SHARE; MySQL still accepts the older syntax.
const traces = ['transactions', 'approvals', 'audit', 'payment_requests', 'orders'].map(
  (table) => `
  SELECT id
  FROM ${table}
  WHERE id = ?`,
);
const waiting = `
  LOCK IN SHARE MODE`;

const unsettledOf = (row: Row): UnsettledRow => ({
  id: bigintOf(row, 'id') as m.RequestId,
  discordUserId: textOf(row, 'discord_user_id') as m.DiscordUserId,
  command: textOf(row, 'command'),
  state: textOf(row, 'state') as UnsettledRow['state'],
  customerId: bigintOrNull(row, 'customer_id') as m.CustomerId | null,
  takenAt: instantOf(row, 'taken_at'),
  isFresh: booleanOf(row, 'is_fresh'),
});

/**
 * Claims rows taken at least `olderThanMs` ago and not settled, and counts an attempt; no other
 * process gets them for `leaseMs`.
 */
export async function claimUnsettled(
  pool: Pool,
  options: { readonly olderThanMs: number; readonly limit: number; readonly leaseMs: number },
): Promise<m.RequestId[]> {
  return withTransaction(pool, async (tx) => {
    const found = await tx.rows(selectUnsettled, [options.olderThanMs * 1000, options.limit]);
    if (found.length === 0) return [];
    const ids = found.map((row) => bigintOf(row, 'id') as m.RequestId);
    const claim = withList(claimRows, ids);
    await tx.write(claim.sql, [options.leaseMs * 1000, ...claim.values]);
    return ids;
  });
}

/** Null when settled or never taken. Fresh: taken less than `freshMs` ago. */
export async function lockUnsettled(
  tx: Tx,
  id: m.RequestId,
  freshMs: number,
): Promise<UnsettledRow | null> {
  await tx.rows(lockRow, [id]);
  return findUnsettled(tx, id, freshMs);
}

export async function findUnsettled(
  reader: Reader,
  id: m.RequestId,
  freshMs: number,
): Promise<UnsettledRow | null> {
  const [row] = await reader.rows(selectOne, [freshMs * 1000, id]);
  return row === undefined ? null : unsettledOf(row);
}

/** Oldest first, with ids above `after`. */
export async function stuckRows(
  reader: Reader,
  { after, limit, freshMs }: { after: bigint; limit: number; freshMs: number },
): Promise<UnsettledRow[]> {
  return (await reader.rows(selectStuck, [freshMs * 1000, after, limit])).map(unsettledOf);
}

/** The customer who took the row, or whose card it is; null: the person is no customer. */
export async function customerOf(reader: Reader, id: m.RequestId): Promise<m.CustomerId | null> {
  const [row] = await reader.rows(selectOwner, [id]);
  return row === undefined ? null : (bigintOrNull(row, 'customer_id') as m.CustomerId | null);
}

/** The row must be locked; resets its attempts. */
export async function moveUnsettled(
  tx: Tx,
  id: m.RequestId,
  state: 'TAKEN' | 'STUCK' | 'DONE' | 'CANCELLED',
): Promise<void> {
  await tx.write(updateState, [state, id]);
}

/**
 * Whether the request has happened: a transaction, an approval request, an audit row, a request for
 * money or a standing order has the request's id.
 */
export async function hasHappened(reader: Reader, id: m.RequestId): Promise<boolean> {
  for (const select of traces) if ((await reader.rows(select, [id])).length > 0) return true;
  return false;
}

/** The same, but waits for running database transactions that may still write such a row. */
export async function hasHappenedSurely(tx: Tx, id: m.RequestId): Promise<boolean> {
  for (const select of traces) {
    if ((await tx.rows(select + waiting, [id])).length > 0) return true;
  }
  return false;
}

export async function countStuckConfirmations(reader: Reader): Promise<number> {
  const [row] = await reader.rows(countAll);
  return row === undefined ? 0 : integerOf(row, 'stuck');
}
