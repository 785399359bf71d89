/** What waits for the managers of shared accounts, and who has approved it. */
import type { Pool, Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  booleanOf,
  instantOf,
  integerOf,
  type Row,
  textOf,
  textOrNull,
} from '../../../db/rows.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { amountOf, approvalDays, balanceOf, numberTail } from '../../model/index.ts';

export interface ApprovalRow extends Omit<m.SharedApproval, 'approvedBy' | 'endedBy'> {
  readonly holderId: m.CustomerId;
  readonly customerId: m.CustomerId;
  /** What a request asks of the asker, and the payment pays. */
  readonly due: bigint | null;
  readonly endedBy: m.CustomerId | null;
  /** False also while it is EXPIRED by its time alone. */
  readonly isEnded: boolean;
}

interface NewApproval {
  readonly id: m.RequestId;
  readonly holderId: m.CustomerId;
  readonly customerId: m.CustomerId;
  readonly needed: number;
}

// Unlike NOW, SYSDATE is the time of each row: of a locked one, the time when its lock was held.
const selectMany = `
  SELECT w.id, w.holder_id, w.customer_id, w.kind, w.amount, w.fee, w.due_id, w.above,
    w.rule_needed, w.needed, w.expires_at, w.ended_by,
    w.ended_at IS NOT NULL AS is_ended,
    IF(w.state = 'WAITING' AND w.expires_at <= SYSDATE(6), 'EXPIRED', w.state) AS state,
    s.account_number, s.holder_name AS account_name, c.discord_user_id, a.holder_name AS asker_name,
    h.kind AS movement, h.memo, t.kind AS target_kind, t.holder_name AS target_name,
    t.account_number AS target_number
  FROM shared_approvals AS w
  JOIN accounts AS s ON s.customer_id = w.holder_id AND s.account_type = 'SHARED'
  JOIN customers AS c ON c.id = w.customer_id
  JOIN accounts AS a ON a.id = COALESCE(c.main_account_id, (
    SELECT MIN(first.id) FROM accounts AS first WHERE first.customer_id = c.id))
  LEFT JOIN holds AS h ON h.id = w.id
  LEFT JOIN accounts AS t ON t.id = h.target_account_id`;
const selectOne = `${selectMany}
  WHERE w.id = ?`;
const waitingClause = `w.state = 'WAITING' AND w.expires_at > NOW(6)`;
const selectWaitingFor = `${selectMany}
  WHERE ${waitingClause} AND (w.customer_id = ? OR w.holder_id IN (
    SELECT p.holder_id FROM shared_members AS p WHERE p.customer_id = ? AND p.role = 'MANAGER'))
  ORDER BY w.id
  LIMIT 25`;
const selectIdsOf = `
  SELECT w.id
  FROM shared_approvals AS w
  WHERE w.holder_id = ? AND w.state = 'WAITING'
  ORDER BY w.id`;
const selectOverdue = `
  SELECT id
  FROM shared_approvals
  WHERE state = 'WAITING' AND expires_at <= NOW(6)
  ORDER BY id
  LIMIT ?`;
const lockOne = `
  SELECT id
  FROM shared_approvals
  WHERE id = ?
  FOR UPDATE`;
const insertOne = `
  INSERT INTO shared_approvals
    (id, holder_id, customer_id, kind, amount, fee, due_id, above, rule_needed, needed, state,
     asked_at, expires_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', NOW(6), NOW(6) + INTERVAL ${approvalDays} DAY)`;
/** A payment is over when the hold of its money is. */
const alignExpiry = `
  UPDATE shared_approvals AS w
  JOIN holds AS h ON h.id = w.id
  SET w.expires_at = h.expires_at
  WHERE w.id = ?`;
const updateState = `
  UPDATE shared_approvals
  SET state = ?, ended_at = NOW(6), ended_by = ?
  WHERE id = ?`;
const insertVoteRow = `
  INSERT INTO shared_votes (approval_id, customer_id, voted_at)
  VALUES (?, ?, NOW(6))
  ON DUPLICATE KEY UPDATE voted_at = NOW(6)`;
const selectVoters = `
  SELECT p.customer_id, a.holder_name
  FROM shared_votes AS v
  JOIN shared_approvals AS w ON w.id = v.approval_id
  JOIN shared_members AS p ON p.holder_id = w.holder_id AND p.customer_id = v.customer_id
    AND p.role = 'MANAGER' AND p.manages_since <= v.voted_at
  JOIN customers AS c ON c.id = p.customer_id
  JOIN accounts AS a ON a.id = COALESCE(c.main_account_id, (
    SELECT MIN(first.id) FROM accounts AS first WHERE first.customer_id = c.id))
  WHERE v.approval_id = ?
  ORDER BY v.voted_at`;
/** The allowance of the month in which it was asked for. */
const returnAllowance = `
  UPDATE shared_members AS p
  JOIN shared_approvals AS w ON w.holder_id = p.holder_id AND w.customer_id = p.customer_id
  SET p.spent = GREATEST(p.spent - w.amount, 0)
  WHERE w.id = ? AND p.spent_month = DATE_FORMAT(w.asked_at, '%Y-%m')`;

function targetOf(row: Row): m.PartyView | null {
  if (textOrNull(row, 'target_kind') !== 'CUSTOMER') return null;
  const number = textOf(row, 'target_number') as m.AccountNumber;
  return { name: textOf(row, 'target_name'), numberTail: numberTail(number) };
}

