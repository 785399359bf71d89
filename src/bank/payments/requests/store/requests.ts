/** Requests, with the sums of what their payers were asked for and have paid. */
import { withList } from '../../../../db/text/placeholders.ts';
import type { Reader } from '../../../../db/pool.ts';
import {
  bigintOf,
  instantOf,
  integerOf,
  type Row,
  textOf,
  textOrNull,
} from '../../../../db/rows.ts';
import type { Tx } from '../../../../db/transaction.ts';
import { assert } from '../../../../lib/assert.ts';
import type * as m from '../../../model/index.ts';
import { numberTail, referenceOf } from '../../../model/index.ts';

export interface RequestRow {
  readonly id: m.RequestId;
  readonly asker: m.CustomerId;
  readonly accountId: m.AccountId;
  readonly reminders: number;
}

const insertOne = `
  INSERT INTO payment_requests
    (id, asker_customer_id, account_id, memo, due_on, created_at, expires_at)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
const lockOne = `
  SELECT id, asker_customer_id, account_id, reminders
  FROM payment_requests
  WHERE id = ?
  FOR UPDATE`;
const updateReminders = `
  UPDATE payment_requests
  SET reminders = ?
  WHERE id = ?`;
export const openClause = "d.state IN ('OPEN', 'PART_PAID') AND d.expires_at > NOW(6)";
const summaryColumns = `r.id AS request_id, r.asker_customer_id, r.memo, r.due_on, r.created_at,
    r.expires_at, r.reminders, c.discord_user_id AS asker_member,
    a.holder_name AS asker_name, a.account_number AS asker_number,
    (SELECT COUNT(*) FROM request_dues AS d WHERE d.request_id = r.id) AS people,
    (SELECT COUNT(*) FROM request_dues AS d WHERE d.request_id = r.id AND d.state = 'PAID')
      AS people_paid,
    (SELECT COUNT(*) FROM request_dues AS d WHERE d.request_id = r.id AND ${openClause})
      AS people_open,
    (SELECT SUM(d.amount) FROM request_dues AS d WHERE d.request_id = r.id) AS asked,
    (SELECT SUM(d.paid) FROM request_dues AS d WHERE d.request_id = r.id) AS received`;
const summaryTables = `payment_requests AS r
  JOIN customers AS c ON c.id = r.asker_customer_id
  JOIN accounts AS a ON a.id = r.account_id`;
const selectSummaries = `
  SELECT ${summaryColumns}
  FROM ${summaryTables}`;
const selectOne = `${selectSummaries}
  WHERE r.id = ?`;
const selectMany = `${selectSummaries}
  WHERE r.id IN (:list)`;
const selectNewest = `${selectSummaries}
  WHERE r.asker_customer_id = ?
  ORDER BY r.id DESC
  LIMIT ?`;
const selectOlder = `${selectSummaries}
  WHERE r.asker_customer_id = ? AND r.id < ?
  ORDER BY r.id DESC
  LIMIT ?`;
const selectNewer = `${selectSummaries}
  WHERE r.asker_customer_id = ? AND r.id > ?
  ORDER BY r.id
  LIMIT ?`;
const countAskers = `
  SELECT COUNT(DISTINCT d.request_id) AS requests
  FROM payment_requests AS r
  JOIN request_dues AS d ON d.request_id = r.id
  WHERE r.asker_customer_id = ? AND r.expires_at > NOW(6) AND ${openClause}`;

export const partyOf = (name: string, number: string): m.PartyView => ({
  name,
  numberTail: numberTail(number as m.AccountNumber),
});

function summaryOf(row: Row): m.RequestSummary {
  const id = bigintOf(row, 'request_id') as m.RequestId;
  return {
    id,
    reference: referenceOf(id),
    asker: partyOf(textOf(row, 'asker_name'), textOf(row, 'asker_number')),
    askerMember: textOf(row, 'asker_member') as m.DiscordUserId,
    memo: textOrNull(row, 'memo'),
    dueOn: textOrNull(row, 'due_on'),
    createdAt: instantOf(row, 'created_at'),
    expiresAt: instantOf(row, 'expires_at'),
    reminders: integerOf(row, 'reminders'),
    people: integerOf(row, 'people'),
    peoplePaid: integerOf(row, 'people_paid'),
    peopleOpen: integerOf(row, 'people_open'),
    asked: bigintOf(row, 'asked'),
    received: bigintOf(row, 'received'),
  };
}

export async function insertRequest(
  tx: Tx,
  request: RequestRow & {
    readonly memo: string | null;
    readonly dueOn: string | null;
    readonly expiresAt: Date;
  },
  at: string,
): Promise<void> {
  const { id, asker, accountId, memo, dueOn, expiresAt } = request;
  await tx.write(insertOne, [id, asker, accountId, memo, dueOn, at, expiresAt]);
}

/** Null when there is no such request. */
export async function lockRequest(tx: Tx, id: m.RequestId): Promise<RequestRow | null> {
  const [row] = await tx.rows(lockOne, [id]);
  if (row === undefined) return null;
  return {
    id,
    asker: bigintOf(row, 'asker_customer_id') as m.CustomerId,
    accountId: bigintOf(row, 'account_id') as m.AccountId,
    reminders: integerOf(row, 'reminders'),
  };
}

/** The request must be locked. */
export async function saveReminders(tx: Tx, id: m.RequestId, reminders: number): Promise<void> {
  const { affectedRows } = await tx.write(updateReminders, [reminders, id]);
  assert(affectedRows === 1, 'a locked request takes its number of reminders');
}

export interface FoundRequest {
  readonly summary: m.RequestSummary;
  readonly asker: m.CustomerId;
}

export async function findRequest(reader: Reader, id: m.RequestId): Promise<FoundRequest | null> {
  const [row] = await reader.rows(selectOne, [id]);
  if (row === undefined) return null;
  return {
    summary: summaryOf(row),
    asker: bigintOf(row, 'asker_customer_id') as m.CustomerId,
  };
}

/** By their ids. */
export async function findSummaries(
  reader: Reader,
  ids: readonly m.RequestId[],
): Promise<ReadonlyMap<m.RequestId, m.RequestSummary>> {
  if (ids.length === 0) return new Map();
  const { sql, values } = withList(selectMany, ids);
  const found = (await reader.rows(sql, values)).map(summaryOf);
  return new Map(found.map((summary) => [summary.id, summary]));
}

/** Of one asker; newest first, but oldest first with `after`. */
export async function readRequests(
  reader: Reader,
  asker: m.CustomerId,
  { cursor, limit }: { readonly cursor: m.PageCursor; readonly limit: number },
): Promise<m.RequestSummary[]> {
  const rows =
    cursor === null
      ? await reader.rows(selectNewest, [asker, limit])
      : 'before' in cursor
        ? await reader.rows(selectOlder, [asker, cursor.before, limit])
        : await reader.rows(selectNewer, [asker, cursor.after, limit]);
  return rows.map(summaryOf);
}

/** How many requests of this asker can still be paid. */
export async function countOpenOf(reader: Reader, asker: m.CustomerId): Promise<number> {
  const [row] = await reader.rows(countAskers, [asker]);
  return integerOf(row ?? {}, 'requests');
}
