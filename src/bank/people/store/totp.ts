import type { Reader, Writer } from '../../../db/pool.ts';
import { bigintOf, booleanOf, bytesOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { CustomerId } from '../../model/index.ts';

export interface TotpRow {
  readonly sealed: Buffer;
  readonly isEnabled: boolean;
  /** The time step of the newest accepted code. */
  readonly lastStep: bigint;
}

const selectOne = `
  SELECT sealed, enabled_at IS NOT NULL AS is_enabled, last_step
  FROM totp
  WHERE customer_id = ?`;
const insertOne = `
  INSERT INTO totp (customer_id, sealed, created_at)
  VALUES (?, ?, NOW(6))
  ON DUPLICATE KEY UPDATE sealed = VALUES(sealed), created_at = VALUES(created_at)`;
const enableOne = `
  UPDATE totp
  SET enabled_at = NOW(6), last_step = ?
  WHERE customer_id = ? AND enabled_at IS NULL`;
const spendOne = `
  UPDATE totp
  SET last_step = ?
  WHERE customer_id = ? AND enabled_at IS NOT NULL AND last_step < ?`;
const deleteOne = `
  DELETE FROM totp
  WHERE customer_id = ?`;

export async function findTotp(reader: Reader, id: CustomerId): Promise<TotpRow | null> {
  const [row] = await reader.rows(selectOne, [id]);
  if (row === undefined) return null;
  return {
    sealed: bytesOf(row, 'sealed'),
    isEnabled: booleanOf(row, 'is_enabled'),
    lastStep: bigintOf(row, 'last_step'),
  };
}

/** Replaces a secret that was not confirmed. The customer's row is locked, and none is enabled. */
export async function beginTotp(tx: Tx, id: CustomerId, sealed: Buffer): Promise<void> {
  await tx.write(insertOne, [id, sealed]);
}

/** False when an app is enabled already, or no set-up was begun. */
export async function enableTotp(tx: Tx, id: CustomerId, step: bigint): Promise<boolean> {
  return (await tx.write(enableOne, [step, id])).affectedRows > 0;
}

/** False when this step or a later one was used before. */
export async function spendStep(writer: Writer, id: CustomerId, step: bigint): Promise<boolean> {
  return (await writer.write(spendOne, [step, id, step])).affectedRows > 0;
}

export async function deleteTotp(tx: Tx, id: CustomerId): Promise<boolean> {
  return (await tx.write(deleteOne, [id])).affectedRows > 0;
}
