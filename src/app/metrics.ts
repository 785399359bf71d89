/** Serves metrics and health, if the settings ask for them, from the beginning of the start. */
import type { Bank } from '../bank/index.ts';
import type { Bot } from '../bot/client.ts';
import type { Config } from '../config/config.ts';
import type { Pool } from '../db/pool.ts';
import { systemClock } from '../lib/clock.ts';
import type { Logger } from '../log/logger.ts';
import { terminal } from '../words/index.ts';
import type { Lifecycle } from './lifecycle.ts';
import { StartError } from './start-error.ts';

/** What has opened so far. */
export interface Opened {
  bank: Bank | null;
  bot: Bot | null;
  pool: Pool | null;
}

export interface Observed {
  /** It also counts, if metrics are served. */
  readonly logger: Logger;
  readonly opened: Opened;
  /** Whether metrics are served. */
  readonly isCounted: boolean;
}

export async function openMetrics(tools: {
  readonly config: Config;
  readonly logger: Logger;
  readonly lifecycle: Lifecycle;
  readonly print: (line: string) => void;
  /** The age of the newest backup in a data folder. */
  readonly backupAgeMs: (dataFolder: string, now: number) => Promise<number | null>;
}): Promise<Observed> {
  const { config, logger, lifecycle, print, backupAgeMs } = tools;
  const opened: Opened = { bank: null, bot: null, pool: null };
  const { host, port } = config.metrics;
  if (port === null) return { logger, opened, isCounted: false };
  // Loaded only when metrics are served.
  const { countedLogger, createMeter, serveMetrics } = await import('../metrics/index.ts');
  const meter = createMeter();
  const sources = {
    watched: async () => opened.bank?.vitals.read() ?? null,
    isConnected: () => opened.bot?.isConnected ?? false,
    backupAgeMs: async () => backupAgeMs(config.dataFolder, systemClock.now()),
    pool: () => opened.pool?.usage ?? null,
  };
  const served = await lifecycle.own(
    'metrics',
    async () =>
      serveMetrics(meter, sources, { host, port }).catch((error: unknown) => {
        throw new StartError(terminal.start.metricsPortTaken(port, host), { cause: error });
      }),
    async (server) => server.close(),
  );
  print(terminal.start.metrics(`http://${host}:${served.port}/metrics`));
  return { logger: countedLogger(logger, meter), opened, isCounted: true };
}
