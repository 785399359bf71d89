/** Files that cannot be read or written. */
import type { FileTrouble, FileTroubleReason } from '../../../lib/file-trouble.ts';

const reasons: Record<FileTroubleReason, string> = {
  EACCES: 'permission denied',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota of this user is used up',
  EEXIST: 'it already exists',
  EFBIG: 'it is too large for this disk',
  EIO: 'the disk reported an error',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENFILE: 'too many files are open',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the disk',
  ENOTDIR: 'part of its path is not a folder',
  EPERM: 'operation not permitted',
  EROFS: 'the disk is read-only',
};

export const files = {
  /** Without the full stop. */
  trouble: ({ path, isWriting, reason }: FileTrouble) =>
    `Cannot ${isWriting ? 'write' : 'open'} ${path ?? 'a file'}: ${reasons[reason]}`,
  /** On standard error, once, until the log can be written again. */
  logLost: (path: string, why: FileTroubleReason | null) =>
    `error: log lines are being lost: ${path}: ${why === null ? 'cannot write' : reasons[why]}`,
};
