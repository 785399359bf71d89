import type { Reader } from '../../../db/pool.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { CustomerId } from '../../model/index.ts';
import { detailsOf, type DetailsRow } from './customers.ts';

const deleteOf = `
  DELETE FROM name_words
  WHERE customer_id = ?`;
const insertRows = `
  INSERT INTO name_words (word_index, customer_id)
  VALUES :rows`;
const selectWithout = `
  SELECT d.customer_id, d.sealed, d.wrapped_key, d.email_index, d.phone_index, d.version
  FROM customer_details AS d
  LEFT JOIN name_words AS w ON w.customer_id = d.customer_id
  WHERE w.customer_id IS NULL AND d.customer_id > ?
  ORDER BY d.customer_id
  LIMIT ?`;

/** The customer's row must be locked. */
export async function replaceWords(
  tx: Tx,
  id: CustomerId,
  indexes: readonly Buffer[],
): Promise<void> {
  await tx.write(deleteOf, [id]);
  await tx.writeRows(
    insertRows,
    indexes.map((index) => [index, id]),
  );
}

/** Customers with ids above `after` whose names have not been indexed yet, in order. */
export async function withoutWords(
  reader: Reader,
  { after, limit }: { readonly after: bigint; readonly limit: number },
): Promise<DetailsRow[]> {
  return (await reader.rows(selectWithout, [after, limit])).map(detailsOf);
}
