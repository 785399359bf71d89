/** What is certified of a transaction: its tag, the seal of a text, and the secret behind both. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Pool } from '../../../db/pool.ts';
import type { Tx } from '../../../db/transaction.ts';
import { assert } from '../../../lib/assert.ts';
import { tagText, unsealedText, type SealedReceipt } from '../../../records/receipt/index.ts';
import { type Keys, seal, unseal } from '../../keys/index.ts';
import {
  findReceiptKey,
  insertReceiptKey,
  type ReceiptRow,
  replaceReceiptKey,
} from '../store/receipts.ts';

const place = 'receipt_keys.sealed 1';
const keyBytes = 32;

/** Made once; the first of several processes wins. */
async function loadKey(pool: Pool, keys: Keys): Promise<Buffer> {
  const known = await findReceiptKey(pool);
  if (known !== null) return unseal(keys.receipts, known, place);
  await insertReceiptKey(pool, seal(keys.receipts, randomBytes(keyBytes), place));
  const made = await findReceiptKey(pool);
  assert(made !== null, 'the key of receipts was written');
  return unseal(keys.receipts, made, place);
}

/** Seals the secret with the new key; receipts stay genuine. */
export async function changeReceiptKey(
  tx: Tx,
  { from, to }: { readonly from: Keys; readonly to: Keys },
): Promise<void> {
  const sealed = await findReceiptKey(tx);
  if (sealed === null) return;
  await replaceReceiptKey(tx, seal(to.receipts, unseal(from.receipts, sealed, place), place));
}

/** All that never changes in the books. Names may change, so they are not in it. */
function bookedText(row: ReceiptRow, scale: number): string {
  const { id, kind, bookedAt, amount, currency, from, to, memo } = row;
  const sides = [from.accountNumber, to.accountNumber];
  return JSON.stringify([`${id}`, kind, bookedAt, `${amount}`, currency, scale, ...sides, memo]);
}

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

export interface Tags {
  tagOf(row: ReceiptRow): Promise<string>;
  sealOf(receipt: Omit<SealedReceipt, 'seal'>): Promise<string>;
  /** Compares in constant time. */
  isTagOf(row: ReceiptRow, tag: string): Promise<boolean>;
  isSealed(receipt: SealedReceipt): Promise<boolean>;
}

export function createTags(pool: Pool, keys: Keys, scale: number): Tags {
  let key: Promise<Buffer> | null = null;
  const mac = async (text: string): Promise<string> => {
    key ??= loadKey(pool, keys).catch((error: unknown) => {
      key = null;
      throw error;
    });
    return tagText(
      createHmac('sha256', await key)
        .update(text)
        .digest(),
    );
  };
  const tagOf = async (row: ReceiptRow) => mac(`passbook-receipt-tag\n${bookedText(row, scale)}`);
  const sealOf = async (receipt: Omit<SealedReceipt, 'seal'>) =>
    mac(`passbook-receipt-seal\n${unsealedText(receipt)}`);
  return {
    tagOf,
    sealOf,
    isTagOf: async (row, tag) => same(await tagOf(row), tag),
    isSealed: async (receipt) => same(await sealOf(receipt), receipt.seal),
  };
}
