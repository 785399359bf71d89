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
    { service: staffCards, channelId: staffChannelId ?? null },
    { service: staffLog, channelId: staffLogChannelId ?? null },
  ];
  const workers = channels.flatMap(({ service, channelId }) =>
    channelId === null ? [] : [startStaffChannel({ ...tools, service, channelId })],
  );
  return workers.length === 0 ? [] : [...workers, startClosedCards(tools)];
}
