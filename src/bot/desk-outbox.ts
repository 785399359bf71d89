/** Posts what waits for one of the staff's channels. */
import { DiscordAPIError } from 'discord.js';
import type { Bank, DeskMessage, DeskOutboxService } from '../bank/bank.ts';
import { BankError } from '../bank/errors.ts';
import type { Logger } from '../logger.ts';
import type { Messenger } from './messenger.ts';
import { render } from './replies/render.ts';
import { deskReply } from './replies/staff.ts';
import { startWorker, type Worker } from './worker.ts';

const everyMs = 1_000;
const slowestMs = 10_000;
const claimMax = 10;

export function startDeskOutbox(tools: {
  readonly bank: Bank;
  readonly service: DeskOutboxService;
  readonly channelId: string;
  readonly logger: Logger;
  readonly messenger: Messenger;
}): Worker {
  const { bank, service, channelId, logger, messenger } = tools;
  const post = async ({ id, notice, attempts }: DeskMessage): Promise<void> => {
    const rendered = render(deskReply(notice, bank), { path: 'help', row: null });
    try {
      const messageId = await messenger.post(channelId, rendered, `${id}`);
      if (notice.kind === 'APPROVAL') {
        await bank.approvalCards.posted(notice.approval.id, { channelId, messageId });
      }
    } catch (error) {
      const code = error instanceof DiscordAPIError ? `DISCORD_${error.code}` : 'NOT_SENT';
      logger.event('bot.notice', { code, attempts });
      return service.failed(id, code, false);
    }
    await service.sent(id);
  };
  const work = async (): Promise<boolean> => {
    const messages = await service.claim(claimMax);
    for (const message of messages) await post(message);
    return messages.length === claimMax;
  };
  const failed = (error: unknown): void => {
    if (error instanceof BankError) return;
    logger.event('bot.failed', { command: 'staff outbox', step: 'send' }, error);
  };
  return startWorker({ everyMs, slowestMs, work, failed });
}
