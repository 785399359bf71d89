/** A new standing order: what it would be, and its row. */
import type { Reader } from '../../../db/pool.ts';
import type { Tx } from '../../../db/transaction.ts';
import { assert } from '../../../lib/assert.ts';
import { dayMs } from '../../../lib/durations.ts';
import { wallTimeAt } from '../../../lib/wall-time.ts';
import { type AccountRow, accountsOfSession, sharedOfSession } from '../../accounts/index.ts';
import { changeOnce, insertAudit, isAudited } from '../../audit/index.ts';
import type * as m from '../../model/index.ts';
import {
  BankError,
  firstInMonth,
  isoDate,
  mayAsMember,
  occurrenceOf,
  occurrencesFrom,
  payInstant,
} from '../../model/index.ts';
import { assertProved, findTimeZone, saveTimeZone } from '../../people/index.ts';
import { findAccount } from '../store/order-accounts.ts';
import { countOrders, findOrder, insertOrder } from '../store/orders.ts';
import { numberOfTarget } from '../payees/targets.ts';
import type { NewOrder, OrdersService, OrderTerms } from './service.ts';
import { costOf, exceededLimit, memberTerms } from './judging.ts';
import { enqueueOrder, lockOwner, nowOf, type OrderTools } from './tools.ts';
import { orderView } from './views.ts';

/** Active and paused ones of one customer. */
export const ordersMax = 20;
const shownMax = 3;

const nextDay = (date: string): string => isoDate(Date.parse(date) + dayMs);

/** The day that it is there, YYYY-MM-DD. */
function todayIn(zone: m.TimeZone, now: Date): string {
  const { year, month, day } = wallTimeAt(zone, now.getTime());
  return isoDate(Date.UTC(year, month - 1, day));
}

/** Throws ORDER_FIRST_PAST and ORDER_WITHOUT_DAYS. */
export function calendarOf(terms: OrderTerms, zone: m.TimeZone, now: Date): m.OrderCalendar {
  const { unit, every, monthDay, hour, minute, last, count } = terms;
  const today = todayIn(zone, now);
  const onDay = (from: string): string =>
    unit === 'MONTH' && monthDay !== null ? firstInMonth(from, monthDay) : from;
  const isPast = (date: string): boolean => payInstant(date, { zone, hour, minute }) <= now;
  const soonest = (): string => (isPast(onDay(today)) ? onDay(nextDay(today)) : onDay(today));
  if (terms.first !== null && (terms.first < today || isPast(onDay(terms.first)))) {
    throw new BankError('ORDER_FIRST_PAST');
  }
  const first = terms.first === null ? soonest() : onDay(terms.first);
  const anchor = monthDay ?? wallTimeAt('UTC', Date.parse(first)).day;
  const calendar = { zone, hour, minute, first, unit, every, last, count };
  const whole = { ...calendar, monthDay: unit === 'MONTH' ? anchor : null };
  if (occurrenceOf(whole, 0) === null) throw new BankError('ORDER_WITHOUT_DAYS');
  return whole;
}

interface Payer {
  readonly session: m.Session;
  /** The main account unless given. */
  readonly from: m.AccountNumber | undefined;
}

/** Of the customer's own accounts, or a shared one from which they may pay. Throws SHARED_ROLE. */
async function sourceOf(
  reader: Reader,
  { limits }: OrderTools,
  { session, from }: Payer,
): Promise<AccountRow | undefined> {
  const accounts = await accountsOfSession(reader, session, limits);
  const own = accounts.find(({ accountNumber: one }) => (from ?? one) === one);
  if (own !== undefined || from === undefined) return own;
  const all = await sharedOfSession(reader, session, limits);
  const shared = all.find(({ accountNumber }) => accountNumber === from);
  if (shared === undefined) return undefined;
  const { role } = shared.shared;
  if (!mayAsMember(role, 'PAY')) throw new BankError('SHARED_ROLE', { role, action: 'PAY' });
  return shared;
}

/** Throws SESSION_EXPIRED, also for an account that is not theirs, and what stops it. */
async function payingAccount(reader: Reader, tools: OrderTools, payer: Payer) {
  const own = await sourceOf(reader, tools, payer);
  if (own === undefined) throw new BankError('SESSION_EXPIRED');
  if (own.status === 'CLOSED') throw new BankError('ACCOUNT_CLOSED');
  if (own.status === 'FROZEN') throw new BankError('ACCOUNT_FROZEN');
  if (own.type === 'POT') throw new BankError('POT_ONLY_SAVES', { tried: 'PAY' });
  return own;
}

