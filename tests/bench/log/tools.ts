/** What the log of a bank needs, with the keys of the benchmark. */
import type { LogTools } from '../../../src/bank/audit/log/worker.ts';
import { deriveKeys } from '../../../src/bank/keys/index.ts';
import type { Pool } from '../../../src/db/pool.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { firstIdAt } from '../../../src/lib/ids.ts';
import { pepperText, piiKeyText } from '../support/bank.ts';

export const keys = deriveKeys({
  pepper: Buffer.from(pepperText),
  piiKey: Buffer.from(piiKeyText, 'base64'),
});

/** As in a bank, where a batch is committed or given up after two minutes. */
const settledAfterMs = 120_000;

export const logTools = (pool: Pool): Omit<LogTools, 'everyMs'> => ({
  pool,
  clock: systemClock,
  report: () => {},
  key: keys.log,
  settledId: () => firstIdAt(systemClock.now() - settledAfterMs),
  announce: async () => {},
  extensions: async () => [],
});
