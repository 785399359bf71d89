import type { Reader } from '../../../db/pool.ts';
import { bigintOf, integerOf, textOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { AccountId, AccountKind, Currency, OwnAccountKind } from '../../model/index.ts';

export interface OwnAccountRow {
  readonly id: AccountId;
  readonly kind: OwnAccountKind;
  readonly name: string;
}

const insertCurrency = `
  INSERT IGNORE INTO currencies (code, scale)
  VALUES (?, ?)`;
const selectCurrencies = `
  SELECT code, scale
  FROM currencies
  ORDER BY code`;
const lockCurrency = `
  SELECT code
  FROM currencies
  WHERE code = ?
  FOR UPDATE`;
// MariaDB has no FOR SHARE; MySQL still knows the older words.
const lockCurrencyShared = `
  SELECT code
  FROM currencies
  WHERE code = ?
  LOCK IN SHARE MODE`;
const selectTransaction = `
  SELECT 1 AS found
  FROM transactions
  LIMIT 1`;
const copyCurrency = `
  INSERT INTO currencies (code, scale)
  SELECT ?, scale
  FROM currencies
  WHERE code = ?`;
const moveAccounts = `
  UPDATE accounts
  SET currency = ?
  WHERE currency = ?`;
const deleteCurrency = `
  DELETE FROM currencies
  WHERE code = ?`;
const insertOwnAccounts = `
  INSERT IGNORE INTO accounts
    (id, kind, holder_name, currency, status, counted_day, opened_at)
  VALUES :rows`;
// One statement, so that both halves are read at the same moment.
const selectTotals = `
  SELECT 'CUSTOMER' AS kind, COALESCE(SUM(balance), 0) AS total
  FROM accounts
  WHERE kind = 'CUSTOMER'
  UNION ALL
  SELECT a.kind, COALESCE(SUM(e.amount), 0)
  FROM accounts AS a
  LEFT JOIN entries AS e ON e.account_id = a.id
  WHERE a.kind <> 'CUSTOMER'
  GROUP BY a.kind`;

/**
 * Until the transaction ends, no import runs beside it: what a registration finds unclaimed stays
 * so. Imports and registrations lock the row of the currency first of all.
 */
export async function shareOpenings(tx: Tx, currency: string): Promise<void> {
  await tx.rows(lockCurrencyShared, [currency]);
}

/** Until the transaction ends, no customer registers, and no other import runs. */
export async function excludeOpenings(tx: Tx, currency: string): Promise<void> {
  await tx.rows(lockCurrency, [currency]);
}

/** Moves the bank's own and all customers' accounts to another code with the same decimals. */
export async function changeCurrencyCode(tx: Tx, from: string, to: string): Promise<void> {
  await tx.rows(lockCurrency, [from]);
  await tx.write(copyCurrency, [to, from]);
  await tx.write(moveAccounts, [to, from]);
  await tx.write(deleteCurrency, [from]);
}

export const hasTransactions = async (reader: Reader): Promise<boolean> =>
  (await reader.rows(selectTransaction)).length > 0;

/** Writes the bank's currency and own accounts where they are missing; changes nothing else. */
export async function insertChart(
  tx: Tx,
  chart: { readonly currency: Currency; readonly accounts: readonly OwnAccountRow[] },
  today: string,
): Promise<void> {
  const { code, scale } = chart.currency;
  await tx.write(insertCurrency, [code, scale]);
  await tx.writeRows(
    insertOwnAccounts,
    chart.accounts.map(({ id, kind, name }) => [id, kind, name, code, 'OPEN', today, today]),
  );
}

export async function selectCurrencyList(reader: Reader): Promise<Currency[]> {
  const rows = await reader.rows(selectCurrencies);
  return rows.map((row) => ({ code: textOf(row, 'code'), scale: integerOf(row, 'scale') }));
}

/** Customers' stored balances and the sums of the own accounts' entries; credits above zero. */
export async function selectTotalsByKind(reader: Reader): Promise<Map<AccountKind, bigint>> {
  const rows = await reader.rows(selectTotals);
  return new Map(rows.map((row) => [textOf(row, 'kind') as AccountKind, bigintOf(row, 'total')]));
}
