import { withList } from '../../../db/placeholders.ts';
import type { Reader, Writer } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  booleanOf,
  instantOf,
  instantOrNull,
  type Row,
  textOf,
  textOrNull,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import type { SessionLimits } from '../../model/index.ts';

export interface NewSession {
  readonly id: m.SessionId;
  readonly customerId: m.CustomerId;
  readonly discordUserId: m.DiscordUserId;
  readonly place: m.Place;
}

export const micros = ({ idleMs, absoluteMs }: SessionLimits) => [idleMs * 1000, absoluteMs * 1000];

/** Takes the two values of `micros`. */
export const sessionColumns = `
    s.id AS session_id, s.customer_id AS session_customer_id,
    s.discord_user_id AS session_discord_user_id, s.guild_id, s.channel_id, s.created_at,
    LEAST(s.last_seen_at + INTERVAL ? MICROSECOND, s.created_at + INTERVAL ? MICROSECOND)
      AS expires_at`;
const insertRow = `
  INSERT INTO sessions
    (id, customer_id, discord_user_id, guild_id, channel_id, created_at, last_seen_at,
     live_customer_id)
  VALUES (?, ?, ?, ?, ?, NOW(6), NOW(6), ?)`;
const endLive = `
  UPDATE sessions
  SET ended_at = NOW(6),
    end_reason = IF(
      last_seen_at + INTERVAL ? MICROSECOND > NOW(6)
        AND created_at + INTERVAL ? MICROSECOND > NOW(6), ?, 'EXPIRED'),
    live_customer_id = NULL
  WHERE live_customer_id = ?`;
const endOne = `
  UPDATE sessions
  SET ended_at = NOW(6), end_reason = 'LOGOUT', live_customer_id = NULL
  WHERE id = ? AND customer_id = ? AND ended_at IS NULL`;
const slideOne = `
  UPDATE sessions
  SET last_seen_at = NOW(6)
  WHERE id = ? AND ended_at IS NULL`;
const selectById = `
  SELECT ${sessionColumns}
  FROM sessions AS s
  WHERE s.id = ?`;
const selectIdentities = `
  SELECT c.discord_user_id, c.id AS customer_id, a.account_number, f.role,
    t.enabled_at IS NOT NULL AS has_app, ${sessionColumns},
    LEAST(NOW(6) + INTERVAL ? MICROSECOND, s.created_at + INTERVAL ? MICROSECOND)
      AS slid_expires_at,
    s.last_seen_at <= NOW(6) - INTERVAL ? MICROSECOND AS slides,
    COALESCE(s.last_seen_at > NOW(6) - INTERVAL ? MICROSECOND
      AND s.created_at > NOW(6) - INTERVAL ? MICROSECOND, 0) AS live
  FROM customers AS c
  LEFT JOIN accounts AS a ON a.id = (
    SELECT MIN(first.id) FROM accounts AS first WHERE first.customer_id = c.id)
  LEFT JOIN staff AS f ON f.customer_id = c.id
  LEFT JOIN totp AS t ON t.customer_id = c.id
  LEFT JOIN sessions AS s ON s.live_customer_id = c.id
  WHERE c.discord_user_id IN (:list)`;
const liveWhere = `id = ? AND customer_id = ? AND ended_at IS NULL
    AND last_seen_at > NOW(6) - INTERVAL ? MICROSECOND
    AND created_at > NOW(6) - INTERVAL ? MICROSECOND`;
const selectLive = `
  SELECT 1 AS live
  FROM sessions
  WHERE ${liveWhere}`;
const selectLiveLocked = `${selectLive}
  FOR UPDATE`;
const selectRecent = `
  SELECT guild_id, channel_id, created_at, ended_at, end_reason,
    LEAST(last_seen_at + INTERVAL ? MICROSECOND, created_at + INTERVAL ? MICROSECOND)
      AS expires_at,
    ended_at IS NULL AND (last_seen_at <= NOW(6) - INTERVAL ? MICROSECOND
      OR created_at <= NOW(6) - INTERVAL ? MICROSECOND) AS lapsed
  FROM sessions
  WHERE customer_id = ?
  ORDER BY id DESC
  LIMIT ?`;
