/** Reads and replaces every column sealed or hashed with a key of the bank. */
import { bigintOf, bytesOf, integerOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { CustomerId } from '../../model/index.ts';
import { detailsColumns, detailsOf, type DetailsRow } from '../../people/index.ts';

const countTaken = `
  SELECT COUNT(*) AS taken
  FROM pending
  WHERE state IN ('TAKEN', 'STUCK')`;
const deleteConversations = `
  DELETE FROM pending
  WHERE state NOT IN ('TAKEN', 'STUCK')`;
const deleteCodes = `
  DELETE FROM codes
  WHERE used_at IS NULL`;
const selectDetails = `
  SELECT ${detailsColumns}
  FROM customer_details
  WHERE customer_id > ?
  ORDER BY customer_id
  LIMIT ?
  FOR UPDATE`;
const updateDetails = `
  UPDATE customer_details
  SET wrapped_key = ?, email_index = ?, phone_index = ?
  WHERE customer_id = ?`;
const selectTotp = `
  SELECT customer_id, sealed
  FROM totp
  ORDER BY customer_id
  FOR UPDATE`;
const updateTotp = `
  UPDATE totp
  SET sealed = ?
  WHERE customer_id = ?`;
const selectMail = `
  SELECT id, sealed
  FROM outbox
  WHERE sealed IS NOT NULL
  ORDER BY id
  FOR UPDATE`;
const updateMail = `
  UPDATE outbox
  SET sealed = ?
  WHERE id = ?`;
const updateMark = `
  UPDATE marks
  SET value = ?
  WHERE name = ?`;

/** Confirmed and not settled; rotation would make their text unreadable. */
export async function countUnsettled(tx: Tx): Promise<number> {
  const [row] = await tx.rows(countTaken);
  return integerOf(row!, 'taken');
}

/** Deletes open cards, drafts and codes. */
export async function endConversations(tx: Tx): Promise<void> {
  await tx.write(deleteConversations);
  await tx.write(deleteCodes);
}

export async function detailsAfter(tx: Tx, id: bigint, limit: number): Promise<DetailsRow[]> {
  return (await tx.rows(selectDetails, [id, limit])).map(detailsOf);
}

export async function rewrap(
  tx: Tx,
  row: Pick<DetailsRow, 'customerId' | 'wrappedKey' | 'emailIndex' | 'phoneIndex'>,
): Promise<void> {
  const { customerId, wrappedKey, emailIndex, phoneIndex } = row;
  await tx.write(updateDetails, [wrappedKey, emailIndex, phoneIndex, customerId]);
}

export async function resealTotps(
  tx: Tx,
  reseal: (id: CustomerId, sealed: Buffer) => Buffer,
): Promise<void> {
  for (const row of await tx.rows(selectTotp)) {
    const id = bigintOf(row, 'customer_id') as CustomerId;
    await tx.write(updateTotp, [reseal(id, bytesOf(row, 'sealed')), id]);
  }
}

/** `reseal` returns null for a mail that stays as it is. */
export async function resealMails(
  tx: Tx,
  reseal: (id: bigint, sealed: Buffer) => Buffer | null,
): Promise<void> {
  for (const row of await tx.rows(selectMail)) {
    const id = bigintOf(row, 'id');
    const resealed = reseal(id, bytesOf(row, 'sealed'));
    if (resealed !== null) await tx.write(updateMail, [resealed, id]);
  }
}

export async function replaceMark(tx: Tx, name: string, value: string): Promise<void> {
  await tx.write(updateMark, [value, name]);
}
