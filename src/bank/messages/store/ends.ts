/** What becomes of notices: sent or not, they stay in the inbox. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Pool, Reader, Writer } from '../../../db/pool.ts';
import { bigintOf } from '../../../db/rows.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import { dayMs } from '../../../lib/durations.ts';
import type * as m from '../../model/index.ts';
import { countNews } from './reach.ts';

/** Older notices are deleted from the inbox. */
export const inboxKeptMs = 90 * dayMs;
const keptMicroseconds = inboxKeptMs * 1000;

/** Notices to a person's own Discord user; one to an earlier user of the account has no inbox. */
const end = `
  UPDATE outbox
  SET channel = 'INBOX', outcome = ?, due_at = NOW(6) + INTERVAL ${keptMicroseconds} MICROSECOND
  WHERE id IN (:list) AND recipient IS NULL`;
const deleteForeign = `
  DELETE FROM outbox
  WHERE id IN (:list) AND recipient IS NOT NULL`;
const hold = `
  UPDATE outbox
  SET channel = 'HELD', attempts = 0, due_at = ?, tried_at = IF(?, tried_at, NULL)
  WHERE id IN (:list)`;
const selectReleased = `
  SELECT id
  FROM outbox
  WHERE channel = 'HELD' AND due_at <= NOW(6)
  ORDER BY due_at
  LIMIT 500`;
const release = `
  UPDATE outbox
  SET channel = 'DM'
  WHERE id IN (:list) AND channel = 'HELD'`;
const endAllOf = `
  UPDATE outbox
  SET channel = 'INBOX', outcome = ?, due_at = NOW(6) + INTERVAL ${keptMicroseconds} MICROSECOND
  WHERE customer_id = ? AND channel IN ('DM', 'HELD') AND recipient IS NULL`;
const selectOwner = `
  SELECT customer_id
  FROM outbox
  WHERE id IN (:list) AND recipient IS NULL
  LIMIT 1`;

export async function endMessages(
  writer: Writer,
  ids: readonly bigint[],
  outcome: m.NoticeOutcome,
): Promise<void> {
  const ended = withList(end, ids);
  const { affectedRows } = await writer.write(ended.sql, [outcome, ...ended.values]);
  if (affectedRows === ids.length) return;
  const foreign = withList(deleteForeign, ids);
  await writer.write(foreign.sql, foreign.values);
}

/** `wasTried`: an earlier attempt may have sent them. */
export async function holdMessages(
  writer: Writer,
  ids: readonly bigint[],
  { until, wasTried }: { readonly until: Date; readonly wasTried: boolean },
): Promise<void> {
  const { sql, values } = withList(hold, ids);
  await writer.write(sql, [until, wasTried, ...values]);
}

/** Notices whose owner's quiet hours are over are due again. */
export async function releaseMessages(pool: Pool): Promise<void> {
  const ids = (await pool.rows(selectReleased)).map((row) => bigintOf(row, 'id'));
  if (ids.length === 0) return;
  const { sql, values } = withList(release, ids);
  await pool.write(sql, values);
}

/** The customer of messages that all belong to one; null: they are gone, or have no inbox. */
export async function ownerOf(
  reader: Reader,
  ids: readonly bigint[],
): Promise<m.CustomerId | null> {
  const { sql, values } = withList(selectOwner, ids);
  const [row] = await reader.rows(sql, values);
  return row === undefined ? null : (bigintOf(row, 'customer_id') as m.CustomerId);
}

/** All that waits for the customer stays in the inbox; returns how many notices that are. */
export async function endAll(
  tx: Tx,
  customerId: m.CustomerId,
  outcome: m.NoticeOutcome,
): Promise<number> {
  return (await tx.write(endAllOf, [outcome, customerId])).affectedRows;
}

/** Ends what the outcome says in one transaction where it takes more than one statement. */
export async function endTogether(
  pool: Pool,
  ends: readonly {
    readonly ids: readonly bigint[];
    readonly outcome: m.NoticeOutcome;
    /** The customer whose next reply tells of them; null: none does. */
    readonly newsOf: m.CustomerId | null;
  }[],
): Promise<void> {
  const outcomes = [...new Set(ends.map(({ outcome }) => outcome))];
  const idsOf = (wanted: m.NoticeOutcome) =>
    ends.filter(({ outcome }) => outcome === wanted).flatMap(({ ids }) => ids);
  const news = new Map<m.CustomerId, number>();
  for (const { newsOf, ids } of ends) {
    if (newsOf !== null) news.set(newsOf, (news.get(newsOf) ?? 0) + ids.length);
  }
  const [only] = outcomes;
  if (only !== undefined && outcomes.length === 1 && news.size === 0) {
    return endMessages(pool, idsOf(only), only);
  }
  await withTransaction(pool, async (tx) => {
    for (const outcome of outcomes) await endMessages(tx, idsOf(outcome), outcome);
    await countNews(tx, news);
  });
}
