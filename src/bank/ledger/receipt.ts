/** What a booking is to the customer it is about. */
import { assert } from '../../lib/assert.ts';
import type * as m from '../model/index.ts';
import {
  amountOf,
  balanceOf,
  BankError,
  numberTail,
  referenceOf,
  type ReportEvent,
} from '../model/index.ts';
import type { Booking } from './booking.ts';
import { ownAccountName } from './chart.ts';
import { kindOf, type LedgerRequest, principalOf } from './request.ts';
import type { LedgerState } from './state.ts';
import type { BookedState } from './store/bookings.ts';

/** Null stands for an account that nobody has. */
function partyOf(id: m.AccountId | null, { accounts }: LedgerState): m.PartyView {
  const account = id === null ? undefined : accounts.get(id);
  if (account !== undefined) {
    return { name: account.holderName, numberTail: numberTail(account.accountNumber) };
  }
  return { name: id === null ? '' : ownAccountName(id), numberTail: null };
}

export const partiesOf = (
  { postings: [{ source, target }] }: LedgerRequest,
  state: LedgerState,
): { readonly from: m.PartyView; readonly to: m.PartyView } => ({
  from: partyOf(source, state),
  to: partyOf(target, state),
});

type Moved = Pick<Booking['postings'][number], 'kind' | 'sourceId' | 'targetId' | 'amount'>;

/** What a transaction did to one account: all of it, and what of that were fees. */
export function effectOn(id: m.AccountId, postings: readonly Moved[]) {
  let [change, fee] = [0n, 0n];
  for (const { kind, sourceId, targetId, amount } of postings) {
    if (sourceId === id) change -= amount;
    if (targetId === id) change += amount;
    if (kind === 'FEE' && sourceId === id) fee += amount;
  }
  return { change, fee: balanceOf(fee) };
}

function receiptOf(
  request: LedgerRequest,
  state: LedgerState,
  facts: {
    readonly postings: readonly Moved[];
    readonly balanceAfter: bigint | undefined;
    readonly bookedAt: Date;
    readonly replayed: boolean;
  },
): m.Receipt {
  const { postings, balanceAfter, bookedAt, replayed } = facts;
  assert(balanceAfter !== undefined, 'a customer’s entry carries its balance');
  const { change, fee } = effectOn(principalOf(request), postings);
  const { from, to } = partiesOf(request, state);
  return {
    reference: referenceOf(request.requestId),
    requestId: request.requestId,
    kind: kindOf(request),
    from,
    to,
    amount: amountOf(postings[0]!.amount),
    fee,
    balanceBefore: balanceOf(balanceAfter - change),
    balanceAfter: balanceOf(balanceAfter),
    memo: request.memo,
    bookedAt,
    replayed,
  };
}

export function receiptOfBooking({ request, postings, changed }: Booking, state: LedgerState) {
  const principal = principalOf(request);
  return receiptOf(request, state, {
    postings,
    balanceAfter: changed.find(({ id }) => id === principal)?.balance,
    bookedAt: state.now,
    replayed: false,
  });
}

/** The request is the one that was booked: its fingerprint says so. */
export const receiptOfEarlier = (
  request: LedgerRequest,
  { postings, balanceAfter, bookedAt }: BookedState,
  state: LedgerState,
): m.Receipt =>
  receiptOf(request, state, {
    postings,
    balanceAfter: balanceAfter(principalOf(request)),
    bookedAt,
    replayed: true,
  });

/** The longest a person waits for a lost answer before the outcome is called unknown. */
export const knownWithinMs = 8_000;

/** Reports it, and returns the error for the caller. */
export function unknownOutcome(requestId: m.RequestId, report: ReportEvent): BankError {
  const reference = referenceOf(requestId);
  report({ name: 'outcomeUnknown', requestId, reference });
  return new BankError('OUTCOME_UNKNOWN', { reference });
}
