/** Shared accounts as their members have them. */
import type { Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  booleanOf,
  instantOf,
  integerOf,
  type Row,
  textOf,
} from '../../../db/rows.ts';
import { heldClause } from '../../ledger/index.ts';
import type * as m from '../../model/index.ts';
import { amountOf, balanceOf, type SessionLimits } from '../../model/index.ts';
import { type AccountRow, fundsOf } from './accounts.ts';
import { potColumns, potTermsOf } from './pots.ts';
import { readingClause, readingTimes } from './session.ts';

export interface SharedRow extends AccountRow {
  /** The customer who owns the account, and is no person. */
  readonly holderId: m.CustomerId;
  /** The member reads entries whose seq is above this. */
  readonly readsAfter: bigint;
  readonly joinedAt: Date;
  readonly name: string;
  readonly shared: m.SharedTerms;
}

/** A pot of a shared account. */
export interface SharedPotRow extends SharedRow {
  readonly pot: m.PotTerms;
  readonly potOf: m.SharedRef;
}

/** For a table `shared_members AS p`: what the member has paid in this month. */
export const spentClause = `IF(p.spent_month = DATE_FORMAT(NOW(6), '%Y-%m'), p.spent, 0)`;
const selectOfSession = `
  SELECT a.id, a.account_number, a.status, a.balance, ${heldClause} AS held, a.opened_at,
    a.holder_name, p.holder_id, p.role, p.allowance, ${spentClause} AS spent, p.reads_after,
    p.joined_at
  FROM sessions AS s
  JOIN shared_members AS p ON p.customer_id = s.customer_id
  JOIN accounts AS a ON a.customer_id = p.holder_id AND a.account_type = 'SHARED'
  WHERE s.id = ? AND s.customer_id = ? AND ${readingClause}
  ORDER BY a.id`;
// A member who reads from joining on reads the entries of pots that are younger than that.
const selectPotsOfSession = `
  SELECT a.id, a.account_number, a.status, a.balance, ${heldClause} AS held, a.opened_at,
    a.account_name, b.account_number AS shared_number, b.holder_name, q.holder_id, q.role,
    q.allowance, IF(q.spent_month = DATE_FORMAT(NOW(6), '%Y-%m'), q.spent, 0) AS spent,
    q.joined_at, q.reads_after = 0 AS reads_all, IF(q.reads_after = 0, 0, COALESCE((
      SELECT MAX(e.seq) FROM entries AS e
      WHERE e.account_id = a.id AND e.booked_at <= q.joined_at), 0)) AS reads_after,
    ${potColumns}
  FROM sessions AS s
  JOIN shared_members AS q ON q.customer_id = s.customer_id
  JOIN accounts AS b ON b.customer_id = q.holder_id AND b.account_type = 'SHARED'
  JOIN accounts AS a ON a.customer_id = q.holder_id AND a.account_type = 'POT'
  JOIN pots AS p ON p.account_id = a.id
  WHERE s.id = ? AND s.customer_id = ? AND ${readingClause}
  ORDER BY a.id`;
const selectActors = `
  SELECT t.id, (
      SELECT a.holder_name FROM accounts AS a
      WHERE a.customer_id = t.customer_id ORDER BY a.id LIMIT 1
    ) AS actor
  FROM transactions AS t
  JOIN entries AS e ON e.account_id = ? AND e.transaction_id = t.id
  WHERE e.seq BETWEEN ? AND ? AND t.initiator_kind IN ('SESSION', 'ORDER', 'MEMBERS')
    AND (e.amount < 0 OR e.kind IN ('DEPOSIT', 'POT_ADD', 'POT_TAKE', 'ROUND_UP'))`;
const countOpen = `
  SELECT COUNT(*) AS accounts
  FROM shared_members AS p
  JOIN accounts AS a ON a.customer_id = p.holder_id AND a.account_type = 'SHARED'
  WHERE p.customer_id = ? AND a.status <> 'CLOSED'`;

export function termsOf(row: Row): m.SharedTerms {
  const allowance = bigintOrNull(row, 'allowance');
  return {
    role: textOf(row, 'role') as m.SharedRole,
    allowance: allowance === null ? null : amountOf(allowance),
    spent: balanceOf(bigintOf(row, 'spent')),
    readsAll: bigintOf(row, 'reads_after') === 0n,
  };
}

const sharedOf = (row: Row): SharedRow => ({
  ...fundsOf(row),
  holderId: bigintOf(row, 'holder_id') as m.CustomerId,
  readsAfter: bigintOf(row, 'reads_after'),
  joinedAt: instantOf(row, 'joined_at'),
  type: 'SHARED',
  name: textOf(row, 'holder_name'),
  isMain: false,
  shared: termsOf(row),
});

/** Of the session's customer, oldest first; none when the session is over. */
export async function sharedOfSession(
  reader: Reader,
  session: m.Session,
  limits: SessionLimits,
): Promise<SharedRow[]> {
  const values = [session.id, session.customerId, ...readingTimes(limits)];
  return (await reader.rows(selectOfSession, values)).map(sharedOf);
}

const sharedPotOf = (row: Row): SharedPotRow => ({
  ...sharedOf(row),
  // A young pot may have had no entries when the member joined.
  shared: { ...termsOf(row), readsAll: booleanOf(row, 'reads_all') },
  type: 'POT',
  name: textOf(row, 'account_name'),
  pot: potTermsOf(row),
  potOf: {
    accountNumber: textOf(row, 'shared_number') as m.AccountNumber,
    name: textOf(row, 'holder_name'),
  },
});

/** Pots of the shared accounts of the session's customer; none when the session is over. */
export async function sharedPotsOfSession(
  reader: Reader,
  session: m.Session,
  limits: SessionLimits,
): Promise<SharedPotRow[]> {
  const values = [session.id, session.customerId, ...readingTimes(limits)];
  return (await reader.rows(selectPotsOfSession, values)).map(sharedPotOf);
}

/** Those that are not closed. */
export async function countShared(reader: Reader, customerId: m.CustomerId): Promise<number> {
  const [row] = await reader.rows(countOpen, [customerId]);
  return integerOf(row ?? {}, 'accounts');
}

/** The members who acted in the entries of a shared account between two numbers. */
export async function actorsOf(
  reader: Reader,
  id: m.AccountId,
  { first, last }: { readonly first: bigint; readonly last: bigint },
): Promise<ReadonlyMap<bigint, string>> {
  const rows = await reader.rows(selectActors, [id, first, last]);
  return new Map(rows.map((row) => [bigintOf(row, 'id'), textOf(row, 'actor')]));
}
