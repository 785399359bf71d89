/** Starts the ledger, and the background work that checks and logs what it books. */
import type { Pool } from '../db/pool.ts';
import type { Tx } from '../db/transaction.ts';
import type { Clock } from '../lib/clock.ts';
import { firstIdAt, type IdSource } from '../lib/ids.ts';
import { createLogService, startLog, watchBooks } from './audit/index.ts';
import { createFeeBook } from './fee-book.ts';
import type { JobQueue } from './jobs/index.ts';
import type { Keys } from './keys/index.ts';
import {
  createBooks,
  createLedger,
  type EndedBatch,
  type FeeBook,
  type LedgerRules,
  type LinkedKinds,
} from './ledger/index.ts';
import { announceCheckpoint } from './messages/index.ts';
import type { FullSettings, ReportEvent } from './model/index.ts';
import { liabilitiesLines } from './records/index.ts';
import { createVitals } from './vitals.ts';

/** After this time every batch has been committed or given up. */
const settledAfterMs = 120_000;

const rulesOf = (
  settings: FullSettings,
  watch: { readonly isHalted: boolean },
  fees: FeeBook,
): LedgerRules => ({
  currency: settings.currency,
  limitPerTransaction: settings.limitPerTransaction,
  limitPerDay: settings.limitPerDay,
  stepUpAbove: settings.stepUpAbove,
  idleMs: settings.sessionIdleMs,
  absoluteMs: settings.sessionAbsoluteMs,
  readMs: settings.sessionReadMs,
  get isHalted() {
    return watch.isHalted;
  },
  get fees() {
    return fees.current;
  },
});

export function startBooks(tools: {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly clock: Clock;
  readonly report: ReportEvent;
  readonly keys: Keys;
  readonly desk: { readonly log: boolean };
  readonly jobs: JobQueue;
  readonly settings: FullSettings;
  readonly batchEnded?: ((batch: EndedBatch) => void) | undefined;
  /** Rows of other rooms that transactions pay. */
  readonly linked: LinkedKinds;
}) {
  const { pool, nextId, clock, report, keys, desk, jobs, settings, linked } = tools;
  const settledId = () => firstIdAt(clock.now() - settledAfterMs);
  const { verifyEveryMs, logEveryMs: everyMs } = settings;
  const watch = watchBooks({ pool, report, settledId, verifyEveryMs });
  const fees = createFeeBook(pool, settings.feesEveryMs);
  const rules = rulesOf(settings, watch, fees);
  const isLogged = () => desk.log;
  const { batchEnded: ended } = tools;
  const told = ended === undefined ? { report } : { report, ended };
  const ledger = createLedger({ isLogged, pool, nextId, jobs, rules, linked, fees }, told);
  const announce = async (tx: Tx, checkpoint: bigint) =>
    desk.log ? announceCheckpoint(tx, nextId(), checkpoint) : undefined;
  const { code, scale } = settings.currency;
  const extensions = async (tx: Tx) => [
    `currency ${code} ${scale}`,
    ...(await liabilitiesLines(tx)),
  ];
  const forLog = { announce, extensions, key: keys.log, everyMs };
  const log = startLog({ pool, clock, report, settledId, ...forLog });
  const close = async () => {
    await ledger.close();
    await watch.close();
    await log.close();
  };
  return { ledger, close };
}

/** What may be read of the books by those who watch them. */
export const publicBooks = (pool: Pool, keys: Keys) => ({
  books: createBooks(pool),
  log: createLogService(pool, keys.log),
  vitals: createVitals(pool),
});
