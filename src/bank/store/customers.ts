import type { Reader } from '../../db/pool.ts';
import { bigintOf } from '../../db/rows.ts';
import type { Tx } from '../../db/transaction.ts';
import type { CustomerId, DiscordUserId } from '../model.ts';

export interface ContactIndexes {
  readonly emailIndex: Buffer;
  readonly phoneIndex: Buffer;
}

export interface SealedDetails extends ContactIndexes {
  readonly customerId: CustomerId;
  readonly sealed: Buffer;
  readonly wrappedKey: Buffer;
}

const insertCustomerRow = `
  INSERT INTO customers (id, discord_user_id, registered_at)
  VALUES (?, ?, NOW(6))`;
const insertDetailsRow = `
  INSERT INTO customer_details
    (customer_id, sealed, wrapped_key, email_index, phone_index, updated_at)
  VALUES (?, ?, ?, ?, ?, NOW(6))`;
const selectByDiscordUser = `
  SELECT id
  FROM customers
  WHERE discord_user_id = ?`;
const selectForUpdate = `
  SELECT id
  FROM customers
  WHERE id = ?
  FOR UPDATE`;
const selectByContact = `
  SELECT customer_id
  FROM customer_details
  WHERE email_index = ? OR phone_index = ?
  LIMIT 1`;

export async function insertCustomer(
  tx: Tx,
  customer: { readonly id: CustomerId; readonly discordUserId: DiscordUserId },
): Promise<void> {
  await tx.write(insertCustomerRow, [customer.id, customer.discordUserId]);
}

/** A taken e-mail or phone is a duplicate of `customer_details_email` or `…_phone`. */
export async function insertDetails(tx: Tx, details: SealedDetails): Promise<void> {
  await tx.write(insertDetailsRow, [
    details.customerId,
    details.sealed,
    details.wrappedKey,
    details.emailIndex,
    details.phoneIndex,
  ]);
}

export async function findCustomer(
  reader: Reader,
  discordUserId: DiscordUserId,
): Promise<CustomerId | null> {
  const [row] = await reader.rows(selectByDiscordUser, [discordUserId]);
  return row === undefined ? null : (bigintOf(row, 'id') as CustomerId);
}

/** First in the lock order: customers, sessions, accounts. */
export async function lockCustomer(tx: Tx, id: CustomerId): Promise<boolean> {
  const rows = await tx.rows(selectForUpdate, [id]);
  return rows.length === 1;
}

export async function contactTaken(reader: Reader, contact: ContactIndexes): Promise<boolean> {
  const rows = await reader.rows(selectByContact, [contact.emailIndex, contact.phoneIndex]);
  return rows.length > 0;
}
