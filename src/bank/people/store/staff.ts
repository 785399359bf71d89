/** Members of staff; each has one role. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, instantOf, type Row, textOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { CustomerId, DiscordUserId, StaffRole } from '../../model/index.ts';

export interface StaffRow {
  readonly customerId: CustomerId;
  readonly discordUserId: DiscordUserId;
  readonly role: StaffRole;
  readonly grantedAt: Date;
}

const selectRole = `
  SELECT role
  FROM staff
  WHERE customer_id = ?`;
// MariaDB has no FOR SHARE; MySQL still accepts the older syntax.
const selectRoleShared = `${selectRole}
  LOCK IN SHARE MODE`;
const selectRoleLocked = `${selectRole}
  FOR UPDATE`;
const selectRolesLocked = `
  SELECT customer_id, role
  FROM staff
  WHERE customer_id IN (:list)
  ORDER BY customer_id
  FOR UPDATE`;
const selectManagers = `
  SELECT COUNT(*) AS managers
  FROM staff
  WHERE role = 'MANAGER'`;
const selectAll = `
  SELECT s.customer_id, s.role, s.granted_at, c.discord_user_id
  FROM staff AS s
  JOIN customers AS c ON c.id = s.customer_id
  ORDER BY s.granted_at, s.customer_id
  LIMIT ?`;
const upsert = `
  INSERT INTO staff (customer_id, role, granted_at)
  VALUES (?, ?, NOW(6))
  ON DUPLICATE KEY UPDATE role = VALUES(role), granted_at = VALUES(granted_at)`;
const deleteOne = `
  DELETE FROM staff
  WHERE customer_id = ?`;

const roleIn = ([row]: readonly Row[]): StaffRole | null =>
  row === undefined ? null : (textOf(row, 'role') as StaffRole);

/** Shared where staff act with the role, for update where the role changes. */
export async function lockRole(
  tx: Tx,
  customerId: CustomerId,
  lock: 'shared' | 'update',
): Promise<StaffRole | null> {
  const sql = lock === 'shared' ? selectRoleShared : selectRoleLocked;
  return roleIn(await tx.rows(sql, [customerId]));
}

/** The roles of these customers; those without one are left out. Locked in order of their ids. */
export async function lockRoles(
  tx: Tx,
  customerIds: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, StaffRole>> {
  const { sql, values } = withList(selectRolesLocked, customerIds);
  const rows = await tx.rows(sql, values);
  return new Map(
    rows.map((row) => [
      bigintOf(row, 'customer_id') as CustomerId,
      textOf(row, 'role') as StaffRole,
    ]),
  );
}

export async function findRole(reader: Reader, customerId: CustomerId): Promise<StaffRole | null> {
  return roleIn(await reader.rows(selectRole, [customerId]));
}

export async function countManagers(reader: Reader): Promise<bigint> {
  const [row] = await reader.rows(selectManagers);
  return bigintOf(row ?? {}, 'managers');
}

/** Longest serving first. */
export async function listStaff(reader: Reader, limit: number): Promise<StaffRow[]> {
  const rows = await reader.rows(selectAll, [limit]);
  return rows.map((row) => ({
    customerId: bigintOf(row, 'customer_id') as CustomerId,
    discordUserId: textOf(row, 'discord_user_id') as DiscordUserId,
    role: textOf(row, 'role') as StaffRole,
    grantedAt: instantOf(row, 'granted_at'),
  }));
}

/** The customer's row must be locked. */
export async function saveRole(tx: Tx, customerId: CustomerId, role: StaffRole): Promise<void> {
  await tx.write(upsert, [customerId, role]);
}

export async function deleteRole(tx: Tx, customerId: CustomerId): Promise<void> {
  await tx.write(deleteOne, [customerId]);
}
