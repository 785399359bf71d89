import type { Reader } from '../../../db/pool.ts';
import { bigintOf, bytesOf, integerOf, type Row, textOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import { erasedAmong, forgetUnreached } from '../../messages/index.ts';
import type { AccountNumber, CustomerId, DiscordUserId } from '../../model/index.ts';

export interface ContactIndexes {
  readonly emailIndex: Buffer;
  readonly phoneIndex: Buffer;
}

export interface SealedDetails extends ContactIndexes {
  readonly customerId: CustomerId;
  readonly sealed: Buffer;
  readonly wrappedKey: Buffer;
}

export interface DetailsRow extends SealedDetails {
  /** Counts from 1. */
  readonly version: number;
}

export interface Recoverable extends ContactIndexes {
  readonly customerId: CustomerId;
  readonly discordUserId: DiscordUserId;
}

export const detailsColumns = 'customer_id, sealed, wrapped_key, email_index, phone_index, version';
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
const deleteLanguage = `
  DELETE FROM languages
  WHERE discord_user_id = (SELECT discord_user_id FROM customers WHERE id = ?)`;
const updateDiscordUser = `
  UPDATE customers
  SET discord_user_id = ?
  WHERE id = ?`;
const selectByContact = `
  SELECT customer_id
  FROM customer_details
  WHERE (email_index = ? OR phone_index = ?) AND customer_id <> ?
  LIMIT 1`;
const selectDetails = `
  SELECT ${detailsColumns}
  FROM customer_details
  WHERE customer_id = ?`;
const selectHolder = `
  SELECT d.customer_id, d.sealed, d.wrapped_key, d.email_index, d.phone_index, d.version
  FROM accounts AS a
  JOIN customer_details AS d ON d.customer_id = a.customer_id
  WHERE a.account_number = ?`;
const insertFormerDetails = `
  INSERT INTO former_details (customer_id, version, sealed, replaced_at)
  SELECT customer_id, version, sealed, NOW(6)
  FROM customer_details
  WHERE customer_id = ?`;
const updateDetails = `
  UPDATE customer_details
  SET sealed = ?, email_index = ?, phone_index = ?, version = version + 1, updated_at = NOW(6)
  WHERE customer_id = ?`;
const selectRecoverable = `
  SELECT c.id AS customer_id, c.discord_user_id, d.email_index, d.phone_index
  FROM accounts AS a
  JOIN customers AS c ON c.id = a.customer_id
  JOIN customer_details AS d ON d.customer_id = c.id
  WHERE a.account_number = ?`;

export const detailsOf = (row: Row): DetailsRow => ({
  customerId: bigintOf(row, 'customer_id') as CustomerId,
  sealed: bytesOf(row, 'sealed'),
  wrappedKey: bytesOf(row, 'wrapped_key'),
  emailIndex: bytesOf(row, 'email_index'),
  phoneIndex: bytesOf(row, 'phone_index'),
  version: integerOf(row, 'version'),
});

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

/**
 * The customer's row must be locked. A Discord user who has an account is a duplicate. Deletes the
 * former Discord user's language, and what is known of reaching them.
 */
export async function bindCustomer(
  tx: Tx,
  id: CustomerId,
  discordUserId: DiscordUserId,
): Promise<void> {
  await tx.write(deleteLanguage, [id]);
  await tx.write(updateDiscordUser, [discordUserId, id]);
  await forgetUnreached(tx, id);
}

/** Replaces an erased customer's Discord id; no Discord id begins with x. */
export const erasedMark = (id: CustomerId): DiscordUserId => `x${id}` as DiscordUserId;

export const isErased = async (reader: Reader, id: CustomerId): Promise<boolean> =>
  (await erasedAmong(reader, [id])).has(id);

/** Whether a customer other than `but` has the e-mail or the phone. */
export async function contactTaken(
  reader: Reader,
  contact: ContactIndexes,
  but: CustomerId | null = null,
): Promise<boolean> {
  // No customer has the id 0.
  const values = [contact.emailIndex, contact.phoneIndex, but ?? 0n];
  const rows = await reader.rows(selectByContact, values);
  return rows.length > 0;
}

export async function findDetails(
  reader: Reader,
  customerId: CustomerId,
): Promise<DetailsRow | null> {
  const [row] = await reader.rows(selectDetails, [customerId]);
  return row === undefined ? null : detailsOf(row);
}

/** Null for an unknown account, and for one whose holder's data is erased. */
export async function findHolder(
  reader: Reader,
  accountNumber: AccountNumber,
): Promise<DetailsRow | null> {
  const [row] = await reader.rows(selectHolder, [accountNumber]);
  return row === undefined ? null : detailsOf(row);
}

/** Keeps the former version; the customer's row must be locked. Duplicates as in the insert. */
export async function replaceDetails(
  tx: Tx,
  details: Omit<SealedDetails, 'wrappedKey'>,
): Promise<void> {
  const { customerId, sealed, emailIndex, phoneIndex } = details;
  await tx.write(insertFormerDetails, [customerId]);
  await tx.write(updateDetails, [sealed, emailIndex, phoneIndex, customerId]);
}

/** The customer of an account number, with the contacts that a recovery request must match. */
export async function findRecoverable(
  reader: Reader,
  number: AccountNumber,
): Promise<Recoverable | null> {
  const [row] = await reader.rows(selectRecoverable, [number]);
  if (row === undefined) return null;
  return {
    customerId: bigintOf(row, 'customer_id') as CustomerId,
    discordUserId: textOf(row, 'discord_user_id') as DiscordUserId,
    emailIndex: bytesOf(row, 'email_index'),
    phoneIndex: bytesOf(row, 'phone_index'),
  };
}
