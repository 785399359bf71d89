/** Builds the whole bank in order and closes it in reverse; the only file that knows every part. */
import { performance } from 'node:perf_hooks';
import { holdDataFolder } from './app/data-folder.ts';
import { openDatabase } from './app/database.ts';
import { openBrowser } from './app/desktop.ts';
import { createLifecycle, type Lifecycle } from './app/lifecycle.ts';
import { tidyAfterStart } from './app/memory.ts';
import { openPage } from './app/page.ts';
import { openMetrics } from './app/metrics.ts';
import { openSandbox } from './app/sandbox.ts';
import { loadSecrets } from './app/secrets.ts';
import { loadParts, openServing } from './app/serving/serving.ts';
import { backupAgeMs } from './app/upkeep/backup-files.ts';
import type { Config } from './config/config.ts';
import { systemClock } from './lib/clock.ts';
import type { Logger } from './log/logger.ts';
import type { Sandbox } from './sandbox/index.ts';
import { terminal } from './words/index.ts';

export interface App {
  /** Throws why the bank could not open; call close() in that case too. */
  open(): Promise<void>;
  /** Returns whether everything closed cleanly and in time. */
  close(): Promise<boolean>;
  readonly isClosing: boolean;
}

export interface AppOptions {
  readonly config: Config;
  readonly logger: Logger;
  readonly version: string;
  /** A line for the person at the terminal. */
  readonly print: (line: string) => void;
  /** Called when the bank has opened, but could not open again with changed settings. */
  readonly failed: (error: unknown) => void;
}

const clock = systemClock;
const say = terminal.start;

/** Null: Discord itself. */
async function openLocalDiscord(
  config: Config,
  lifecycle: Lifecycle,
  { print, phase }: { print: (line: string) => void; phase: (name: string) => void },
): Promise<Sandbox | null> {
  if (config.discord.token !== null) {
    const { proxyVariable } = config.machine;
    if (proxyVariable !== null) print(say.proxyIgnored(proxyVariable));
    return null;
  }
  const sandbox = await openSandbox(config, lifecycle);
  const { pageUrl } = sandbox;
  print(say.sandbox(pageUrl));
  phase('sandbox');
  if (config.machine.hasDesktop) openBrowser(pageUrl);
  return sandbox;
}

export function createApp(options: AppOptions): App {
  const { config, logger: log, version, print, failed } = options;
  const lifecycle = createLifecycle(log);
  const began = performance.now();
  const isSandbox = config.discord.token === null;
  const phase = (name: string) => {
    if (config.machine.timing) print(say.phase(Math.round(performance.now() - began), name));
  };
  const openBooks = async (logger: Logger) => {
    const { secrets, madeNow } = await loadSecrets(config);
    if (madeNow) {
      logger.event('secrets.made', {});
      print(say.secretsMade(config.dataFolder));
    }
    const tools = { config, logger, clock, lifecycle, progress: print };
    const [pool] = await Promise.all([openDatabase(tools, secrets), loadParts()]);
    phase('database');
    return { pool, secrets };
  };
  const open = async () => {
    const mode = isSandbox ? 'sandbox' : 'discord';
    log.event('app.starting', { version, mode });
    await holdDataFolder(config, lifecycle);
    const observed = await openMetrics({ config, logger: log, lifecycle, print, backupAgeMs });
    const { logger, opened } = observed;
    const page = await openPage({ config, logger, lifecycle, opened, print });
    const [database, sandbox] = await Promise.all([
      openBooks(logger),
      openLocalDiscord(config, lifecycle, { print, phase }),
    ]);
    const parts = { database, sandbox, page };
    const bot = await openServing({ config, lifecycle, observed, print, phase, failed, ...parts });
    if (sandbox === null) print(say.servers(bot.serverCount));
    if (!bot.hasStaffServer) print(say.setUp);
    const where = sandbox === null ? say.invite(bot.inviteUrl) : say.openPage(sandbox.pageUrl);
    print(say.open(where));
    tidyAfterStart();
    logger.event('app.open', { ms: Math.round(performance.now() - began) });
  };
  return {
    open,
    close: async () => {
      const begun = performance.now();
      const isClean = await lifecycle.close();
      log.event('app.closed', { ms: Math.round(performance.now() - begun) });
      return isClean;
    },
    get isClosing() {
      return lifecycle.isClosing;
    },
  };
}
