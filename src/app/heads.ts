/** The chain's published heads, outside the database: a line each, only ever appended. */
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Head } from '../bank/chain/hash.ts';

const fileIn = (dataFolder: string): string => join(dataFolder, 'heads.jsonl');
const line = z.object({
  link: z.string().regex(/^\d{1,19}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().max(200),
});

export function headKeeper(dataFolder: string): (head: Head) => void {
  return ({ link, hash, signature }) => {
    mkdirSync(dataFolder, { recursive: true });
    const text = JSON.stringify({ link: `${link}`, hash, signature });
    appendFileSync(fileIn(dataFolder), `${text}\n`, { mode: 0o600 });
  };
}

/** Throws when a line was damaged; none where no head was published yet. */
export function readHeads(dataFolder: string): Head[] {
  let text = '';
  try {
    text = readFileSync(fileIn(dataFolder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return text
    .split('\n')
    .filter((one) => one !== '')
    .map((one) => {
      const { link, ...rest } = line.parse(JSON.parse(one));
      return { link: BigInt(link), ...rest };
    });
}
