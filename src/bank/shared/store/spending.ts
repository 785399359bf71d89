/** The part of a member in a shared account, as a payment needs it. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  booleanOf,
  integerOf,
  type Row,
  textOf,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import { spentClause } from '../../accounts/index.ts';
import { approvesClause } from './members.ts';
import type * as m from '../../model/index.ts';

export interface SpendingRow {
  readonly id: bigint;
  readonly holderId: m.CustomerId;
  readonly accountId: m.AccountId;
  readonly customerId: m.CustomerId;
  readonly role: m.SharedRole;
  readonly allowance: bigint | null;
  /** In `month`. */
  readonly spent: bigint;
  /** YYYY-MM in UTC. */
  readonly month: string;
  /** The member's own accounts: staff have frozen them, or the member has locked them. */
  readonly isFrozen: boolean;
  readonly isLocked: boolean;
  /** Payments above it need approvals; null: none does. */
  readonly above: bigint | null;
  readonly needed: number;
  /** Other members who can approve. */
  readonly approvers: number;
}

// Members change only under the lock of the account, which a payment holds when it reads them.
const selectMany = `
  SELECT p.id, p.holder_id, p.customer_id, p.role, p.allowance, ${spentClause} AS spent,
    DATE_FORMAT(NOW(6), '%Y-%m') AS this_month, a.id AS account_id,
    EXISTS (SELECT 1 FROM accounts AS own
      WHERE own.customer_id = p.customer_id AND own.status = 'FROZEN') AS is_frozen,
    EXISTS (SELECT 1 FROM accounts AS own
      WHERE own.customer_id = p.customer_id AND own.locked_at IS NOT NULL) AS is_locked,
    r.above, COALESCE(r.needed, 0) AS needed, IF(r.needed IS NULL, 0, (SELECT COUNT(*) FROM shared_members AS q
      WHERE q.holder_id = p.holder_id AND q.id <> p.id AND ${approvesClause('q')})) AS approvers
  FROM shared_members AS p
  LEFT JOIN shared_rules AS r ON r.holder_id = p.holder_id
  JOIN accounts AS a ON a.customer_id = p.holder_id AND a.account_type = 'SHARED'
  WHERE p.id IN (:list)`;
const updateSpent = `
  UPDATE shared_members
  SET spent_month = ?, spent = ?
  WHERE id = ?`;
const selectShared = `
  SELECT id
  FROM accounts
  WHERE id IN (:list) AND account_type = 'SHARED'`;
const selectMembership = `
  SELECT p.id
  FROM accounts AS a
  JOIN shared_members AS p ON p.holder_id = a.customer_id
  WHERE a.id = ? AND p.customer_id = ?`;

const spendingOf = (row: Row): SpendingRow => ({
  id: bigintOf(row, 'id'),
  holderId: bigintOf(row, 'holder_id') as m.CustomerId,
  accountId: bigintOf(row, 'account_id') as m.AccountId,
  customerId: bigintOf(row, 'customer_id') as m.CustomerId,
  role: textOf(row, 'role') as m.SharedRole,
  allowance: bigintOrNull(row, 'allowance'),
  spent: bigintOf(row, 'spent'),
  month: textOf(row, 'this_month'),
  isFrozen: booleanOf(row, 'is_frozen'),
  isLocked: booleanOf(row, 'is_locked'),
  above: bigintOrNull(row, 'above'),
  needed: integerOf(row, 'needed'),
  approvers: integerOf(row, 'approvers'),
});

export async function readSpending(reader: Reader, ids: readonly bigint[]): Promise<SpendingRow[]> {
  const { sql, values } = withList(selectMany, ids);
  return (await reader.rows(sql, values)).map(spendingOf);
}

/** The account must be locked. */
export async function saveSpending(tx: Tx, { id, month, spent }: SpendingRow): Promise<void> {
  await tx.write(updateSpent, [month, spent, id]);
}

/** Those of the accounts that are shared. */
export async function sharedAmong(
  reader: Reader,
  ids: readonly m.AccountId[],
): Promise<Map<m.AccountId, true>> {
  const { sql, values } = withList(selectShared, ids);
  const rows = await reader.rows(sql, values);
  return new Map(rows.map((row) => [bigintOf(row, 'id') as m.AccountId, true]));
}

/** Null for a customer who is no member. */
export async function findMembership(
  reader: Reader,
  id: m.AccountId,
  customerId: m.CustomerId,
): Promise<bigint | null> {
  const [row] = await reader.rows(selectMembership, [id, customerId]);
  return row === undefined ? null : bigintOf(row, 'id');
}
