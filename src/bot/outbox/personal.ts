/** Sends the bank's direct messages. Failed messages do not delay those of other people. */
import type { Bank, OutboxMessage } from '../../bank/index.ts';
import { startWorker, type Worker } from '../../lib/worker.ts';
import { toldTo } from '../../log/failed-round.ts';
import type { Logger } from '../../log/logger.ts';
import { inLanguageOf, words } from '../../words/index.ts';
import { render } from '../cards/render.ts';
import { small, withParts } from '../cards/reply.ts';
import { noticeReply } from '../replies/notices.ts';
import { isDefect, type Messenger, unsentReason, wasSent } from './messenger.ts';

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
  /** Asked before each round: true while presses are refused, which come first. */
  readonly isPutOff: () => boolean;
}): Worker {
  const { bank, bankName, logger, messenger, isPutOff } = tools;

  const textOf = ({ notice, isRepeated }: OutboxMessage) => {
    const reply = noticeReply(notice, { bankName, currency: bank.currency });
    return isRepeated ? withParts(reply, small(words.replies.inbox.repeated)) : reply;
  };
  const send = async (message: OutboxMessage): Promise<void> => {
    const { ids, recipient, language, attempts, isQuiet } = message;
    const note = (code: string) =>
      logger.event('bot.notice', { discordUserId: recipient, code, attempts });
    let delivery;
    try {
      const rendered = inLanguageOf(language, () =>
        render(textOf(message), { path: 'help', row: null }),
      );
      // The same for each attempt: Discord shows a message with this mark once.
      delivery = await messenger.send(recipient, rendered, `${ids[0]}`, { isQuiet });
    } catch (error) {
      const code = unsentReason(error, logger, 'outbox');
      note(code);
      const known = isDefect(error) ? 'no' : wasSent(error);
      return known === 'no' && !message.wasTried
        ? bank.outbox.failed(ids, code, false)
        : bank.outbox.lost(ids, code, known !== 'hardly');
    }
    if (delivery === 'sent') return bank.outbox.sent(ids);
    note(delivery);
    await bank.outbox.refused(ids, delivery);
  };
  const work = async (): Promise<boolean> => {
    if (isPutOff()) return false;
    const messages = await bank.outbox.claim(claimMax);
    await Promise.all(messages.map(send));
    return messages.length === claimMax;
  };
  const failed = toldTo(logger, { command: 'outbox', step: 'send' });
  return startWorker({ everyMs, pauseMs, slowestMs, work, failed });
}
