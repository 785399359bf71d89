/**
 * Replaces the key for personal data: wraps every customer's own key with it, and renews every hash
 * made with it. In one database transaction, so that a crash leaves either key in place.
 */
import type { Pool } from '../../db/pool.ts';
import { withTransaction } from '../../db/transaction.ts';
import { hourMs } from '../../lib/durations.ts';
import { changeLogKey } from '../audit/index.ts';
import type { Keys } from '../keys/index.ts';
import { resealedMail } from '../messages/index.ts';
import { changeReceiptKey } from '../records/index.ts';
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
  /** The new value of the mark by which the database names its key. */
  readonly mark: { readonly name: string; readonly value: string };
}

/** Confirmed payments have no outcome yet; the running bank or its staff must settle them first. */
export class UnsettledError extends Error {
  override readonly name = 'UnsettledError';
  readonly count: number;

  constructor(count: number) {
    super(`${count}`);
    this.count = count;
  }
}

/** A row that the former key does not open: it is damaged, or sealed with another key. */
export class UnreadableRowError extends Error {
  override readonly name = 'UnreadableRowError';
  readonly table: 'customer_details' | 'totp';
  readonly customerId: bigint;

  constructor(table: 'customer_details' | 'totp', customerId: bigint, cause: unknown) {
    super(`${table} ${customerId}`, { cause });
    this.table = table;
    this.customerId = customerId;
  }
}

function opening<Value>(
  table: UnreadableRowError['table'],
  customerId: bigint,
  open: () => Value,
): Value {
  try {
    return open();
  } catch (error) {
    throw new UnreadableRowError(table, customerId, error);
  }
}

/**
 * No bank may use the database meanwhile. Returns the number of customers. Throws UnsettledError
 * and UnreadableRowError; then nothing was changed.
 */
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
          const details = opening('customer_details', row.customerId, () =>
            unsealDetails(from, row),
          );
          const wrappedKey = rewrapKey({ from, to }, row);
          await store.rewrap(tx, { ...row, wrappedKey, ...contactIndexes(to, details) });
          await replaceWords(tx, row.customerId, wordIndexes(to, details.fullName));
        }
        count += rows.length;
        last = rows.at(-1)?.customerId ?? last;
        if (rows.length < pageSize) break;
      }
      await store.resealTotps(tx, (id, sealed) => {
        const secret = opening('totp', id, () => openTotp(from, id, sealed));
        return sealTotp(to, id, secret);
      });
      await store.resealMails(tx, (id, sealed) => resealedMail({ from, to }, id, sealed));
      await changeReceiptKey(tx, { from, to });
      await changeLogKey(tx, { from: from.log, to: to.log });
      await store.replaceMark(tx, mark.name, mark.value);
      return count;
    },
    { workMs: hourMs, attemptsMax: 1 },
  );
}