const selectKnownPlace = `
  SELECT 1 AS known
  FROM sessions
  WHERE customer_id = ? AND guild_id <=> ?
  LIMIT 1`;

export const sessionOf = (row: Row): m.Session => ({
  id: bigintOf(row, 'session_id') as m.SessionId,
  customerId: bigintOf(row, 'session_customer_id') as m.CustomerId,
  discordUserId: textOf(row, 'session_discord_user_id') as m.DiscordUserId,
  place: { guildId: textOrNull(row, 'guild_id'), channelId: textOf(row, 'channel_id') },
  createdAt: instantOf(row, 'created_at'),
  expiresAt: instantOf(row, 'expires_at'),
});

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
  const { affectedRows } = await tx.write(endLive, [...micros(ending), ending.reason, customerId]);
  return affectedRows > 0;
}

export async function isLiveSession(
  reader: Reader,
  session: Pick<m.Session, 'id' | 'customerId'>,
  limits: SessionLimits,
): Promise<boolean> {
  const rows = await reader.rows(selectLive, [session.id, session.customerId, ...micros(limits)]);
  return rows.length > 0;
}

/** For changes made with the session: it cannot be ended before the change commits. */
export async function lockLiveSession(
  tx: Tx,
  session: Pick<m.Session, 'id' | 'customerId'>,
  limits: SessionLimits,
): Promise<boolean> {
  const values = [session.id, session.customerId, ...micros(limits)];
  const rows = await tx.rows(selectLiveLocked, values);
  return rows.length > 0;
}

/** The customer's newest logins; an expired session that nothing has ended counts as ended. */
export async function recentSessions(
  reader: Reader,
  customerId: m.CustomerId,
  options: SessionLimits & { readonly limit: number },
): Promise<m.SessionView[]> {
  const values = [...micros(options), ...micros(options), customerId, options.limit];
  const rows = await reader.rows(selectRecent, values);
  return rows.map((row) => {
    const expiresAt = instantOf(row, 'expires_at');
    const lapsed = booleanOf(row, 'lapsed');
    return {
      place: { guildId: textOrNull(row, 'guild_id'), channelId: textOf(row, 'channel_id') },
      createdAt: instantOf(row, 'created_at'),
      endedAt: lapsed ? expiresAt : instantOrNull(row, 'ended_at'),
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
  const [row] = await reader.rows(selectById, [...micros(limits), id]);
  return row === undefined ? null : sessionOf(row);
}

export interface IdentityRow {
  readonly customerId: m.CustomerId;
  readonly accountNumber: m.AccountNumber | null;
  readonly staffRole: m.StaffRole | null;
  readonly hasApp: boolean;
  readonly session: m.Session | null;
  /** The idle limit is to be restarted; `expiresAt` is already computed as if it were. */
  readonly slides: boolean;
}

function identityOf(row: Row): IdentityRow {
  const live = booleanOf(row, 'live') && bigintOrNull(row, 'session_id') !== null;
  const slides = live && booleanOf(row, 'slides');
  const expiry = slides ? 'slid_expires_at' : 'expires_at';
  return {
    customerId: bigintOf(row, 'customer_id') as m.CustomerId,
    accountNumber: textOrNull(row, 'account_number') as m.AccountNumber | null,
    staffRole: textOrNull(row, 'role') as m.StaffRole | null,
    hasApp: booleanOf(row, 'has_app'),
    session: live ? { ...sessionOf(row), expiresAt: instantOf(row, expiry) } : null,
    slides,
  };
}

/** Customer, first account, live session, role and app of each Discord user, in one query. */
export async function findIdentities(
  reader: Reader,
  discordUserIds: readonly m.DiscordUserId[],
  options: SessionLimits & { readonly slideAfterMs: number },
): Promise<ReadonlyMap<m.DiscordUserId, IdentityRow>> {
  const limits = micros(options);
  const slideAfter = options.slideAfterMs * 1000;
  const { sql, values } = withList(selectIdentities, discordUserIds);
  const all = [...limits, ...limits, slideAfter, ...limits, ...values];
  const found = new Map<m.DiscordUserId, IdentityRow>();
  for (const row of await reader.rows(sql, all)) {
    found.set(textOf(row, 'discord_user_id') as m.DiscordUserId, identityOf(row));
  }
  return found;
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
