/** Replaces decided cards in the staff channel by their outcome, without buttons. */
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { Bank, ClosedCard } from '../../bank/index.ts';
import { startWorker, type Worker } from '../../lib/worker.ts';
import { toldTo } from '../../log/failed-round.ts';
import type { Logger } from '../../log/logger.ts';
import { inLanguage } from '../../words/index.ts';
import { render } from '../cards/render.ts';
import { decidedReply } from '../replies/staff.ts';
import type { Messenger } from './messenger.ts';

const everyMs = 1_000;
const slowestMs = 10_000;
const claimMax = 10;
/** The card was deleted, or the bot may no longer edit it. */
const finalCodes: readonly (number | string)[] = [
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
];

export function startClosedCards(tools: {
  readonly bank: Bank;
  readonly logger: Logger;
  readonly messenger: Messenger;
  /** The preferred language of the staff's server, as Discord names it; null if unknown. */
  readonly locale: () => string | null;
}): Worker {
  const { bank, logger, messenger, locale } = tools;
  const change = async ({ approval, messageId, channelId, attempts }: ClosedCard) => {
    const outcome = inLanguage(locale(), () =>
      render(decidedReply(approval, bank.currency), { path: 'help', row: null }),
    );
    try {
      await messenger.edit({ channelId, messageId }, outcome);
    } catch (error) {
      const known = error instanceof DiscordAPIError;
      const code = known ? `DISCORD_${error.code}` : 'NOT_SENT';
      logger.event('bot.notice', { code, attempts });
      const isFinal = known && finalCodes.includes(error.code);
      return bank.approvalCards.failed(messageId, code, isFinal);
    }
    await bank.approvalCards.closed(messageId);
  };
  const work = async (): Promise<boolean> => {
    const cards = await bank.approvalCards.claim(claimMax);
    for (const card of cards) await change(card);
    return cards.length === claimMax;
  };
  const failed = toldTo(logger, { command: 'staff cards', step: 'send' });
  return startWorker({ everyMs, slowestMs, work, failed });
}
