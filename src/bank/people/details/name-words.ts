/** Keyed hashes of the words of names: staff can search for whole words. */
import { createHmac } from 'node:crypto';
import type { Pool } from '../../../db/pool.ts';
import { withTransaction } from '../../../db/transaction.ts';
import { withoutJoiners } from '../../../lib/text.ts';
import type { Keys } from '../../keys/index.ts';
import type { ReportEvent } from '../../model/index.ts';
import { lockCustomer } from '../store/customers.ts';
import { replaceWords, withoutWords } from '../store/name-words.ts';
import { openedDetails } from './sealed.ts';

const wordsMax = 16;
const pageSize = 200;

/** Separators of words, including all forms of the apostrophe. */
const betweenWords = /[ʼʻʾʿꞌꞋ]|[^\p{L}\p{N}]/u;

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

/**
 * At the start, for customers registered before names were indexed. Unreadable details are reported
 * and left out, so that they do not stop the bank from opening.
 */
export async function fillWords(tools: {
  readonly pool: Pool;
  readonly keys: Keys;
  readonly report: ReportEvent;
}): Promise<void> {
  const { pool, keys, report } = tools;
  let after = 0n;
  for (;;) {
    const rows = await withoutWords(pool, { after, limit: pageSize });
    for (const row of rows) {
      const { customerId: id } = row;
      const details = openedDetails(keys, row);
      if (details === null) {
        report({ name: 'unreadable', what: 'customer', id });
        continue;
      }
      await withTransaction(pool, async (tx) => {
        await lockCustomer(tx, id);
        await replaceWords(tx, id, wordIndexes(keys, details.fullName));
      });
    }
    after = rows.at(-1)?.customerId ?? after;
    if (rows.length < pageSize) return;
  }
}
