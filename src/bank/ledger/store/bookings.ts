/** Requests that were booked before. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import { bigintOf, bigintOrNull, bytesOf, instantOf, type Row, textOf } from '../../../db/rows.ts';
import type * as m from '../../model/index.ts';

/** A request that has been booked. */
export interface BookedState {
  readonly requestId: m.RequestId;
  /** Null: the bank itself asked. */
  readonly customerId: m.CustomerId | null;
  readonly fingerprint: m.Fingerprint;
  readonly bookedAt: Date;
  readonly postings: readonly {
    readonly kind: m.TransactionKind;
    readonly sourceId: m.AccountId;
    readonly targetId: m.AccountId;
    readonly amount: bigint;
  }[];
  /** What it left on a customer's account; undefined on others. */
  readonly balanceAfter: (id: m.AccountId) => bigint | undefined;
}

const entriesJoined = `
  JOIN entries AS s ON s.account_id = p.source_account_id AND s.seq = p.source_seq
  JOIN entries AS g ON g.account_id = p.target_account_id AND g.seq = p.target_seq`;
const postingColumns = `p.kind, p.source_account_id, p.target_account_id, p.amount,
    s.balance_after AS source_after, g.balance_after AS target_after`;
const selectBookings = `
  SELECT p.id, p.customer_id, p.fingerprint, p.booked_at, ${postingColumns}
  FROM transactions AS p${entriesJoined}
  WHERE p.id IN (:list)`;
const selectFurther = `
  SELECT p.transaction_id AS id, ${postingColumns}
  FROM postings AS p${entriesJoined}
  WHERE p.transaction_id IN (:list)
  ORDER BY p.transaction_id, p.number`;

const postingOf = (row: Row): BookedState['postings'][number] => ({
  kind: textOf(row, 'kind') as m.TransactionKind,
  sourceId: bigintOf(row, 'source_account_id') as m.AccountId,
  targetId: bigintOf(row, 'target_account_id') as m.AccountId,
  amount: bigintOf(row, 'amount'),
});

/** What the postings left behind, the last of each account; nothing on the bank's own. */
function balancesOf(postings: readonly Row[]): Map<m.AccountId, bigint> {
  const balances = new Map<m.AccountId, bigint>();
  for (const row of postings) {
    const { sourceId, targetId } = postingOf(row);
    const [source, target] = [bigintOrNull(row, 'source_after'), bigintOrNull(row, 'target_after')];
    if (source !== null) balances.set(sourceId, source);
    if (target !== null) balances.set(targetId, target);
  }
  return balances;
}

function bookedOf(row: Row, further: readonly Row[]): BookedState {
  const requestId = bigintOf(row, 'id') as m.RequestId;
  const postings = [row, ...further.filter((one) => bigintOf(one, 'id') === requestId)];
  const balances = balancesOf(postings);
  return {
    requestId,
    customerId: bigintOrNull(row, 'customer_id') as m.CustomerId | null,
    fingerprint: bytesOf(row, 'fingerprint').toString('hex') as m.Fingerprint,
    bookedAt: instantOf(row, 'booked_at'),
    postings: postings.map(postingOf),
    balanceAfter: (id) => balances.get(id),
  };
}

/** Must come after the locks: a twin that held them first is visible then. */
export async function readBookings(
  reader: Reader,
  requestIds: readonly m.RequestId[],
): Promise<BookedState[]> {
  const [first, further] = [
    withList(selectBookings, requestIds),
    withList(selectFurther, requestIds),
  ];
  const rows = await reader.rows(first.sql, first.values);
  if (rows.length === 0) return [];
  const others = await reader.rows(further.sql, further.values);
  return rows.map((row) => bookedOf(row, others));
}
