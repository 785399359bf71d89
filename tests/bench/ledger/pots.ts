/** Pots of the customers, which take what their payments round up. */
import type * as m from '../../../src/bank/model/index.ts';
import { inParts } from '../../../src/db/parts.ts';
import type { Pool } from '../../../src/db/pool.ts';
import type { Scalar } from '../../../src/db/text/scalars.ts';
import { accountNumberOf, currency, type Customer, startBalance } from '../support/population.ts';

/** Between a customer's account and its pot. */
const apart = 10_000_000n;
const rowsAtOnce = 1_000;

const insertAccounts = `
  INSERT INTO accounts
    (id, kind, customer_id, account_number, holder_name, currency, status, balance, last_seq,
     counted_day, opened_at, account_type)
  VALUES :rows`;

export const potOf = ({ accountId }: Customer): m.AccountId => (accountId + apart) as m.AccountId;

export async function insertPots(pool: Pool, customers: readonly Customer[]): Promise<void> {
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const rows = customers.map((customer): Scalar[] => [
    potOf(customer),
    'CUSTOMER',
    customer.session.customerId,
    accountNumberOf(Number(potOf(customer))),
    'Change',
    currency.code,
    'OPEN',
    startBalance,
    1n,
    today,
    now,
    'POT',
  ]);
  for (const part of inParts(rows, rowsAtOnce)) await pool.writeRows(insertAccounts, part);
}
