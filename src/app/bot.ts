/** Opens the bot as soon as Discord answers. */
import { awayCode } from '../bot/outbox/away.ts';
import type { Bot } from '../bot/client.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../log/logger.ts';
import { terminal } from '../words/index.ts';
import type { Lifecycle } from './lifecycle.ts';
import { StartError } from './start-error.ts';
import { waitFor } from './waiting.ts';

const say = terminal.start.discord;

function refused(error: unknown): unknown {
  const { code } = error instanceof Error ? (error as { code?: unknown }) : {};
  if (code !== 'TokenInvalid') return error;
  return new StartError(say.tokenRefused, { cause: error });
}

const asReason = (code: string | null): string | null => {
  if (code === null) return null;
  if (code === 'NO_ANSWER') return say.silent;
  return code.startsWith('HTTP_') ? say.status(code.slice(5)) : say.unreachable(code);
};

/** Calls `start` again while Discord is unavailable. */
export async function openBot(
  start: () => Promise<Bot>,
  tools: {
    readonly config: Config;
    readonly logger: Logger;
    readonly lifecycle: Lifecycle;
    readonly progress: (line: string) => void;
  },
): Promise<Bot> {
  const { config, logger, lifecycle } = tools;
  const reach = async () =>
    waitFor(
      {
        setting: 'DISCORD_API_URL',
        name: say.name,
        place: config.discord.apiUrl,
        reach: start,
        whyAway: (error) => asReason(awayCode(error)),
        failed: (attempts, error) => {
          logger.event('discord.waiting', { attempts, code: awayCode(error) });
        },
      },
      tools,
    ).catch((error: unknown) => {
      throw refused(error);
    });
  return lifecycle.own('bot', reach, async (bot) => bot.close());
}
