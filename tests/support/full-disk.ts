/** Full disks: the system's device, and a small one in memory if this user can mount it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writing to this path fails: no space on the disk. */
export function linkToFullDisk(path: string): void {
  symlinkSync('/dev/full', path);
}

export interface SmallDisk {
  readonly folder: string;
  remove(): void;
}

/** Null if this user cannot mount one. */
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
