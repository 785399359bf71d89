/** What holds change on the accounts that pay: money set aside, taken, or available again. */
import type { Tx } from '../../db/transaction.ts';
import type * as m from '../model/index.ts';
import type { Booking } from './booking.ts';
import { released } from './released.ts';
import { type LedgerRequest, principalOf } from './request.ts';
import {
  countedDueHolds,
  dueHolds,
  type LedgerState,
  lockAccounts,
  withAccounts,
} from './state.ts';
import { type HoldState, insertEndings, readHolds, saveHeld } from './store/holds.ts';
import type { AccountState } from './store/state.ts';

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
 * With the accounts that these holds are of, and those that counted them. They are locked late,
 * after accounts with a higher id: a deadlock is rolled back and tried again.
 */
async function withAccountsOf(
  tx: Tx,
  state: LedgerState,
  holds: readonly HoldState[],
): Promise<LedgerState> {
  const wanted = holds.flatMap(({ source, countedAt }) =>
    countedAt === null ? [source] : [source, countedAt],
  );
  const missing = wanted.filter((id) => state.accounts.get(id) === undefined);
  if (missing.length === 0) return state;
  const { accounts } = await lockAccounts(tx, missing);
  return withAccounts(state, accounts);
}

/** Whether there were any: then the state has changed. */
export async function endDueHolds(
  tx: Tx,
  state: LedgerState,
  requests: readonly LedgerRequest[],
): Promise<boolean> {
  const holds = await dueHolds(tx, state, requests);
  if (holds.length === 0) return false;
  await endHolds(tx, await withAccountsOf(tx, state, holds), { holds, ending: 'EXPIRED' });
  return true;
}

/**
 * The same for holds on any account of the customers that pay, which their day still counts. They
 * matter only when the day's limit refuses.
 */
export async function endCountedHolds(
  tx: Tx,
  state: LedgerState,
  requests: readonly LedgerRequest[],
): Promise<boolean> {
  const found = await countedDueHolds(tx, state, requests);
  if (found.length === 0) return false;
  const locked = await withAccountsOf(tx, state, found);
  // Under the locks: something else may have ended them meanwhile.
  const current = await readHolds(
    tx,
    found.map(({ id }) => id),
  );
  const holds = current.filter(({ ending }) => ending === null);
  if (holds.length > 0) await endHolds(tx, locked, { holds, ending: 'EXPIRED' });
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
