/**
 * Adds transactions and audit rows to the chain some minutes after they were written. By then no
 * row with an older id can appear, except of requests that waited for approval.
 */
import type { KeyObject } from 'node:crypto';
import type { Pool } from '../../db/pool.ts';
import { type Tx, withTransaction } from '../../db/transaction.ts';
import type { Clock } from '../../lib/clock.ts';
import { hourMs } from '../../lib/durations.ts';
import { firstIdAt } from '../../lib/ids.ts';
import type { ChainKind, ReportEvent } from '../model/index.ts';
import { background } from './background.ts';
import { beginning, hashOf, signHead } from './chain-hash.ts';
import * as store from './store/chain.ts';

/** Longer than a request may wait for approval. */
export const waitedMax = 26 * hourMs;
/** A late row must be dated after the last scan for late rows, or it was inserted by hand. */
const lateToleranceMs = 10 * 60_000;
const pageSize = 1_000;

export interface ChainTools {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly report: ReportEvent;
  readonly key: KeyObject;
  /** An id below which only rows of requests that waited can still appear. */
  readonly settledId: () => bigint;
  /** Writes the line for the staff log, in the transaction that publishes the head. */
  readonly announce: (tx: Tx, link: bigint) => Promise<void>;
  readonly everyMs: number;
}

export interface Chain {
  /** Runs one round now; returns how many rows it chained. */
  round(): Promise<number>;
  close(): Promise<void>;
}

async function extend(tx: Tx, found: ReadonlyMap<ChainKind, readonly store.Subject[]>) {
  const last = await store.lastLink(tx);
  let [link, hash] = [last?.link ?? 0n, last?.hash ?? beginning];
  const links: store.Link[] = [];
  for (const [kind, subjects] of found) {
    for (const { id: subjectId, content } of subjects) {
      hash = hashOf(hash, { kind, content });
      link += 1n;
      links.push({ link, kind, subjectId, hash });
    }
  }
  await store.insertLinks(tx, links);
  return links.length;
}

async function scan(tx: Tx, range: { readonly from: bigint; readonly below: bigint }) {
  const found = new Map<ChainKind, readonly store.Subject[]>();
  let reached = range.below;
  for (const kind of store.chainKinds) {
    const subjects = await store.unchained(tx, kind, { ...range, limit: pageSize });
    found.set(kind, subjects);
    // A full page may be followed by more rows: the next round continues there.
    const last = subjects.at(-1);
    if (subjects.length === pageSize && last && last.id < reached) reached = last.id;
  }
  return { found, reached };
}

/** Chains rows with ids older than the scanned ones: their requests waited for approval. */
async function chainLate(tx: Tx, tools: ChainTools, state: store.ChainState): Promise<number> {
  const from = firstIdAt(tools.clock.now() - waitedMax);
  const { found } = await scan(tx, { from, below: state.scannedTo });
  const since = state.lateScannedAt.getTime() - lateToleranceMs;
  const honest = new Map(
    [...found].map(([kind, subjects]) => [
      kind,
      subjects.filter(({ at }) => at.getTime() >= since),
    ]),
  );
  await store.saveProgress(tx, 'late');
  return extend(tx, honest);
}

/** Returns the head to publish after the commit. */
async function publish(tx: Tx, tools: ChainTools): Promise<store.Link | null> {
  const last = await store.lastLink(tx);
  if (last === null) return null;
  await store.saveProgress(tx, 'published');
  await tools.announce(tx, last.link);
  return last;
}

const isDue = (at: Date | null, now: Date): boolean =>
  at === null || now.getTime() - at.getTime() >= hourMs;

async function round(tools: ChainTools): Promise<number> {
  const { count, head } = await withTransaction(tools.pool, async (tx) => {
    const state = await store.lockChain(tx);
    if (state === null) return { count: 0, head: null };
    let count = 0;
    if (isDue(state.lateScannedAt, state.now)) count += await chainLate(tx, tools, state);
    const below = tools.settledId();
    if (below > state.scannedTo) {
      const { found, reached } = await scan(tx, { from: state.scannedTo, below });
      count += await extend(tx, found);
      await store.saveProgress(tx, { scannedTo: reached });
    }
    const isHeadDue = isDue(state.publishedAt, state.now);
    return { count, head: isHeadDue ? await publish(tx, tools) : null };
  });
  // When storing the head fails, the chain goes on: the next head covers this one.
  if (head !== null) {
    const signed = signHead(tools.key, { link: head.link, hash: head.hash.toString('hex') });
    tools.report({ name: 'chainHead', ...signed });
  }
  return count;
}

export function startChain(tools: ChainTools): Chain {
  let running: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  const inBackground = background(tools.report, 'chain');
  /** A failure is reported and does not stop the next round. */
  const tick = (): void => {
    running = running.then(async () => {
      if (!isClosed) await inBackground(async () => round(tools));
    });
  };
  const timer = setInterval(tick, tools.everyMs);
  timer.unref();
  return {
    round: async () => round(tools),
    close: async () => {
      isClosed = true;
      clearInterval(timer);
      await running;
    },
  };
}
