/** The state for a quote: read without locks, and without holds that are over. */
import type { Reader } from '../../db/pool.ts';
import { type LinkedKinds, linkedRows } from './linked.ts';
import { released } from './released.ts';
import { type LedgerRequest, principalOf } from './request.ts';
import {
  countedDueHolds,
  dueHolds,
  type LedgerState,
  partiesAsked,
  stateOf,
  withDetails,
} from './state.ts';
import { type AccountState, readParties } from './store/state.ts';

const withAccounts = (state: LedgerState, accounts: readonly AccountState[]): LedgerState => ({
  ...state,
  accounts: new Map([...state.accounts, ...accounts.map((one) => [one.id, one] as const)]),
});

/** As it stands, without locks; a hold that is over by now holds nothing. */
export async function readState(
  reader: Reader,
  requests: readonly LedgerRequest[],
  kinds: LinkedKinds = {},
): Promise<LedgerState> {
  const state = stateOf(await readParties(reader, partiesAsked(requests)));
  const due = await dueHolds(reader, state, requests);
  const linked = await linkedRows(requests, kinds, async (rows, ids) => rows.read(reader, ids));
  return withDetails(reader, { ...withAccounts(state, released(state, due)), linked }, requests);
}

/** As `readState` left it, without holds that are over on other accounts of the same customers. */
export async function withoutCountedHolds(
  reader: Reader,
  state: LedgerState,
  requests: readonly LedgerRequest[],
): Promise<LedgerState> {
  const payers = requests.map(principalOf);
  const due = await countedDueHolds(reader, state, requests);
  const others = due.filter(({ source }) => !payers.includes(source));
  const accountIds = others.map(({ source }) => source).filter((id) => !state.accounts.has(id));
  if (accountIds.length === 0) return withAccounts(state, released(state, others));
  const { accounts } = await readParties(reader, { sessionIds: [], accountIds });
  const known = withAccounts(state, accounts);
  return withAccounts(known, released(known, others));
}
