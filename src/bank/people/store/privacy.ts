/** Erases a customer's personal data; accounts and books stay. */
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, booleanOf, instantOf, textOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { bindCustomer, erasedMark } from './customers.ts';

const lockAccounts = `
  SELECT id, status, balance, held, locked_at IS NOT NULL AS locked
  FROM accounts
  WHERE customer_id = ?
  ORDER BY id
  FOR UPDATE`;
const closeAccounts = `
  UPDATE accounts
  SET status = 'CLOSED', holder_name = ?, account_name = NULL
  WHERE customer_id = ?`;
const ofCustomer = [
  'DELETE FROM customer_details WHERE customer_id = ?',
  'DELETE FROM name_words WHERE customer_id = ?',
  'DELETE FROM credentials WHERE customer_id = ?',
  'DELETE FROM recovery_codes WHERE customer_id = ?',
  'DELETE FROM totp WHERE customer_id = ?',
  'DELETE FROM passkeys WHERE customer_id = ?',
  'DELETE FROM codes WHERE customer_id = ?',
  `DELETE FROM order_occurrences
   WHERE order_id IN (SELECT id FROM orders WHERE customer_id = ?)`,
  'DELETE FROM orders WHERE customer_id = ?',
  'UPDATE customers SET time_zone = NULL WHERE id = ?',
  'DELETE FROM payees WHERE customer_id = ?',
  // Messages to staff channels and to the Discord user before a relink stay.
  `DELETE FROM outbox
   WHERE customer_id = ? AND channel IN ('DM', 'HELD', 'INBOX', 'MAIL') AND recipient IS NULL`,
  'DELETE FROM inboxes WHERE customer_id = ?',
  'DELETE FROM notice_settings WHERE customer_id = ?',
  'DELETE FROM round_ups WHERE customer_id = ?',
  'DELETE FROM personal_limits WHERE customer_id = ?',
  'DELETE FROM shared_members WHERE customer_id = ?',
  'DELETE FROM shared_invitations WHERE customer_id = ?',
  `DELETE FROM pots
   WHERE account_id IN (SELECT id FROM accounts WHERE customer_id = ?)`,
  'DELETE FROM receipt_settings WHERE customer_id = ?',
];
const selectOrder = `
  SELECT id
  FROM orders
  WHERE customer_id = ? AND state IN ('ACTIVE', 'PAUSED')
  LIMIT 1`;
const selectHolders = `
  SELECT p.holder_id
  FROM shared_members AS p
  JOIN customers AS h ON h.id = p.holder_id
  WHERE p.customer_id = ?
  ORDER BY p.holder_id
  FOR UPDATE`;
const selectManagedAlone = `
  SELECT a.id
  FROM shared_members AS p
  JOIN accounts AS a ON a.customer_id = p.holder_id AND a.account_type = 'SHARED'
  WHERE p.customer_id = ? AND p.role = 'MANAGER' AND a.status <> 'CLOSED'
    AND NOT EXISTS (
      SELECT 1 FROM shared_members AS other
      WHERE other.holder_id = p.holder_id AND other.role = 'MANAGER' AND other.id <> p.id)
  LIMIT 1`;
/** What the customer asks for and is asked for ends; what was paid stays. */
const ofRequests = [
  `UPDATE request_dues
   SET state = 'CANCELLED', changed_at = NOW(6)
   WHERE payer_customer_id = ? AND state IN ('OPEN', 'PART_PAID') AND expires_at > NOW(6)`,
  `UPDATE request_dues AS d
   JOIN payment_requests AS r ON r.id = d.request_id
   SET d.state = 'CANCELLED', d.changed_at = NOW(6)
   WHERE r.asker_customer_id = ? AND d.state IN ('OPEN', 'PART_PAID') AND d.expires_at > NOW(6)`,
  'UPDATE payment_requests SET memo = NULL WHERE asker_customer_id = ?',
  'DELETE FROM request_blocks WHERE customer_id = ?',
  'DELETE FROM request_blocks WHERE blocked_customer_id = ?',
];
const ofDiscordUser = [
  'DELETE FROM codes WHERE discord_user_id = ?',
  "DELETE FROM pending WHERE discord_user_id = ? AND state NOT IN ('TAKEN', 'STUCK')",
  "DELETE FROM login_counters WHERE subject = ? AND scope IN ('PERSON', 'CODES')",
  'DELETE FROM outbox WHERE recipient = ?',
  'DELETE FROM page_links WHERE discord_user_id = ?',
];
const selectPayees = `
  SELECT p.nickname, RIGHT(a.account_number, 4) AS number_tail, p.saved_at
  FROM payees AS p
  JOIN accounts AS a ON a.id = p.account_id
  WHERE p.customer_id = ?
  ORDER BY p.nickname_key`;
