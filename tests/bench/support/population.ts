/** Customers with an account and a live session each, written straight into the tables. */
import { cashAccount, ensureChart } from '../../../src/bank/ledger/chart.ts';
import type * as m from '../../../src/bank/model/index.ts';
import { inParts } from '../../../src/db/parts.ts';
import type { Pool } from '../../../src/db/pool.ts';
import type { Scalar } from '../../../src/db/text/scalars.ts';
import { checkSymbol } from '../../../src/lib/check-symbol.ts';

export interface Customer {
  readonly session: m.Session;
  readonly accountId: m.AccountId;
  readonly accountNumber: m.AccountNumber;
}

export const currency: m.Currency = { code: 'GEM', scale: 2 };
export const startBalance = 1_000_000_000n;
/** Above all ids that `lib/ids.ts` made before today, and below those made from now on. */
const firstId = 1_000_000n;

/** Valid numbers in order: nine digits and the check digit. */
export function accountNumberOf(position: number): m.AccountNumber {
  const body = `${100_000_000 + position}`;
  return `${body}${checkSymbol(Array.from(body, Number), 10)}` as m.AccountNumber;
}

export function customerAt(position: number, discordUserId?: string): Customer {
  const id = firstId + BigInt(position);
  const user = discordUserId ?? `${100_000_000_000_000_000n + id}`;
  const now = Date.now();
  return {
    accountId: id as m.AccountId,
    accountNumber: accountNumberOf(position),
    session: {
      id: id as m.SessionId,
      customerId: id as m.CustomerId,
      discordUserId: user as m.DiscordUserId,
      place: { guildId: null, channelId: '100000000000000001' },
      createdAt: new Date(now),
      expiresAt: new Date(now + 24 * 3_600_000),
      moneyUntil: new Date(now + 15 * 60_000),
      canMove: true,
      ageMs: 0,
    },
  };
}

const insertCustomers = `
  INSERT INTO customers (id, discord_user_id, registered_at)
  VALUES :rows`;
const insertSessions = `
  INSERT INTO sessions
    (id, customer_id, discord_user_id, channel_id, created_at, last_seen_at, live_customer_id)
  VALUES :rows`;
const insertAccounts = `
  INSERT INTO accounts
    (id, kind, customer_id, account_number, holder_name, currency, status, balance, last_seq,
     counted_day, opened_at)
  VALUES :rows`;

const rowsAtOnce = 1_000;
const fingerprint = Buffer.alloc(32, 7);

const insertTransactions = `
  INSERT INTO transactions
    (id, kind, customer_id, initiator_id, fingerprint, source_account_id, source_seq,
     target_account_id, target_seq, amount, booked_at)
  VALUES :rows`;
const insertEntries = `
  INSERT INTO entries
    (account_id, seq, transaction_id, kind, amount, balance_after, counterparty_account_id,
     booked_at)
  VALUES :rows`;

/** Initial money is booked as deposits, so that the books are right. */
async function insertDeposits(pool: Pool, part: readonly Customer[], at: Date): Promise<void> {
  const cash = cashAccount.id;
  await pool.writeRows(
    insertTransactions,
    part.map(({ accountId, session: { id, customerId } }): Scalar[] => {
      const sides = [cash, accountId, accountId, 1n] as const;
      return [accountId, 'DEPOSIT', customerId, id, fingerprint, ...sides, startBalance, at];
    }),
  );
  await pool.writeRows(
    insertEntries,
    part.flatMap(({ accountId }): Scalar[][] => [
      [cash, accountId, accountId, 'DEPOSIT', -startBalance, null, accountId, at],
      [accountId, 1n, accountId, 'DEPOSIT', startBalance, startBalance, cash, at],
    ]),
  );
}

/** Their sessions begin now, so a suite can take as long as the idle limit. */
export async function insertPopulation(
  pool: Pool,
  customers: readonly Customer[],
  { deposits = true }: { readonly deposits?: boolean } = {},
): Promise<void> {
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  await ensureChart(pool, currency, today);
  const parts = () => inParts(customers, rowsAtOnce);
  for (const part of parts()) {
    await pool.writeRows(
      insertCustomers,
      part.map(({ session }): Scalar[] => [session.customerId, session.discordUserId, now]),
    );
  }
  for (const part of parts()) {
    await pool.writeRows(
      insertSessions,
      part.map(({ session: { id, customerId, discordUserId, place } }): Scalar[] => [
        id,
        customerId,
        discordUserId,
        place.channelId,
        now,
        now,
        customerId,
      ]),
    );
  }
  for (const part of parts()) {
    await pool.writeRows(
      insertAccounts,
      part.map(({ accountId, accountNumber, session }): Scalar[] => [
        accountId,
        'CUSTOMER',
        session.customerId,
        accountNumber,
        `Person ${accountNumber.slice(-4)}`,
        currency.code,
        'OPEN',
        startBalance,
        1n,
        today,
        now,
      ]),
    );
  }
  if (!deposits) return;
  for (const part of parts()) await insertDeposits(pool, part, now);
}

export async function makePopulation(pool: Pool, size: number): Promise<Customer[]> {
  const customers = Array.from({ length: size }, (_, position) => customerAt(position));
  await insertPopulation(pool, customers);
  return customers;
}
