/**
 * Stops all payments when the books are found wrong, in every process of the bank and until a full
 * check has found them right again (`npm run verify-ledger -- --resume`).
 */
import type { Pool } from '../../db/pool.ts';
import type { ReportEvent } from '../model/index.ts';
import { background as inBackground } from './background.ts';
import { findHalt, recordHalt } from './store/halts.ts';
import type { Violation } from './verifier-full.ts';
import { createVerifier } from './verifier.ts';

export interface Watch {
  /** Payments are stopped. */
  readonly isHalted: boolean;
  /** Looks once, now; for tests and for the timer. */
  look(): Promise<void>;
  /** Records what was found, and hears what other processes have found; for the same. */
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

/** Another process may have found something: its word is looked for this often. */
const askEveryMs = 5_000;

const backgroundOf = (report: ReportEvent) => ({
  ask: inBackground(report, 'look-for-halts'),
  look: inBackground(report, 'check-books'),
  record: inBackground(report, 'record-halt'),
});

export function watchBooks({ pool, report, settledId, verifyEveryMs }: WatchOptions): Watch {
  let verifier = createVerifier(pool, settledId);
  let isHalted = false;
  /** Found here and not recorded yet: until it is, the database cannot say that it is lifted. */
  let unrecorded: Violation | null = null;
  let running: Promise<void> = Promise.resolve();
  let isClosed = false;
  const background = backgroundOf(report);

  /** The row stops the other processes, and this one after a restart. */
  const record = async (): Promise<void> => {
    if (unrecorded === null) return;
    const { invariant, sentence } = unrecorded;
    await recordHalt(pool, { invariant, finding: sentence });
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
  /** The running total trusts clocks; before a bank is stopped for it, it is counted from zero. */
  const confirmed = async (found: Violation): Promise<Violation | null> => {
    if (found.invariant !== 'I1') return found;
    verifier = createVerifier(pool, settledId);
    return verifier.round();
  };
  const look = async (): Promise<void> => {
    if (isHalted) return;
    const suspicion = await verifier.round();
    const found = suspicion === null ? null : await confirmed(suspicion);
    if (found === null) return;
    // At once here, whether or not it can be recorded.
    isHalted = true;
    unrecorded = found;
    report({ name: 'halted', invariant: found.invariant });
    await background.record(record);
  };
  /** One thing at a time. */
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
