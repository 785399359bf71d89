import { withList } from '../../../db/text/placeholders.ts';
import type { Pool, Reader, Writer } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  booleanOf,
  bytesOf,
  instantOf,
  integerOf,
  type Row,
  textOf,
} from '../../../db/rows.ts';
import type { Statement } from '../../../db/text/statement.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import type { SessionLimits } from '../../model/index.ts';
import { sessionColumns, sessionOf } from '../../people/index.ts';

export interface PendingRow {
  readonly id: m.RequestId;
  readonly discordUserId: m.DiscordUserId;
  readonly kind: 'DRAFT' | 'CONFIRM';
  readonly command: string;
  readonly payload: Buffer;
  /** EXPIRED is not stored: an OPEN row past `expiresAt`. */
  readonly state: 'OPEN' | 'TAKEN' | 'DONE' | 'CANCELLED' | 'STUCK' | 'EXPIRED';
  /** The session that took it, also after its end. */
  readonly session: m.Session | null;
  /** Identifies the call that took it. */
  readonly takenBy: bigint | null;
  /** How often it was claimed for another run. */
  readonly attempts: number;
  readonly expiresAt: Date;
  readonly needsProof: boolean;
  /** The session that gave the proof. */
  readonly provedSessionId: m.SessionId | null;
}

export type NewPending = Pick<
  PendingRow,
  'id' | 'discordUserId' | 'kind' | 'command' | 'payload' | 'needsProof'
> & { readonly liveMs: number };

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
const selectOpen = `
  SELECT id
  FROM pending
  WHERE id >= ? AND state = 'OPEN'
  ORDER BY id DESC
  LIMIT ?`;
const selectMany = `
  SELECT p.id, p.discord_user_id, p.kind, p.command, p.payload,
    IF(p.state = 'OPEN' AND p.expires_at <= NOW(6), 'EXPIRED', p.state) AS state,
    p.taken_by, p.attempts, p.expires_at AS open_until, p.needs_proof, p.proved_session_id, ${sessionColumns}
  FROM pending AS p
  LEFT JOIN sessions AS s ON s.id = p.session_id
  WHERE p.id IN (:list)`;
const takeOne = `
  UPDATE pending
  SET state = 'TAKEN', taken_at = NOW(6), taken_by = ?, session_id = ?
  WHERE id = ? AND discord_user_id = ? AND state = 'OPEN' AND expires_at > NOW(6)
    AND (NOT needs_proof OR proved_session_id = ?)`;
const proveOne = `
  UPDATE pending
  SET proved_session_id = ?
  WHERE id = ? AND discord_user_id = ? AND state = 'OPEN' AND expires_at > NOW(6)`;
const requireOne = `
  UPDATE pending
  SET needs_proof = TRUE
  WHERE id = ? AND discord_user_id = ? AND state = 'OPEN'`;
const cancelOne = `
  UPDATE pending
  SET state = 'CANCELLED'
  WHERE id = ? AND discord_user_id = ? AND state = 'OPEN'`;
const settleMany = `
  UPDATE pending
  SET state = ?
  WHERE id IN (:list) AND state = 'TAKEN'`;
const deleteOld = `
  DELETE FROM pending
  WHERE id < ? AND state NOT IN ('TAKEN', 'STUCK')
  ORDER BY id
  LIMIT ?`;

const pendingOf = (row: Row, limits: SessionLimits): PendingRow => ({
  id: bigintOf(row, 'id') as m.RequestId,
  discordUserId: textOf(row, 'discord_user_id') as m.DiscordUserId,
  kind: textOf(row, 'kind') as PendingRow['kind'],
  command: textOf(row, 'command'),
  payload: bytesOf(row, 'payload'),
  state: textOf(row, 'state') as PendingRow['state'],
  session: bigintOrNull(row, 'session_id') === null ? null : sessionOf(row, limits),
  takenBy: bigintOrNull(row, 'taken_by'),
  attempts: integerOf(row, 'attempts'),
  expiresAt: instantOf(row, 'open_until'),
  needsProof: booleanOf(row, 'needs_proof'),
  provedSessionId: bigintOrNull(row, 'proved_session_id') as m.SessionId | null,
});

export async function insertPending(tx: Tx, pending: NewPending): Promise<void> {
  const { id, discordUserId, kind, command, payload, needsProof, liveMs } = pending;
  const kept = [kind, command, payload, needsProof];
  await tx.write(insertRow, [id, discordUserId, ...kept, liveMs * 1000]);
}

/** Cancels the person's open rows except the newest `keep`. */
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

/** Cards and drafts without an answer, also expired ones, with at least this id; newest first. */
export async function findOpen(
  reader: Reader,
  from: bigint,
  limit: number,
): Promise<readonly m.RequestId[]> {
  const rows = await reader.rows(selectOpen, [from, limit]);
  return rows.map((row) => bigintOf(row, 'id') as m.RequestId);
}

export type PendingRows = ReadonlyMap<m.RequestId, PendingRow>;

const selectStatement = (ids: readonly m.RequestId[]): Statement => withList(selectMany, ids);

const byId = (rows: readonly Row[], limits: SessionLimits): PendingRows =>
  new Map(rows.map((row) => pendingOf(row, limits)).map((row) => [row.id, row]));

export async function findPendings(
  reader: Reader,
  ids: readonly m.RequestId[],
  limits: SessionLimits,
): Promise<PendingRows> {
  const { sql, values } = selectStatement(ids);
  return byId(await reader.rows(sql, values), limits);
}

/** Notes the proof on an open row. */
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

/** An open row can then only be taken with a proof. */
export async function requireProof(
  writer: Writer,
  id: m.RequestId,
  discordUserId: m.DiscordUserId,
): Promise<void> {
  await writer.write(requireOne, [id, discordUserId]);
}

export interface Take {
  readonly id: m.RequestId;
  readonly discordUserId: m.DiscordUserId;
  readonly takenBy: bigint;
  readonly sessionId: m.SessionId | null;
}

/**
 * OPEN → TAKEN, each marked with `takenBy`; rows in another state or without the proof they need
 * stay unchanged. Returns the current rows.
 */
export async function takePendings(
  pool: Pool,
  takes: readonly Take[],
  limits: SessionLimits,
): Promise<PendingRows> {
  // The same order in all processes prevents deadlocks.
  const inOrder = takes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const statements = inOrder.map(({ id, discordUserId, takenBy, sessionId }) => ({
    sql: takeOne,
    values: [takenBy, sessionId, id, discordUserId, sessionId],
  }));
  const ids = takes.map(({ id }) => id);
  return withTransaction(pool, async (tx) =>
    byId(await tx.writeAndRead(statements, selectStatement(ids)), limits),
  );
}

export async function cancelPending(
  writer: Writer,
  id: m.RequestId,
  discordUserId: m.DiscordUserId,
): Promise<boolean> {
  const { affectedRows } = await writer.write(cancelOne, [id, discordUserId]);
  return affectedRows > 0;
}

export async function settlePendings(
  writer: Writer,
  ids: readonly m.RequestId[],
  outcome: 'DONE' | 'CANCELLED',
): Promise<void> {
  const { sql, values } = withList(settleMany, ids);
  await writer.write(sql, [outcome, ...values]);
}

/** Deletes rows with smaller ids, except unsettled ones; returns how many. */
export async function deletePendingBefore(
  writer: Writer,
  id: bigint,
  limit: number,
): Promise<number> {
  return (await writer.write(deleteOld, [id, limit])).affectedRows;
}
