/** What holds change on the accounts that pay: money set aside, taken, or available again. */
import type { Tx } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import type * as m from '../model/index.ts';
import type { Booking } from './booking.ts';
import { returnedBy } from './limits.ts';
import { type LedgerRequest, principalOf } from './request.ts';
import { dueHolds, type LedgerState, lockAccounts } from './state.ts';
import { type HoldState, insertEndings, saveHeld } from './store/holds.ts';
import type { AccountState } from './store/state.ts';

/** The accounts as they are once these holds have ended without a capture. */
export function released(
  { accounts, nowText }: LedgerState,
  holds: readonly HoldState[],
): AccountState[] {
  const changed = new Map<m.AccountId, AccountState>();
  const current = (id: m.AccountId) => changed.get(id) ?? accounts.get(id);
  for (const hold of holds) {
    const payer = current(hold.source);
    assert(payer !== undefined, 'the paying account of a hold is locked');
    changed.set(payer.id, { ...payer, held: payer.held - hold.amount });
    const returned = returnedBy(hold, hold.amount, nowText);
    const counter = returned === null ? undefined : current(returned.at);
    if (counter !== undefined && returned !== null && counter.countedDay === hold.heldOn) {
      const paidOutThatDay = counter.paidOutThatDay + returned.paidOut;
      changed.set(counter.id, { ...counter, paidOutThatDay });
    }
  }
  return [...changed.values()];
}

/** Under the locks of `state`; each hold ends once, by the key of its ending. */
export async function endHolds(
  tx: Tx,
  state: LedgerState,
  { holds, ending }: { readonly holds: readonly HoldState[]; readonly ending: m.HoldEnding },
): Promise<void> {
  const endings = holds.map(({ id: hold }) => ({ hold, ending, transactionId: null }));
  await insertEndings(tx, endings, state.nowText);
  await saveHeld(tx, released(state, holds));
}

/**
 * With the accounts that counted these holds, which are their customers' first ones. They are
 * locked late, after accounts with a higher id: a deadlock is rolled back and tried again.
 */
async function withCounters(
  tx: Tx,
  state: LedgerState,
  holds: readonly HoldState[],
): Promise<LedgerState> {
  const counters = holds.flatMap(({ countedAt }) => (countedAt === null ? [] : [countedAt]));
  const missing = counters.filter((id) => !state.accounts.has(id));
  if (missing.length === 0) return state;
  const { accounts } = await lockAccounts(tx, missing);
  return { ...state, accounts: new Map([...state.accounts, ...accounts]) };
}

/** Whether there were any: then the state has changed. */
export async function endDueHolds(
  tx: Tx,
  state: LedgerState,
  requests: readonly LedgerRequest[],
): Promise<boolean> {
  const holds = await dueHolds(tx, state, requests);
  if (holds.length === 0) return false;
  await endHolds(tx, await withCounters(tx, state, holds), { holds, ending: 'EXPIRED' });
  return true;
}

/** Before the balances: what a transaction captures is no longer held when it is paid. */
export async function keepHeld(
  tx: Tx,
  { accounts, nowText }: LedgerState,
  bookings: readonly Booking[],
): Promise<void> {
  const captures = bookings.filter(({ request }) => request.links?.captures !== undefined);
  if (captures.length === 0) return;
  const endings = captures.map(({ request: { links, requestId } }) => ({
    hold: links!.captures!,
    ending: 'CAPTURED' as const,
    transactionId: requestId,
  }));
  await insertEndings(tx, endings, nowText);
  const held = new Map<m.AccountId, AccountState>();
  for (const { request, changed } of captures) {
    const id = principalOf(request);
    const { held: left } = changed.find((one) => one.id === id)!;
    held.set(id, { ...accounts.get(id)!, held: left });
  }
  await saveHeld(tx, [...held.values()]);
}
