import type { Tx } from '../../db/transaction.ts';
import type { CustomerId, DiscordUserId, SessionId } from '../model.ts';

export interface AuditRow {
  readonly id: bigint;
  /** Upper-case words, for example `LOGGED_IN`. */
  readonly action: string;
  readonly actor: DiscordUserId;
  readonly target: CustomerId | null;
  readonly sessionId: SessionId | null;
  /** Facts without personal data. */
  readonly details: Readonly<Record<string, string>>;
}

const insertRow = `
  INSERT INTO audit
    (id, occurred_at, action, actor_discord_user_id, target_customer_id, session_id, details)
  VALUES (?, NOW(6), ?, ?, ?, ?, ?)`;

/** In the transaction of the change it tells of. */
export async function insertAudit(tx: Tx, row: AuditRow): Promise<void> {
  const { id, action, actor, target, sessionId, details } = row;
  await tx.write(insertRow, [id, action, actor, target, sessionId, JSON.stringify(details)]);
}