function assertSum({ limitPerTransaction, limitPerDay, currency }: OrderTools, sum: m.OrderAmount) {
  const limit = limitPerTransaction < limitPerDay ? limitPerTransaction : limitPerDay;
  if (sum.kind === 'FIXED' && sum.amount > limit) {
    throw new BankError('AMOUNT_ABOVE_LIMIT', { limit: { units: limit, currency } });
  }
}

async function payeeOf(
  reader: Reader,
  { session, own }: { readonly session: m.Session; readonly own: AccountRow },
  number: m.AccountNumber,
) {
  const payee = await findAccount(reader, number);
  if (payee?.id === own.id) throw new BankError('TARGET_SAME');
  if (payee?.isPot === true && payee.customerId === session.customerId) {
    throw new BankError('POT_ONLY_SAVES', { tried: 'RECEIVE' });
  }
  if (payee === null || payee.isClosed || payee.isPot) throw new BankError('TARGET_UNAVAILABLE');
  return payee;
}

async function quote(
  tools: OrderTools,
  session: m.Session,
  terms: Parameters<OrdersService['quote']>[1],
): Promise<m.OrderQuote> {
  const { pool } = tools;
  const { payee: wanted, from } = terms;
  const own = await payingAccount(pool, tools, { session, from });
  const byMember = 'discordUserId' in wanted;
  const number = await numberOfTarget(tools, session, wanted);
  if (number === null) throw new BankError('MEMBER_UNAVAILABLE');
  const payee = await payeeOf(pool, { session, own }, number).catch((error: unknown) => {
    const isGone = error instanceof BankError && error.code === 'TARGET_UNAVAILABLE';
    throw isGone && byMember ? new BankError('MEMBER_UNAVAILABLE') : error;
  });
  assertSum(tools, terms.amount);
  const zone = terms.zone ?? (await findTimeZone(pool, session.customerId));
  if (zone === null) throw new BankError('TIME_ZONE_MISSING');
  const calendar = calendarOf(terms, zone, await nowOf(tools, pool));
  const { running } = await countOrders(pool, session.customerId);
  if (running >= ordersMax) throw new BankError('ORDERS_TOO_MANY', { max: ordersMax });
  const payer = await findAccount(pool, own.accountNumber);
  assert(payer !== null, 'an account of the session exists');
  const { amount } = terms;
  return {
    ...(await costOf(tools, session, { payer, payee, amount })),
    limit: await exceededLimit(tools, session, amount),
    shared: await memberTerms(tools, session, { own, amount }),
    from: payer.party,
    to: payee.party,
    toNumber: number,
    calendar,
    upcoming: occurrencesFrom(calendar, 0, shownMax),
  };
}

async function insert(tx: Tx, tools: OrderTools, asked: { session: m.Session; order: NewOrder }) {
  const { session, order } = asked;
  const { requestId: id, from, amount, calendar, memo } = order;
  const { customerId } = session;
  const own = await payingAccount(tx, tools, { session, from });
  const payee = await payeeOf(tx, { session, own }, order.accountNumber);
  assertSum(tools, amount);
  const first = occurrenceOf(calendar, 0);
  if (first === null) throw new BankError('ORDER_WITHOUT_DAYS');
  if (first.at <= (await nowOf(tools, tx))) throw new BankError('ORDER_FIRST_PAST');
  const { highest, running } = await countOrders(tx, customerId);
  if (running >= ordersMax) throw new BankError('ORDERS_TOO_MANY', { max: ordersMax });
  const ends = { source: own.id, target: payee.id };
  const row = { id, customerId, number: highest + 1, ...ends, amount, memo, calendar };
  await insertOrder(tx, { ...row, nextAt: first.at });
  await saveTimeZone(tx, customerId, calendar.zone);
  await enqueueOrder(tools, tx, { id, customerId, revision: 1, nextAt: first.at });
}

async function create(tools: OrderTools, session: m.Session, order: NewOrder) {
  assertProved(order.isProved);
  // The audit row has the request's id, so that a repeated request finds itself done.
  const auditId: bigint = order.requestId;
  return changeOnce(tools, auditId, async (tx) => {
    await lockOwner(tools, tx, session);
    if (!(await isAudited(tx, auditId))) {
      await insert(tx, tools, { session, order });
      const who = { actor: session.discordUserId, sessionId: session.id };
      const details = { order: `${auditId}` };
      const about = { target: session.customerId, details };
      await insertAudit(tx, { id: auditId, action: 'ORDER_CREATED', ...who, ...about });
    }
    const made = await findOrder(tx, auditId);
    if (made?.customerId !== session.customerId) throw new BankError('REQUEST_REUSED');
    return orderView(made);
  });
}

export const createCreating = (tools: OrderTools): Pick<OrdersService, 'quote' | 'create'> => ({
  quote: async (session, terms) => quote(tools, session, terms),
  create: async (session, order) => create(tools, session, order),
});
