import type * as m from '../../../src/bank/model/base/types.ts';
import type { Payment } from '../history/model.ts';

/** A payment that was asked for, with the session it was asked in. */
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
  session: m.Session;
  /** Sessions whose end was acknowledged. */
  readonly ended: m.Session[];
  /** Payments with a receipt, the newest last; a few are asked again. */
  readonly acknowledged: AskedPayment[];
  /** Whether a client is changing the session just now. */
  isAtTheDoor: boolean;
  isFrozen: boolean;
}

const keptMax = 20;

/** Remembers one more and forgets the oldest. */
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
