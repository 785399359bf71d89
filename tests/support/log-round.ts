/** One round of the log, which the bank does twice a minute. */
import { startLog } from '../../src/bank/audit/log/worker.ts';
import { deriveKeys } from '../../src/bank/index.ts';
import { liabilitiesLines } from '../../src/bank/records/index.ts';
import type { Pool } from '../../src/db/pool.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { firstIdAt } from '../../src/lib/ids.ts';
import { testSecrets } from './bank.ts';

/** `changes`: another key, or other lines of the checkpoint than those of the bank. */
export async function logRound(
  pool: Pool,
  changes: Partial<Pick<Parameters<typeof startLog>[0], 'key' | 'extensions'>> = {},
): Promise<void> {
  const log = startLog({
    pool,
    clock: systemClock,
    announce: async () => {},
    extensions: async (tx) => ['currency GEM 2', ...(await liabilitiesLines(tx))],
    report: () => {},
    key: deriveKeys(testSecrets).log,
    settledId: () => firstIdAt(systemClock.now() - 60_000),
    everyMs: 3_600_000,
    ...changes,
  });
  await log.round();
  await log.close();
}
