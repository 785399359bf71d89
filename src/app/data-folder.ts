import type { Config } from '../config/config.ts';
import { type FolderLock, lockFolder } from '../lib/folder-lock.ts';
import { terminal } from '../words/index.ts';
import type { Lifecycle } from './lifecycle.ts';
import { StartError } from './start-error.ts';

/** A bank that was just killed may hold the folder until the system has removed its process. */
const waitMs = 1_500;

/** Throws StartError while a bank, or a tool that needs the bank closed, uses the folder. */
export async function lockDataFolder(config: Config): Promise<FolderLock> {
  const lock = await lockFolder(config.dataFolder, waitMs);
  if (lock !== null) return lock;
  throw new StartError(terminal.start.folderTaken(config.dataFolder));
}

/**
 * Makes sure that no other bank uses the folder before anything in it is created or read. Not
 * needed with DATABASE_URL and a Discord token: such banks store nothing there that can conflict.
 */
export async function holdDataFolder(config: Config, lifecycle: Lifecycle): Promise<void> {
  if (config.database.url !== null && config.discord.token !== null) return;
  await lifecycle.own(
    'data folder',
    () => lockDataFolder(config),
    (lock) => lock.release(),
  );
}