/** Replace the Discord id, here and below. Values: the mark, then the customer's id. */
const markSessions = `
  UPDATE sessions
  SET discord_user_id = ?, guild_id = NULL, channel_id = '0'
  WHERE customer_id = ?`;
const markMaker = `
  UPDATE approvals
  SET maker_discord_user_id = ?
  WHERE maker_customer_id = ?`;
const markChecker = `
  UPDATE approvals
  SET checker_discord_user_id = ?
  WHERE checker_customer_id = ?`;
/** Each relink request contains a Discord id, also an earlier one of the person. */
const markContent = `
  UPDATE approvals
  SET content = JSON_SET(content, '$.member', ?)
  WHERE target_customer_id = ? AND kind = 'RELINK'`;

export interface ErasedAccount {
  readonly status: m.AccountStatus;
  readonly locked: boolean;
  readonly isEmpty: boolean;
}

/** The customer's row must be locked; waits for payments under way. */
export async function lockOwnAccounts(tx: Tx, id: m.CustomerId): Promise<ErasedAccount[]> {
  const rows = await tx.rows(lockAccounts, [id]);
  return rows.map((row) => ({
    status: textOf(row, 'status') as m.AccountStatus,
    locked: booleanOf(row, 'locked'),
    isEmpty: bigintOf(row, 'balance') === 0n && bigintOf(row, 'held') === 0n,
  }));
}

export interface ExportedPayee {
  readonly nickname: string;
  readonly accountEndsWith: string;
  readonly savedAt: Date;
}

/** The account numbers belong to others. */
export async function exportPayees(reader: Reader, id: m.CustomerId): Promise<ExportedPayee[]> {
  return (await reader.rows(selectPayees, [id])).map((row) => ({
    nickname: textOf(row, 'nickname'),
    accountEndsWith: textOf(row, 'number_tail'),
    savedAt: instantOf(row, 'saved_at'),
  }));
}

/** Whether a standing order may still pay. The customer's row must be locked. */
export const hasOrder = async (tx: Tx, id: m.CustomerId): Promise<boolean> =>
  (await tx.rows(selectOrder, [id])).length > 0;

/**
 * Whether a shared account would be left without a manager. Locks the holders of shared accounts
 * after the customer's row: no manager leaves meanwhile.
 */
export async function managesAlone(tx: Tx, id: m.CustomerId): Promise<boolean> {
  await tx.rows(selectHolders, [id]);
  return (await tx.rows(selectManagedAlone, [id])).length > 0;
}

/** Deleting the customer's key also makes former versions of the details unreadable. */
export async function erasePerson(
  tx: Tx,
  person: {
    readonly id: m.CustomerId;
    readonly discordUserId: m.DiscordUserId;
    readonly holderName: string;
  },
): Promise<void> {
  const { id, discordUserId, holderName } = person;
  for (const statement of ofRequests) await tx.write(statement, [id]);
  for (const statement of ofCustomer) await tx.write(statement, [id]);
  for (const statement of ofDiscordUser) await tx.write(statement, [discordUserId]);
  await tx.write(closeAccounts, [holderName, id]);
  const mark = erasedMark(id);
  for (const statement of [markSessions, markMaker, markChecker, markContent]) {
    await tx.write(statement, [mark, id]);
  }
  // The column stays unique, and the person may register again.
  await bindCustomer(tx, id, mark);
}
