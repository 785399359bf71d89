/** Customers and main accounts by Discord id, and customers who have not registered yet. */
import { inParts } from '../../../db/parts.ts';
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, bigintOrNull, integerOf, textOf, textOrNull } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import { mainAccountClause } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';

/**
 * In place of the Discord id of a customer who has not registered, so that nothing takes them for a
 * registered one. No Discord id begins with u.
 */
const unclaimedMark = (id: m.DiscordUserId): string => `u${id}`;
const mark = 'u';

const selectOwners = `
  SELECT c.discord_user_id, c.id AS customer_id, a.id AS account_id, a.status, a.balance
  FROM customers AS c
  LEFT JOIN accounts AS a ON a.id = ${mainAccountClause}
  WHERE c.discord_user_id IN (:list)`;
const selectNumbers = `
  SELECT account_number
  FROM accounts
  WHERE account_number IN (:list)`;
const insertCustomers = `
  INSERT INTO customers (id, discord_user_id, registered_at)
  VALUES :rows`;
const insertAccounts = `
  INSERT INTO accounts
    (id, kind, customer_id, account_number, holder_name, currency, status, balance, counted_day,
     opened_at)
  VALUES :rows`;
const lockUnclaimed = `
  SELECT c.id AS customer_id, a.id AS account_id, a.account_number, a.balance
  FROM customers AS c
  JOIN accounts AS a ON a.customer_id = c.id
  WHERE c.discord_user_id = ?
  ORDER BY a.id
  FOR UPDATE`;
const selectUnclaimed = `
  SELECT COUNT(*) AS people, COALESCE(SUM(a.balance), 0) AS total
  FROM customers AS c
  JOIN accounts AS a ON a.customer_id = c.id
  WHERE c.discord_user_id LIKE 'u%' AND a.balance > 0`;
const claim = `
  UPDATE customers
  SET discord_user_id = ?, registered_at = NOW(6)
  WHERE id = ?`;

const selectMain = `
  SELECT a.id
  FROM customers AS c
  JOIN accounts AS a ON a.id = ${mainAccountClause}
  WHERE c.id = ?`;
const closeEmptied = `
  UPDATE accounts
  SET status = 'CLOSED'
  WHERE customer_id = ?`;
const free = `
  UPDATE customers
  SET discord_user_id = ?
  WHERE id = ?`;
/** IGNORE: the customer may have a balance of the same source already, which then counts. */
const passOn = `
  UPDATE IGNORE import_rows
  SET customer_id = ?
  WHERE customer_id = ?`;

/** Who owns, or will own, what a file gives to a Discord id. */
export interface Owner {
  readonly customerId: m.CustomerId;
  readonly isRegistered: boolean;
  /** Null when the customer has none. */
  readonly account: {
    readonly id: m.AccountId;
    readonly status: m.AccountStatus;
    readonly balance: bigint;
  } | null;
}

/** Statements stay small. */
const pageSize = 500;

export const pagesOf = <Value>(values: readonly Value[]): Iterable<readonly Value[]> =>
  inParts(values, pageSize);

/** By Discord id; ids that the bank does not know are left out. */
export async function findOwners(
  reader: Reader,
  ids: readonly m.DiscordUserId[],
): Promise<ReadonlyMap<m.DiscordUserId, Owner>> {
  const owners = new Map<m.DiscordUserId, Owner>();
  for (const page of pagesOf(ids)) {
    const { sql, values } = withList(selectOwners, [...page, ...page.map(unclaimedMark)]);
    for (const row of await reader.rows(sql, values)) {
      const stored = textOf(row, 'discord_user_id');
      const isRegistered = !stored.startsWith(mark);
      const id = (isRegistered ? stored : stored.slice(mark.length)) as m.DiscordUserId;
      const accountId = bigintOrNull(row, 'account_id') as m.AccountId | null;
      owners.set(id, {
        customerId: bigintOf(row, 'customer_id') as m.CustomerId,
        isRegistered,
        account:
          accountId === null
            ? null
            : {
                id: accountId,
                status: textOrNull(row, 'status') as m.AccountStatus,
                balance: bigintOf(row, 'balance'),
              },
      });
    }
  }
  return owners;
}

