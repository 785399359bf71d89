/** Limits that customers set for themselves. They change under the lock of the first account. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  instantOf,
  instantOrNull,
  type Row,
  textOf,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { freeAt, limitNow, limitPeriods, usedOf } from '../../model/index.ts';

const columns = 'l.period, l.amount, l.next_amount, l.next_from';
const selectOfAccounts = `
  SELECT a.id AS account_id, ${columns}
  FROM accounts AS a
  JOIN personal_limits AS l ON l.customer_id = a.customer_id
  WHERE a.id IN (:list)`;
const selectOfCustomer = `
  SELECT ${columns}
  FROM personal_limits AS l
  WHERE l.customer_id = ?`;
const selectSums = `
  SELECT counted_day, paid_out_that_day, paid_out_that_week, paid_out_that_month,
    deposited_that_day, NOW(6) AS read_at
  FROM accounts
  WHERE customer_id = ?
  ORDER BY id
  LIMIT 1`;
const replaceOne = `
  REPLACE INTO personal_limits (customer_id, period, amount, next_amount, next_from)
  VALUES (?, ?, ?, ?, ?)`;
const flagAccount = `
  UPDATE accounts
  SET has_limits = TRUE
  WHERE id = ?`;

const limitOf = (row: Row): m.OwnLimit => {
  const from = instantOrNull(row, 'next_from');
  return {
    period: textOf(row, 'period') as m.LimitPeriod,
    amount: bigintOrNull(row, 'amount') as m.Amount | null,
    next:
      from === null ? null : { amount: bigintOrNull(row, 'next_amount') as m.Amount | null, from },
  };
};

/** By first account; only of those whose row says that there are some. */
export async function limitsOfAccounts(
  reader: Reader,
  ids: readonly m.AccountId[],
): Promise<ReadonlyMap<m.AccountId, readonly m.OwnLimit[]>> {
  const { sql, values } = withList(selectOfAccounts, ids);
  const found = new Map<m.AccountId, m.OwnLimit[]>();
  for (const row of await reader.rows(sql, values)) {
    const id = bigintOf(row, 'account_id') as m.AccountId;
    found.set(id, [...(found.get(id) ?? []), limitOf(row)]);
  }
  return found;
}

/** All periods, those without a limit too. */
export async function limitsOf(reader: Reader, id: m.CustomerId): Promise<readonly m.OwnLimit[]> {
  const found = (await reader.rows(selectOfCustomer, [id])).map(limitOf);
  return limitPeriods.map(
    (period) => found.find((one) => one.period === period) ?? { period, amount: null, next: null },
  );
}

/** The sums that the customer's first account keeps, and the database's time. */
async function sumsOf(
  reader: Reader,
  id: m.CustomerId,
): Promise<{ readonly sums: m.Sums; readonly now: Date; readonly today: string } | null> {
  const [row] = await reader.rows(selectSums, [id]);
  if (row === undefined) return null;
  return {
    sums: {
      countedDay: textOf(row, 'counted_day'),
      paidOutThatDay: bigintOf(row, 'paid_out_that_day'),
      paidOutThatWeek: bigintOf(row, 'paid_out_that_week'),
      paidOutThatMonth: bigintOf(row, 'paid_out_that_month'),
      depositedThatDay: bigintOf(row, 'deposited_that_day'),
    },
    now: instantOf(row, 'read_at'),
    today: textOf(row, 'read_at').slice(0, 10),
  };
}

/** Every period with its limit and what of it is used; null for a customer without accounts. */
export async function limitUses(
  reader: Reader,
  customerId: m.CustomerId,
): Promise<readonly m.LimitUse[] | null> {
  const found = await sumsOf(reader, customerId);
  if (found === null) return null;
  const { sums, now, today } = found;
  return (await limitsOf(reader, customerId)).map((one) => ({
    ...limitNow(one, now),
    used: usedOf(one.period, sums, today),
    freeAt: freeAt(one.period, today),
  }));
}

/** The row of the customer's first account must be locked. */
export async function saveLimit(
  tx: Tx,
  about: { readonly customerId: m.CustomerId; readonly first: m.AccountId },
  { period, amount, next }: m.OwnLimit,
): Promise<void> {
  const { amount: then = null, from = null } = next ?? {};
  await tx.write(replaceOne, [about.customerId, period, amount, then, from]);
  await tx.write(flagAccount, [about.first]);
}
