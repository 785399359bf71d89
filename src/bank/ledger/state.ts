import type { Reader } from '../../db/pool.ts';
import type { Tx } from '../../db/transaction.ts';
import { instantFromSql } from '../../lib/clock.ts';
import type * as m from '../model/index.ts';
import type { LedgerRequest } from './request.ts';
import {
  type AccountState,
  type BookedState,
  lockParties,
  type PartiesState,
  readBookings,
  readParties,
  type SessionState,
} from './store/state.ts';

/** Everything that decides about a batch, as it stands under the locks. */
export interface LedgerState {
  /** The database's time once all is locked: text with microseconds, and as a date. */
  readonly nowText: string;
  readonly now: Date;
  readonly sessions: ReadonlyMap<m.SessionId, SessionState>;
  readonly accounts: ReadonlyMap<m.AccountId, AccountState>;
  readonly booked: ReadonlyMap<m.RequestId, BookedState>;
}

const ascending = (one: bigint, other: bigint): number => (one < other ? -1 : one > other ? 1 : 0);
const distinct = <Id extends bigint>(ids: readonly Id[]): Id[] => [...new Set(ids)].sort(ascending);
const byId = <Id, Row extends { readonly id: Id }>(rows: readonly Row[]): Map<Id, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** Customers' accounts a request touches; the bank's own are never locked. */
export const accountsTouched = (request: LedgerRequest): m.AccountId[] =>
  request.payee === null ? [request.own] : [request.own, request.payee];

const partiesAsked = (requests: readonly LedgerRequest[]) => ({
  sessionIds: distinct(requests.map((request) => request.session.id)),
  accountIds: distinct(requests.flatMap(accountsTouched)),
});

/** Nothing was found: all is refused, and no time is looked at. */
const noTime = '1970-01-01 00:00:00.000000';

function stateOf({ sessions, accounts, readAt }: PartiesState): LedgerState {
  const nowText = readAt ?? noTime;
  return {
    nowText,
    now: instantFromSql(nowText),
    sessions: byId(sessions),
    accounts: byId(accounts),
    booked: new Map(),
  };
}

/** As it stands, without locks; earlier bookings are not looked up. */
export const readState = async (reader: Reader, requests: readonly LedgerRequest[]) =>
  stateOf(await readParties(reader, partiesAsked(requests)));

/** Under the locks; earlier bookings are not looked up, see `withBookings`. */
export const lockState = async (tx: Tx, requests: readonly LedgerRequest[]) =>
  stateOf(await lockParties(tx, partiesAsked(requests)));

/** The same state, knowing which of the requests were booked before. */
export async function withBookings(
  reader: Reader,
  state: LedgerState,
  requests: readonly LedgerRequest[],
): Promise<LedgerState> {
  const requestIds = distinct(requests.map((request) => request.requestId));
  const booked = await readBookings(reader, requestIds);
  return { ...state, booked: new Map(booked.map((one) => [one.requestId, one])) };
}
