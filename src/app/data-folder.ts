import type { Config } from '../config/config.ts';
import { type FolderLock, lockFolder } from '../lib/folder-lock.ts';
import type { Lifecycle } from './lifecycle.ts';
import { StartError } from './start-error.ts';

/** A bank that was killed a moment ago may hold it until the system has cleared it away. */
const waitMs = 1_500;

/** Throws StartError when a bank, or a tool that needs it closed, has the folder. */
export async function lockDataFolder(config: Config): Promise<FolderLock> {
  const lock = await lockFolder(config.dataFolder, waitMs);
  if (lock !== null) return lock;
  throw new StartError(
    `Another Passbook is running on ${config.dataFolder}. Stop it first, or give this one ` +
      'its own PASSBOOK_DATA.',
  );
}

/**
 * Makes sure that no other bank lives in the folder, before anything in it is made or read. Banks
 * that share a given database and a given Discord keep nothing there that they could spoil.
 */
export async function holdDataFolder(config: Config, lifecycle: Lifecycle): Promise<void> {
  if (config.database.url !== null && config.discord.token !== null) return;
  await lifecycle.own(
    'data folder',
    () => lockDataFolder(config),
    (lock) => lock.release(),
  );
}
