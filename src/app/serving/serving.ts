/** Opens bank and bot, and opens them again when settings were changed with `/setup`. */
import type { Bank } from '../../bank/index.ts';
import type { Bot } from '../../bot/client.ts';
import type { WaitingCard } from '../../bot/installation/installation.ts';
import type { Config } from '../../config/config.ts';
import { withSaved } from '../../config/saved.ts';
import type { Pool } from '../../db/pool.ts';
import { systemClock as clock } from '../../lib/clock.ts';
import type { Examine } from '../../lib/finding.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { terminal } from '../../words/index.ts';
import { reportBatches } from '../bank.ts';
import { openBot } from '../bot.ts';
import { installationOf } from './installation.ts';
import { createLifecycle, type Lifecycle } from '../lifecycle.ts';
import { openPublishedBank } from '../log/publisher.ts';
import { openMail } from '../mail.ts';
import type { Observed } from '../metrics.ts';
import type { openPage } from '../page.ts';
import { withSandbox } from '../sandbox.ts';
import type { Secrets } from '../secrets.ts';

/** Loading them takes longer than the database needs to start, so both happen at once. */
export const loadParts = async () =>
  Promise.all([
    import('../../bank/index.ts'),
    import('../../bot/client.ts'),
    import('../upkeep/open.ts'),
  ] as const);

export interface ServingTools {
  readonly config: Config;
  /** Of the whole app. */
  readonly lifecycle: Lifecycle;
  readonly observed: Observed;
  readonly print: (line: string) => void;
  readonly phase: (name: string) => void;
  readonly database: { readonly pool: Pool; readonly secrets: Secrets };
  /** Null: Discord itself. */
  readonly sandbox: Sandbox | null;
  readonly page: Awaited<ReturnType<typeof openPage>>;
  /** Called when the bank could not open again. */
  readonly failed: (error: unknown) => void;
}

async function openBank(
  { config, observed, database, page }: ServingTools,
  lifecycle: Lifecycle,
): Promise<{ readonly bank: Bank; readonly effective: (base: Config) => Config }> {
  const { logger, opened, isCounted } = observed;
  const { pool, secrets } = database;
  opened.pool = pool;
  const [{ createBank, readSavedSettings }] = await loadParts();
  const saved = await readSavedSettings(pool);
  const effective = (base: Config) => withSaved(base, saved);
  const settings = effective(config).bank;
  // The sandbox brings a mailbox of its own.
  const canMail = config.smtpUrl !== null || config.discord.token === null;
  const bank = await openPublishedBank({ config, logger, lifecycle }, async (report) =>
    createBank({
      pool,
      clock,
      report,
      ...(isCounted ? { batchEnded: reportBatches(logger) } : {}),
      settings: { ...settings, canMail, page: page && { origin: page.url } },
      secrets,
    }),
  );
  return { bank, effective };
}

async function serve(
  tools: ServingTools,
  lifecycle: Lifecycle,
  again: { readonly waiting: WaitingCard | null; reopen(card: WaitingCard | null): void },
): Promise<Bot> {
  const { config, observed, print, phase, sandbox, page } = tools;
  const { logger, opened } = observed;
  const { bank, effective } = await openBank(tools, lifecycle);
  opened.bank = bank;
  phase('bank');
  const present = sandbox === null ? effective(config) : withSandbox(config, sandbox, effective);
  await openMail({ bank, config: present, logger, lifecycle });
  const [, { startBot }, { openUpkeep }] = await loadParts();
  await openUpkeep({ bank, config, logger, clock, lifecycle });
  const { signal } = lifecycle;
  const examine: Examine = async () => (await import('../doctor/examine.ts')).examine(present);
  const installation = installationOf(present, again);
  const parts = { bank, logger, clock, examine, installation, signal };
  const start = async () => startBot({ config: { ...present, page }, ...parts });
  const bot = await openBot(start, { config: present, logger, lifecycle, progress: print });
  opened.bot = bot;
  phase('bot');
  return bot;
}

/** Closed by the app's lifecycle before all that it was given, also in the middle of an opening. */
export async function openServing(tools: ServingTools): Promise<Bot> {
  const { lifecycle, observed, print, failed } = tools;
  const { logger, opened } = observed;
  let inner = createLifecycle(logger);
  let underway: Promise<unknown> = Promise.resolve();
  const reopen = async (waiting: WaitingCard | null): Promise<void> => {
    print(terminal.start.reopening);
    logger.event('app.reopening', {});
    Object.assign(opened, { bank: null, bot: null });
    await inner.close();
    if (lifecycle.isClosing) return;
    inner = createLifecycle(logger);
    await serve(tools, inner, { waiting, reopen: queue });
    print(terminal.start.reopened);
  };
  const queue = (waiting: WaitingCard | null): void => {
    underway = underway.then(async () => reopen(waiting)).catch(failed);
  };
  await lifecycle.own(
    'service',
    async () => {},
    async () => {
      await inner.close();
    },
  );
  lifecycle.signal.addEventListener('abort', () => void inner.close());
  return serve(tools, inner, { waiting: null, reopen: queue });
}
