import type * as m from '../../../src/bank/model/index.ts';
import type { Payment } from '../history/model.ts';

/** A requested payment, with its session. */
export interface AskedPayment {
  readonly key: m.RequestId;
  readonly session: m.Session;
  readonly payment: Payment;
}

/** A simulated customer: one person, used by several clients at once. */
export interface Customer {
  readonly name: string;
  readonly discordUserId: m.DiscordUserId;
  readonly password: string;
  readonly account: m.AccountNumber;
  /** Their second account. */
  readonly other: m.AccountNumber;
  readonly pot: m.AccountNumber;
  /** Whether a client is changing their own limit of the day. */
  isLimiting: boolean;
  /** Withdrawals of this month that were free, as far as they know. */
  freeWithdrawals: number;
  /** Whether their limit of the day is lowered, which they try to pass. */
  readonly isLimited: boolean;
  session: m.Session;
  /** Sessions whose end was acknowledged. */
  readonly ended: m.Session[];
  /** Payments with a receipt, the newest last; a few are repeated. */
  readonly acknowledged: AskedPayment[];
  /** Whether a client is changing the session. */
  isAtTheDoor: boolean;
  isFrozen: boolean;
}

/** A shared account with its members. */
export interface Club {
  readonly account: m.AccountNumber;
  readonly pot: m.AccountNumber;
  /** Payments above it wait for two other managers. */
  readonly above: number;
  readonly managers: readonly Customer[];
  /** Each with an allowance, which changes; they are never removed. */
  readonly spenders: readonly Customer[];
  /** Removed and invited again. */
  readonly guest: Customer;
  /** What each spender may pay in a month, as was set last. */
  readonly allowances: Map<Customer, number>;
  /** Whether a client is removing or inviting the guest. */
  isChanging: boolean;
}

const keptMax = 20;

/** Adds one and drops the oldest. */
export function remember<Value>(list: Value[], value: Value): void {
  list.push(value);
  if (list.length > keptMax) list.shift();
}

export const placeOf: m.Place = { guildId: '111111111111111111', channelId: '222222222222222222' };

export const detailsOf = (number: number): m.PersonalDetails => ({
  fullName: 'Anna Maria Miller',
  email: `customer${number}@example.com`,
  phone: `+4930${1_000_000 + number}`,
  dateOfBirth: '1990-12-31',
  gender: 'undisclosed',
});

/** The payment with another amount: the same key must be refused. */
export const tampered = (payment: Payment): Payment => ({
  ...payment,
  wish: /^\d+$/.test(payment.wish) ? `${BigInt(payment.wish) + 1n}` : '1',
});
