/** The people whom a request may ask, and those who accept no requests from somebody. */
import { withList } from '../../../../db/text/placeholders.ts';
import type { Reader } from '../../../../db/pool.ts';
import { bigintOf, booleanOf, integerOf, type Row, textOf } from '../../../../db/rows.ts';
import type { Tx } from '../../../../db/transaction.ts';
import { mainAccountClause } from '../../../accounts/index.ts';
import type * as m from '../../../model/index.ts';
import { numberTail } from '../../../model/index.ts';

/** A customer with their main account. */
export interface PayerRow {
  readonly customerId: m.CustomerId;
  readonly member: m.DiscordUserId;
  readonly accountId: m.AccountId;
  readonly accountNumber: m.AccountNumber;
  readonly payer: m.PartyView;
  readonly status: m.AccountStatus;
  /** They accept no requests from this asker. */
  readonly blocks: boolean;
  /** Requests that they can still pay. */
  readonly open: number;
}

const payerColumns = `c.id AS customer_id, c.discord_user_id, a.id, a.account_number,
    a.holder_name, a.status,
    EXISTS (SELECT 1 FROM request_blocks AS b
      WHERE b.customer_id = c.id AND b.blocked_customer_id = ?) AS blocks,
    (SELECT COUNT(*) FROM request_dues AS d
      WHERE d.payer_customer_id = c.id AND d.state IN ('OPEN', 'PART_PAID')
        AND d.expires_at > NOW(6)) AS open_dues`;
const selectMembers = `
  SELECT ${payerColumns}
  FROM customers AS c
  JOIN accounts AS a ON a.id = ${mainAccountClause}
  WHERE c.discord_user_id IN (:list) AND a.status <> 'CLOSED'`;
const selectNumbers = `
  SELECT ${payerColumns}
  FROM accounts AS asked
  JOIN customers AS c ON c.id = asked.customer_id
  JOIN accounts AS a ON a.id = ${mainAccountClause}
  WHERE asked.account_number IN (:list) AND asked.status <> 'CLOSED'
    AND asked.account_type <> 'POT'`;
const lockCustomers = `
  SELECT id
  FROM customers
  WHERE id IN (:list)
  ORDER BY id
  FOR UPDATE`;
const selectAskerAccount = `
  SELECT a.id, a.account_number, a.holder_name, a.status, a.account_type = 'POT' AS is_pot
  FROM customers AS c
  JOIN accounts AS a ON a.customer_id = c.id
  WHERE c.id = ? AND COALESCE(a.account_number = ?, a.id = ${mainAccountClause})`;
const insertBlock = `
  INSERT IGNORE INTO request_blocks (customer_id, blocked_customer_id, blocked_at)
  VALUES (?, ?, NOW(6))`;
const deleteBlock = `
  DELETE FROM request_blocks
  WHERE customer_id = ? AND blocked_customer_id = ?`;
const selectBlocks = `
  SELECT c.discord_user_id, a.holder_name, a.account_number
  FROM request_blocks AS b
  JOIN customers AS c ON c.id = b.blocked_customer_id
  JOIN accounts AS a ON a.id = ${mainAccountClause}
  WHERE b.customer_id = ?
  ORDER BY b.blocked_at
  LIMIT ?`;
const countBlocks = `
  SELECT COUNT(*) AS blocks
  FROM request_blocks
  WHERE customer_id = ?`;
const selectPayersWith = `
  SELECT customer_id
  FROM request_blocks
  WHERE blocked_customer_id = ?`;

const payerOf = (row: Row): PayerRow => {
  const accountNumber = textOf(row, 'account_number') as m.AccountNumber;
  return {
    customerId: bigintOf(row, 'customer_id') as m.CustomerId,
    member: textOf(row, 'discord_user_id') as m.DiscordUserId,
    accountId: bigintOf(row, 'id') as m.AccountId,
    accountNumber,
    payer: { name: textOf(row, 'holder_name'), numberTail: numberTail(accountNumber) },
    status: textOf(row, 'status') as m.AccountStatus,
    blocks: booleanOf(row, 'blocks'),
    open: integerOf(row, 'open_dues'),
  };
};

/** Those of the members who have an open account, in no order. */
export async function findMembers(
  reader: Reader,
  asker: m.CustomerId,
  members: readonly m.DiscordUserId[],
): Promise<PayerRow[]> {
  if (members.length === 0) return [];
  const { sql, values } = withList(selectMembers, members);
  return (await reader.rows(sql, [asker, ...values])).map(payerOf);
}

/** The owners of these accounts, in no order. */
export async function findOwners(
  reader: Reader,
  asker: m.CustomerId,
  numbers: readonly m.AccountNumber[],
): Promise<PayerRow[]> {
  if (numbers.length === 0) return [];
  const { sql, values } = withList(selectNumbers, numbers);
  return (await reader.rows(sql, [asker, ...values])).map(payerOf);
}

/** In the order of their ids, first in the lock order of the bank. */
export async function lockCustomersOf(tx: Tx, ids: readonly m.CustomerId[]): Promise<void> {
  const { sql, values } = withList(lockCustomers, ids);
  await tx.rows(sql, values);
}

/** The asker's account with this number, or the main one. Null where it is not theirs. */
export async function askerAccount(
  reader: Reader,
  asker: m.CustomerId,
  number: m.AccountNumber | null,
): Promise<
  (Pick<PayerRow, 'accountId' | 'payer' | 'status'> & { readonly isPot: boolean }) | null
> {
  const [row] = await reader.rows(selectAskerAccount, [asker, number]);
  if (row === undefined) return null;
  const tail = numberTail(textOf(row, 'account_number') as m.AccountNumber);
  return {
    accountId: bigintOf(row, 'id') as m.AccountId,
    payer: { name: textOf(row, 'holder_name'), numberTail: tail },
    status: textOf(row, 'status') as m.AccountStatus,
    isPot: booleanOf(row, 'is_pot'),
  };
}

/** False if it was there before. */
export const blockAsker = async (
  writer: { write: Tx['write'] },
  customerId: m.CustomerId,
  blocked: m.CustomerId,
): Promise<boolean> => (await writer.write(insertBlock, [customerId, blocked])).affectedRows === 1;

/** False if there was none. */
export const unblockAsker = async (
  writer: { write: Tx['write'] },
  customerId: m.CustomerId,
  blocked: m.CustomerId,
): Promise<boolean> => (await writer.write(deleteBlock, [customerId, blocked])).affectedRows === 1;

export interface BlockedAsker {
  readonly member: m.DiscordUserId;
  readonly party: m.PartyView;
}

/** Oldest first. */
export const blockedBy = async (
  reader: Reader,
  customerId: m.CustomerId,
  limit: number,
): Promise<BlockedAsker[]> =>
  (await reader.rows(selectBlocks, [customerId, limit])).map((row) => ({
    member: textOf(row, 'discord_user_id') as m.DiscordUserId,
    party: {
      name: textOf(row, 'holder_name'),
      numberTail: numberTail(textOf(row, 'account_number') as m.AccountNumber),
    },
  }));

export async function countBlocked(reader: Reader, customerId: m.CustomerId): Promise<number> {
  const [row] = await reader.rows(countBlocks, [customerId]);
  return integerOf(row ?? {}, 'blocks');
}

/** The customers who accept no requests from this asker. */
export const blockersOf = async (
  reader: Reader,
  asker: m.CustomerId,
): Promise<ReadonlySet<bigint>> => {
  const rows = await reader.rows(selectPayersWith, [asker]);
  return new Set(rows.map((row) => bigintOf(row, 'customer_id')));
};
