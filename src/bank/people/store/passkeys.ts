import type { Reader, Writer } from '../../../db/pool.ts';
import { bigintOf, bytesOf, instantOf, instantOrNull, type Row, textOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { CustomerId, DiscordUserId, Session } from '../../model/index.ts';

export interface PasskeyRow {
  readonly id: bigint;
  readonly customerId: CustomerId;
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly counter: bigint;
  /** How the browser reaches the authenticator, separated by commas. */
  readonly transports: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

const columns = `
  k.id, k.customer_id, k.credential_id, k.public_key, k.counter, k.transports, k.name,
  k.created_at AS made_at, k.used_at AS last_used_at`;
const selectOfCustomer = `
  SELECT ${columns}
  FROM passkeys AS k
  WHERE k.customer_id = ?
  ORDER BY k.id`;
const selectOfPerson = `
  SELECT ${columns}
  FROM customers AS c
  JOIN passkeys AS k ON k.customer_id = c.id
  WHERE c.discord_user_id = ?
  ORDER BY k.id`;
const selectByCredential = `
  SELECT ${columns}
  FROM passkeys AS k
  WHERE k.credential_hash = ?`;
const insertOne = `
  INSERT INTO passkeys
    (id, customer_id, credential_hash, credential_id, public_key, counter, transports, name,
     created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, NOW(6))`;
const useOne = `
  UPDATE passkeys
  SET counter = ?, used_at = NOW(6)
  WHERE id = ? AND (counter < ? OR (counter = 0 AND ? = 0))`;
const selectFirst = `
  SELECT 1 AS is_first
  FROM sessions AS s
  WHERE s.id = ? AND s.customer_id = ? AND s.created_at > NOW(6) - INTERVAL ? MICROSECOND
    AND NOT EXISTS (SELECT 1 FROM sessions AS o WHERE o.customer_id = s.customer_id AND o.id <> s.id)
    AND NOT EXISTS (SELECT 1 FROM passkeys AS k WHERE k.customer_id = s.customer_id)`;
const deleteOne = `
  DELETE FROM passkeys
  WHERE id = ? AND customer_id = ?`;

const passkeyOf = (row: Row): PasskeyRow => ({
  id: bigintOf(row, 'id'),
  customerId: bigintOf(row, 'customer_id') as CustomerId,
  credentialId: bytesOf(row, 'credential_id'),
  publicKey: bytesOf(row, 'public_key'),
  counter: bigintOf(row, 'counter'),
  transports: textOf(row, 'transports'),
  name: textOf(row, 'name'),
  createdAt: instantOf(row, 'made_at'),
  usedAt: instantOrNull(row, 'last_used_at'),
});

/** The oldest first. */
export const passkeysOf = async (reader: Reader, id: CustomerId): Promise<PasskeyRow[]> =>
  (await reader.rows(selectOfCustomer, [id])).map(passkeyOf);

export const passkeysOfPerson = async (
  reader: Reader,
  person: DiscordUserId,
): Promise<PasskeyRow[]> => (await reader.rows(selectOfPerson, [person])).map(passkeyOf);

export async function findPasskey(
  reader: Reader,
  credentialHash: Buffer,
): Promise<PasskeyRow | null> {
  const [row] = await reader.rows(selectByCredential, [credentialHash]);
  return row === undefined ? null : passkeyOf(row);
}

/** Whether a registration opened the session this short a time ago, and there is no passkey yet. */
export async function isEnrolling(
  reader: Reader,
  session: Pick<Session, 'id' | 'customerId'>,
  withinMs: number,
): Promise<boolean> {
  const { id, customerId } = session;
  return (await reader.rows(selectFirst, [id, customerId, withinMs * 1000])).length > 0;
}

/** The customer's row is locked. */
export async function insertPasskey(
  tx: Tx,
  passkey: Omit<PasskeyRow, 'createdAt' | 'usedAt'> & { readonly credentialHash: Buffer },
): Promise<void> {
  const { id, customerId, credentialHash, credentialId, publicKey, counter } = passkey;
  const { transports, name } = passkey;
  const key = [credentialHash, credentialId, publicKey, counter];
  await tx.write(insertOne, [id, customerId, ...key, transports, name]);
}

/** False when the counter has not risen: a copy of the authenticator, or the same answer again. */
export async function usePasskey(writer: Writer, id: bigint, counter: bigint): Promise<boolean> {
  return (await writer.write(useOne, [counter, id, counter, counter])).affectedRows > 0;
}

export async function deletePasskey(tx: Tx, id: bigint, customerId: CustomerId): Promise<boolean> {
  return (await tx.write(deleteOne, [id, customerId])).affectedRows > 0;
}
