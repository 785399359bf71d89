/** The published heads of the chain that earlier versions wrote: one line each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Head } from '../bank/index.ts';
import { replaceFile } from '../lib/replace-file.ts';

const fileIn = (dataFolder: string): string => join(dataFolder, 'heads.jsonl');
const line = z.object({
  link: z.string().regex(/^\d{1,19}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().max(200),
});

const lineOf = ({ link, hash, signature }: Head): string =>
  `${JSON.stringify({ link: `${link}`, hash, signature })}\n`;

/** Replaces all heads, after they were signed with a new key; all of them or none. */
export async function replaceHeads(dataFolder: string, heads: readonly Head[]): Promise<void> {
  if (heads.length > 0) await replaceFile(fileIn(dataFolder), heads.map(lineOf).join(''));
}

/** Throws if a line is damaged; empty if no head was published yet. */
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
