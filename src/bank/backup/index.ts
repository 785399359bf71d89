/** Exports of the room `backup`. */
export type { BackupError } from './format.ts';
export type { UnreadableRowError, UnsettledError } from './key-rotation.ts';
export { rotateKeys } from './key-rotation.ts';
export { checkBackup } from './read.ts';
export { restoreBackup } from './restore.ts';
export { writeBackup } from './write.ts';