/** Those of the numbers that accounts have. */
export async function takenNumbers(
  reader: Reader,
  numbers: readonly m.AccountNumber[],
): Promise<ReadonlySet<string>> {
  const taken = new Set<string>();
  for (const page of pagesOf(numbers)) {
    const { sql, values } = withList(selectNumbers, page);
    for (const row of await reader.rows(sql, values)) taken.add(textOf(row, 'account_number'));
  }
  return taken;
}

export interface Newcomer {
  readonly discordUserId: m.DiscordUserId;
  readonly customerId: m.CustomerId;
  readonly accountId: m.AccountId;
  readonly accountNumber: m.AccountNumber;
}

/** Of an account whose owner has not registered. */
const holderName = 'Unclaimed';

/** Customers with an empty account each; a taken number is a duplicate of `accounts_number`. */
export async function insertUnclaimed(
  tx: Tx,
  newcomers: readonly Newcomer[],
  { currency, at }: { readonly currency: string; readonly at: string },
): Promise<void> {
  for (const page of pagesOf(newcomers)) {
    await tx.writeRows(
      insertCustomers,
      page.map(({ customerId, discordUserId }) => [customerId, unclaimedMark(discordUserId), at]),
    );
    await tx.writeRows(
      insertAccounts,
      page.map(({ accountId, customerId, accountNumber }) => [
        accountId,
        'CUSTOMER',
        customerId,
        accountNumber,
        holderName,
        currency,
        'OPEN',
        0n,
        at.slice(0, 10),
        at,
      ]),
    );
  }
}

/** Who has not registered, and what waits for them; people for whom nothing waits are left out. */
export async function sumUnclaimed(
  reader: Reader,
): Promise<{ readonly people: number; readonly units: bigint }> {
  const [row] = await reader.rows(selectUnclaimed);
  return { people: integerOf(row!, 'people'), units: bigintOf(row!, 'total') };
}

export interface Unclaimed {
  readonly customerId: m.CustomerId;
  readonly accountId: m.AccountId;
  readonly accountNumber: m.AccountNumber;
  readonly balance: bigint;
}

/** Locked until the transaction ends; null when no import has left anything for the Discord id. */
export async function takeUnclaimed(tx: Tx, id: m.DiscordUserId): Promise<Unclaimed | null> {
  const [row] = await tx.rows(lockUnclaimed, [unclaimedMark(id)]);
  if (row === undefined) return null;
  return {
    customerId: bigintOf(row, 'customer_id') as m.CustomerId,
    accountId: bigintOf(row, 'account_id') as m.AccountId,
    accountNumber: textOf(row, 'account_number') as m.AccountNumber,
    balance: bigintOf(row, 'balance'),
  };
}

/** The customer is registered from now on. */
export async function bindUnclaimed(
  tx: Tx,
  customerId: m.CustomerId,
  id: m.DiscordUserId,
): Promise<void> {
  await tx.write(claim, [id, customerId]);
}

/** Null: all accounts of the customer are closed. */
export async function mainAccountOf(reader: Reader, id: m.CustomerId): Promise<m.AccountId | null> {
  const [row] = await reader.rows(selectMain, [id]);
  return row === undefined ? null : (bigintOf(row, 'id') as m.AccountId);
}

/**
 * The account is empty: it closes, and the Discord id can be used. What was imported for it counts
 * as imported for the customer who got its money.
 */
export async function endUnclaimed(
  tx: Tx,
  { customerId }: Unclaimed,
  owner: m.CustomerId,
): Promise<void> {
  await tx.write(closeEmptied, [customerId]);
  // As of an erased customer: no Discord id begins with x.
  await tx.write(free, [`x${customerId}`, customerId]);
  await tx.write(passOn, [owner, customerId]);
}
