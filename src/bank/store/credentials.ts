import type { Reader } from '../../db/pool.ts';
import { bigintOf, bytesOf, textOf, type Row } from '../../db/rows.ts';
import type { Tx } from '../../db/transaction.ts';
import type { AccountNumber, CustomerId, DiscordUserId } from '../model.ts';

export interface PasswordHash {
  /** bcrypt's own text, which carries its cost. */
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

/** The same password in a newer form; the day it was chosen stays. */
export async function replaceHash(
  tx: Tx,
  customerId: CustomerId,
  password: PasswordHash,
): Promise<void> {
  await tx.write(updateCredentialRow, [password.hash, password.pepperId, customerId]);
}

export async function lockCredential(tx: Tx, customerId: CustomerId): Promise<PasswordHash | null> {
  const [row] = await tx.rows(selectForUpdate, [customerId]);
  return row === undefined ? null : hashOf(row);
}

/** Whom an account number belongs to, and what proves it. */
export async function findLogin(reader: Reader, number: AccountNumber): Promise<LoginRow | null> {
  const [row] = await reader.rows(selectLogin, [number]);
  if (row === undefined) return null;
  return {
    ...hashOf(row),
    customerId: bigintOf(row, 'customer_id') as CustomerId,
    discordUserId: textOf(row, 'discord_user_id') as DiscordUserId,
  };
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