function askedIn(row: Row): m.SharedApproval['asked'] {
  if (textOf(row, 'kind') === 'RULE') {
    const [above, needed] = [bigintOrNull(row, 'above'), bigintOrNull(row, 'rule_needed')];
    const rule =
      above === null || needed === null
        ? null
        : { above: amountOf(above), needed: integerOf(row, 'rule_needed') };
    return { kind: 'RULE', rule };
  }
  return {
    kind: 'PAYMENT',
    movement: textOf(row, 'movement') as m.TransactionKind,
    to: targetOf(row),
    amount: amountOf(bigintOf(row, 'amount')),
    fee: balanceOf(bigintOf(row, 'fee')),
    memo: textOrNull(row, 'memo'),
  };
}

const approvalOf = (row: Row): ApprovalRow => ({
  id: bigintOf(row, 'id') as m.RequestId,
  holderId: bigintOf(row, 'holder_id') as m.CustomerId,
  customerId: bigintOf(row, 'customer_id') as m.CustomerId,
  account: {
    accountNumber: textOf(row, 'account_number') as m.AccountNumber,
    name: textOf(row, 'account_name'),
  },
  asker: {
    member: textOf(row, 'discord_user_id') as m.DiscordUserId,
    name: textOf(row, 'asker_name'),
  },
  asked: askedIn(row),
  needed: integerOf(row, 'needed'),
  due: bigintOrNull(row, 'due_id'),
  state: textOf(row, 'state') as m.SharedApproval['state'],
  expiresAt: instantOf(row, 'expires_at'),
  endedBy: bigintOrNull(row, 'ended_by') as m.CustomerId | null,
  isEnded: booleanOf(row, 'is_ended'),
});

export async function findApproval(reader: Reader, id: bigint): Promise<ApprovalRow | null> {
  const [row] = await reader.rows(selectOne, [id]);
  return row === undefined ? null : approvalOf(row);
}

/** To change it, the holder must be locked. */
export async function lockApproval(tx: Tx, id: bigint): Promise<ApprovalRow | null> {
  await tx.rows(lockOne, [id]);
  return findApproval(tx, id);
}

/**
 * For an answer. What is over by its time alone is read under its lock: a decision made a moment
 * before may still be about to be committed.
 */
export async function findSettled(pool: Pool, id: bigint): Promise<ApprovalRow | null> {
  const row = await findApproval(pool, id);
  const isOverdue = row?.state === 'EXPIRED' && !row.isEnded;
  return isOverdue ? withTransaction(pool, async (tx) => lockApproval(tx, id)) : row;
}

/** What the customer has asked for, or can decide as a manager; oldest first. */
export async function approvalsFor(reader: Reader, id: m.CustomerId): Promise<ApprovalRow[]> {
  return (await reader.rows(selectWaitingFor, [id, id])).map(approvalOf);
}

/** Those that nothing has ended, whether or not their time is over; oldest first. */
export async function unendedOf(reader: Reader, holderId: m.CustomerId): Promise<ApprovalRow[]> {
  const found: ApprovalRow[] = [];
  for (const row of await reader.rows(selectIdsOf, [holderId])) {
    found.push((await findApproval(reader, bigintOf(row, 'id')))!);
  }
  return found;
}

/** Those whose time is over, and that nothing has ended. */
export const overdueIds = async (reader: Reader, limit: number): Promise<bigint[]> =>
  (await reader.rows(selectOverdue, [limit])).map((row) => bigintOf(row, 'id'));

/** The account must be locked, and the hold of the money be there. */
export async function insertPayment(
  tx: Tx,
  payment: NewApproval & {
    readonly amount: m.Amount;
    readonly fee: m.Balance;
    readonly due: bigint | null;
  },
): Promise<void> {
  const { id, holderId, customerId, needed, amount, fee, due } = payment;
  const sums = [amount, fee, due, null, null];
  await tx.write(insertOne, [id, holderId, customerId, 'PAYMENT', ...sums, needed]);
  await tx.write(alignExpiry, [id]);
}

/** The holder must be locked. */
export async function insertRuleChange(
  tx: Tx,
  change: NewApproval & { readonly rule: m.SharedRule | null },
): Promise<void> {
  const { id, holderId, customerId, needed, rule } = change;
  const terms = [null, null, null, rule?.above ?? null, rule?.needed ?? null];
  await tx.write(insertOne, [id, holderId, customerId, 'RULE', ...terms, needed]);
}

/** The row must be locked. */
export async function saveEnd(
  tx: Tx,
  id: bigint,
  { state, by }: { readonly state: m.ApprovalEnd; readonly by: m.CustomerId | null },
): Promise<void> {
  await tx.write(updateState, [state, by, id]);
}

export const giveAllowanceBack = async (tx: Tx, id: bigint): Promise<void> => {
  await tx.write(returnAllowance, [id]);
};

/** The row must be locked. */
export async function saveVote(tx: Tx, id: bigint, customerId: m.CustomerId): Promise<void> {
  await tx.write(insertVoteRow, [id, customerId]);
}

/** The managers whose approval counts, in the order of their votes. */
export async function votersOf(
  reader: Reader,
  id: bigint,
): Promise<{ readonly customerId: m.CustomerId; readonly name: string }[]> {
  return (await reader.rows(selectVoters, [id])).map((row) => ({
    customerId: bigintOf(row, 'customer_id') as m.CustomerId,
    name: textOf(row, 'holder_name'),
  }));
}
