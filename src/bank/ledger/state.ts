import type { Reader } from '../../db/pool.ts';
import type { Tx } from '../../db/transaction.ts';
import { instantFromSql } from '../../lib/clock.ts';
import type * as m from '../model/index.ts';
import { isOwnAccount } from './chart.ts';
import { distinctIds } from './distinct-ids.ts';
import type { LinkedRow } from './linked.ts';
import { type LedgerRequest, principalOf, sessionOf } from './request.ts';
import { limitsOfAccounts } from './store/own-limits.ts';
import { type BookedState, readBookings } from './store/bookings.ts';
import { type FreeUse, readFreeUses } from './store/fees.ts';
import { type HoldState, readDueHolds, readDueHoldsOfOwners, readHolds } from './store/holds.ts';
import {
  type AccountState,
  lockParties,
  type PartiesState,
  type SessionState,
} from './store/state.ts';

type Accounts = Pick<ReadonlyMap<m.AccountId, AccountState>, 'get'>;

/** Everything that decides about a batch, as it stands under the locks. */
export interface LedgerState {
  /** The database's time once all is locked: text with microseconds, and as a date. */
  readonly nowText: string;
  readonly now: Date;
  /** The day of that time, YYYY-MM-DD. */
  readonly today: string;
  readonly sessions: ReadonlyMap<m.SessionId, SessionState>;
  readonly accounts: Accounts;
  /** What was booked before, as far as it was looked up; see `withBookings`. */
  readonly booked: Pick<ReadonlyMap<m.RequestId, BookedState>, 'get'>;
  /** Those that requests of the batch capture. */
  readonly holds: ReadonlyMap<m.HoldId, HoldState>;
  /** Those that requests of the batch pay, by `linkKey`. */
  readonly linked: ReadonlyMap<string, LinkedRow>;
  /** What customers have set for themselves, by first account; only of those that have some. */
  readonly limits: ReadonlyMap<m.AccountId, readonly m.OwnLimit[]>;
  /** Movements that were free this month, by `freeKey`; only where fees have an allowance. */
  readonly freeUses: ReadonlyMap<string, FreeUse>;
}

export function byId<Id, Row extends { readonly id: Id }>(rows: readonly Row[]): Map<Id, Row> {
  const found = new Map<Id, Row>();
  for (const row of rows) found.set(row.id, row);
  return found;
}
const present = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined;

/** Customers' accounts that a request touches, some twice; the bank's own are never locked. */
function addTouched(ids: m.AccountId[], { postings, countedAt }: LedgerRequest): void {
  for (const { source, target } of postings) {
    if (!isOwnAccount(source)) ids.push(source);
    if (target !== null && !isOwnAccount(target)) ids.push(target);
  }
  if (countedAt !== undefined && !isOwnAccount(countedAt)) ids.push(countedAt);
}

/** Each of them once. */
export function accountsTouched(request: LedgerRequest): readonly m.AccountId[] {
  const { postings, countedAt } = request;
  const [{ source, target }] = postings;
  const isPlain = postings.length === 1 && (countedAt === undefined || countedAt === source);
  // Most are between two customers; a list that grows would take room for more.
  if (isPlain && target !== null && source !== target) {
    if (!isOwnAccount(source) && !isOwnAccount(target)) return [source, target];
  }
  const touched: m.AccountId[] = [];
  addTouched(touched, request);
  return touched.length < 3 && touched[0] !== touched[1] ? touched : [...new Set(touched)];
}

export function partiesAsked(requests: readonly LedgerRequest[]) {
  const sessionIds: m.SessionId[] = [];
  const accountIds: m.AccountId[] = [];
  for (const request of requests) {
    const session = sessionOf(request);
    if (session !== null) sessionIds.push(session.id);
    addTouched(accountIds, request);
  }
  return { sessionIds: distinctIds(sessionIds), accountIds: distinctIds(accountIds) };
}

