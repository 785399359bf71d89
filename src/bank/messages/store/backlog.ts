import type { Reader } from '../../../db/pool.ts';
import { integerOf } from '../../../db/rows.ts';

/** Channels from which messages are sent; the others keep them. */
const selectBacklog = `
  SELECT COUNT(*) AS due,
    CAST(COALESCE(TIMESTAMPDIFF(MICROSECOND, MIN(due_at), NOW(6)), 0) / 1000 AS SIGNED)
      AS eldest_ms
  FROM outbox
  WHERE channel IN ('DM', 'BOTH', 'SHARED', 'MAIL', 'STAFF', 'LOG') AND due_at <= NOW(6)`;

/** Messages that are due; the milliseconds since the eldest was. */
export async function messageBacklog(
  reader: Reader,
): Promise<{ readonly count: number; readonly eldestMs: number }> {
  const [row] = await reader.rows(selectBacklog);
  return { count: integerOf(row!, 'due'), eldestMs: integerOf(row!, 'eldest_ms') };
}
