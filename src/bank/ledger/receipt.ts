import { assert } from '../../lib/assert.ts';
import type * as m from '../model/index.ts';
import { amountOf, balanceOf, numberTail, referenceOf } from '../model/index.ts';
import { cashAccount, ownAccountName } from './chart.ts';
import type { Booking } from './decide.ts';
import { type LedgerRequest, paysIn } from './request.ts';
import type { LedgerState } from './state.ts';
import type { AccountState, BookedState } from './store/state.ts';

/** There are no fees yet; every quote and receipt says so, so that none can ever surprise. */
export const noFee = balanceOf(0n);

/** The bank's own side. */
const counterParty = ({ counter }: LedgerRequest): m.PartyView => ({
  name: ownAccountName(counter ?? cashAccount.id),
  numberTail: null,
});

const partyOf = (account: AccountState): m.PartyView => ({
  name: account.holderName,
  numberTail: numberTail(account.accountNumber),
});

export function partiesOf(
  request: LedgerRequest,
  state: LedgerState,
): { readonly from: m.PartyView; readonly to: m.PartyView } {
  const found = state.accounts.get(request.own);
  const own = found === undefined ? counterParty(request) : partyOf(found);
  if (paysIn(request)) return { from: counterParty(request), to: own };
  const payee = request.payee === null ? undefined : state.accounts.get(request.payee);
  return { from: own, to: payee === undefined ? counterParty(request) : partyOf(payee) };
}

function receiptOf(
  request: LedgerRequest,
  state: LedgerState,
  facts: {
    readonly amount: bigint;
    readonly ownBalanceAfter: bigint | null;
    readonly bookedAt: Date;
    readonly replayed: boolean;
  },
): m.Receipt {
  const { amount, ownBalanceAfter, bookedAt, replayed } = facts;
  assert(ownBalanceAfter !== null, 'a customer’s entry carries its balance');
  const change = paysIn(request) ? amount : -amount;
  const { from, to } = partiesOf(request, state);
  return {
    reference: referenceOf(request.requestId),
    requestId: request.requestId,
    kind: request.kind,
    from,
    to,
    amount: amountOf(amount),
    fee: noFee,
    balanceBefore: balanceOf(ownBalanceAfter - change),
    balanceAfter: balanceOf(ownBalanceAfter),
    memo: request.memo,
    bookedAt,
    replayed,
  };
}

export function receiptOfBooking(booking: Booking, state: LedgerState): m.Receipt {
  const { request, amount, source, target } = booking;
  const own = paysIn(request) ? target : source;
  return receiptOf(request, state, {
    amount,
    ownBalanceAfter: own?.balance ?? null,
    bookedAt: state.now,
    replayed: false,
  });
}

/** The request is the one that was booked: its fingerprint says so. */
export function receiptOfEarlier(
  request: LedgerRequest,
  earlier: BookedState,
  state: LedgerState,
): m.Receipt {
  const { amount, bookedAt, sourceBalanceAfter, targetBalanceAfter } = earlier;
  return receiptOf(request, state, {
    amount,
    ownBalanceAfter: paysIn(request) ? targetBalanceAfter : sourceBalanceAfter,
    bookedAt,
    replayed: true,
  });
}
