/**
 * Adds transactions and audit rows to the log soon after they were committed, in the order in which
 * it finds them, and signs checkpoints.
 */
import { type KeyObject, randomBytes } from 'node:crypto';
import type { Pool } from '../../../db/pool.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import { type Clock, elapsedMs } from '../../../lib/clock.ts';
import { hourMs } from '../../../lib/durations.ts';
import { firstIdAt } from '../../../lib/ids.ts';
import type { ChainKind, ReportEvent } from '../../model/index.ts';
import { background } from '../base/background.ts';
import { accountNumbers, type AccountNumbers } from '../store/account-numbers.ts';
import { chainKinds, linksAfter } from '../store/chain.ts';
import * as store from '../store/log.ts';
import { hasAll, highestLogged, type IdRange, unloggedIds } from '../store/log-rows.ts';
import { type LogSubject, subjectsBetween, subjectsWith } from '../store/log-subjects.ts';
import type { SubjectReader } from '../store/log-transactions.ts';
import { appendStart, appendSubjects, type Growth, grow, saveGrowth } from './append.ts';
import { checkpointIfDue } from './checkpoints.ts';

/** Longer than a request may wait for approval. */
export const waitedMax = 26 * hourMs;
/** A late row must be dated after the last scan for late rows, or it was inserted by hand. */
const lateToleranceMs = 10 * 60_000;
const pageSize = 1_000;
/** One round ends after so long, and the next one goes on. */
const roundMs = 20_000;
/** The scan for late rows takes at most one part in so many of the time. */
const lateShare = 500;
const idMax = 2n ** 63n - 1n;

export interface LogTools {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly report: ReportEvent;
  readonly key: KeyObject;
  /** An id below which only rows of requests that waited can still appear. */
  readonly settledId: () => bigint;
  /** Writes the line for the staff log, in the transaction that makes the checkpoint. */
  readonly announce: (tx: Tx, checkpoint: bigint) => Promise<void>;
  /** Further lines of the next checkpoint. */
  readonly extensions: (tx: Tx) => Promise<readonly string[]>;
  readonly everyMs: number;
}

export interface Log {
  /** Runs one round now; returns how many rows it added. */
  round(): Promise<number>;
  close(): Promise<void>;
}

const newOrigin = (): string => `passbook/${randomBytes(8).toString('hex')}`;

interface Plan {
  /** Whether rows below the highest logged id are looked for; once a round is enough. */
  readonly looksBack: boolean;
  readonly isLateDue: boolean;
  /** As `LogTools.settledId` at the time of the first step that looks back. */
  readonly settledId: bigint;
}

interface Reached {
  /** Whether nothing is left to add. */
  readonly isWhole: boolean;
  readonly looksBack: boolean;
  /** All rows with lower ids are in the log, but for late ones. */
  readonly scannedTo: bigint;
}

interface Step extends Omit<Reached, 'scannedTo'> {
  readonly count: number;
  readonly isLateDue: boolean;
}

interface Round {
  readonly state: store.LogState;
  readonly growth: Growth;
  readonly source: SubjectReader;
}

interface Work extends LogTools {
  readonly accounts: AccountNumbers;
}

async function subjectsIn(
  source: SubjectReader,
  kind: ChainKind,
  ids: readonly bigint[],
): Promise<LogSubject[]> {
  const found = await subjectsWith(source, kind, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The rows of the former chain, in its order. */
async function fromChain(tx: Tx, { state, growth, source }: Round): Promise<bigint> {
  const links = (await linksAfter(tx, state.chainRead, pageSize)).filter(
    ({ link }) => link <= state.chainLinks,
  );
  const subjects = new Map<string, LogSubject>();
  for (const kind of chainKinds) {
    const ids = links.filter((link) => link.kind === kind).map(({ subjectId }) => subjectId);
    for (const one of await subjectsIn(source, kind, ids)) subjects.set(`${kind} ${one.id}`, one);
  }
  const inOrder = links.flatMap(
    ({ kind, subjectId }) => subjects.get(`${kind} ${subjectId}`) ?? [],
  );
  appendSubjects(growth, inOrder);
  return links.at(-1)?.link ?? state.chainLinks;
}

/** Rows of the range that are not in the log, at most a page of each kind. */
async function missedIn(
  source: SubjectReader,
  kind: ChainKind,
  range: IdRange,
): Promise<LogSubject[]> {
  const { reader } = source;
  if (await hasAll(reader, kind, range)) return [];
  return subjectsIn(source, kind, await unloggedIds(reader, kind, { ...range, limit: pageSize }));
}

/** Rows with ids older than the scanned ones: their requests waited for approval. */
async function addLate(tx: Tx, tools: LogTools, { state, growth, source }: Round): Promise<void> {
  const range = { from: firstIdAt(tools.clock.now() - waitedMax), below: state.scannedTo };
  const since = BigInt(state.lateScannedAt.getTime() - lateToleranceMs) * 1_000n;
  for (const kind of chainKinds) {
    const found = await missedIn(source, kind, range);
    appendSubjects(
      growth,
      found.filter(({ at }) => at >= since),
    );
  }
  await store.saveLateScan(tx);
}

const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other);
const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other);

