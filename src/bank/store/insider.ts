/** What one member of staff has moved lately, as the audit has it. */
import { withList } from '../../db/placeholders.ts';
import { textOf } from '../../db/rows.ts';
import type { Tx } from '../../db/transaction.ts';
import type { CustomerId, DiscordUserId } from '../model.ts';

const rowsMax = 5_000;
const moneyActs = [
  'COUNTER_DEPOSIT',
  'COUNTER_WITHDRAWAL',
  'ADJUST_BOOKED',
  'ADJUST_ASKED',
  'REVERSE_BOOKED',
  'REVERSE_ASKED',
];
const selectMoved = `
  SELECT details
  FROM audit
  WHERE actor_discord_user_id = ? AND id >= ? AND action IN (:list)
  ORDER BY id
  LIMIT ${rowsMax}`;
const selectServed = `
  SELECT 1 AS served
  FROM audit AS r
  JOIN customers AS c ON c.discord_user_id = r.actor_discord_user_id
  WHERE r.target_customer_id = ? AND r.id >= ? AND c.id = ? AND r.action IN (:list)
  LIMIT 1`;

const withActs = (sql: string) => withList(sql, moneyActs);

/** Minor units that this person moved, or asked to move, since the id. */
export async function movedSince(tx: Tx, actor: DiscordUserId, firstId: bigint): Promise<bigint> {
  const { sql, values } = withActs(selectMoved);
  const rows = await tx.rows(sql, [actor, firstId, ...values]);
  return rows.reduce((sum, row) => {
    const { amount = '0' } = JSON.parse(textOf(row, 'details')) as Record<string, string>;
    return sum + BigInt(amount);
  }, 0n);
}

/** Whether `by`, a member of staff, moved money on `target`'s account since the id. */
export async function hasServed(
  tx: Tx,
  { by, target, firstId }: { by: CustomerId; target: CustomerId; firstId: bigint },
): Promise<boolean> {
  const { sql, values } = withActs(selectServed);
  return (await tx.rows(sql, [target, firstId, by, ...values])).length > 0;
}
