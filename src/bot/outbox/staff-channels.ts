/** Starts a worker for each staff channel that is configured. */
import type { Bank } from '../../bank/index.ts';
import type { Worker } from '../../lib/worker.ts';
import type { Logger } from '../../log/logger.ts';
import { startClosedCards } from './closed-cards.ts';
import type { Messenger } from './messenger.ts';
import { startStaffChannel } from './staff-channel.ts';

export function startStaffChannels(
  tools: {
    readonly bank: Bank;
    readonly logger: Logger;
    readonly messenger: Messenger;
    readonly locale: () => string | null;
    /** Asked before each round of the log; requests that need a decision are posted at once. */
    readonly isPutOff: () => boolean;
  },
  {
    staffChannelId,
    staffLogChannelId,
  }: {
    readonly staffChannelId?: string | null;
    readonly staffLogChannelId?: string | null;
  },
): Worker[] {
  const { staffCards, staffLog } = tools.bank;
  const channels = [
    { service: staffCards, channelId: staffChannelId ?? null, isPutOff: () => false },
    { service: staffLog, channelId: staffLogChannelId ?? null, isPutOff: tools.isPutOff },
  ];
  const workers = channels.flatMap(({ channelId, ...own }) =>
    channelId === null ? [] : [startStaffChannel({ ...tools, ...own, channelId })],
  );
  return workers.length === 0 ? [] : [...workers, startClosedCards(tools)];
}
