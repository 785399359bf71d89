/** Builds the whole bank in order and closes it in reverse; the only file that knows every part. */
import { performance } from 'node:perf_hooks';
import { reportBatches } from './app/bank.ts';
import { openBot } from './app/bot.ts';
import { holdDataFolder } from './app/data-folder.ts';
import { openDatabase } from './app/database.ts';
import { openBrowser } from './app/desktop.ts';
import { createLifecycle, type Lifecycle } from './app/lifecycle.ts';
import { openPublishedBank } from './app/log/publisher.ts';
import { openMail } from './app/mail.ts';
import { openPage } from './app/page.ts';
import { type Observed, openMetrics } from './app/metrics.ts';
import { openSandbox, sandboxConfig } from './app/sandbox.ts';
import { loadSecrets } from './app/secrets.ts';
import { backupAgeMs } from './app/upkeep/backup-files.ts';
import { openUpkeep } from './app/upkeep/open.ts';
import type { Config } from './config/config.ts';
import { systemClock } from './lib/clock.ts';
import type { Examine } from './lib/finding.ts';
import type { Logger } from './log/logger.ts';
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
}

type Page = Awaited<ReturnType<typeof openPage>>;

const clock = systemClock;
const say = terminal.start;

/** Loading them takes longer than the database needs to start, so both happen at once. */
const loadParts = async () =>
  Promise.all([import('./bank/index.ts'), import('./bot/client.ts')] as const);

/** Discord, or the sandbox in its place. */
async function openDiscord(
  config: Config,
  lifecycle: Lifecycle,
  { print, phase }: { print: (line: string) => void; phase: (name: string) => void },
): Promise<{ readonly botConfig: Config; readonly pageUrl: string | null }> {
  if (config.discord.token !== null) {
    const { proxyVariable } = config.machine;
    if (proxyVariable !== null) print(say.proxyIgnored(proxyVariable));
    return { botConfig: config, pageUrl: null };
  }
  const sandbox = await openSandbox(config, lifecycle);
  const { pageUrl } = sandbox;
  print(say.sandbox(pageUrl));
  phase('sandbox');
  if (config.machine.hasDesktop) openBrowser(pageUrl);
  return { botConfig: sandboxConfig(config, sandbox), pageUrl };
}

export function createApp({ config, logger: log, version, print }: AppOptions): App {
  const lifecycle = createLifecycle(log);
  const began = performance.now();
  const isSandbox = config.discord.token === null;
  // The sandbox brings a mailbox of its own.
  const canMail = config.smtpUrl !== null || isSandbox;
  const phase = (name: string) => {
    if (config.machine.timing) print(say.phase(Math.round(performance.now() - began), name));
  };
  const openBank = async ({ logger, opened, isCounted }: Observed, page: Page) => {
    const { secrets, madeNow } = await loadSecrets(config);
    if (madeNow) {
      logger.event('secrets.made', {});
      print(say.secretsMade(config.dataFolder));
    }
    const tools = { config, logger, clock, lifecycle, progress: print };
    const [pool, [bankPart]] = await Promise.all([openDatabase(tools, secrets), loadParts()]);
    opened.pool = pool;
    phase('database');
    return openPublishedBank({ config, logger, lifecycle }, async (report) =>
      bankPart.createBank({
        pool,
        clock,
        report,
        ...(isCounted ? { batchEnded: reportBatches(logger) } : {}),
        settings: { ...config.bank, canMail, page: page && { origin: page.url } },
        secrets,
      }),
    );
  };
  const open = async () => {
    const mode = isSandbox ? 'sandbox' : 'discord';
    log.event('app.starting', { version, mode });
    await holdDataFolder(config, lifecycle);
    const observed = await openMetrics({ config, logger: log, lifecycle, print, backupAgeMs });
    const { logger, opened } = observed;
    const page = await openPage({ config, logger, lifecycle, opened, print });
    const [bank, { botConfig, pageUrl }] = await Promise.all([
      openBank(observed, page),
      openDiscord(config, lifecycle, { print, phase }),
    ]);
    opened.bank = bank;
    phase('bank');
    await openMail({ bank, config: botConfig, logger, lifecycle });
    await openUpkeep({ bank, config, logger, clock, lifecycle });
    const [, { startBot }] = await loadParts();
    const { signal } = lifecycle;
    const examine: Examine = async () =>
      (await import('./app/doctor/examine.ts')).examine(botConfig);
    const parts = { bank, logger, clock, examine, signal };
    const start = async () => startBot({ config: { ...botConfig, page }, ...parts });
    const bot = await openBot(start, { config: botConfig, logger, lifecycle, progress: print });
    opened.bot = bot;
    phase('bot');
    if (pageUrl === null) print(say.servers(bot.serverCount));
    print(say.open(pageUrl === null ? say.invite(bot.inviteUrl) : say.openPage(pageUrl)));
    logger.event('app.open', { ms: Math.round(performance.now() - began) });
  };
  return {
    open,
    close: async () => lifecycle.close(),
    get isClosing() {
      return lifecycle.isClosing;
    },
  };
}
