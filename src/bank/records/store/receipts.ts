/** The transaction of a receipt, the secret of receipts, and who shows amounts to strangers. */
import type { Reader, Writer } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  bytesOf,
  instantOrNull,
  type Row,
  textOf,
  textOrNull,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';

export interface ReceiptSide {
  readonly customerId: m.CustomerId | null;
  readonly accountNumber: m.AccountNumber | null;
  readonly holderName: string;
  /** The place of its entry. */
  readonly seq: bigint;
}

/** A further posting of the transaction, for example a fee or a round-up. */
export interface FurtherPosting {
  readonly kind: string;
  readonly amount: bigint;
}

export interface ReceiptRow {
  readonly id: m.RequestId;
  readonly kind: string;
  readonly amount: bigint;
  /** `2026-03-01T12:00:00.123456Z`. */
  readonly bookedAt: string;
  readonly currency: string;
  readonly from: ReceiptSide;
  readonly to: ReceiptSide;
  readonly memo: string | null;
  readonly reversedAt: Date | null;
}

const selectOne = `
  SELECT t.id, t.kind, t.amount, t.source_seq AS s_seq, t.target_seq AS g_seq,
    DATE_FORMAT(t.booked_at, '%Y-%m-%dT%H:%i:%s.%fZ') AS booked_text,
    s.customer_id AS s_customer, s.account_number AS s_number, s.holder_name AS s_name,
    g.customer_id AS g_customer, g.account_number AS g_number, g.holder_name AS g_name,
    g.currency, e.memo, r.booked_at AS reversed_at
  FROM transactions AS t
  JOIN accounts AS s ON s.id = t.source_account_id
  JOIN accounts AS g ON g.id = t.target_account_id
  JOIN entries AS e ON e.account_id = t.source_account_id AND e.seq = t.source_seq
  LEFT JOIN transactions AS r ON r.reverses_id = t.id
  WHERE t.id = ?`;
const selectFurther = `
  SELECT p.kind, p.amount
  FROM transactions AS t
  JOIN postings AS p ON p.transaction_id = t.id AND p.source_account_id = t.source_account_id
  WHERE t.id = ?
  ORDER BY p.number`;
const selectKey = 'SELECT sealed FROM receipt_keys WHERE id = 1';
const insertKey = 'INSERT IGNORE INTO receipt_keys (id, sealed, created_at) VALUES (1, ?, NOW(6))';
const updateKey = 'UPDATE receipt_keys SET sealed = ? WHERE id = 1';
const selectSetting = 'SELECT 1 AS is_shown FROM receipt_settings WHERE customer_id = ?';
const insertSetting = `
  INSERT IGNORE INTO receipt_settings (customer_id, chosen_at)
  VALUES (?, NOW(6))`;
const deleteSetting = 'DELETE FROM receipt_settings WHERE customer_id = ?';

const sideOf = (row: Row, side: 's' | 'g'): ReceiptSide => ({
  customerId: bigintOrNull(row, `${side}_customer`) as m.CustomerId | null,
  accountNumber: textOrNull(row, `${side}_number`) as m.AccountNumber | null,
  holderName: textOf(row, `${side}_name`),
  seq: bigintOf(row, `${side}_seq`),
});

/** Three reads by keys; null when nothing was booked under the id. */
export async function findReceiptRow(reader: Reader, id: m.RequestId): Promise<ReceiptRow | null> {
  const [row] = await reader.rows(selectOne, [id]);
  if (row === undefined) return null;
  return {
    id: bigintOf(row, 'id') as m.RequestId,
    kind: textOf(row, 'kind'),
    amount: bigintOf(row, 'amount'),
    bookedAt: textOf(row, 'booked_text'),
    currency: textOf(row, 'currency'),
    from: sideOf(row, 's'),
    to: sideOf(row, 'g'),
    memo: textOrNull(row, 'memo'),
    reversedAt: instantOrNull(row, 'reversed_at'),
  };
}

/** What else the payer's account paid in the same transaction. */
export async function furtherPostings(
  reader: Reader,
  id: m.RequestId,
): Promise<readonly FurtherPosting[]> {
  const rows = await reader.rows(selectFurther, [id]);
  return rows.map((row) => ({ kind: textOf(row, 'kind'), amount: bigintOf(row, 'amount') }));
}

export async function findReceiptKey(reader: Reader): Promise<Buffer | null> {
  const [row] = await reader.rows(selectKey);
  return row === undefined ? null : bytesOf(row, 'sealed');
}

/** Keeps the key of an earlier call. */
export const insertReceiptKey = async (writer: Writer, sealed: Buffer): Promise<void> => {
  await writer.write(insertKey, [sealed]);
};

export const replaceReceiptKey = async (tx: Tx, sealed: Buffer): Promise<void> => {
  await tx.write(updateKey, [sealed]);
};

export const showsAmounts = async (reader: Reader, id: m.CustomerId): Promise<boolean> =>
  (await reader.rows(selectSetting, [id])).length > 0;

export async function saveShowsAmounts(tx: Tx, id: m.CustomerId, isShown: boolean): Promise<void> {
  await tx.write(isShown ? insertSetting : deleteSetting, [id]);
}
