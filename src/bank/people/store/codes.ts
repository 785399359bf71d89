/** Mailed codes, each for one Discord user and purpose. */
import type { Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  booleanOf,
  bytesOrNull,
  instantOf,
  integerOf,
  type Row,
  textOf,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';

/** Requests are counted for each Discord user and purpose. */
export interface CodeOwner {
  readonly purpose: m.CodePurpose;
  readonly discordUserId: m.DiscordUserId;
}

interface CodeContent {
  readonly id: bigint;
  /** Null when no customer matched: such a code is never right. */
  readonly customerId: m.CustomerId | null;
  /** Null when no customer matched or mail is off. */
  readonly codeHash: Buffer | null;
  /** For EMAIL the new address. */
  readonly sealed: Buffer | null;
}

export interface NewCode extends CodeOwner, CodeContent {
  readonly liveMs: number;
}

export interface CodeRow extends CodeContent {
  readonly tries: number;
  readonly used: boolean;
  readonly expired: boolean;
  readonly expiresAt: Date;
}

const insertRow = `
  INSERT INTO codes
    (id, purpose, discord_user_id, customer_id, code_hash, sealed, asked_at, expires_at)
  VALUES (?, ?, ?, ?, ?, ?, NOW(6), NOW(6) + INTERVAL ? MICROSECOND)`;
const selectRecent = `
  SELECT COUNT(*) AS asked,
    COALESCE(TIMESTAMPDIFF(MICROSECOND, MIN(asked_at), NOW(6)) DIV 1000, 0) AS oldest_age_ms
  FROM codes
  WHERE discord_user_id = ? AND purpose = ? AND asked_at > NOW(6) - INTERVAL ? MICROSECOND`;
const selectNewest = `
  SELECT id, customer_id, code_hash, sealed, tries, used_at IS NOT NULL AS used,
    expires_at <= NOW(6) AS expired, expires_at
  FROM codes
  WHERE discord_user_id = ? AND purpose = ?
  ORDER BY id DESC
  LIMIT 1`;
const selectNewestLocked = `${selectNewest}
  FOR UPDATE`;
const selectById = `
  SELECT id, customer_id, code_hash, sealed, tries, used_at IS NOT NULL AS used,
    expires_at <= NOW(6) AS expired, expires_at, purpose
  FROM codes
  WHERE id = ?`;
const countTryOnce = `
  UPDATE codes
  SET tries = tries + 1
  WHERE id = ?`;
const useOnce = `
  UPDATE codes
  SET used_at = NOW(6)
  WHERE id = ? AND used_at IS NULL`;
const deleteOld = `
  DELETE FROM codes
  WHERE discord_user_id = ? AND asked_at < NOW(6) - INTERVAL ? MICROSECOND`;

const codeOf = (row: Row): CodeRow => ({
  id: bigintOf(row, 'id'),
  customerId: bigintOrNull(row, 'customer_id') as m.CustomerId | null,
  codeHash: bytesOrNull(row, 'code_hash'),
  sealed: bytesOrNull(row, 'sealed'),
  tries: integerOf(row, 'tries'),
  used: booleanOf(row, 'used'),
  expired: booleanOf(row, 'expired'),
  expiresAt: instantOf(row, 'expires_at'),
});

export async function insertCode(tx: Tx, code: NewCode): Promise<void> {
  const { id, purpose, discordUserId, customerId, codeHash, sealed, liveMs } = code;
  const content = [customerId, codeHash, sealed];
  await tx.write(insertRow, [id, purpose, discordUserId, ...content, liveMs * 1000]);
}

/** Codes asked for within `withinMs`, and the age of the oldest. */
export async function recentCodes(
  tx: Tx,
  { purpose, discordUserId }: CodeOwner,
  withinMs: number,
): Promise<{ readonly asked: number; readonly oldestAgeMs: number }> {
  const [row] = await tx.rows(selectRecent, [discordUserId, purpose, withinMs * 1000]);
  return {
    asked: integerOf(row ?? {}, 'asked'),
    oldestAgeMs: integerOf(row ?? {}, 'oldest_age_ms'),
  };
}

/** Only the newest code is valid; the lock makes tries on it be judged one by one. */
export async function lockNewestCode(tx: Tx, owner: CodeOwner): Promise<CodeRow | null> {
  const [row] = await tx.rows(selectNewestLocked, [owner.discordUserId, owner.purpose]);
  return row === undefined ? null : codeOf(row);
}

export async function findNewestCode(reader: Reader, owner: CodeOwner): Promise<CodeRow | null> {
  const [row] = await reader.rows(selectNewest, [owner.discordUserId, owner.purpose]);
  return row === undefined ? null : codeOf(row);
}

export async function findCode(
  reader: Reader,
  id: bigint,
): Promise<(CodeRow & { readonly purpose: m.CodePurpose }) | null> {
  const [row] = await reader.rows(selectById, [id]);
  if (row === undefined) return null;
  return { ...codeOf(row), purpose: textOf(row, 'purpose') as m.CodePurpose };
}

export async function countTry(tx: Tx, id: bigint): Promise<void> {
  await tx.write(countTryOnce, [id]);
}

/** False when the code was used before. */
export async function useCode(tx: Tx, id: bigint): Promise<boolean> {
  const { affectedRows } = await tx.write(useOnce, [id]);
  return affectedRows > 0;
}

/** Deletes the Discord user's old codes. */
export async function deleteOldCodes(
  tx: Tx,
  discordUserId: m.DiscordUserId,
  olderThanMs: number,
): Promise<void> {
  await tx.write(deleteOld, [discordUserId, olderThanMs * 1000]);
}
