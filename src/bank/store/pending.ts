import { withList } from '../../db/placeholders.ts';
import type { Pool, Reader, Writer } from '../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  booleanOf,
  bytesOf,
  instantOf,
  textOf,
  type Row,
} from '../../db/rows.ts';
import { withTransaction, type Tx } from '../../db/transaction.ts';
import type * as m from '../model.ts';

export interface PendingRow {
  readonly id: m.RequestId;
  readonly discordUserId: m.DiscordUserId;
  readonly kind: 'DRAFT' | 'CONFIRM';
  readonly command: string;
  readonly payload: Buffer;
  /** EXPIRED is not stored: it is what OPEN becomes with time. */
  readonly state: 'OPEN' | 'TAKEN' | 'DONE' | 'CANCELLED' | 'EXPIRED';
  readonly sessionId: m.SessionId | null;
  /** A mark of the call that took it. */
  readonly takenBy: bigint | null;
  readonly expiresAt: Date;
  readonly needsProof: boolean;
  /** The session that proved itself for it. */
  readonly provedSessionId: m.SessionId | null;
}

export type NewPending = Pick<
  PendingRow,
  'id' | 'discordUserId' | 'kind' | 'command' | 'payload' | 'needsProof'
> & { readonly liveMs: number };

const pendingColumns = `id, discord_user_id, kind, command, payload,
    IF(state = 'OPEN' AND expires_at <= NOW(6), 'EXPIRED', state) AS state,
    session_id, taken_by, expires_at, needs_proof, proved_session_id`;
const insertRow = `
  INSERT INTO pending
    (id, discord_user_id, kind, command, payload, needs_proof, state, expires_at)
  VALUES (?, ?, ?, ?, ?, ?, 'OPEN', NOW(6) + INTERVAL ? MICROSECOND)`;
const selectSurplus = `
  SELECT id
  FROM pending
  WHERE discord_user_id = ? AND state = 'OPEN'
  ORDER BY id DESC
  LIMIT 100 OFFSET ?`;
const cancelSurplus = `
  UPDATE pending
  SET state = 'CANCELLED'
  WHERE id IN (:list) AND state = 'OPEN'`;
const selectOne = `
  SELECT ${pendingColumns}
  FROM pending
  WHERE id = ? AND discord_user_id = ?`;
const takeOne = `
  UPDATE pending
  SET state = 'TAKEN', taken_at = NOW(6), taken_by = ?, session_id = ?
  WHERE id = ? AND discord_user_id = ? AND state = 'OPEN' AND expires_at > NOW(6)
    AND (NOT needs_proof OR proved_session_id = ?)`;
const proveOne = `
  UPDATE pending
  SET proved_session_id = ?
  WHERE id = ? AND discord_user_id = ? AND state = 'OPEN' AND expires_at > NOW(6)`;
const cancelOne = `
  UPDATE pending
  SET state = 'CANCELLED'
  WHERE id = ? AND discord_user_id = ? AND state = 'OPEN'`;
const settleOne = `
  UPDATE pending
  SET state = ?
  WHERE id = ? AND state = 'TAKEN'`;
const selectUnsettled = `
  SELECT ${pendingColumns}
  FROM pending
  WHERE state = 'TAKEN' AND taken_at <= NOW(6) - INTERVAL ? MICROSECOND
    AND (claimed_until IS NULL OR claimed_until <= NOW(6))
  ORDER BY taken_at
  LIMIT ?
  FOR UPDATE SKIP LOCKED`;
const claimRows = `
  UPDATE pending
  SET claimed_until = NOW(6) + INTERVAL ? MICROSECOND
  WHERE id IN (:list)`;
const deleteOld = `
  DELETE FROM pending
  WHERE id < ? AND state <> 'TAKEN'
  ORDER BY id
  LIMIT ?`;

