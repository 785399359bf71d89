/** Customers with several accounts. */
import { openAccount } from '../../src/bank/accounts/index.ts';
import type { Bank } from '../../src/bank/bank.ts';
import type * as m from '../../src/bank/model/index.ts';
import { lockCustomer } from '../../src/bank/people/index.ts';
import type { Pool } from '../../src/db/pool.ts';
import { bigintOf, textOf } from '../../src/db/rows.ts';
import { withTransaction } from '../../src/db/transaction.ts';
import { exactly, gems, newRequestId, type Person } from './bank.ts';

type Database = { readonly pool: Pool };
type Customer = Pick<Person, 'session'>;

/** With a fresh id unless one is given. */
export async function openAnotherAccount(
  { pool }: Database,
  { session: { customerId } }: Customer,
  id = newRequestId() as bigint as m.AccountId,
): Promise<m.AccountNumber> {
  return withTransaction(pool, async (tx) => {
    await lockCustomer(tx, customerId);
    const name = 'SELECT holder_name FROM accounts WHERE customer_id = ? ORDER BY id LIMIT 1';
    const holderName = textOf((await tx.rows(name, [customerId]))[0]!, 'holder_name');
    const opened = await openAccount(tx, { id, customerId, holderName, currency: gems.code });
    const number = 'SELECT account_number FROM accounts WHERE id = ?';
    return textOf((await tx.rows(number, [opened]))[0]!, 'account_number') as m.AccountNumber;
  });
}

/** The numbers of a customer's three accounts, oldest first. */
export async function openThree(
  database: Database,
  person: Person,
): Promise<readonly [m.AccountNumber, m.AccountNumber, m.AccountNumber]> {
  const second = await openAnotherAccount(database, person);
  return [person.accountNumber, second, await openAnotherAccount(database, person)];
}

export const depositInto = async (
  bank: Bank,
  { session }: Customer,
  into: m.AccountNumber,
  amount: bigint,
): Promise<m.Receipt> =>
  bank.payments.deposit(session, {
    requestId: newRequestId(),
    into,
    wish: exactly(amount),
    memo: null,
  });

/** The balances of all accounts of the customer, oldest first. */
export const balancesOf = async (bank: Bank, { session }: Customer): Promise<bigint[]> =>
  (await bank.accounts.overview(session)).map(({ balance }): bigint => balance);

export interface AccountFacts {
  readonly number: m.AccountNumber;
  readonly status: string;
  readonly locked: boolean;
  readonly limited: boolean;
  readonly holderName: string;
  readonly paidOut: bigint;
  readonly deposited: bigint;
}

/** The rows of all accounts of the customer, oldest first. */
export async function accountFacts(
  { pool }: Database,
  { session: { customerId } }: Customer,
): Promise<AccountFacts[]> {
  const sql = `
    SELECT account_number, status, locked_at IS NOT NULL AS locked, holder_name,
      COALESCE(limited_until > NOW(6), 0) AS limited, paid_out_that_day, deposited_that_day
    FROM accounts WHERE customer_id = ? ORDER BY id`;
  return (await pool.rows(sql, [customerId])).map((row) => ({
    number: textOf(row, 'account_number') as m.AccountNumber,
    status: textOf(row, 'status'),
    locked: Number(row['locked']) === 1,
    limited: Number(row['limited']) === 1,
    holderName: textOf(row, 'holder_name'),
    paidOut: bigintOf(row, 'paid_out_that_day'),
    deposited: bigintOf(row, 'deposited_that_day'),
  }));
}
