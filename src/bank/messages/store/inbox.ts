/** A customer's inbox: all notices to them, sent or not. */
import { cursorConditions, directionOf, type PageCursor } from '../../../db/conditions.ts';
import { withList } from '../../../db/text/placeholders.ts';
import type { Pool, Reader } from '../../../db/pool.ts';
import { bigintOf, instantOf, integerOf, type Row, textOf, textOrNull } from '../../../db/rows.ts';
import type * as m from '../../model/index.ts';
import type { Subject } from '../kinds/registry.ts';
import { knownKindsClause, subjectIn } from './outbox.ts';

/** Where a notice may be, from the booking to its end. */
const channels = ['BOTH', 'DM', 'HELD', 'INBOX'] as const;
/** Unread notices are counted among so many of the newest. */
const countedMax = 500;

export interface InboxRow {
  readonly id: bigint;
  readonly customerId: m.CustomerId;
  readonly subject: Subject;
  readonly state: m.InboxState;
  /** When it is sent, if it is held. */
  readonly dueAt: Date;
  readonly isRead: boolean;
}

const channelClause = `'${channels.join("', '")}'`;
const inboxColumns =
  'id, customer_id, channel, kind, subject_id, subject_seq, outcome, due_at, read_at';
const ownClause = `customer_id = ? AND recipient IS NULL AND kind IN ${knownKindsClause}`;
const selectOne = `
  SELECT ${inboxColumns}
  FROM outbox
  WHERE id = ? AND ${ownClause} AND channel IN (${channelClause})`;
const countUnread = `
  SELECT COUNT(*) AS unread
  FROM (
    SELECT read_at
    FROM outbox
    WHERE ${ownClause} AND channel = 'INBOX'
    ORDER BY id DESC
    LIMIT ${countedMax}
  ) AS newest
  WHERE read_at IS NULL`;
const markRead = `
  UPDATE outbox
  SET read_at = NOW(6)
  WHERE customer_id = ? AND id IN (:list) AND read_at IS NULL`;
const markAllRead = `
  UPDATE outbox
  SET read_at = NOW(6)
  WHERE customer_id = ? AND channel = 'INBOX' AND read_at IS NULL`;
const deleteOld = `
  DELETE FROM outbox
  WHERE channel = 'INBOX' AND due_at <= NOW(6)
  ORDER BY due_at
  LIMIT ?`;

function stateOf(row: Row): m.InboxState {
  const channel = textOf(row, 'channel');
  if (channel === 'HELD') return 'HELD';
  return channel === 'INBOX' ? (textOrNull(row, 'outcome') as m.NoticeOutcome) : 'WAITING';
}

const inboxRow = (row: Row): InboxRow => ({
  id: bigintOf(row, 'id'),
  customerId: bigintOf(row, 'customer_id') as m.CustomerId,
  subject: subjectIn(row),
  state: stateOf(row),
  dueAt: instantOf(row, 'due_at'),
  isRead: row['read_at'] !== null,
});

/** Newest first, but oldest first with `after`; one short index range for each channel. */
export async function readInbox(
  reader: Reader,
  customerId: m.CustomerId,
  { cursor, limit }: { readonly cursor: PageCursor; readonly limit: number },
): Promise<InboxRow[]> {
  const order = directionOf(cursor);
  const [condition = { where: 'TRUE', values: [] }] = cursorConditions('id', cursor);
  const orderClause = `ORDER BY id ${order} LIMIT ?`;
  const { where: rangeWhere } = condition;
  const ranges = channels.map((channel) => {
    const channelWhere = `channel = '${channel}'`;
    return `(
    SELECT ${inboxColumns}
    FROM outbox
    WHERE ${ownClause} AND ${channelWhere} AND ${rangeWhere}
    ${orderClause})`;
  });
  const sql = [ranges.join(' UNION ALL '), orderClause].join('\n');
  const values = channels.flatMap(() => [customerId, ...condition.values, limit]);
  return (await reader.rows(sql, [...values, limit])).map(inboxRow);
}

export async function findInInbox(
  reader: Reader,
  customerId: m.CustomerId,
  id: bigint,
): Promise<InboxRow | null> {
  const [row] = await reader.rows(selectOne, [id, customerId]);
  return row === undefined ? null : inboxRow(row);
}

/** Among the newest 500. */
export async function unreadOf(reader: Reader, customerId: m.CustomerId): Promise<number> {
  const [row] = await reader.rows(countUnread, [customerId]);
  return row === undefined ? 0 : integerOf(row, 'unread');
}

export async function setRead(
  pool: Pool,
  customerId: m.CustomerId,
  ids: readonly bigint[] | 'all',
): Promise<void> {
  if (ids === 'all') {
    await pool.write(markAllRead, [customerId]);
  } else if (ids.length > 0) {
    const { sql, values } = withList(markRead, ids);
    await pool.write(sql, [customerId, ...values]);
  }
}

/** Deletes up to `limit` notices whose time in the inbox is over; returns how many. */
export const pruneInbox = async (pool: Pool, limit: number): Promise<number> =>
  (await pool.write(deleteOld, [limit])).affectedRows;