const pendingOf = (row: Row): PendingRow => ({
  id: bigintOf(row, 'id') as m.RequestId,
  discordUserId: textOf(row, 'discord_user_id') as m.DiscordUserId,
  kind: textOf(row, 'kind') as PendingRow['kind'],
  command: textOf(row, 'command'),
  payload: bytesOf(row, 'payload'),
  state: textOf(row, 'state') as PendingRow['state'],
  sessionId: bigintOrNull(row, 'session_id') as m.SessionId | null,
  takenBy: bigintOrNull(row, 'taken_by'),
  expiresAt: instantOf(row, 'expires_at'),
  needsProof: booleanOf(row, 'needs_proof'),
  provedSessionId: bigintOrNull(row, 'proved_session_id') as m.SessionId | null,
});

export async function insertPending(tx: Tx, pending: NewPending): Promise<void> {
  const { id, discordUserId, kind, command, payload, needsProof, liveMs } = pending;
  const kept = [kind, command, payload, needsProof];
  await tx.write(insertRow, [id, discordUserId, ...kept, liveMs * 1000]);
}

/** The person's open rows beyond the newest `keep` are cancelled. */
export async function cancelSurplusOf(
  tx: Tx,
  discordUserId: m.DiscordUserId,
  keep: number,
): Promise<void> {
  const rows = await tx.rows(selectSurplus, [discordUserId, keep]);
  if (rows.length === 0) return;
  const surplus = withList(
    cancelSurplus,
    rows.map((row) => bigintOf(row, 'id')),
  );
  await tx.write(surplus.sql, surplus.values);
}

export async function findPending(
  reader: Reader,
  id: m.RequestId,
  discordUserId: m.DiscordUserId,
): Promise<PendingRow | null> {
  const [row] = await reader.rows(selectOne, [id, discordUserId]);
  return row === undefined ? null : pendingOf(row);
}

/** Of an open row: the session has proved itself. */
export async function provePending(
  writer: Writer,
  proved: {
    readonly id: m.RequestId;
    readonly discordUserId: m.DiscordUserId;
    readonly sessionId: m.SessionId;
  },
): Promise<void> {
  await writer.write(proveOne, [proved.sessionId, proved.id, proved.discordUserId]);
}

/**
 * OPEN → TAKEN, marked with `takenBy`; does nothing to any other state, nor where a proof is
 * missing that the card needs.
 */
export async function takePending(
  writer: Writer,
  take: {
    readonly id: m.RequestId;
    readonly discordUserId: m.DiscordUserId;
    readonly takenBy: bigint;
    readonly sessionId: m.SessionId | null;
  },
): Promise<void> {
  const { id, discordUserId, takenBy, sessionId } = take;
  await writer.write(takeOne, [takenBy, sessionId, id, discordUserId, sessionId]);
}

export async function cancelPending(
  writer: Writer,
  id: m.RequestId,
  discordUserId: m.DiscordUserId,
): Promise<boolean> {
  const { affectedRows } = await writer.write(cancelOne, [id, discordUserId]);
  return affectedRows > 0;
}

export async function settlePending(
  writer: Writer,
  id: m.RequestId,
  outcome: 'DONE' | 'CANCELLED',
): Promise<void> {
  await writer.write(settleOne, [outcome, id]);
}

/** Rows taken long ago and not settled; nobody else gets them for `leaseMs`. */
export async function claimUnsettled(
  pool: Pool,
  options: { readonly olderThanMs: number; readonly limit: number; readonly leaseMs: number },
): Promise<PendingRow[]> {
  return withTransaction(pool, async (tx) => {
    const found = await tx.rows(selectUnsettled, [options.olderThanMs * 1000, options.limit]);
    if (found.length === 0) return [];
    const rows = found.map(pendingOf);
    const claim = withList(
      claimRows,
      rows.map(({ id }) => id),
    );
    await tx.write(claim.sql, [options.leaseMs * 1000, ...claim.values]);
    return rows;
  });
}

/** Removes rows whose ids are older; those still unsettled stay until they are. */
export async function deletePendingBefore(
  writer: Writer,
  id: bigint,
  limit: number,
): Promise<void> {
  await writer.write(deleteOld, [id, limit]);
}
