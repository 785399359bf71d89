/** Checks of the machine: the version of Node, and the space on the disk. */
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../../config/config.ts';
import { failure, type Finding, warning, well } from '../../lib/finding.ts';
import { words } from '../../words/index.ts';
import { sizeText } from './size.ts';

const say = words.replies.doctor.machine;

/** As `engines` of package.json says. */
const oldest = [20, 19] as const;

export function checkNode(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
  if (isOld) return failure('node', say.node.old(version, oldest.join('.')));
  return well('node', say.node.well(version));
}

/** Below them, the database may soon be unable to write. */
const warnBelowBytes = 2n * 1024n ** 3n;
const failBelowBytes = 200n * 1024n ** 2n;

export const judgeDisk = (freeBytes: bigint): Finding => {
  const free = sizeText(freeBytes);
  if (freeBytes < failBelowBytes) return failure('disk', say.disk.low(free));
  if (freeBytes < warnBelowBytes) return warning('disk', say.disk.low(free));
  return well('disk', say.disk.well(free));
};

/** The folder itself, or the one in which the first start will create it. */
function existing(folder: string): string {
  let found = folder;
  while (!existsSync(found) && dirname(found) !== found) found = dirname(found);
  return found;
}

export async function checkDisk({ dataFolder }: Config): Promise<Finding> {
  const { bavail, bsize } = await statfs(existing(dataFolder), { bigint: true });
  return judgeDisk(bavail * bsize);
}
