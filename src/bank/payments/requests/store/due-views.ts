/** What each payer is asked for, with names, for those who may see it. */
import { withList } from '../../../../db/text/placeholders.ts';
import type { Reader } from '../../../../db/pool.ts';
import { bigintOf, instantOf, type Row, textOf } from '../../../../db/rows.ts';
import { assert } from '../../../../lib/assert.ts';
import type * as m from '../../../model/index.ts';
import { amountOf, balanceOf } from '../../../model/index.ts';
import { dueOf } from './dues.ts';
import { findSummaries, openClause, partyOf } from './requests.ts';

const dueColumns = `q.id, q.request_id, q.payer_customer_id, q.account_id, q.amount, q.paid, q.state,
    q.changed_at, q.expires_at, SYSDATE(6) AS read_at, p.discord_user_id AS payer_member,
    (SELECT o.holder_name FROM accounts AS o WHERE o.customer_id = q.payer_customer_id
      ORDER BY o.id LIMIT 1) AS payer_name,
    (SELECT o.account_number FROM accounts AS o WHERE o.customer_id = q.payer_customer_id
      ORDER BY o.id LIMIT 1) AS payer_number`;
const dueTables = `request_dues AS q
  JOIN customers AS p ON p.id = q.payer_customer_id`;
const selectDuesOf = `
  SELECT ${dueColumns}
  FROM ${dueTables}
  WHERE q.request_id = ?
  ORDER BY q.place`;
const selectDueIn = `
  SELECT ${dueColumns}
  FROM ${dueTables}
  WHERE q.id IN (:list)`;
const selectOpenOfPayer = `
  SELECT d.id
  FROM request_dues AS d
  WHERE d.payer_customer_id = ? AND ${openClause}
  ORDER BY d.id
  LIMIT ?`;
const selectNewestOfPayer = `
  SELECT id
  FROM request_dues
  WHERE payer_customer_id = ?
  ORDER BY id DESC
  LIMIT ?`;
const selectOwnOf = `
  SELECT id
  FROM request_dues
  WHERE request_id = ? AND payer_customer_id = ?`;
const selectAccountOfDue = `
  SELECT d.id, a.account_number
  FROM request_dues AS d
  JOIN accounts AS a ON a.id = d.account_id
  WHERE d.payer_customer_id = ? AND (d.id = ? OR d.request_id = ?)`;

const dueViewOf = (row: Row): m.DueView => {
  const { id, amount, paid, state } = dueOf(row);
  return {
    id,
    payer: partyOf(textOf(row, 'payer_name'), textOf(row, 'payer_number')),
    member: textOf(row, 'payer_member') as m.DiscordUserId,
    amount: amountOf(amount),
    paid: balanceOf(paid),
    state,
    changedAt: instantOf(row, 'changed_at'),
  };
};

/** In the order of the request. */
export const readDueViews = async (reader: Reader, id: m.RequestId): Promise<m.DueView[]> =>
  (await reader.rows(selectDuesOf, [id])).map(dueViewOf);

/** With the customers who pay them, in the order of the ids. */
export async function findOwnDues(
  reader: Reader,
  ids: readonly m.RequestId[],
): Promise<(m.OwnDue & { readonly payer: m.CustomerId; readonly accountId: m.AccountId })[]> {
  if (ids.length === 0) return [];
  const { sql, values } = withList(selectDueIn, ids);
  const found = await reader.rows(sql, values);
  const byId = new Map(found.map((row) => [bigintOf(row, 'id'), row]));
  const dues = ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
  const requests = await findSummaries(reader, [
    ...new Set(dues.map((row) => dueOf(row).requestId)),
  ]);
  return dues.map((row) => {
    const { requestId, payer, accountId } = dueOf(row);
    const request = requests.get(requestId);
    assert(request !== undefined, 'each due belongs to a request');
    return { request, due: dueViewOf(row), payer, accountId };
  });
}

/** What the customer can still pay, oldest first. */
export const openDuesOf = async (
  reader: Reader,
  payer: m.CustomerId,
  limit: number,
): Promise<m.RequestId[]> =>
  (await reader.rows(selectOpenOfPayer, [payer, limit])).map(
    (row) => bigintOf(row, 'id') as m.RequestId,
  );

/** What the customer was asked for, in any state, newest first. */
export const newestDuesOf = async (
  reader: Reader,
  payer: m.CustomerId,
  limit: number,
): Promise<m.RequestId[]> =>
  (await reader.rows(selectNewestOfPayer, [payer, limit])).map(
    (row) => bigintOf(row, 'id') as m.RequestId,
  );

/** What the request asks of this customer; null when nothing. */
export async function dueOfPayer(
  reader: Reader,
  requestId: m.RequestId,
  payer: m.CustomerId,
): Promise<m.RequestId | null> {
  const [row] = await reader.rows(selectOwnOf, [requestId, payer]);
  return row === undefined ? null : (bigintOf(row, 'id') as m.RequestId);
}

/**
 * The account that this payer's due pays, by the id of the due or of its request; null when neither
 * asks anything of them.
 */
export async function accountOfDue(
  reader: Reader,
  id: m.RequestId,
  payer: m.CustomerId,
): Promise<{ readonly id: m.RequestId; readonly accountNumber: m.AccountNumber } | null> {
  const [row] = await reader.rows(selectAccountOfDue, [payer, id, id]);
  if (row === undefined) return null;
  return {
    id: bigintOf(row, 'id') as m.RequestId,
    accountNumber: textOf(row, 'account_number') as m.AccountNumber,
  };
}