/** The account whose row keeps the sums that the request counts in. */
const countedAt = (request: LedgerRequest): m.AccountId =>
  request.countedAt ?? principalOf(request);

/** Nothing was found: all is refused, and no time is looked at. */
const noTime = '1970-01-01 00:00:00.000000';

export function stateOf({ sessions, accounts, readAt }: PartiesState): LedgerState {
  const nowText = readAt ?? noTime;
  return {
    nowText,
    now: instantFromSql(nowText),
    today: nowText.slice(0, 10),
    sessions: byId(sessions),
    accounts: byId(accounts),
    booked: new Map(),
    holds: new Map(),
    linked: new Map(),
    limits: new Map(),
    freeUses: new Map(),
  };
}

/** With these accounts in place of its own, or beside them. */
export const withAccounts = (state: LedgerState, accounts: Accounts): LedgerState => ({
  ...state,
  accounts: { get: (id) => accounts.get(id) ?? state.accounts.get(id) },
});

/** With the holds that are captured, and the limits that customers have set. */
export async function withDetails(
  reader: Reader,
  state: LedgerState,
  requests: readonly LedgerRequest[],
): Promise<LedgerState> {
  const captured = requests.map(({ links }) => links?.captures).filter(present);
  const counters = distinctIds(requests.map(countedAt));
  const limited = counters.filter((id) => state.accounts.get(id)?.hasLimits === true);
  if (captured.length === 0 && limited.length === 0) return state;
  const holds = captured.length === 0 ? [] : await readHolds(reader, distinctIds(captured));
  const limits = limited.length === 0 ? state.limits : await limitsOfAccounts(reader, limited);
  return { ...state, holds: byId(holds), limits };
}

/** With the allowances that the requests may use. */
export async function withFreeUses(
  reader: Reader,
  state: LedgerState,
  requests: readonly LedgerRequest[],
  fees: readonly m.Fee[] = [],
): Promise<LedgerState> {
  if (!fees.some(({ free }) => free > 0)) return state;
  const charged = requests.filter(({ fee }) => fee !== undefined);
  if (charged.length === 0) return state;
  const counters = charged.map(countedAt);
  return { ...state, freeUses: await readFreeUses(reader, distinctIds(counters)) };
}

/** Holds of those who pay that are over by now, and that nothing has ended yet. */
export async function dueHolds(
  reader: Reader,
  { accounts, nowText }: LedgerState,
  requests: readonly LedgerRequest[],
): Promise<HoldState[]> {
  const payers = distinctIds(requests.map(principalOf));
  const holding = payers.filter((id) => (accounts.get(id)?.held ?? 0n) > 0n);
  return holding.length === 0 ? [] : readDueHolds(reader, holding, nowText);
}

/** The same on any account of the customers whose day counts these requests. */
export async function countedDueHolds(
  reader: Reader,
  { nowText }: LedgerState,
  requests: readonly LedgerRequest[],
): Promise<HoldState[]> {
  const counters = requests.map(countedAt);
  return readDueHoldsOfOwners(reader, distinctIds(counters), nowText);
}

/** Under the locks; earlier bookings are not looked up, see `withBookings`. */
export const lockState = async (tx: Tx, requests: readonly LedgerRequest[]): Promise<LedgerState> =>
  withDetails(tx, stateOf(await lockParties(tx, partiesAsked(requests))), requests);

/** These accounts alone, under their locks. */
export const lockAccounts = async (
  tx: Tx,
  accountIds: readonly m.AccountId[],
): Promise<LedgerState> =>
  stateOf(await lockParties(tx, { sessionIds: [], accountIds: distinctIds(accountIds) }));

/** The same state, knowing which of the requests were booked before. */
export async function withBookings(
  reader: Reader,
  state: LedgerState,
  requests: readonly LedgerRequest[],
): Promise<LedgerState> {
  const requestIds = distinctIds(requests.map((request) => request.requestId));
  const booked = await readBookings(reader, requestIds);
  return { ...state, booked: new Map(booked.map((one) => [one.requestId, one])) };
}
