/** What staff did with one customer, as that customer may read it. */
import type { Reader } from '../../db/pool.ts';
import { bigintOf, instantOf, textOf, textOrNull } from '../../db/rows.ts';
import type { Scalar } from '../../db/scalars.ts';
import type * as m from '../model.ts';

const staffColumns = 'id, occurred_at, action, actor_discord_user_id, actor_role, reason';
const staffWhere = 'target_customer_id = ? AND actor_role IS NOT NULL';
const selectNewest = `
  SELECT ${staffColumns}
  FROM audit
  WHERE ${staffWhere}
  ORDER BY id DESC
  LIMIT ?`;
const selectOlder = `
  SELECT ${staffColumns}
  FROM audit
  WHERE ${staffWhere} AND id < ?
  ORDER BY id DESC
  LIMIT ?`;
const selectNewer = `
  SELECT ${staffColumns}
  FROM audit
  WHERE ${staffWhere} AND id > ?
  ORDER BY id
  LIMIT ?`;

export type AccessCursor = { readonly before: bigint } | { readonly after: bigint } | null;

function statementOf(cursor: AccessCursor): { sql: string; values: readonly Scalar[] } {
  if (cursor === null) return { sql: selectNewest, values: [] };
  return 'before' in cursor
    ? { sql: selectOlder, values: [cursor.before] }
    : { sql: selectNewer, values: [cursor.after] };
}

/** Newest first, except upwards from `after`. */
export async function readAccessLog(
  reader: Reader,
  customerId: m.CustomerId,
  range: { readonly cursor: AccessCursor; readonly limit: number },
): Promise<m.AccessEntry[]> {
  const { sql, values } = statementOf(range.cursor);
  const rows = await reader.rows(sql, [customerId, ...values, range.limit]);
  return rows.map((row) => ({
    id: bigintOf(row, 'id'),
    at: instantOf(row, 'occurred_at'),
    actor: textOf(row, 'actor_discord_user_id') as m.DiscordUserId,
    role: textOf(row, 'actor_role') as m.ActorRole,
    action: textOf(row, 'action'),
    reason: textOrNull(row, 'reason'),
  }));
}
