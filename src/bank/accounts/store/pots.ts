/** What pots are saved for, and their locks. The lock that payments read is on the account. */
import {
  bigintOrNull,
  booleanOf,
  instantOf,
  instantOrNull,
  integerOf,
  type Row,
  textOrNull,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { amountOf } from '../../model/index.ts';

/** For tables `accounts AS a` and `pots AS p`. */
export const potColumns = `p.goal, p.goal_date, p.locked_until, p.wait_hours, p.release_at,
    COALESCE(a.pays_from > NOW(6), 0) AS is_locked`;
const insertOne = `
  INSERT INTO pots (account_id, goal, goal_date)
  VALUES (?, ?, ?)`;
const updateLock = `
  UPDATE pots AS p
  JOIN accounts AS a ON a.id = p.account_id
  SET p.locked_until = ?, p.wait_hours = ?, p.release_at = NULL, a.pays_from = ?
  WHERE p.account_id = ?`;
const updateRelease = `
  UPDATE pots AS p
  JOIN accounts AS a ON a.id = p.account_id
  SET p.release_at = LEAST(p.locked_until, NOW(6) + INTERVAL p.wait_hours HOUR),
    a.pays_from = LEAST(p.locked_until, NOW(6) + INTERVAL p.wait_hours HOUR)
  WHERE p.account_id = ?`;

export function potTermsOf(row: Row): m.PotTerms {
  const goal = bigintOrNull(row, 'goal');
  return {
    goal: goal === null ? null : amountOf(goal),
    goalDate: textOrNull(row, 'goal_date'),
    lock: booleanOf(row, 'is_locked')
      ? {
          until: instantOf(row, 'locked_until'),
          waitHours: integerOf(row, 'wait_hours'),
          releaseAt: instantOrNull(row, 'release_at'),
        }
      : null,
  };
}

export async function insertPot(tx: Tx, id: m.AccountId, { goal, goalDate }: m.PotGoal) {
  await tx.write(insertOne, [id, goal, goalDate]);
}

/** The account's row must be locked. An early release that was asked for no longer counts. */
export async function saveLock(
  tx: Tx,
  id: m.AccountId,
  { until, waitHours }: { readonly until: string; readonly waitHours: number },
): Promise<void> {
  await tx.write(updateLock, [until, waitHours, until, id]);
}

/** The account's row must be locked. */
export async function saveRelease(tx: Tx, id: m.AccountId): Promise<void> {
  await tx.write(updateRelease, [id]);
}
