import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, instantOf, type Row, textOf, textOrNull } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import { heldClause } from '../../ledger/index.ts';
import type * as m from '../../model/index.ts';
import { balanceOf, type SessionLimits } from '../../model/index.ts';
import { potColumns, potTermsOf } from './pots.ts';
import { readingClause, readingTimes } from './session.ts';

export interface NewAccount {
  readonly id: m.AccountId;
  readonly customerId: m.CustomerId;
  readonly accountNumber: m.AccountNumber;
  /** The holder's name as other people see it. */
  readonly holderName: string;
  readonly currency: string;
  readonly status: m.AccountStatus;
  readonly type: m.AccountType;
  readonly name: string | null;
}

export interface AccountRow extends m.OwnAccount {
  readonly id: m.AccountId;
}

const insertRow = `
  INSERT INTO accounts
    (id, kind, customer_id, account_number, holder_name, currency, status, balance, counted_day,
     opened_at, account_type, account_name)
  VALUES (?, 'CUSTOMER', ?, ?, ?, ?, ?, 0, CURRENT_DATE, NOW(6), ?, ?)`;
const ensureMain = `
  UPDATE customers
  SET main_account_id = ?
  WHERE id = ? AND main_account_id IS NULL`;
const selectStates = `
  SELECT id, status
  FROM accounts
  WHERE customer_id = ?
  ORDER BY id`;
const copyLock = `
  UPDATE accounts AS a
  JOIN accounts AS other ON other.id = ?
  SET a.locked_at = other.locked_at, a.limited_until = other.limited_until
  WHERE a.id = ?`;
/** The id of the main account, for a table `customers AS c`. */
export const mainAccountClause = `COALESCE(c.main_account_id, (
    SELECT MIN(first.id) FROM accounts AS first WHERE first.customer_id = c.id))`;
const selectOfSession = `
  SELECT a.id, a.account_number, a.status, a.balance, ${heldClause} AS held,
    a.opened_at, a.account_type, a.account_name, ${potColumns}
  FROM sessions AS s
  JOIN customers AS c ON c.id = s.customer_id
  JOIN accounts AS a ON a.customer_id = c.id
  LEFT JOIN pots AS p ON p.account_id = a.id
  WHERE s.id = ? AND s.customer_id = ? AND ${readingClause}
  ORDER BY COALESCE(a.id = c.main_account_id, 0) DESC, a.id`;
const selectClosed = `
  SELECT id
  FROM accounts
  WHERE id IN (:list) AND status = 'CLOSED'
  LIMIT 1`;
const updateHolder = `
  UPDATE accounts
  SET holder_name = ?
  WHERE customer_id = ?`;
const selectParty = `
  SELECT a.holder_name, a.account_number
  FROM customers AS c
  JOIN accounts AS a ON a.id = ${mainAccountClause}
  WHERE c.id = ?`;
const selectMainOfMember = `
  SELECT a.account_number
  FROM customers AS c
  JOIN accounts AS a ON a.id = ${mainAccountClause}
  WHERE c.discord_user_id = ? AND a.status <> 'CLOSED'`;

/** A taken number is a duplicate of `accounts_number`. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  await tx.write(insertRow, [
    account.id,
    account.customerId,
    account.accountNumber,
    account.holderName,
    account.currency,
    account.status,
    account.type,
    account.name,
  ]);
}

/** A customer with a second account has a main one: the first, until another is chosen. */
export async function ensureMainAccount(
  tx: Tx,
  customerId: m.CustomerId,
  first: m.AccountId,
): Promise<void> {
  await tx.write(ensureMain, [first, customerId]);
}

/** Of all accounts of the customer, oldest first. */
export async function accountStates(
  reader: Reader,
  customerId: m.CustomerId,
): Promise<{ readonly id: m.AccountId; readonly status: m.AccountStatus }[]> {
  return (await reader.rows(selectStates, [customerId])).map((row) => ({
    id: bigintOf(row, 'id') as m.AccountId,
    status: textOf(row, 'status') as m.AccountStatus,
  }));
}

/** All accounts of the customer, closed ones included, oldest first. */
export const accountIdsOf = async (
  reader: Reader,
  customerId: m.CustomerId,
): Promise<m.AccountId[]> => (await accountStates(reader, customerId)).map(({ id }) => id);

/** The owner's lock and the lowered limit of the other account. */
export async function copyLockAndLimit(
  tx: Tx,
  accounts: { readonly from: m.AccountId; readonly to: m.AccountId },
): Promise<void> {
  await tx.write(copyLock, [accounts.from, accounts.to]);
}

/** What rows of all kinds of customer accounts have. */
export function fundsOf(row: Row) {
  const [balance, held] = [bigintOf(row, 'balance'), bigintOf(row, 'held')];
  return {
    id: bigintOf(row, 'id') as m.AccountId,
    accountNumber: textOf(row, 'account_number') as m.AccountNumber,
    status: textOf(row, 'status') as m.AccountStatus,
    balance: balanceOf(balance),
    held: balanceOf(held),
    available: balanceOf(balance - held),
    openedAt: instantOf(row, 'opened_at'),
  };
}

const accountOf = (row: Row, isMain: boolean): AccountRow => {
  const type = textOf(row, 'account_type') as m.AccountType;
  return {
    ...fundsOf(row),
    type,
    name: textOrNull(row, 'account_name'),
    isMain,
    ...(type === 'POT' ? { pot: potTermsOf(row) } : {}),
  };
};

/** The session's accounts, the main one first, then the oldest; none when the session is over. */
export async function accountsOfSession(
  reader: Reader,
  session: m.Session,
  limits: SessionLimits,
): Promise<AccountRow[]> {
  const values = [session.id, session.customerId, ...readingTimes(limits)];
  const rows = await reader.rows(selectOfSession, values);
  return rows.map((row, index) => accountOf(row, index === 0));
}

/** The customer's main account as other people see it. */
export async function findParty(
  reader: Reader,
  customerId: m.CustomerId,
): Promise<{ readonly holderName: string; readonly accountNumber: m.AccountNumber } | null> {
  const [row] = await reader.rows(selectParty, [customerId]);
  if (row === undefined) return null;
  return {
    holderName: textOf(row, 'holder_name'),
    accountNumber: textOf(row, 'account_number') as m.AccountNumber,
  };
}

/** The customer's row must be locked. */
export async function renameHolder(
  tx: Tx,
  customerId: m.CustomerId,
  holderName: string,
): Promise<void> {
  await tx.write(updateHolder, [holderName, customerId]);
}

/** The account that receives transfers to this Discord user: the main one, unless closed. */
export async function accountNumberOfMember(
  reader: Reader,
  discordUserId: m.DiscordUserId,
): Promise<m.AccountNumber | null> {
  const [row] = await reader.rows(selectMainOfMember, [discordUserId]);
  return row === undefined ? null : (textOf(row, 'account_number') as m.AccountNumber);
}

/** Whether any of the accounts is closed. */
export async function isAnyClosed(reader: Reader, ids: readonly m.AccountId[]): Promise<boolean> {
  const { sql, values } = withList(selectClosed, ids);
  return (await reader.rows(sql, values)).length > 0;
}
