/** Fees as customers know them from the announcements. */
import type { Payment } from '../history/model.ts';
import { feeUnder, termsAt, timeText } from '../support/fee-table.ts';
import type { AskedPayment, Customer } from './customer.ts';
import type { World } from './world.ts';

/** What no command can ask for goes to the ledger of the process. */
export const needsDoor = ({ initiator, captures }: Payment) =>
  initiator !== undefined || captures !== undefined;

export const ownNumbers = ({ account, other, pot }: Customer): readonly string[] => [
  account,
  other,
  pot,
];

/** The fee by the table, as far as the customer knows how many movements were free. */
function feeKnown(world: World, customer: Customer, payment: Payment): bigint {
  const { kind, own, payee, wish } = payment;
  const mine = ownNumbers(customer);
  if (payee !== null && mine.includes(own) && mine.includes(payee)) return 0n;
  const terms = termsAt(world.fees, kind, timeText(Date.now()));
  if (terms === null || customer.freeWithdrawals < terms.free) return 0n;
  return feeUnder(terms, BigInt(wish));
}

const completed = new WeakMap<AskedPayment, AskedPayment>();

/** With the fee that the card of a payment shows: decided once, and the same at each repetition. */
export function withFee(world: World, customer: Customer, asked: AskedPayment): AskedPayment {
  const { payment } = asked;
  const isCharged = payment.kind === 'TRANSFER' || payment.kind === 'WITHDRAWAL';
  const isDecided = payment.fee !== undefined || !/^\d+$/.test(payment.wish);
  if (!isCharged || isDecided || needsDoor(payment)) return asked;
  const known = completed.get(asked);
  if (known !== undefined) return known;
  const fee = feeKnown(world, customer, payment);
  const shown = fee === 0n ? asked : { ...asked, payment: { ...payment, fee: `${fee}` } };
  completed.set(asked, shown);
  return shown;
}
