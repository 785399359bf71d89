import type { Pool } from '../../db/pool.ts';
import { type Tx, withTransaction } from '../../db/transaction.ts';
import type { AccountId, Currency, OwnAccountKind } from '../model/index.ts';
import {
  changeCurrencyCode,
  hasTransactions,
  insertChart,
  type OwnAccountRow,
  selectCurrencyList,
} from './store/chart.ts';

/** The bank's own accounts and what people read beside a booking with them. */
const names = {
  CASH: 'Cash desk',
  FEES: 'Fees',
  INTEREST: 'Interest',
  SUSPENSE: 'Suspense',
  EQUITY: 'Equity',
} as const satisfies Record<OwnAccountKind, string>;

/** Fixed, and far below any id that `lib/ids.ts` makes. */
const accounts: readonly OwnAccountRow[] = [
  { id: 1n as AccountId, kind: 'CASH', name: names.CASH },
  { id: 2n as AccountId, kind: 'FEES', name: names.FEES },
  { id: 3n as AccountId, kind: 'INTEREST', name: names.INTEREST },
  { id: 4n as AccountId, kind: 'SUSPENSE', name: names.SUSPENSE },
  { id: 5n as AccountId, kind: 'EQUITY', name: names.EQUITY },
];

export const cashAccount = accounts[0]!;
export const feesAccount = accounts[1]!;
export const interestAccount = accounts[2]!;
export const suspenseAccount = accounts[3]!;
export const equityAccount = accounts[4]!;

const lastOwnId = accounts.at(-1)!.id;

/** Whether the account is the bank's own; customers' ids are made by `lib/ids.ts`. */
export const isOwnAccount = (id: AccountId): boolean => id <= lastOwnId;

export const ownAccountName = (id: AccountId): string =>
  accounts.find((account) => account.id === id)?.name ?? cashAccount.name;

/** The account of the bank that has this name; null for a customer's. */
export const ownAccountKind = (name: string): OwnAccountKind | null =>
  accounts.find((account) => account.name === name)?.kind ?? null;

/** The database holds money of another currency or scale than the settings say. */
export class CurrencyMismatch extends Error {
  override readonly name = 'CurrencyMismatch';
  readonly stored: Currency;
  readonly wanted: Currency;

  constructor(stored: Currency, wanted: Currency) {
    super(`${stored.code}/${stored.scale}, not ${wanted.code}/${wanted.scale}`);
    this.stored = stored;
    this.wanted = wanted;
  }
}

/** Writes what is missing, and refuses to give stored sums another meaning. */
export async function ensureChart(pool: Pool, currency: Currency, today: string): Promise<void> {
  await withTransaction(pool, async (tx) => {
    await insertChart(tx, { currency, accounts }, today);
    const stored = await selectCurrencyList(tx);
    const other = stored.find(
      ({ code, scale }) => code !== currency.code || scale !== currency.scale,
    );
    if (other) throw new CurrencyMismatch(other, currency);
  });
}

export const isAnythingBooked = hasTransactions;

/** Gives the currency another code. False once anything was booked: sums keep their meaning. */
export async function renameCurrency(tx: Tx, from: string, to: string): Promise<boolean> {
  if (await hasTransactions(tx)) return false;
  await changeCurrencyCode(tx, from, to);
  return true;
}
