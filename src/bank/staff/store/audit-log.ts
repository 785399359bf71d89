/** Reads the whole audit trail, for managers and auditors. */
import {
  allOf,
  anyOf,
  type Condition,
  cursorConditions,
  directionOf,
} from '../../../db/conditions.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, instantOf, type Row, textOf, textOrNull } from '../../../db/rows.ts';
import type * as m from '../../model/index.ts';

export interface AuditLogRow {
  readonly id: bigint;
  readonly at: Date;
  readonly action: string;
  readonly actor: m.DiscordUserId;
  readonly role: m.ActorRole | null;
  readonly holderName: string | null;
  readonly accountNumber: m.AccountNumber | null;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, string>>;
}

export interface AuditLogRange {
  readonly actor?: m.DiscordUserId;
  readonly target?: m.CustomerId;
  /** Any of these; none matches no row. */
  readonly actions?: readonly string[];
  /** YYYY-MM-DD, both included. */
  readonly fromDate?: string;
  readonly toDate?: string;
  readonly cursor: m.PageCursor;
  readonly limit: number;
}

const auditColumns = `r.id, r.occurred_at, r.action, r.actor_discord_user_id, r.actor_role,
    r.reason, r.details, a.holder_name, a.account_number`;

const rowOf = (row: Row): AuditLogRow => ({
  id: bigintOf(row, 'id'),
  at: instantOf(row, 'occurred_at'),
  action: textOf(row, 'action'),
  actor: textOf(row, 'actor_discord_user_id') as m.DiscordUserId,
  role: textOrNull(row, 'actor_role') as m.ActorRole | null,
  holderName: textOrNull(row, 'holder_name'),
  accountNumber: textOrNull(row, 'account_number') as m.AccountNumber | null,
  reason: textOrNull(row, 'reason'),
  details: JSON.parse(textOf(row, 'details')) as Record<string, string>,
});

function conditions(range: AuditLogRange): Condition[] {
  const { actor, target, actions, fromDate, toDate, cursor } = range;
  return [
    { where: 'r.id > 0', values: [] },
    ...(actor ? [{ where: 'r.actor_discord_user_id = ?', values: [actor] }] : []),
    ...(target ? [{ where: 'r.target_customer_id = ?', values: [target] }] : []),
    ...(actions ? [anyOf('r.action', actions)] : []),
    ...(fromDate ? [{ where: 'r.occurred_at >= ?', values: [fromDate] }] : []),
    ...(toDate ? [{ where: 'r.occurred_at < ? + INTERVAL 1 DAY', values: [toDate] }] : []),
    ...cursorConditions('r.id', cursor),
  ];
}

/** Newest first, except upwards from `after`. */
export async function readAuditLog(reader: Reader, range: AuditLogRange): Promise<AuditLogRow[]> {
  const { where: allWhere, values } = allOf(conditions(range));
  const orderClause = directionOf(range.cursor);
  const rows = await reader.rows(
    `
  SELECT ${auditColumns}
  FROM audit AS r
  LEFT JOIN accounts AS a ON a.id = (
    SELECT MIN(first.id) FROM accounts AS first WHERE first.customer_id = r.target_customer_id)
  WHERE ${allWhere}
  ORDER BY r.id ${orderClause}
  LIMIT ?`,
    [...values, range.limit],
  );
  return rows.map(rowOf);
}
