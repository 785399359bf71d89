/** Starts the bank's own backups, if the settings ask for them. */
import type { Bank } from '../../bank/index.ts';
import type { Config } from '../../config/config.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Logger } from '../../log/logger.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { startUpkeep } from './upkeep.ts';

export async function openUpkeep(tools: {
  readonly bank: Bank;
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly lifecycle: Lifecycle;
}): Promise<void> {
  const { bank, lifecycle, ...rest } = tools;
  const tell = async (task: Parameters<Bank['upkeep']['failed']>[0]) => bank.upkeep.failed(task);
  await lifecycle.own(
    'backups',
    async () => startUpkeep({ ...rest, tell }),
    async (upkeep) => upkeep?.close(),
  );
}
