/** Cards in the staff channel whose requests were open when they were posted. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Pool, Reader } from '../../../db/pool.ts';
import { bigintOf, integerOf, type Row, textOf } from '../../../db/rows.ts';
import type * as m from '../../model/index.ts';
import { approvalKinds } from '../../model/index.ts';

/** Where a card is on Discord. */
export interface CardPlace {
  readonly channelId: string;
  readonly messageId: string;
}
export interface CardRow extends CardPlace {
  readonly approvalId: m.RequestId;
  readonly attempts: number;
}

const insertRow = `
  INSERT IGNORE INTO approval_cards (message_id, channel_id, approval_id, due_at)
  VALUES (?, ?, ?, NOW(6))`;
const cardColumns = 'c.message_id, c.channel_id, c.approval_id, c.attempts';
const selectOver = `
  SELECT ${cardColumns}
  FROM approval_cards AS c
  JOIN approvals AS p ON p.id = c.approval_id
  WHERE p.kind IN (:list) AND c.due_at <= NOW(6) AND (p.state <> 'OPEN' OR p.expires_at <= NOW(6))
  ORDER BY c.due_at
  LIMIT ?`;
const selectOne = `
  SELECT ${cardColumns}
  FROM approval_cards AS c
  WHERE c.message_id = ?`;
const leaseOne = `
  UPDATE approval_cards
  SET attempts = attempts + 1, due_at = NOW(6) + INTERVAL ? MICROSECOND
  WHERE message_id = ? AND due_at <= NOW(6)`;
const postponeOne = `
  UPDATE approval_cards
  SET due_at = NOW(6) + INTERVAL ? MICROSECOND
  WHERE message_id = ?`;
const deleteOne = `
  DELETE FROM approval_cards
  WHERE message_id = ?`;

const cardOf = (row: Row): CardRow => ({
  messageId: textOf(row, 'message_id'),
  channelId: textOf(row, 'channel_id'),
  approvalId: bigintOf(row, 'approval_id') as m.RequestId,
  attempts: integerOf(row, 'attempts'),
});

/** May be called twice for the same message. */
export async function insertCard(
  pool: Pool,
  { messageId, channelId, approvalId }: Omit<CardRow, 'attempts'>,
): Promise<void> {
  await pool.write(insertRow, [messageId, channelId, approvalId]);
}

/** Due cards of requests that are decided or have expired, of the kinds this version knows. */
export async function cardsOver(reader: Reader, limit: number): Promise<CardRow[]> {
  const { sql, values } = withList(selectOver, approvalKinds);
  return (await reader.rows(sql, [...values, limit])).map(cardOf);
}

export async function findCard(reader: Reader, messageId: string): Promise<CardRow | null> {
  const [row] = await reader.rows(selectOne, [messageId]);
  return row === undefined ? null : cardOf(row);
}

/** Leases a due card and counts the attempt; false when another process has leased it. */
export async function leaseCard(pool: Pool, messageId: string, leaseMs: number): Promise<boolean> {
  const { affectedRows } = await pool.write(leaseOne, [leaseMs * 1000, messageId]);
  return affectedRows === 1;
}

export async function postponeCard(pool: Pool, messageId: string, delayMs: number): Promise<void> {
  await pool.write(postponeOne, [delayMs * 1000, messageId]);
}

export async function deleteCard(pool: Pool, messageId: string): Promise<void> {
  await pool.write(deleteOne, [messageId]);
}
