/** Sends the bank's direct messages. Failed messages do not delay those of other people. */
import type { Bank, OutboxMessage } from '../../bank/index.ts';
import { startWorker, type Worker } from '../../lib/worker.ts';
import { toldTo } from '../../log/failed-round.ts';
import type { Logger } from '../../log/logger.ts';
import { inLanguageOf } from '../../words/index.ts';
import { render } from '../cards/render.ts';
import { noticeReply } from '../replies/notices.ts';
import { type Messenger, unsentReason } from './messenger.ts';

const everyMs = 1_000;
/** Between full batches: Discord accepts 50 a second, and payments to one person are combined. */
const pauseMs = 200;
const slowestMs = 10_000;
const claimMax = 50;

export function startOutbox(tools: {
  readonly bank: Bank;
  readonly bankName: string;
  readonly logger: Logger;
  readonly messenger: Messenger;
}): Worker {
  const { bank, bankName, logger, messenger } = tools;

  const send = async (message: OutboxMessage): Promise<void> => {
    const { ids, recipient, language, notice, attempts } = message;
    const lost = async (code: string, final: boolean): Promise<void> => {
      logger.event('bot.notice', { discordUserId: recipient, code, attempts });
      await bank.outbox.failed(ids, code, final);
    };
    let delivery;
    try {
      const rendered = inLanguageOf(language, () =>
        render(noticeReply(notice, { bankName, currency: bank.currency }), {
          path: 'help',
          row: null,
        }),
      );
      // The count makes the mark differ when more payments are combined, so that it is sent.
      delivery = await messenger.send(recipient, rendered, `${ids[0]}+${ids.length}`);
    } catch (error) {
      return lost(unsentReason(error, logger, 'outbox'), false);
    }
    if (delivery === 'closed') await lost('CLOSED', true);
    else await bank.outbox.sent(ids);
  };
  const work = async (): Promise<boolean> => {
    const messages = await bank.outbox.claim(claimMax);
    await Promise.all(messages.map(send));
    return messages.length === claimMax;
  };
  const failed = toldTo(logger, { command: 'outbox', step: 'send' });
  return startWorker({ everyMs, pauseMs, slowestMs, work, failed });
}