/**
 * Rows above the highest id in the log and, where `plan` says so, those below it that were
 * committed later.
 */
async function addNew(tx: Tx, plan: Plan, { state, growth, source }: Round): Promise<Reached> {
  let [next, looksBack] = [idMax, false];
  const reachedBy = (count: number, lastId: bigint | null | undefined): boolean => {
    if (count < pageSize) return false;
    next = smaller(next, lastId ?? next);
    return true;
  };
  for (const kind of chainKinds) {
    const highest = await highestLogged(tx, kind);
    const from = larger(state.scannedTo, highest === null ? 0n : highest + 1n);
    if (plan.looksBack) {
      const missed = await missedIn(source, kind, { from: state.scannedTo, below: from });
      appendSubjects(growth, missed);
      looksBack = reachedBy(missed.length, missed.at(-1)?.id) || looksBack;
    }
    const found = await subjectsBetween(source, kind, { from, below: idMax, limit: pageSize });
    appendSubjects(growth, found);
    reachedBy(found.length, found.lastId);
  }
  const scannedTo = larger(state.scannedTo, smaller(plan.settledId, next));
  return { isWhole: next === idMax, looksBack, scannedTo };
}

/** Does nothing when another process holds the lock. */
async function step(tx: Tx, tools: Work, plan: Plan): Promise<Step> {
  const state = await store.lockLog(tx, newOrigin());
  if (state === null) return { count: 0, isWhole: true, looksBack: false, isLateDue: false };
  const source = { reader: tx, accounts: tools.accounts };
  const round: Round = { state, growth: grow(state), source };
  const { growth } = round;
  if (state.size === 0) await appendStart(tx, growth, state);
  const isBehind = state.chainRead < state.chainLinks;
  const chainRead = isBehind ? await fromChain(tx, round) : state.chainRead;
  if (plan.isLateDue && !isBehind) await addLate(tx, tools, round);
  const { scannedTo, ...reached } = isBehind
    ? { isWhole: false, looksBack: true, scannedTo: state.scannedTo }
    : await addNew(tx, plan, round);
  await saveGrowth(tx, growth);
  const after = { size: growth.edge.size, edge: growth.edge.bytes() };
  await store.saveLog(tx, { ...after, chainRead, scannedTo });
  if (reached.isWhole) await checkpointIfDue(tx, tools, { ...state, ...after });
  const count = growth.rows.filter(({ kind }) => kind !== 'START').length;
  return { count, ...reached, isLateDue: plan.isLateDue && isBehind };
}

function rounds(tools: Work) {
  let lateDueAt = 0;
  return async (): Promise<number> => {
    const until = elapsedMs() + roundMs;
    let count = 0;
    let [looksBack, isLateDue] = [true, elapsedMs() >= lateDueAt];
    let settledId = 0n;
    for (;;) {
      const began = elapsedMs();
      if (looksBack) settledId = tools.settledId();
      const plan = { looksBack, isLateDue, settledId };
      const done = await withTransaction(tools.pool, async (tx) => step(tx, tools, plan));
      count += done.count;
      if (isLateDue) lateDueAt = elapsedMs() + lateShare * (elapsedMs() - began);
      ({ looksBack, isLateDue } = done);
      if (done.isWhole || elapsedMs() >= until) break;
    }
    tools.report({ name: 'logGrown' });
    return count;
  };
}

export function startLog(tools: LogTools): Log {
  let running: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  const round = rounds({ ...tools, accounts: accountNumbers() });
  const inBackground = background(tools.report, 'log');
  /** A failure is reported and does not stop the next round. */
  const tick = (): void => {
    running = running.then(async () => {
      if (!isClosed) await inBackground(round);
    });
  };
  const timer = setInterval(tick, tools.everyMs);
  timer.unref();
  return {
    round,
    close: async () => {
      isClosed = true;
      clearInterval(timer);
      await running;
    },
  };
}
