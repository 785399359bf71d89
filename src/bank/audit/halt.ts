/**
 * Stops all payments when a check finds the books wrong: in every process of the bank, and until a
 * full check finds them correct (`npm run verify-ledger -- --resume`).
 */
import type { Pool } from '../../db/pool.ts';
import { type BooksFinding, invariants, type ReportEvent } from '../model/index.ts';
import { background as inBackground } from './base/background.ts';
import { findHalt, recordHalt } from './store/halts.ts';
import { createVerifier } from './verifier.ts';

export interface Watch {
  /** Payments are stopped. */
  readonly isHalted: boolean;
  /** Checks the books once, now. */
  look(): Promise<void>;
  /** Records an unrecorded halt, then reads whether any process has recorded one. */
  ask(): Promise<void>;
  close(): Promise<void>;
}

export interface WatchOptions {
  readonly pool: Pool;
  readonly report: ReportEvent;
  /** An id below which nothing new can appear. */
  readonly settledId: () => bigint;
  readonly verifyEveryMs: number;
}

/** How often the halts of other processes are read. */
const askEveryMs = 5_000;

const backgroundOf = (report: ReportEvent) => ({
  ask: inBackground(report, 'look-for-halts'),
  look: inBackground(report, 'check-books'),
  record: inBackground(report, 'record-halt'),
});

export function watchBooks({ pool, report, settledId, verifyEveryMs }: WatchOptions): Watch {
  let verifier = createVerifier(pool, settledId);
  let isHalted = false;
  /** Found here and not recorded yet; only a recorded halt can be lifted. */
  let unrecorded: BooksFinding | null = null;
  let running: Promise<void> = Promise.resolve();
  let isClosed = false;
  const background = backgroundOf(report);

  /** The row stops the other processes, and this one after a restart. */
  const record = async (): Promise<void> => {
    if (unrecorded === null) return;
    await recordHalt(pool, unrecorded);
    unrecorded = null;
  };
  const ask = async (): Promise<void> => {
    await background.record(record);
    if (unrecorded !== null) return;
    const halt = await findHalt(pool);
    if (halt !== null && !isHalted) report({ name: 'halted', invariant: halt.invariant });
    if (halt === null && isHalted) report({ name: 'resumed' });
    isHalted = halt !== null;
  };
  /** The running total depends on clocks, so a wrong one is summed again from the first entry. */
  const confirmed = async (found: BooksFinding): Promise<BooksFinding | null> => {
    if (found.code !== 'SUM_NOT_ZERO') return found;
    verifier = createVerifier(pool, settledId);
    return verifier.round();
  };
  const look = async (): Promise<void> => {
    if (isHalted) return;
    const suspicion = await verifier.round();
    const found = suspicion === null ? null : await confirmed(suspicion);
    if (found === null) return;
    // Stops this process at once, also when the halt cannot be recorded.
    isHalted = true;
    unrecorded = found;
    report({ name: 'halted', invariant: invariants[found.code] });
    await background.record(record);
  };
  /** One check at a time. */
  const inTurn = (way: (run: () => Promise<void>) => Promise<void>, work: () => Promise<void>) => {
    running = running.then(async () => {
      if (!isClosed) await way(work);
    });
  };
  const askInTurn = () => inTurn(background.ask, ask);
  const timers = [
    setInterval(askInTurn, askEveryMs),
    setInterval(() => inTurn(background.look, look), verifyEveryMs),
  ];
  for (const timer of timers) timer.unref();
  askInTurn();
  return {
    get isHalted() {
      return isHalted;
    },
    look,
    ask,
    close: async () => {
      isClosed = true;
      for (const timer of timers) clearInterval(timer);
      await running;
    },
  };
}
