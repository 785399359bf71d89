/** Why a file could not be read or written, as data. */

const reasons = [
  'EACCES',
  'EBUSY',
  'EDQUOT',
  'EEXIST',
  'EFBIG',
  'EIO',
  'EISDIR',
  'EMFILE',
  'ENAMETOOLONG',
  'ENFILE',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
] as const;
export type FileTroubleReason = (typeof reasons)[number];

export interface FileTrouble {
  readonly path: string | null;
  readonly isWriting: boolean;
  readonly reason: FileTroubleReason;
}

const writing = /^(write|fsync|fdatasync|ftruncate|mkdir|rename|copyfile|chmod|unlink|rmdir)/;

/** Null if the error is not about a file. */
export function fileTrouble(error: unknown): FileTrouble | null {
  if (!(error instanceof Error)) return null;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  const found = reasons.find((one) => one === code);
  if (found === undefined || syscall === undefined || syscall.startsWith('spawn')) return null;
  // Node's recursive mkdir makes what is missing, so it says ENOENT only where it must not write.
  const reason = found === 'ENOENT' && syscall === 'mkdir' ? 'EROFS' : found;
  return { path: path ?? null, isWriting: writing.test(syscall), reason };
}
