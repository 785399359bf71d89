import type { Reader, Writer } from '../../../db/pool.ts';
import {
  bigintOf,
  instantOf,
  instantOrNull,
  integerOf,
  type Row,
  textOf,
  textOrNull,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import { readingClause, readingTimes } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import { sessionEnds, type SessionLimits, type SessionTimes } from '../../model/index.ts';

export interface NewSession {
  readonly id: m.SessionId;
  readonly customerId: m.CustomerId;
  readonly discordUserId: m.DiscordUserId;
  readonly place: m.Place;
}

/** For `sessionOf`. */
export const sessionColumns = `
    s.id AS session_id, s.customer_id AS session_customer_id,
    s.discord_user_id AS session_discord_user_id, s.guild_id, s.channel_id, s.created_at,
    s.last_seen_at, s.proved_at, s.ended_at, NOW(6) AS session_read_at`;
const insertRow = `
  INSERT INTO sessions
    (id, customer_id, discord_user_id, guild_id, channel_id, created_at, last_seen_at,
     live_customer_id)
  VALUES (?, ?, ?, ?, ?, NOW(6), NOW(6), ?)`;
const endLive = `
  UPDATE sessions AS s
  SET s.end_reason = IF(${readingClause}, ?, 'EXPIRED'), s.ended_at = NOW(6),
    s.live_customer_id = NULL
  WHERE s.live_customer_id = ?`;
const countLive = `
  SELECT COUNT(live_customer_id) AS live
  FROM sessions`;
const endOne = `
  UPDATE sessions
  SET ended_at = NOW(6), end_reason = 'LOGOUT', live_customer_id = NULL
  WHERE id = ? AND customer_id = ? AND ended_at IS NULL`;
const slideOne = `
  UPDATE sessions
  SET last_seen_at = NOW(6)
  WHERE id = ? AND ended_at IS NULL`;
const proveOne = `
  UPDATE sessions
  SET proved_at = NOW(6), last_seen_at = NOW(6)
  WHERE id = ? AND ended_at IS NULL`;
const selectById = `
  SELECT ${sessionColumns}
  FROM sessions AS s
  WHERE s.id = ?`;
const selectReading = `
  SELECT 1 AS live
  FROM sessions AS s
  WHERE s.id = ? AND s.customer_id = ? AND ${readingClause}`;
const selectRecent = `
  SELECT s.end_reason, ${sessionColumns}
  FROM sessions AS s
  WHERE s.customer_id = ?
  ORDER BY s.id DESC
  LIMIT ?`;
const selectKnownPlace = `
  SELECT 1 AS known
  FROM sessions
  WHERE customer_id = ? AND guild_id <=> ?
  LIMIT 1`;

export const timesOf = (row: Row): SessionTimes => ({
  createdAt: instantOf(row, 'created_at'),
  lastSeenAt: instantOf(row, 'last_seen_at'),
  provedAt: instantOrNull(row, 'proved_at'),
});

/** The session as if it had these times. */
export function sessionAs(row: Row, times: SessionTimes, limits: SessionLimits): m.Session {
  const { moneyUntil, readUntil } = sessionEnds(times, limits);
  const readAt = instantOf(row, 'session_read_at');
  return {
    id: bigintOf(row, 'session_id') as m.SessionId,
    customerId: bigintOf(row, 'session_customer_id') as m.CustomerId,
    discordUserId: textOf(row, 'session_discord_user_id') as m.DiscordUserId,
    place: { guildId: textOrNull(row, 'guild_id'), channelId: textOf(row, 'channel_id') },
    createdAt: times.createdAt,
    expiresAt: readUntil,
    moneyUntil,
    canMove: instantOrNull(row, 'ended_at') === null && readAt < moneyUntil,
    ageMs: readAt.getTime() - times.createdAt.getTime(),
  };
}

export const sessionOf = (row: Row, limits: SessionLimits): m.Session =>
  sessionAs(row, timesOf(row), limits);

/** The customer's row must be locked, and no session may be live. */
export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  const { id, customerId, discordUserId, place } = session;
  const values = [id, customerId, discordUserId, place.guildId, place.channelId, customerId];
  await tx.write(insertRow, values);
}

/** Ends the customer's live session; an expired one gets the reason EXPIRED. False when none. */
export async function endLiveSession(
  tx: Tx,
  customerId: m.CustomerId,
  ending: SessionLimits & { readonly reason: m.SessionEnd },
): Promise<boolean> {
  const values = [...readingTimes(ending), ending.reason, customerId];
  const { affectedRows } = await tx.write(endLive, values);
  return affectedRows > 0;
}

/** Whether the session can read. */
export async function isLiveSession(
  reader: Reader,
  session: Pick<m.Session, 'id' | 'customerId'>,
  limits: SessionLimits,
): Promise<boolean> {
  const values = [session.id, session.customerId, ...readingTimes(limits)];
  const rows = await reader.rows(selectReading, values);
  return rows.length > 0;
}

/** The customer's newest logins; an expired session that nothing has ended counts as ended. */
export async function recentSessions(
  reader: Reader,
  customerId: m.CustomerId,
  options: SessionLimits & { readonly limit: number },
): Promise<m.SessionView[]> {
  const rows = await reader.rows(selectRecent, [customerId, options.limit]);
  return rows.map((row) => {
    const { place, createdAt, expiresAt } = sessionOf(row, options);
    const endedAt = instantOrNull(row, 'ended_at');
    const lapsed = endedAt === null && instantOf(row, 'session_read_at') >= expiresAt;
    return {
      place,
      createdAt,
      endedAt: lapsed ? expiresAt : endedAt,
      end: lapsed ? 'EXPIRED' : (textOrNull(row, 'end_reason') as m.SessionEnd | null),
      expiresAt,
    };
  });
}

/** False when it was over before. */
export async function endSession(tx: Tx, session: m.Session): Promise<boolean> {
  const { affectedRows } = await tx.write(endOne, [session.id, session.customerId]);
  return affectedRows > 0;
}

/** A proof: money can move again, and the time of reading begins anew. */
export async function proveSession(writer: Writer, id: m.SessionId): Promise<void> {
  await writer.write(proveOne, [id]);
}

/** Restarts the idle limit. */
export async function slideSession(writer: Writer, id: m.SessionId): Promise<void> {
  await writer.write(slideOne, [id]);
}

/** Also finds ended and expired sessions. */
export async function findSession(
  reader: Reader,
  id: m.SessionId,
  limits: SessionLimits,
): Promise<m.Session | null> {
  const [row] = await reader.rows(selectById, [id]);
  return row === undefined ? null : sessionOf(row, limits);
}

/** Whether the customer has logged in from this server, or from direct messages, before. */
export async function isKnownPlace(
  tx: Tx,
  customerId: m.CustomerId,
  place: m.Place,
): Promise<boolean> {
  const rows = await tx.rows(selectKnownPlace, [customerId, place.guildId]);
  return rows.length > 0;
}

/** Sessions that have not ended, also those whose time is over but were not used since. */
export async function countLiveSessions(reader: Reader): Promise<number> {
  const [row] = await reader.rows(countLive);
  return row === undefined ? 0 : integerOf(row, 'live');
}
