/** Keyed hashes of the words of names: staff can search for whole words. */
import { createHmac } from 'node:crypto';
import type { Pool } from '../../../db/pool.ts';
import { withTransaction } from '../../../db/transaction.ts';
import { withoutJoiners } from '../../../lib/text.ts';
import type { Keys } from '../../keys/index.ts';
import { lockCustomer } from '../store/customers.ts';
import { replaceWords, withoutWords } from '../store/name-words.ts';
import { unsealDetails } from './sealed.ts';

const wordsMax = 16;
const pageSize = 200;

/** Separators of words, including all forms of the apostrophe. */
const betweenWords = /[ʼʻʾʿ]|[^\p{L}\p{N}]/u;

/** The words without case and accents: `José-María` gives `jose` and `maria`. */
export function wordsOf(name: string): string[] {
  const plain = withoutJoiners(name)
    .normalize('NFKD')
    .replaceAll(/[\p{M}ـ]/gu, '')
    .toLowerCase();
  const words = plain.split(betweenWords).filter((word) => word !== '');
  return [...new Set(words)].slice(0, wordsMax);
}

export const wordIndexes = (keys: Keys, name: string): Buffer[] =>
  wordsOf(name).map((word) =>
    createHmac('sha256', keys.blindIndex).update(`name\0${word}`).digest(),
  );

/** At the start, for customers registered before names were indexed. */
export async function fillWords(tools: {
  readonly pool: Pool;
  readonly keys: Keys;
}): Promise<void> {
  for (;;) {
    const rows = await withoutWords(tools.pool, pageSize);
    for (const row of rows) {
      const indexes = wordIndexes(tools.keys, unsealDetails(tools.keys, row).fullName);
      await withTransaction(tools.pool, async (tx) => {
        await lockCustomer(tx, row.customerId);
        await replaceWords(tx, row.customerId, indexes);
      });
    }
    if (rows.length < pageSize) return;
  }
}
