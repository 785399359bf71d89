import { withList } from '../../../db/text/placeholders.ts';
import type { Pool, Reader, Writer } from '../../../db/pool.ts';
import {
  bigintOf,
  booleanOf,
  bytesOf,
  bytesOrNull,
  instantOf,
  type Row,
  textOf,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { DiscordUserId } from '../../model/index.ts';

export type LinkState = 'OPEN' | 'TAKEN' | 'DONE';

export interface LinkRow {
  readonly id: bigint;
  readonly discordUserId: DiscordUserId;
  /** Null until a browser has opened it. */
  readonly browserHash: Buffer | null;
  readonly matchCode: string;
  readonly challenge: Buffer;
  readonly sealed: Buffer;
  readonly state: LinkState;
  readonly expiresAt: Date;
  readonly isExpired: boolean;
}

const insertOne = `
  INSERT INTO page_links
    (id, discord_user_id, token_hash, match_code, challenge, sealed, state, expires_at)
  VALUES (?, ?, ?, ?, ?, ?, 'OPEN', NOW(6) + INTERVAL ? MICROSECOND)`;
const selectSurplus = `
  SELECT id
  FROM page_links
  WHERE discord_user_id = ? AND state = 'OPEN'
  ORDER BY id DESC
  LIMIT 100 OFFSET ?`;
const endMany = `
  UPDATE page_links
  SET state = 'DONE'
  WHERE id IN (:list) AND state = 'OPEN'`;
const columns = `
  id, discord_user_id, browser_hash, match_code, challenge, sealed, state,
  expires_at AS ends_at, expires_at <= NOW(6) AS is_expired`;
const selectByToken = `
  SELECT ${columns}
  FROM page_links
  WHERE token_hash = ?`;
const selectById = `
  SELECT ${columns}
  FROM page_links
  WHERE id = ?`;
const bindOne = `
  UPDATE page_links
  SET browser_hash = ?
  WHERE id = ? AND browser_hash IS NULL AND state = 'OPEN' AND expires_at > NOW(6)`;
const warnOne = `
  UPDATE page_links
  SET warned_at = NOW(6)
  WHERE id = ? AND warned_at IS NULL`;
const takeOne = `
  UPDATE page_links
  SET state = 'TAKEN'
  WHERE id = ? AND browser_hash = ? AND state = 'OPEN' AND expires_at > NOW(6)`;
const releaseOne = `
  UPDATE page_links
  SET state = 'OPEN', challenge = ?
  WHERE id = ? AND state = 'TAKEN'`;
const finishOne = `
  UPDATE page_links
  SET state = 'DONE'
  WHERE id = ?`;
const deleteOld = `
  DELETE FROM page_links
  WHERE id < ?
  ORDER BY id
  LIMIT ?`;

const linkOf = (row: Row): LinkRow => ({
  id: bigintOf(row, 'id'),
  discordUserId: textOf(row, 'discord_user_id') as DiscordUserId,
  browserHash: bytesOrNull(row, 'browser_hash'),
  matchCode: textOf(row, 'match_code'),
  challenge: bytesOf(row, 'challenge'),
  sealed: bytesOf(row, 'sealed'),
  state: textOf(row, 'state') as LinkState,
  expiresAt: instantOf(row, 'ends_at'),
  isExpired: booleanOf(row, 'is_expired'),
});

/** The link lives `liveMs` by the clock of the database. */
export async function insertLink(
  tx: Tx,
  link: Pick<LinkRow, 'id' | 'discordUserId' | 'matchCode' | 'challenge' | 'sealed'> & {
    readonly tokenHash: Buffer;
    readonly liveMs: number;
  },
): Promise<void> {
  const { id, discordUserId, tokenHash, matchCode, challenge, sealed, liveMs } = link;
  const kept = [tokenHash, matchCode, challenge, sealed];
  await tx.write(insertOne, [id, discordUserId, ...kept, liveMs * 1000]);
}

/** Ends the person's open links except the newest `keep`. */
export async function endSurplusOf(tx: Tx, person: DiscordUserId, keep: number): Promise<void> {
  const rows = await tx.rows(selectSurplus, [person, keep]);
  if (rows.length === 0) return;
  const surplus = withList(
    endMany,
    rows.map((row) => bigintOf(row, 'id')),
  );
  await tx.write(surplus.sql, surplus.values);
}

export async function findByToken(reader: Reader, tokenHash: Buffer): Promise<LinkRow | null> {
  const [row] = await reader.rows(selectByToken, [tokenHash]);
  return row === undefined ? null : linkOf(row);
}

export async function findLink(reader: Reader, id: bigint): Promise<LinkRow | null> {
  const [row] = await reader.rows(selectById, [id]);
  return row === undefined ? null : linkOf(row);
}

/** No effect if another browser opened it first. */
export async function bindLink(writer: Writer, id: bigint, browserHash: Buffer): Promise<void> {
  await writer.write(bindOne, [browserHash, id]);
}

/** False from the second time on. */
export async function warnOfLink(writer: Writer, id: bigint): Promise<boolean> {
  return (await writer.write(warnOne, [id])).affectedRows > 0;
}

/** OPEN → TAKEN, once. */
export async function takeLink(writer: Writer, id: bigint, browserHash: Buffer): Promise<boolean> {
  return (await writer.write(takeOne, [id, browserHash])).affectedRows > 0;
}

/** TAKEN → OPEN, with a new challenge. */
export async function releaseLink(writer: Writer, id: bigint, challenge: Buffer): Promise<void> {
  await writer.write(releaseOne, [challenge, id]);
}

export async function finishLink(writer: Writer, id: bigint): Promise<void> {
  await writer.write(finishOne, [id]);
}

/** Deletes at most `limit` links with a smaller id; returns how many. */
export const pruneLinks = async (pool: Pool, before: bigint, limit: number): Promise<number> =>
  (await pool.write(deleteOld, [before, limit])).affectedRows;
