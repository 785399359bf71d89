import type { Reader } from '../../db/pool.ts';
import { instantFromSql } from '../../lib/clock.ts';
import type * as m from '../model.ts';
import {
  readAccounts,
  readBookings,
  readSessions,
  type AccountState,
  type BookedState,
  type SessionState,
} from '../store/ledger-state.ts';
import type { LedgerRequest } from './request.ts';

/** Everything that decides about a batch, as it stands under the locks. */
export interface LedgerState {
  /** The database's time after the locks: text with microseconds, and as a date. */
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

/** In the lock order of the whole bank: sessions, then accounts, each in ascending id. */
export async function loadState(
  reader: Reader,
  requests: readonly LedgerRequest[],
  { locked }: { readonly locked: boolean },
): Promise<LedgerState> {
  const sessionIds = distinct(requests.map((request) => request.session.id));
  const sessions = await readSessions(reader, sessionIds, locked);
  const accounts = await readAccounts(reader, distinct(requests.flatMap(accountsTouched)), locked);
  const requestIds = distinct(requests.map((request) => request.requestId));
  const { now, booked } = await readBookings(reader, requestIds);
  return {
    nowText: now,
    now: instantFromSql(now),
    sessions: byId(sessions),
    accounts: byId(accounts),
    booked: new Map(booked.map((one) => [one.requestId, one])),
  };
}
