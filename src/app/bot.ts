/** The bot, once Discord answers. */
import { awayCode } from '../bot/away.ts';
import type { Bot } from '../bot/client.ts';
import type { Config } from '../config/config.ts';
import type { Logger } from '../log/logger.ts';
import type { Lifecycle } from './lifecycle.ts';
import { StartError } from './start-error.ts';
import { waitFor } from './waiting.ts';

function refused(error: unknown): unknown {
  const { code } = error instanceof Error ? (error as { code?: unknown }) : {};
  if (code !== 'TokenInvalid') return error;
  return new StartError('DISCORD_TOKEN is not accepted by Discord; copy it again', {
    cause: error,
  });
}

const asReason = (code: string | null): string | null => {
  if (code === null) return null;
  return code.startsWith('HTTP_') ? `it answers ${code.slice(5)}` : `it does not answer (${code})`;
};

/** `start` is asked again while Discord is away. */
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
        name: 'Discord',
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
