/** What a request takes from its customer's account, with the fee of the bank. */
import { assert } from '../../lib/assert.ts';
import type * as m from '../model/index.ts';
import { feeAt, feeOf, isFree, largestWithFee, noFee } from '../model/index.ts';
import { kindOf, type LedgerRequest, principalOf } from './request.ts';
import type { LedgerState } from './state.ts';
import { freeKey, type FreeUse } from './store/fees.ts';
import type { AccountState } from './store/state.ts';

/** The fees that there are, were and will be. */
export interface FeeBook {
  readonly current: readonly m.Fee[];
  /** Reads them again where they were read too long ago. */
  refresh(): Promise<void>;
}

export interface Charge {
  readonly of: m.FeeOf;
  /** The allowance with this movement; null where none is used. */
  readonly use: FreeUse | null;
}

const free: Charge = { of: noFee, use: null };

/** Transfers between the accounts of one customer are free. */
function isWithinOne({ accounts }: LedgerState, { postings }: LedgerRequest): boolean {
  const [{ source, target }] = postings;
  const payer = accounts.get(source);
  const receiver = target === null ? undefined : accounts.get(target);
  return payer !== undefined && payer.customerId === receiver?.customerId;
}

/** What the bank charges for the request; `fees` are all that there are. */
export function chargeOf(
  state: LedgerState,
  request: LedgerRequest,
  fees: readonly m.Fee[],
): Charge {
  if (request.fee === undefined || fees.length === 0) return free;
  const terms = feeAt(fees, kindOf(request), state.now);
  if (terms === null || isFree(terms) || isWithinOne(state, request)) return free;
  const kind = kindOf(request);
  const at = request.countedAt ?? principalOf(request);
  const month = state.nowText.slice(0, 7);
  const known = state.freeUses.get(freeKey({ at, kind }));
  const used = known?.month === month ? known.used : 0;
  if (used < terms.free) return { of: noFee, use: { at, kind, month, used: used + 1 } };
  return { of: (amount) => feeOf(terms, amount), use: null };
}

/** The principal as the decision finds it: a captured hold no longer takes money from it. */
export interface Payable {
  readonly principal: AccountState;
  /** What can leave it, with what the first posting brings. */
  readonly available: bigint;
  /** Zero when the share of an empty account was asked for. */
  readonly wanted: bigint;
  readonly fee: bigint;
  /** All that leaves the principal. */
  readonly needed: bigint;
}

function wantedOf(wish: m.AmountWish, available: bigint, fee: m.FeeOf): bigint {
  if (wish.kind === 'exact') return wish.amount;
  return wish.kind === 'all' ? largestWithFee(available, fee) : available / 2n;
}

export function payableOf(state: LedgerState, request: LedgerRequest, charge: Charge): Payable {
  const { postings, links } = request;
  const id = principalOf(request);
  const found = state.accounts.get(id);
  assert(found !== undefined, 'an admitted request has a principal');
  const hold = links?.captures === undefined ? undefined : state.holds.get(links.captures);
  const principal = hold === undefined ? found : { ...found, held: found.held - hold.amount };
  const before = principal.balance - principal.held;
  const [first, ...others] = postings;
  let further = 0n;
  for (const { source, amount } of others) if (source === id) further += amount;
  const wanted = wantedOf(first.amount, before > further ? before - further : 0n, charge.of);
  const fee = charge.of(wanted);
  return first.source === id
    ? { principal, wanted, fee, available: before, needed: wanted + fee + further }
    : { principal, wanted, fee, available: before + wanted, needed: fee + further };
}
