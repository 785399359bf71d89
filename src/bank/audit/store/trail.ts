import type { Reader } from '../../../db/pool.ts';
import { bigintOrNull, instantOf, textOf, textOrNull } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { ActorRole, CustomerId, DiscordUserId, SessionId } from '../../model/index.ts';

export interface AuditRow {
  readonly id: bigint;
  /** Upper-case words, for example `LOGGED_IN`. */
  readonly action: string;
  readonly actor: DiscordUserId;
  readonly target: CustomerId | null;
  readonly sessionId: SessionId | null;
  /** In which role staff acted; a customer reads such rows of their own account. */
  readonly role?: ActorRole;
  /** Why staff acted, in their words, which the customer reads too; at most 200 characters. */
  readonly reason?: string;
  /** Facts without personal data. */
  readonly details: Readonly<Record<string, string>>;
}

const insertSql = `
  INSERT INTO audit
    (id, occurred_at, action, actor_discord_user_id, target_customer_id, session_id, details,
     actor_role, reason)
  VALUES (?, NOW(6), ?, ?, ?, ?, ?, ?, ?)`;
const selectOne = `
  SELECT occurred_at, action, actor_discord_user_id, target_customer_id, session_id, details,
    reason, actor_role
  FROM audit
  WHERE id = ?`;

// MariaDB has no FOR SHARE; MySQL still knows the older words.
const selectSettled = `
  SELECT id
  FROM audit
  WHERE id = ?
  LOCK IN SHARE MODE`;

/** Any action; `insertAudit` of the room takes only those of the catalogue. */
export async function insertRow(tx: Tx, row: AuditRow): Promise<void> {
  const { id, action, actor, target, sessionId, details, role = null, reason = null } = row;
  const facts = JSON.stringify(details);
  await tx.write(insertSql, [id, action, actor, target, sessionId, facts, role, reason]);
}

/** Null also when the transaction that writes it has not been committed. */
export async function findAudit(
  reader: Reader,
  id: bigint,
): Promise<(AuditRow & { readonly occurredAt: Date }) | null> {
  const [row] = await reader.rows(selectOne, [id]);
  if (row === undefined) return null;
  const reason = textOrNull(row, 'reason');
  const role = textOrNull(row, 'actor_role') as ActorRole | null;
  return {
    id,
    occurredAt: instantOf(row, 'occurred_at'),
    action: textOf(row, 'action'),
    actor: textOf(row, 'actor_discord_user_id') as DiscordUserId,
    target: bigintOrNull(row, 'target_customer_id') as CustomerId | null,
    sessionId: bigintOrNull(row, 'session_id') as SessionId | null,
    details: JSON.parse(textOf(row, 'details')) as Record<string, string>,
    ...(reason === null ? {} : { reason }),
    ...(role === null ? {} : { role }),
  };
}

/**
 * Whether the change with this audit row was committed. Waits for a transaction that has written
 * the row and is still committing; a plain read would not see that row.
 */
export async function isAudited(tx: Tx, id: bigint): Promise<boolean> {
  const rows = await tx.rows(selectSettled, [id]);
  return rows.length > 0;
}
