/** What keeps a file from being read or written, in words that a person can act on. */

const words: Readonly<Record<string, string>> = {
  EACCES: 'this user may not',
  EBUSY: 'it is in use',
  EDQUOT: 'the quota of this user is used up',
  EEXIST: 'something with this name is there already',
  EFBIG: 'it is too large for this disk',
  EIO: 'the disk does not work',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENFILE: 'too many files are open',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'no space is left on the disk',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'this user may not',
  EROFS: 'the disk is read-only',
};

const writing = /^(write|fsync|fdatasync|ftruncate|mkdir|rename|copyfile|chmod|unlink|rmdir)/;

/** One sentence without its end; null for what is no trouble with a file. */
export function fileTrouble(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  const why = code === undefined ? undefined : words[code];
  if (why === undefined || syscall === undefined || syscall.startsWith('spawn')) return null;
  const what = path ?? 'A file';
  return `${what} cannot be ${writing.test(syscall) ? 'written' : 'opened'}: ${why}`;
}
