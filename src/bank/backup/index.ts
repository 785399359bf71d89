/** Exports of the room `backup`. */
export { copyBackup } from './copy.ts';
export { BackupError } from './format.ts';
export type { UnreadableRowError, UnsettledError } from './key-rotation.ts';
export { rotateKeys } from './key-rotation.ts';
export { checkBackup } from './read.ts';
export { restoreBackup, type RestoreReport } from './restore.ts';
export { type BackupReport, writeBackup } from './write.ts';
