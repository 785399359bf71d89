/** The state for a quote: read without locks, and without holds that are over. */
import type { Reader } from '../../db/pool.ts';
import { type LinkedKinds, linkedRows } from './linked.ts';
import { released } from './released.ts';
import { type LedgerRequest, principalOf } from './request.ts';
import {
  byId,
  countedDueHolds,
  dueHolds,
  type LedgerState,
  partiesAsked,
  stateOf,
  withAccounts,
  withDetails,
} from './state.ts';
import { readParties } from './store/state.ts';

/** As it stands, without locks; a hold that is over by now holds nothing. */
export async function readState(
  reader: Reader,
  requests: readonly LedgerRequest[],
  kinds: LinkedKinds = {},
): Promise<LedgerState> {
  const state = stateOf(await readParties(reader, partiesAsked(requests)));
  const due = await dueHolds(reader, state, requests);
  const linked = await linkedRows(requests, kinds, async (rows, ids) => rows.read(reader, ids));
  return withDetails(
    reader,
    { ...withAccounts(state, byId(released(state, due))), linked },
    requests,
  );
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
  const accountIds = others
    .map(({ source }) => source)
    .filter((id) => state.accounts.get(id) === undefined);
  if (accountIds.length === 0) return withAccounts(state, byId(released(state, others)));
  const { accounts } = await readParties(reader, { sessionIds: [], accountIds });
  const known = withAccounts(state, byId(accounts));
  return withAccounts(known, byId(released(known, others)));
}
