/** The door of the room `backup`: what other rooms and the bank use of it. */
export type { BackupError } from './format.ts';
export type { UnsettledError } from './key-rotation.ts';
export { rotateKeys } from './key-rotation.ts';
export { checkBackup } from './read.ts';
export { restoreBackup } from './restore.ts';
export { writeBackup } from './write.ts';
