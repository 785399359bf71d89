import type { Reader } from '../../../db/pool.ts';
import { bigintOf, bytesOf, type Row, textOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { AccountNumber, CustomerId, DiscordUserId } from '../../model/index.ts';

export interface PasswordHash {
  /** bcrypt's text form, which includes the cost. */
  readonly hash: string;
  readonly pepperId: Buffer;
}

export interface LoginRow extends PasswordHash {
  readonly customerId: CustomerId;
  readonly discordUserId: DiscordUserId;
}

const insertCredentialRow = `
  INSERT INTO credentials (customer_id, password_hash, pepper_id, changed_at)
  VALUES (?, ?, ?, NOW(6))`;
const updateCredentialRow = `
  UPDATE credentials
  SET password_hash = ?, pepper_id = ?
  WHERE customer_id = ?`;
const changeCredentialRow = `
  UPDATE credentials
  SET password_hash = ?, pepper_id = ?, changed_at = NOW(6)
  WHERE customer_id = ?`;
const selectForUpdate = `
  SELECT password_hash, pepper_id
  FROM credentials
  WHERE customer_id = ?
  FOR UPDATE`;
const selectLogin = `
  SELECT c.id AS customer_id, c.discord_user_id, k.password_hash, k.pepper_id
  FROM accounts AS a
  JOIN customers AS c ON c.id = a.customer_id
  JOIN credentials AS k ON k.customer_id = c.id
  WHERE a.account_number = ?`;
const selectLoginOf = `
  SELECT c.id AS customer_id, c.discord_user_id, k.password_hash, k.pepper_id
  FROM customers AS c
  JOIN credentials AS k ON k.customer_id = c.id
  WHERE c.discord_user_id = ?`;
const selectUnusedCode = `
  SELECT 1 AS unused
  FROM recovery_codes
  WHERE customer_id = ? AND code_hash = ? AND used_at IS NULL`;
const useRecoveryCodeOnce = `
  UPDATE recovery_codes
  SET used_at = NOW(6)
  WHERE customer_id = ? AND code_hash = ? AND used_at IS NULL`;
const deleteUnusedCodes = `
  DELETE FROM recovery_codes
  WHERE customer_id = ? AND used_at IS NULL`;
const insertCodes = `
  INSERT INTO recovery_codes (customer_id, code_hash, created_at)
  VALUES :rows`;

const hashOf = (row: Row): PasswordHash => ({
  hash: textOf(row, 'password_hash'),
  pepperId: bytesOf(row, 'pepper_id'),
});

export async function insertCredential(
  tx: Tx,
  customerId: CustomerId,
  password: PasswordHash,
): Promise<void> {
  await tx.write(insertCredentialRow, [customerId, password.hash, password.pepperId]);
}

/** Stores a new hash of the same password; `changed_at` stays. */
export async function replaceHash(
  tx: Tx,
  customerId: CustomerId,
  password: PasswordHash,
): Promise<void> {
  await tx.write(updateCredentialRow, [password.hash, password.pepperId, customerId]);
}

/** Stores another password and sets `changed_at`. */
export async function changePasswordHash(
  tx: Tx,
  customerId: CustomerId,
  password: PasswordHash,
): Promise<void> {
  await tx.write(changeCredentialRow, [password.hash, password.pepperId, customerId]);
}

export async function lockCredential(tx: Tx, customerId: CustomerId): Promise<PasswordHash | null> {
  const [row] = await tx.rows(selectForUpdate, [customerId]);
  return row === undefined ? null : hashOf(row);
}

const loginOf = (row: Row): LoginRow => ({
  ...hashOf(row),
  customerId: bigintOf(row, 'customer_id') as CustomerId,
  discordUserId: textOf(row, 'discord_user_id') as DiscordUserId,
});

/** The customer of an account number, with the password hash. */
export async function findLogin(reader: Reader, number: AccountNumber): Promise<LoginRow | null> {
  const [row] = await reader.rows(selectLogin, [number]);
  return row === undefined ? null : loginOf(row);
}

/** The customer of a Discord user, with the password hash. */
export async function findLoginOf(
  reader: Reader,
  discordUserId: DiscordUserId,
): Promise<LoginRow | null> {
  const [row] = await reader.rows(selectLoginOf, [discordUserId]);
  return row === undefined ? null : loginOf(row);
}

export async function insertRecoveryCodes(
  tx: Tx,
  customerId: CustomerId,
  codes: { readonly hashes: readonly Buffer[]; readonly createdAt: string },
): Promise<void> {
  await tx.writeRows(
    insertCodes,
    codes.hashes.map((hash) => [customerId, hash, codes.createdAt]),
  );
}

export async function hasRecoveryCode(
  reader: Reader,
  customerId: CustomerId,
  hash: Buffer,
): Promise<boolean> {
  const rows = await reader.rows(selectUnusedCode, [customerId, hash]);
  return rows.length > 0;
}

/** False when the code is unknown or was used before. */
export async function useRecoveryCode(
  tx: Tx,
  customerId: CustomerId,
  hash: Buffer,
): Promise<boolean> {
  const { affectedRows } = await tx.write(useRecoveryCodeOnce, [customerId, hash]);
  return affectedRows > 0;
}

/** Deletes unused codes; used ones are kept as a record. */
export async function deleteRecoveryCodes(tx: Tx, customerId: CustomerId): Promise<void> {
  await tx.write(deleteUnusedCodes, [customerId]);
}
