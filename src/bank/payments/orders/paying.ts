/** The job of an order: pays the occurrence that is due, once, or notes why it was not paid. */
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type { Job, OneTimeKind } from '../../jobs/index.ts';
import { fingerprintOf, type LedgerRequest } from '../../ledger/index.ts';
import type * as m from '../../model/index.ts';
import { amountOf, BankError, largestWithFee } from '../../model/index.ts';
import { managersAsked } from '../../shared/index.ts';
import { saveOccurrence, type Verdict } from '../store/order-occurrences.ts';
import { availableOnOne } from '../store/order-accounts.ts';
import { lockOrder, type OrderRow } from '../store/orders.ts';
import { begin, type Due } from './due.ts';
import { occurrenceRequestId } from './request-id.ts';
import { settle } from './settling.ts';
import { atNext, jobKindOfOrders, moveOn, orderIn, type OrderTools, tellOutcome } from './tools.ts';
import { sumOf } from './views.ts';

const attemptsMax = 20;
const leaseMs = 60_000;
/** How often the sum above an amount is worked out anew when the balance changes meanwhile. */
const sumsMax = 5;

/** The balance changed before the payment was booked: what is to stay would not stay. */
class BalanceChanged extends Error {
  override readonly name = 'BalanceChanged';
}

/** Another process went on with the order, or its owner changed it. */
class OrderChanged extends Error {
  override readonly name = 'OrderChanged';
}

async function requestOf(
  { directory, memberLink, currency }: OrderTools,
  { order, occurrence }: Due,
  amount: m.Amount,
): Promise<LedgerRequest> {
  const { id, customerId, source, target, toNumber, memo } = order;
  const first = await directory.ofCustomer(customerId);
  const isOwn = first === null || first === source;
  const member = isOwn ? null : await memberLink(customerId, source);
  const wish = { kind: 'exact', amount } as const;
  const asked = { kind: 'TRANSFER', own: source, payeeNumber: toNumber, wish, memo } as const;
  return {
    requestId: occurrenceRequestId(id, occurrence),
    initiator: { kind: 'ORDER', id, customerId },
    postings: [{ kind: 'TRANSFER', source, target, amount: wish }],
    ...(isOwn ? {} : { countedAt: first }),
    ...(member === null ? {} : { links: { member } }),
    memo,
    // Its owner saw the fee of that time on the card; the one of today is charged.
    fee: { shown: null },
    fingerprint: fingerprintOf({ ...asked, currency: currency.code, more: `order ${id}` }),
  };
}

async function assertUnchanged(tx: Tx, { id, revision }: OrderRow): Promise<void> {
  const now = await lockOrder(tx, id);
  if (now?.state !== 'ACTIVE' || now.revision !== revision) throw new OrderChanged();
}

interface Going {
  readonly due: Due;
  readonly verdict: Verdict;
  readonly job: Job;
  /** What is to stay on the account; null where that does not matter. */
  readonly left: bigint | null;
}

/** In the transaction of the booking, or of asking the managers. */
async function goOn(tools: OrderTools, tx: Tx, { due, verdict, job, left }: Going): Promise<void> {
  const { order, occurrence, missedBefore } = due;
  if (left !== null && (await availableOnOne(tx, order.source)) !== left) {
    throw new BalanceChanged();
  }
  await saveOccurrence(tx, order.id, { occurrence, verdict, missedBefore });
  await moveOn(tools, tx, order, atNext(order, occurrence.number + 1));
  await tellOutcome(tools, tx, order, occurrence.number);
  await job.finish(tx);
}

/** What is paid now, with its fee, and what then stays of the sum above which it pays. */
async function sumNow(tools: OrderTools, due: Due) {
  const { amount: wanted, source } = due.order;
  const available = await availableOnOne(tools.pool, source);
  const most = sumOf(wanted, available);
  if (most === null || wanted.kind === 'FIXED') return { amount: most, left: null };
  const fee = await tools.ledger.feeFor(await requestOf(tools, due, most));
  const sum = largestWithFee(most, fee);
  const amount = sum < 1n ? null : amountOf(sum);
  return { amount, left: amount === null ? null : available - amount - fee(amount) };
}

/** Of a shared account, the managers are asked where its rule says so. */
async function bookOrAsk(
  tools: OrderTools,
  request: LedgerRequest,
  going: Omit<Going, 'verdict'>,
): Promise<void> {
  const { order } = going.due;
  const { requestId: transactionId } = request;
  try {
    await tools.ledger.bookWith(request, {
      before: async (tx) => assertUnchanged(tx, order),
      after: async (tx, { amount }) => {
        const verdict = { state: 'PAID', reason: null, transactionId, amount } as const;
        await goOn(tools, tx, { ...going, verdict });
      },
    });
  } catch (error) {
    if (!(error instanceof BankError) || error.code !== 'SHARED_APPROVAL') throw error;
    await managersAsked(tools)({
      request,
      session: null,
      after: async (tx, amount) => {
        await assertUnchanged(tx, order);
        const verdict = { state: 'ASKED', reason: null, transactionId, amount } as const;
        await goOn(tools, tx, { ...going, verdict });
      },
    });
  }
}

async function book(tools: OrderTools, due: Due, job: Job): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const { amount, left } = await sumNow(tools, due);
    if (amount === null) return settle(tools, due, 'NOTHING_ABOVE');
    try {
      await bookOrAsk(tools, await requestOf(tools, due, amount), { due, job, left });
      return;
    } catch (error) {
      if (!(error instanceof BalanceChanged) || tries >= sumsMax) throw error;
    }
  }
}

async function pay(tools: OrderTools, job: Job): Promise<void> {
  const named = orderIn(job.key);
  if (named === null) return;
  const due = await withTransaction(tools.pool, async (tx) => begin(tools, tx, named));
  if (due === null) return;
  try {
    await book(tools, due, job);
  } catch (error) {
    if (error instanceof OrderChanged) return;
    if (!(error instanceof BankError)) throw error;
    await settle(tools, due, error.code, error);
  }
}

export const orderPayments = (tools: OrderTools): OneTimeKind => ({
  kind: jobKindOfOrders,
  attemptsMax,
  leaseMs,
  run: async (job) => pay(tools, job),
});
