/**
 * Stops all payments when the books are found wrong, in every process of the bank and until a full
 * check has found them right again (`npm run verify-ledger -- --resume`).
 */
import type { Pool } from '../db/pool.ts';
import type { ReportEvent } from './events.ts';
import { findHalt, recordHalt } from './store/halts.ts';
import { createVerifier } from './verifier.ts';
import type { Violation } from './verifier-full.ts';

export interface Watch {
  /** Payments are stopped. */
  readonly isHalted: boolean;
  /** Looks once, now; for tests and for the timer. */
  look(): Promise<void>;
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

export function watchBooks({ pool, report, settledId, verifyEveryMs }: WatchOptions): Watch {
  let verifier = createVerifier(pool, settledId);
  let isHalted = false;
  let running: Promise<void> = Promise.resolve();
  let isClosed = false;

  const ask = async (): Promise<void> => {
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
    const { invariant, sentence } = found;
    // At once here; the row stops the other processes, and this one after a restart.
    isHalted = true;
    report({ name: 'halted', invariant });
    await recordHalt(pool, { invariant, finding: sentence });
  };
  /** One thing at a time; a database that is away is somebody else's worry. */
  const inTurn = (work: () => Promise<void>): void => {
    running = running.then(async () => {
      if (!isClosed) await work().catch(() => {});
    });
  };
  const timers = [
    setInterval(() => inTurn(ask), askEveryMs),
    setInterval(() => inTurn(look), verifyEveryMs),
  ];
  for (const timer of timers) timer.unref();
  inTurn(ask);
  return {
    get isHalted() {
      return isHalted;
    },
    look,
    close: async () => {
      isClosed = true;
      for (const timer of timers) clearInterval(timer);
      await running;
    },
  };
}
