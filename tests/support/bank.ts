/** A real bank on the test database, and customers. */
import { systemClock, type Clock } from '../../src/lib/clock.ts';
import {
  createBank,
  parseAmount,
  type BankEvent,
  type BankSettings,
} from '../../src/bank/index.ts';
import type { Bank } from '../../src/bank/bank.ts';
import type * as m from '../../src/bank/model/index.ts';
import type { Pool } from '../../src/db/pool.ts';
import { idSource } from '../../src/lib/ids.ts';

export const gems: m.Currency = { code: 'GEM', scale: 2 };
export const testSecrets = { pepper: Buffer.alloc(32, 7), piiKey: Buffer.alloc(32, 9) };

export const testSettings: BankSettings = {
  name: 'Passbook',
  currency: gems,
  limitPerTransaction: 10_000_000n,
  limitPerDay: 100_000_000n,
  minimumAge: 13,
  passwordLengthMin: 10,
  sessionIdleMs: 15 * 60_000,
  sessionAbsoluteMs: 8 * 3_600_000,
  bcryptCost: 4,
  loginFloorMs: 0,
  // Tests make a day's requests in a second; tests of the limits use 1.
  throttleFactor: 1_000,
};

export interface TestBank extends Bank {
  readonly events: BankEvent[];
}

export async function openBank(
  pool: Pool,
  options: {
    readonly settings?: Partial<BankSettings>;
    readonly clock?: Clock;
    readonly jobTime?: () => Date;
  } = {},
): Promise<TestBank> {
  const events: BankEvent[] = [];
  const bank = await createBank({
    pool,
    clock: options.clock ?? systemClock,
    report: (event) => events.push(event),
    settings: { ...testSettings, ...options.settings },
    secrets: testSecrets,
    ...(options.jobTime && { jobTime: options.jobTime }),
  });
  return { ...bank, events };
}

// A process number that no bank on a new test database takes.
const nextId = idSource({ clock: systemClock, processNumber: 1023n });
export const newRequestId = (): m.RequestId => nextId() as m.RequestId;

let people = 0;

/** Strong, and judged in a quarter of the time of one with spaces and digits. */
export const password = 'quartz-lantern-voyage';
export const discordId = (): m.DiscordUserId =>
  `${900_000_000_000_000_000n + BigInt((people += 1))}` as m.DiscordUserId;
export const place: m.Place = { guildId: '111111111111111111', channelId: '222222222222222222' };

export const detailsOf = (number: number): m.PersonalDetails => ({
  fullName: 'Anna Maria Miller',
  email: `anna${number}@example.com`,
  phone: `+4930${1_000_000 + number}`,
  dateOfBirth: '1990-12-31',
  gender: 'female',
});

export interface Person {
  readonly discordUserId: m.DiscordUserId;
  readonly session: m.Session;
  readonly accountNumber: m.AccountNumber;
  readonly recoveryCodes: readonly string[];
  readonly details: m.PersonalDetails;
}

/** A registered, logged-in customer with this many minor units. */
export async function openPerson(
  bank: Bank,
  balance = 0n,
  discordUserId: m.DiscordUserId = discordId(),
): Promise<Person> {
  people += 1;
  const details = detailsOf(people);
  const registered = await bank.customers.register({ discordUserId, place, details, password });
  const { session, account, recoveryCodes } = registered;
  if (balance > 0n) {
    const wish = exactly(balance);
    await bank.payments.deposit(session, { requestId: newRequestId(), wish, memo: null });
  }
  const { accountNumber } = account;
  return { discordUserId, session, accountNumber, recoveryCodes, details };
}

export const exactly = (minorUnits: bigint): m.AmountWish => ({
  kind: 'exact',
  amount: minorUnits as m.Amount,
});

export function wishOf(text: string): m.AmountWish {
  const result = parseAmount(text, gems);
  if (!result.ok) throw new Error(result.reason.code);
  return result.value;
}

/** A share of the balance as its card showed it. */
export const shareOf = (kind: 'half' | 'all', shown: bigint): m.AmountWish => ({
  kind,
  shown: shown as m.Amount,
});

/** All that the account can pay, as a card would show it. */
export const allOf = async (bank: Bank, person: Person): Promise<m.AmountWish> =>
  shareOf('all', await balanceOf(bank, person));

/** Sends minor units from one customer to another, by account number. */
export const pay = async (
  bank: Bank,
  from: Person,
  to: Person,
  minorUnits: bigint,
  memo: string | null = null,
): Promise<m.Receipt> =>
  bank.payments.transfer(from.session, {
    requestId: newRequestId(),
    accountNumber: to.accountNumber,
    wish: exactly(minorUnits),
    memo,
  });

export async function balanceOf(bank: Bank, person: Person): Promise<bigint> {
  const [account] = await bank.accounts.overview(person.session);
  return account!.balance;
}
