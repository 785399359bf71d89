/** Money that staff moved, or asked a second person to move. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { CustomerId } from '../../model/index.ts';

export interface NewStaffAct {
  /** The act's row in the audit. */
  readonly auditId: bigint;
  readonly actor: CustomerId;
  /** Every customer whose money moves; at least one, and never the actor. */
  readonly parties: readonly CustomerId[];
  /** Minor units, as decided: never a share of a balance. */
  readonly amount: bigint;
}

const insertActs = `
  INSERT INTO staff_acts (audit_id, party_customer_id, actor_customer_id, amount, acted_at)
  VALUES (?, ?, ?, ?, NOW(6))`;
// An act with two parties has two rows, and counts once.
const sumLately = `
  SELECT COALESCE(SUM(amount), 0) AS moved
  FROM (
    SELECT DISTINCT audit_id, amount
    FROM staff_acts
    WHERE actor_customer_id = ? AND acted_at > NOW(6) - INTERVAL 1 DAY
  ) AS acts`;
const selectServed = `
  SELECT 1 AS served
  FROM staff_acts
  WHERE actor_customer_id = ? AND acted_at > NOW(6) - INTERVAL 1 DAY AND party_customer_id = ?
  LIMIT 1`;

export async function insertStaffAct(tx: Tx, act: NewStaffAct): Promise<void> {
  const { auditId, actor, parties, amount } = act;
  for (const party of new Set(parties)) await tx.write(insertActs, [auditId, party, actor, amount]);
}

/** Minor units that this person moved, or asked to move, within the last 24 hours. */
export async function movedLately(reader: Reader, actor: CustomerId): Promise<bigint> {
  const [row] = await reader.rows(sumLately, [actor]);
  return bigintOf(row ?? {}, 'moved');
}

/** Whether `actor` moved money of `party` within the last 24 hours, or asked to. */
export async function hasServed(
  reader: Reader,
  { actor, party }: { readonly actor: CustomerId; readonly party: CustomerId },
): Promise<boolean> {
  return (await reader.rows(selectServed, [actor, party])).length > 0;
}
