/** Opens the bank's own page, before the bank and the bot, which need its address. */
import type { Bank } from '../bank/index.ts';
import type { Bot, BotSettings } from '../bot/client.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../log/logger.ts';
import type { PageServer } from '../page/index.ts';
import { terminal } from '../words/index.ts';
import type { Lifecycle } from './lifecycle.ts';
import { StartError } from './start-error.ts';

const usualPort = 4781;
const say = terminal.start;

interface PageParts {
  readonly bank: Bank | null;
  readonly bot: Bot | null;
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** Null where secrets are typed into forms of Discord alone. */
export async function openPage(tools: {
  readonly config: Config;
  readonly logger: Logger;
  readonly lifecycle: Lifecycle;
  /** What has opened so far. */
  readonly opened: PageParts;
  readonly print: (line: string) => void;
}): Promise<NonNullable<BotSettings['page']> | null> {
  const { config, logger, lifecycle, opened, print } = tools;
  const { secrets, publicUrl, host, port, tls } = config.page;
  if (secrets === 'forms') return null;
  // Loaded only where there is a page.
  const { servePage } = await import('../page/index.ts');
  const parts = {
    bankName: config.bank.name,
    logger,
    // While the bank closes, its parts end one after the other.
    desk: () => (lifecycle.isClosing ? null : (opened.bot?.desk ?? null)),
    links: () => opened.bank?.links ?? null,
  };
  const onPort = async (one: number) => servePage(parts, { host, port: one, publicUrl, tls });
  const serve = async (): Promise<PageServer> => {
    try {
      return await onPort(port ?? usualPort);
    } catch (error) {
      const isTaken = codeOf(error) === 'EADDRINUSE' || codeOf(error) === 'EADDRNOTAVAIL';
      if (!isTaken) throw new StartError(say.pageFiles, { cause: error });
      if (port !== null || publicUrl !== null) {
        throw new StartError(say.pagePortTaken(port ?? usualPort, host), { cause: error });
      }
      return onPort(0);
    }
  };
  const page = await lifecycle.own('page', serve, async (server) => server.close());
  print(say.page(page.origin));
  return { url: page.origin, secrets };
}
