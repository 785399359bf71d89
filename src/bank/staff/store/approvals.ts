/** Requests that wait for the decision of a second person. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Pool, Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  instantOf,
  instantOrNull,
  integerOf,
  type Row,
  textOf,
  textOrNull,
} from '../../../db/rows.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { approvalKinds } from '../../model/index.ts';

export interface NewApproval {
  readonly id: m.RequestId;
  readonly kind: m.ApprovalKind;
  readonly maker: Pick<m.Session, 'customerId' | 'discordUserId'>;
  readonly target: m.CustomerId;
  /** The target's account that it is about; null: their first account. */
  readonly accountId: m.AccountId | null;
  /** The details of the request. */
  readonly content: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly liveMs: number;
}

export interface ApprovalRow extends Omit<NewApproval, 'liveMs'> {
  /** The account's number; its holder and their Discord user, as they are now. */
  readonly accountNumber: m.AccountNumber;
  readonly holderName: string;
  readonly member: m.DiscordUserId;
  readonly state: m.ApprovalState;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly checker: m.DiscordUserId | null;
  readonly decidedAt: Date | null;
}

const insertRow = `
  INSERT INTO approvals
    (id, kind, maker_customer_id, maker_discord_user_id, target_customer_id, account_id, content,
     reason, state, asked_at, expires_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', NOW(6), NOW(6) + INTERVAL ? MICROSECOND)`;
const approvalColumns = `
    p.id, p.kind, p.maker_customer_id, p.maker_discord_user_id, p.target_customer_id,
    p.account_id, p.content, p.reason, IF(p.state = 'OPEN' AND p.expires_at <= NOW(6), 'EXPIRED', p.state) AS state,
    p.asked_at, p.expires_at, p.checker_discord_user_id, p.decided_at`;
const selectAll = `
  SELECT ${approvalColumns}, c.discord_user_id, a.account_number, a.holder_name
  FROM approvals AS p
  JOIN customers AS c ON c.id = p.target_customer_id
  JOIN accounts AS a ON a.id = COALESCE(p.account_id, (
    SELECT MIN(first.id) FROM accounts AS first WHERE first.customer_id = c.id))`;
const selectOne = `${selectAll}
  WHERE p.kind IN (:list) AND p.id = ?`;
const lockOne = `
  SELECT id
  FROM approvals
  WHERE id = ?
  FOR UPDATE`;
const selectOpen = `${selectAll}
  WHERE p.kind IN (:list) AND p.state = 'OPEN' AND p.expires_at > NOW(6) AND p.id > ?
  ORDER BY p.id
  LIMIT ?`;
const selectSame = `
  SELECT id
  FROM approvals
  WHERE target_customer_id = ? AND state = 'OPEN' AND kind = ? AND content = ?
    AND expires_at > NOW(6)
  LIMIT 1`;
const countOpenRows = `
  SELECT COUNT(*) AS waiting
  FROM approvals
  WHERE target_customer_id = ? AND state = 'OPEN' AND kind = ? AND expires_at > NOW(6)`;
const closeOne = `
  UPDATE approvals
  SET state = ?, checker_customer_id = ?, checker_discord_user_id = ?, decided_at = NOW(6)
  WHERE id = ? AND state = 'OPEN'`;

const approvalOf = (row: Row): ApprovalRow => ({
  id: bigintOf(row, 'id') as m.RequestId,
  kind: textOf(row, 'kind') as m.ApprovalKind,
  maker: {
    customerId: bigintOf(row, 'maker_customer_id') as m.CustomerId,
    discordUserId: textOf(row, 'maker_discord_user_id') as m.DiscordUserId,
  },
  target: bigintOf(row, 'target_customer_id') as m.CustomerId,
  accountId: bigintOrNull(row, 'account_id') as m.AccountId | null,
  content: JSON.parse(textOf(row, 'content')) as Record<string, string>,
  reason: textOf(row, 'reason'),
  accountNumber: textOf(row, 'account_number') as m.AccountNumber,
  holderName: textOf(row, 'holder_name'),
  member: textOf(row, 'discord_user_id') as m.DiscordUserId,
  state: textOf(row, 'state') as m.ApprovalState,
  askedAt: instantOf(row, 'asked_at'),
  expiresAt: instantOf(row, 'expires_at'),
  checker: textOrNull(row, 'checker_discord_user_id') as m.DiscordUserId | null,
  decidedAt: instantOrNull(row, 'decided_at'),
});

export async function insertApproval(tx: Tx, approval: NewApproval): Promise<void> {
  const { id, kind, maker, target, accountId, content, reason, liveMs } = approval;
  const people = [maker.customerId, maker.discordUserId, target];
  const asked = [JSON.stringify(content), reason, liveMs * 1000];
  await tx.write(insertRow, [id, kind, ...people, accountId, ...asked]);
}

/** Null too for a kind that only a newer version of the bank knows. */
export async function findApproval(reader: Reader, id: m.RequestId): Promise<ApprovalRow | null> {
  const { sql, values } = withList(selectOne, approvalKinds);
  const [row] = await reader.rows(sql, [...values, id]);
  return row === undefined ? null : approvalOf(row);
}

/** First in the lock order: requests, customers, sessions, staff, accounts. */
export async function lockApproval(tx: Tx, id: m.RequestId): Promise<ApprovalRow | null> {
  await tx.rows(lockOne, [id]);
  return findApproval(tx, id);
}

/**
 * For a last word. What is over by its time alone is read under its lock: a decision made a moment
 * before may still be about to be committed.
 */
export async function findSettled(pool: Pool, id: m.RequestId): Promise<ApprovalRow | null> {
  const row = await findApproval(pool, id);
  const isOverdue = row?.state === 'EXPIRED' && row.decidedAt === null;
  return isOverdue ? withTransaction(pool, async (tx) => lockApproval(tx, id)) : row;
}

/** Oldest first, those that follow the one with the id `after`. */
export async function openApprovals(
  reader: Reader,
  page: { readonly after: bigint; readonly limit: number },
): Promise<ApprovalRow[]> {
  const { sql, values } = withList(selectOpen, approvalKinds);
  return (await reader.rows(sql, [...values, page.after, page.limit])).map(approvalOf);
}

/** An open request with the same kind, content and target; the target's row must be locked. */
export async function findSameApproval(
  tx: Tx,
  { target, kind, content }: Pick<NewApproval, 'target' | 'kind' | 'content'>,
): Promise<m.RequestId | null> {
  const [row] = await tx.rows(selectSame, [target, kind, JSON.stringify(content)]);
  return row === undefined ? null : (bigintOf(row, 'id') as m.RequestId);
}

/** The number of open requests; the target's row must be locked. */
export async function countOpen(
  tx: Tx,
  { target, kind }: Pick<NewApproval, 'target' | 'kind'>,
): Promise<number> {
  const [row] = await tx.rows(countOpenRows, [target, kind]);
  return integerOf(row!, 'waiting');
}

/** The row must be locked and open. */
export async function closeApproval(
  tx: Tx,
  id: m.RequestId,
  decision: {
    readonly state: 'APPROVED' | 'DECLINED' | 'REFUSED';
    readonly checker: Pick<m.Session, 'customerId' | 'discordUserId'>;
  },
): Promise<void> {
  const { state, checker } = decision;
  await tx.write(closeOne, [state, checker.customerId, checker.discordUserId, id]);
}
