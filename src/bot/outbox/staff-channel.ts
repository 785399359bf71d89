/** Posts the messages of one staff channel. */
import type { Bank, DeskMessage, DeskOutboxService } from '../../bank/index.ts';
import { startWorker, type Worker } from '../../lib/worker.ts';
import { toldTo } from '../../log/failed-round.ts';
import type { Logger } from '../../log/logger.ts';
import { inLanguage } from '../../words/index.ts';
import { render } from '../cards/render.ts';
import { deskReply } from '../replies/staff.ts';
import { type Messenger, unsentReason } from './messenger.ts';

const everyMs = 1_000;
const slowestMs = 10_000;
const claimMax = 10;

export function startStaffChannel(tools: {
  readonly bank: Bank;
  readonly service: DeskOutboxService;
  readonly channelId: string;
  readonly logger: Logger;
  readonly messenger: Messenger;
  /** The preferred language of the staff's server, as Discord names it; null if unknown. */
  readonly locale: () => string | null;
  /** Asked before each round. */
  readonly isPutOff: () => boolean;
}): Worker {
  const { bank, service, channelId, logger, messenger, locale, isPutOff } = tools;
  const post = async ({ id, notice, attempts }: DeskMessage): Promise<void> => {
    try {
      const rendered = inLanguage(locale(), () =>
        render(deskReply(notice, bank), { path: 'help', row: null }),
      );
      const messageId = await messenger.post(channelId, rendered, `${id}`);
      if (notice.kind === 'APPROVAL') {
        await bank.approvalCards.posted(notice.approval.id, { channelId, messageId });
      }
    } catch (error) {
      const code = unsentReason(error, logger, 'staff outbox');
      logger.event('bot.notice', { code, attempts });
      return service.failed(id, code, false);
    }
    await service.sent(id);
  };
  const work = async (): Promise<boolean> => {
    if (isPutOff()) return false;
    const messages = await service.claim(claimMax);
    for (const message of messages) await post(message);
    return messages.length === claimMax;
  };
  const failed = toldTo(logger, { command: 'staff outbox', step: 'send' });
  return startWorker({ everyMs, slowestMs, work, failed });
}
