/**
 * Another key for personal data: every customer's own key is wrapped anew, and everything that is
 * found by hash is hashed anew. All in one database transaction: a crash leaves one or the other.
 */
import type { Pool } from '../../db/pool.ts';
import { withTransaction } from '../../db/transaction.ts';
import { hourMs } from '../../lib/durations.ts';
import type { Keys } from '../keys/index.ts';
import { openMail, sealMail } from '../messages/index.ts';
import {
  contactIndexes,
  openTotp,
  replaceWords,
  rewrapKey,
  sealTotp,
  unsealDetails,
  wordIndexes,
} from '../people/index.ts';
import * as store from './store/key-rotation.ts';

const pageSize = 200;

export interface Rotation {
  readonly from: Keys;
  readonly to: Keys;
  /** What the database shall say of its key from now on. */
  readonly mark: { readonly name: string; readonly value: string };
}

/** Confirmed payments have no outcome yet; the open bank settles them, or its staff do. */
export class UnsettledError extends Error {
  override readonly name = 'UnsettledError';
  readonly count: number;

  constructor(count: number) {
    super(`${count}`);
    this.count = count;
  }
}

/** While no bank uses the database. Answers how many customers there are. */
export async function rotateKeys(pool: Pool, { from, to, mark }: Rotation): Promise<number> {
  return withTransaction(
    pool,
    async (tx) => {
      const unsettled = await store.countUnsettled(tx);
      if (unsettled > 0) throw new UnsettledError(unsettled);
      await store.endConversations(tx);
      let count = 0;
      let last = 0n;
      for (;;) {
        const rows = await store.detailsAfter(tx, last, pageSize);
        for (const row of rows) {
          const details = unsealDetails(from, row);
          const wrappedKey = rewrapKey({ from, to }, row);
          await store.rewrap(tx, { ...row, wrappedKey, ...contactIndexes(to, details) });
          await replaceWords(tx, row.customerId, wordIndexes(to, details.fullName));
        }
        count += rows.length;
        last = rows.at(-1)?.customerId ?? last;
        if (rows.length < pageSize) break;
      }
      await store.resealTotps(tx, (id, sealed) => sealTotp(to, id, openTotp(from, id, sealed)));
      await store.resealMails(tx, (id, sealed) => sealMail(to, id, openMail(from, id, sealed)));
      await store.replaceMark(tx, mark.name, mark.value);
      return count;
    },
    { workMs: hourMs, attemptsMax: 1 },
  );
}
