/** Standing orders, a row each. */
import type { Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  booleanOf,
  instantOf,
  instantOrNull,
  integerOf,
  type Row,
  textOf,
  textOrNull,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import { mainAccountClause } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import { amountOf, numberTail, timeZoneIn } from '../../model/index.ts';

/** The last day of the month; a day of the month is from 1 to 31. */
const lastDay = 0;

export interface OrderRow {
  readonly id: m.RequestId;
  readonly number: number;
  readonly customerId: m.CustomerId;
  readonly source: m.AccountId;
  readonly target: m.AccountId;
  readonly from: m.PartyView;
  /** Not from the customer's main account. */
  readonly isFromOther: boolean;
  readonly to: m.PartyView;
  /** The payer and the payee are accounts of one customer. */
  readonly isToOwn: boolean;
  readonly toNumber: m.AccountNumber;
  readonly isPayeeClosed: boolean;
  readonly amount: m.OrderAmount;
  readonly memo: string | null;
  readonly calendar: m.OrderCalendar;
  readonly state: m.OrderState;
  readonly reason: m.OrderReason | null;
  readonly nextNumber: number;
  readonly nextAt: Date | null;
  /** Of the next occurrence. */
  readonly tries: number;
  readonly missedInRow: number;
  readonly warnedNumber: number | null;
  readonly revision: number;
  readonly createdAt: Date;
}

/** What changes in the life of an order; `revision` is one more at each change. */
export type OrderProgress = Pick<
  OrderRow,
  'state' | 'reason' | 'nextNumber' | 'nextAt' | 'tries' | 'missedInRow'
>;

const orderColumns = `o.id, o.customer_id, o.order_number, o.source_account_id, o.target_account_id,
    o.amount_kind, o.amount, o.memo, o.unit, o.every, o.month_day, o.pay_time, o.time_zone,
    o.first_date, o.last_date, o.count_max, o.state, o.reason, o.next_number, o.next_at, o.tries,
    o.missed_in_row, o.warned_number, o.revision, o.created_at,
    s.holder_name AS s_name, s.account_number AS s_number,
    t.holder_name AS t_name, t.account_number AS t_number, t.status AS t_status,
    o.source_account_id <> ${mainAccountClause} AS from_other,
    t.customer_id = s.customer_id AS to_own`;
const orderTables = `
  FROM orders AS o
  JOIN customers AS c ON c.id = o.customer_id
  JOIN accounts AS s ON s.id = o.source_account_id
  JOIN accounts AS t ON t.id = o.target_account_id`;
const selectOne = `
  SELECT ${orderColumns} ${orderTables}
  WHERE o.id = ?`;
const selectByNumber = `
  SELECT ${orderColumns} ${orderTables}
  WHERE o.customer_id = ? AND o.order_number = ?`;
const selectOfCustomer = `
  SELECT ${orderColumns} ${orderTables}
  WHERE o.customer_id = ?
  ORDER BY o.state IN ('ACTIVE', 'PAUSED') DESC,
    IF(o.state IN ('ACTIVE', 'PAUSED'), o.order_number, -o.order_number)
  LIMIT ?`;
const lockOne = `
  SELECT id
  FROM orders
  WHERE id = ?
  FOR UPDATE`;
const selectCounts = `
  SELECT COALESCE(MAX(order_number), 0) AS highest,
    COALESCE(SUM(state IN ('ACTIVE', 'PAUSED')), 0) AS running
  FROM orders
  WHERE customer_id = ?`;
const insertOne = `
  INSERT INTO orders
    (id, customer_id, order_number, source_account_id, target_account_id, amount_kind, amount, memo,
     unit, every, month_day, pay_time, time_zone, first_date, last_date, count_max, state, next_number,
     next_at, revision, created_at, changed_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ACTIVE', 0, ?, 1, NOW(6), NOW(6))`;
const updateProgress = `
  UPDATE orders
  SET state = ?, reason = ?, next_number = ?, next_at = ?, tries = ?, missed_in_row = ?,
    revision = ?, changed_at = NOW(6)
  WHERE id = ?`;

const dayIn = (day: number): number | 'last' => (day === lastDay ? 'last' : day);

function calendarOf(row: Row): m.OrderCalendar {
  const [hour = 0, minute = 0] = textOf(row, 'pay_time')
    .split(':')
    .map((part) => integerOf({ part }, 'part'));
  return {
    zone: timeZoneIn(textOf(row, 'time_zone')),
    hour,
    minute,
    first: textOf(row, 'first_date'),
    unit: textOf(row, 'unit') as m.OrderUnit,
    every: integerOf(row, 'every'),
    monthDay: row['month_day'] === null ? null : dayIn(integerOf(row, 'month_day')),
    last: textOrNull(row, 'last_date'),
    count: row['count_max'] === null ? null : integerOf(row, 'count_max'),
  };
}

export const partyOf = (name: string, number: string): m.PartyView => ({
  name,
  numberTail: numberTail(number as m.AccountNumber),
});

function amountIn(row: Row): m.OrderAmount {
  const sum = bigintOf(row, 'amount');
  return textOf(row, 'amount_kind') === 'FIXED'
    ? { kind: 'FIXED', amount: amountOf(sum) }
    : { kind: 'ABOVE', above: sum };
}

const orderOf = (row: Row): OrderRow => ({
  id: bigintOf(row, 'id') as m.RequestId,
  number: integerOf(row, 'order_number'),
  customerId: bigintOf(row, 'customer_id') as m.CustomerId,
  source: bigintOf(row, 'source_account_id') as m.AccountId,
  target: bigintOf(row, 'target_account_id') as m.AccountId,
  from: partyOf(textOf(row, 's_name'), textOf(row, 's_number')),
  isFromOther: booleanOf(row, 'from_other'),
  isToOwn: booleanOf(row, 'to_own'),
  to: partyOf(textOf(row, 't_name'), textOf(row, 't_number')),
  toNumber: textOf(row, 't_number') as m.AccountNumber,
  isPayeeClosed: textOf(row, 't_status') === 'CLOSED',
  amount: amountIn(row),
  memo: textOrNull(row, 'memo'),
  calendar: calendarOf(row),
  state: textOf(row, 'state') as m.OrderState,
  reason: textOrNull(row, 'reason') as m.OrderReason | null,
  nextNumber: integerOf(row, 'next_number'),
  nextAt: instantOrNull(row, 'next_at'),
  tries: integerOf(row, 'tries'),
  missedInRow: integerOf(row, 'missed_in_row'),
  warnedNumber: row['warned_number'] === null ? null : integerOf(row, 'warned_number'),
  revision: integerOf(row, 'revision'),
  createdAt: instantOf(row, 'created_at'),
});

export async function findOrder(reader: Reader, id: bigint): Promise<OrderRow | null> {
  const [row] = await reader.rows(selectOne, [id]);
  return row === undefined ? null : orderOf(row);
}

/** The row as it is under its lock, which is taken before those of accounts. */
export async function lockOrder(tx: Tx, id: bigint): Promise<OrderRow | null> {
  const locked = await tx.rows(lockOne, [id]);
  return locked.length === 0 ? null : findOrder(tx, id);
}

export async function findOrderByNumber(
  reader: Reader,
  customerId: m.CustomerId,
  number: number,
): Promise<OrderRow | null> {
  const [row] = await reader.rows(selectByNumber, [customerId, number]);
  return row === undefined ? null : orderOf(row);
}

/** Active and paused ones first. */
export async function ordersOf(
  reader: Reader,
  customerId: m.CustomerId,
  limit: number,
): Promise<OrderRow[]> {
  return (await reader.rows(selectOfCustomer, [customerId, limit])).map(orderOf);
}

/** The highest number so far, and how many are active or paused. */
export async function countOrders(
  reader: Reader,
  customerId: m.CustomerId,
): Promise<{ readonly highest: number; readonly running: number }> {
  const [row] = await reader.rows(selectCounts, [customerId]);
  return { highest: integerOf(row!, 'highest'), running: integerOf(row!, 'running') };
}

export interface NewOrderRow {
  readonly id: m.RequestId;
  readonly customerId: m.CustomerId;
  readonly number: number;
  readonly source: m.AccountId;
  readonly target: m.AccountId;
  readonly amount: m.OrderAmount;
  readonly memo: string | null;
  readonly calendar: m.OrderCalendar;
  readonly nextAt: Date;
}

const twoDigits = (part: number): string => `${part}`.padStart(2, '0');

/** Its first revision is 1. */
export async function insertOrder(tx: Tx, order: NewOrderRow): Promise<void> {
  const { id, customerId, number, source, target, amount, memo, calendar, nextAt } = order;
  const { unit, every, monthDay, hour, minute, zone, first, last, count } = calendar;
  await tx.write(insertOne, [
    id,
    customerId,
    number,
    source,
    target,
    amount.kind,
    amount.kind === 'FIXED' ? amount.amount : amount.above,
    memo,
    unit,
    every,
    monthDay === 'last' ? lastDay : monthDay,
    `${twoDigits(hour)}:${twoDigits(minute)}`,
    zone,
    first,
    last,
    count,
    nextAt,
  ]);
}

/** The row must be locked. */
export async function saveProgress(
  tx: Tx,
  id: m.RequestId,
  progress: OrderProgress & { readonly revision: number },
): Promise<void> {
  const { state, reason, nextNumber, nextAt, tries, missedInRow, revision } = progress;
  const values = [state, reason, nextNumber, nextAt, tries, missedInRow, revision];
  await tx.write(updateProgress, [...values, id]);
}
