/** Customers whom a member of staff has dealt with lately, from the audit trail. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf } from '../../../db/rows.ts';
import type * as m from '../../model/index.ts';

/** One act of a search may note ten customers. */
const rowsMax = 300;
const selectTargets = `
  SELECT target_customer_id AS id
  FROM (
    SELECT id AS audit_id, target_customer_id
    FROM audit
    WHERE actor_discord_user_id = ? AND actor_role IS NOT NULL AND target_customer_id IS NOT NULL
      AND occurred_at > NOW(6) - INTERVAL 1 DAY
    ORDER BY id DESC
    LIMIT ${rowsMax}
  ) AS late
  GROUP BY target_customer_id
  ORDER BY MAX(audit_id) DESC
  LIMIT ?`;

/** Latest first. */
export const servedLately = async (
  reader: Reader,
  actor: m.DiscordUserId,
  limit: number,
): Promise<m.CustomerId[]> =>
  (await reader.rows(selectTargets, [actor, limit])).map(
    (row) => bigintOf(row, 'id') as m.CustomerId,
  );
