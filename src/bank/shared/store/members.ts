/** The members of shared accounts. Rows change only while the holder and the account are locked. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, booleanOf, instantOf, type Row, textOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import { mainAccountClause, spentClause, termsOf } from '../../accounts/index.ts';
import { approvalDays } from '../../model/index.ts';
import type * as m from '../../model/index.ts';

export interface MemberRow extends m.SharedMember {
  readonly id: bigint;
  readonly customerId: m.CustomerId;
  /** A manager whose approval counts. */
  readonly approves: boolean;
}

/** A customer who is invited, or acted, as other people see them. */
export interface PersonRow {
  readonly customerId: m.CustomerId;
  readonly member: m.DiscordUserId;
  readonly name: string;
}

/** Whether a row of `shared_members` approves; needs `shared_rules AS r` of its holder. */
export const approvesClause = (row: string): string => `(${row}.role = 'MANAGER' AND (
      r.holder_id IS NULL OR ${row}.manages_since <= r.set_at
        OR ${row}.manages_since <= NOW(6) - INTERVAL ${approvalDays} DAY))`;
const selectMany = `
  SELECT p.id, p.customer_id, p.role, p.allowance, ${spentClause} AS spent, p.reads_after,
    p.joined_at, c.discord_user_id, a.holder_name, ${approvesClause('p')} AS approves
  FROM shared_members AS p
  LEFT JOIN shared_rules AS r ON r.holder_id = p.holder_id
  JOIN customers AS c ON c.id = p.customer_id
  JOIN accounts AS a ON a.id = ${mainAccountClause}
  WHERE p.holder_id = ?
  ORDER BY FIELD(p.role, 'MANAGER', 'SPENDER', 'DEPOSITOR', 'VIEWER'), p.id`;
const selectOne = `
  SELECT id
  FROM shared_members
  WHERE customer_id = ? AND holder_id IN (:list)
  LIMIT 1`;
const selectHolders = `
  SELECT holder_id
  FROM shared_members
  WHERE customer_id = ?
  ORDER BY holder_id`;
const selectMemberships = `
  SELECT p.role, p.allowance, ${spentClause} AS spent, p.reads_after, p.joined_at, a.holder_name,
    RIGHT(a.account_number, 4) AS number_tail
  FROM shared_members AS p
  JOIN accounts AS a ON a.customer_id = p.holder_id AND a.account_type = 'SHARED'
  WHERE p.customer_id = ?
  ORDER BY p.id`;
const insertOne = `
  INSERT INTO shared_members
    (id, holder_id, customer_id, role, allowance, reads_after, joined_at, manages_since)
  VALUES (?, ?, ?, ?, ?, ?, NOW(6), IF(? = 'MANAGER', NOW(6), NULL))`;
const updateRole = `
  UPDATE shared_members
  SET role = ?, allowance = ?,
    manages_since = IF(? = 'MANAGER', COALESCE(manages_since, NOW(6)), NULL)
  WHERE id = ?`;
const deleteOne = `
  DELETE FROM shared_members
  WHERE id = ?`;
const selectPerson = `
  SELECT c.id, c.discord_user_id, a.holder_name
  FROM customers AS c
  JOIN accounts AS a ON a.id = ${mainAccountClause}`;
const selectByMember = `${selectPerson}
  WHERE c.discord_user_id = ? AND a.status <> 'CLOSED'`;
const selectById = `${selectPerson}
  WHERE c.id = ? AND a.status <> 'CLOSED'`;

const memberOf = (row: Row): MemberRow => ({
  ...termsOf(row),
  id: bigintOf(row, 'id'),
  customerId: bigintOf(row, 'customer_id') as m.CustomerId,
  member: textOf(row, 'discord_user_id') as m.DiscordUserId,
  name: textOf(row, 'holder_name'),
  joinedAt: instantOf(row, 'joined_at'),
  approves: booleanOf(row, 'approves'),
});

const personOf = (row: Row): PersonRow => ({
  customerId: bigintOf(row, 'id') as m.CustomerId,
  member: textOf(row, 'discord_user_id') as m.DiscordUserId,
  name: textOf(row, 'holder_name'),
});

/** Managers first. */
export async function membersOf(reader: Reader, holderId: m.CustomerId): Promise<MemberRow[]> {
  return (await reader.rows(selectMany, [holderId])).map(memberOf);
}

/** Whether the customer is a member of a shared account of one of these holders. */
export async function isMemberOfAny(
  reader: Reader,
  customerId: m.CustomerId,
  holders: readonly m.CustomerId[],
): Promise<boolean> {
  if (holders.length === 0) return false;
  const { sql, values } = withList(selectOne, holders);
  return (await reader.rows(sql, [customerId, ...values])).length > 0;
}

/** Whether the customer is one of the parties, or a member of a shared account among them. */
export const hasPartIn = async (
  reader: Reader,
  customerId: m.CustomerId,
  parties: readonly m.CustomerId[],
): Promise<boolean> => parties.includes(customerId) || isMemberOfAny(reader, customerId, parties);

/** The holders of the shared accounts of which the customer is a member. */
export const holdersOf = async (reader: Reader, id: m.CustomerId): Promise<m.CustomerId[]> =>
  (await reader.rows(selectHolders, [id])).map((row) => bigintOf(row, 'holder_id') as m.CustomerId);

export interface Membership extends m.SharedTerms {
  readonly account: string;
  readonly accountEndsWith: string;
  readonly joinedAt: Date;
}

/** The customer's part in each shared account, oldest first. */
export async function membershipsOf(reader: Reader, id: m.CustomerId): Promise<Membership[]> {
  return (await reader.rows(selectMemberships, [id])).map((row) => ({
    ...termsOf(row),
    account: textOf(row, 'holder_name'),
    accountEndsWith: textOf(row, 'number_tail'),
    joinedAt: instantOf(row, 'joined_at'),
  }));
}

export async function insertMember(
  tx: Tx,
  member: m.SharedGrant & {
    readonly id: bigint;
    readonly holderId: m.CustomerId;
    readonly customerId: m.CustomerId;
    readonly readsAfter: bigint;
  },
): Promise<void> {
  const { id, holderId, customerId, role, allowance, readsAfter } = member;
  await tx.write(insertOne, [id, holderId, customerId, role, allowance, readsAfter, role]);
}

export async function saveRole(
  tx: Tx,
  id: bigint,
  { role, allowance }: m.SharedGrant,
): Promise<void> {
  await tx.write(updateRole, [role, allowance, role, id]);
}

export async function deleteMember(tx: Tx, id: bigint): Promise<void> {
  await tx.write(deleteOne, [id]);
}

/** Null for a Discord user without an open account. */
export async function findPerson(
  reader: Reader,
  member: m.DiscordUserId,
): Promise<PersonRow | null> {
  const [row] = await reader.rows(selectByMember, [member]);
  return row === undefined ? null : personOf(row);
}

/** Null for an erased customer. */
export async function findPersonById(reader: Reader, id: m.CustomerId): Promise<PersonRow | null> {
  const [row] = await reader.rows(selectById, [id]);
  return row === undefined ? null : personOf(row);
}
