/** Disks that are full: the system's own, and a small one of memory where this user may make one. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whoever opens this name for writing finds no space on the disk. */
export function linkToFullDisk(path: string): void {
  symlinkSync('/dev/full', path);
}

export interface SmallDisk {
  readonly folder: string;
  remove(): void;
}

/** Null where this user may not make one. */
export function smallDisk(kilobytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-small-disk-'));
  const end = () => rmSync(folder, { recursive: true, force: true });
  try {
    const size = `size=${kilobytes}k`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    end();
    return null;
  }
  const remove = () => {
    execFileSync('umount', [folder]);
    end();
  };
  return { folder, remove };
}
