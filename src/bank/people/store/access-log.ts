/** What staff did with one customer's account, for that customer to read. */
import { allOf, cursorConditions, directionOf } from '../../../db/conditions.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, instantOf, textOf, textOrNull } from '../../../db/rows.ts';
import type * as m from '../../model/index.ts';

/** Newest first, except upwards from `after`. */
export async function readAccessLog(
  reader: Reader,
  customerId: m.CustomerId,
  { cursor, limit }: { readonly cursor: m.PageCursor; readonly limit: number },
): Promise<m.AccessEntry[]> {
  const { where: allWhere, values } = allOf([
    { where: 'target_customer_id = ? AND actor_role IS NOT NULL', values: [customerId] },
    ...cursorConditions('id', cursor),
  ]);
  const orderClause = directionOf(cursor);
  const rows = await reader.rows(
    `
  SELECT id, occurred_at, action, actor_discord_user_id, actor_role, reason
  FROM audit
  WHERE ${allWhere}
  ORDER BY id ${orderClause}
  LIMIT ?`,
    [...values, limit],
  );
  return rows.map((row) => ({
    id: bigintOf(row, 'id'),
    at: instantOf(row, 'occurred_at'),
    actor: textOf(row, 'actor_discord_user_id') as m.DiscordUserId,
    role: textOf(row, 'actor_role') as m.ActorRole,
    action: textOf(row, 'action'),
    reason: textOrNull(row, 'reason'),
  }));
}
