/** Invitations to shared accounts. */
import type { Pool, Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  booleanOf,
  instantOf,
  type Row,
  textOf,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import { mainAccountClause } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import { amountOf } from '../../model/index.ts';

export interface InvitationRow extends m.SharedInvitation {
  readonly holderId: m.CustomerId;
  readonly customerId: m.CustomerId;
  readonly inviterId: m.CustomerId;
}

export interface NewInvitation extends m.SharedGrant {
  readonly id: m.RequestId;
  readonly holderId: m.CustomerId;
  readonly customerId: m.CustomerId;
  readonly inviterId: m.CustomerId;
  readonly readsAll: boolean;
  readonly days: number;
}

// Unlike NOW, SYSDATE is the time of each row: of a locked one, the time when its lock was held.
const selectMany = `
  SELECT i.id, i.holder_id, i.customer_id, i.inviter_id, i.role, i.allowance, i.reads_all,
    IF(i.state = 'OPEN' AND i.expires_at <= SYSDATE(6), 'EXPIRED', i.state) AS state,
    i.expires_at, h.account_number, h.holder_name AS account_name,
    c.discord_user_id AS invited_user, a.holder_name AS invited_name,
    g.discord_user_id AS inviter_user, b.holder_name AS inviter_name
  FROM shared_invitations AS i
  JOIN accounts AS h ON h.customer_id = i.holder_id AND h.account_type = 'SHARED'
  JOIN customers AS c ON c.id = i.customer_id
  JOIN accounts AS a ON a.id = ${mainAccountClause}
  JOIN customers AS g ON g.id = i.inviter_id
  JOIN accounts AS b ON b.id = COALESCE(g.main_account_id, (
    SELECT MIN(first.id) FROM accounts AS first WHERE first.customer_id = g.id))`;
const selectOne = `${selectMany}
  WHERE i.id = ?`;
const selectOpenOf = `${selectMany}
  WHERE i.holder_id = ? AND i.state = 'OPEN' AND i.expires_at > NOW(6)
  ORDER BY i.id`;
const selectOpenTo = `${selectMany}
  WHERE i.customer_id = ? AND i.state = 'OPEN' AND i.expires_at > NOW(6)
  ORDER BY i.id
  LIMIT 25`;
const lockOne = `
  SELECT holder_id
  FROM shared_invitations
  WHERE id = ?
  FOR UPDATE`;
const insertOne = `
  INSERT INTO shared_invitations
    (id, holder_id, customer_id, inviter_id, role, allowance, reads_all, state, expires_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, 'OPEN', NOW(6) + INTERVAL ? DAY)`;
const updateState = `
  UPDATE shared_invitations
  SET state = ?
  WHERE id = ? AND state = 'OPEN'`;
const withdrawAll = `
  UPDATE shared_invitations
  SET state = 'WITHDRAWN'
  WHERE holder_id = ? AND state = 'OPEN' AND expires_at > SYSDATE(6)`;
// By the id, which begins with the time: an invitation is over days later, however it ended.
const deleteOld = `
  DELETE FROM shared_invitations
  WHERE id < ?
  ORDER BY id
  LIMIT ?`;

/** Invitations whose id is below; how many they were. */
export const pruneInvitations = async (
  pool: Pool,
  before: bigint,
  limit: number,
): Promise<number> => (await pool.write(deleteOld, [before, limit])).affectedRows;

function invitationOf(row: Row): InvitationRow {
  const allowance = bigintOrNull(row, 'allowance');
  return {
    id: bigintOf(row, 'id') as m.RequestId,
    holderId: bigintOf(row, 'holder_id') as m.CustomerId,
    customerId: bigintOf(row, 'customer_id') as m.CustomerId,
    inviterId: bigintOf(row, 'inviter_id') as m.CustomerId,
    account: {
      accountNumber: textOf(row, 'account_number') as m.AccountNumber,
      name: textOf(row, 'account_name'),
    },
    invited: {
      member: textOf(row, 'invited_user') as m.DiscordUserId,
      name: textOf(row, 'invited_name'),
    },
    inviter: {
      member: textOf(row, 'inviter_user') as m.DiscordUserId,
      name: textOf(row, 'inviter_name'),
    },
    role: textOf(row, 'role') as m.SharedRole,
    allowance: allowance === null ? null : amountOf(allowance),
    readsAll: booleanOf(row, 'reads_all'),
    state: textOf(row, 'state') as m.InvitationState,
    expiresAt: instantOf(row, 'expires_at'),
  };
}

export async function findInvitation(reader: Reader, id: bigint): Promise<InvitationRow | null> {
  const [row] = await reader.rows(selectOne, [id]);
  return row === undefined ? null : invitationOf(row);
}

/** The holder must be locked. */
export async function lockInvitation(tx: Tx, id: bigint): Promise<InvitationRow | null> {
  await tx.rows(lockOne, [id]);
  return findInvitation(tx, id);
}

export async function openInvitationsOf(
  reader: Reader,
  holderId: m.CustomerId,
): Promise<InvitationRow[]> {
  return (await reader.rows(selectOpenOf, [holderId])).map(invitationOf);
}

/** To this customer, oldest first. */
export async function openInvitationsTo(
  reader: Reader,
  customerId: m.CustomerId,
): Promise<InvitationRow[]> {
  return (await reader.rows(selectOpenTo, [customerId])).map(invitationOf);
}

/** The holder must be locked. */
export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  const { id, holderId, customerId, inviterId, role, allowance, readsAll, days } = invitation;
  const values = [id, holderId, customerId, inviterId, role, allowance, readsAll, days];
  await tx.write(insertOne, values);
}

/** The row must be locked. */
export async function saveInvitation(
  tx: Tx,
  id: bigint,
  state: Exclude<m.InvitationState, 'OPEN' | 'EXPIRED'>,
): Promise<void> {
  await tx.write(updateState, [state, id]);
}

/** The holder must be locked. */
export async function withdrawInvitations(tx: Tx, holderId: m.CustomerId): Promise<void> {
  await tx.write(withdrawAll, [holderId]);
}
