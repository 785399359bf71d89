/** What the card of a new order says of fees and of the customer's own limits. */
import { limitsOf, readFees } from '../../ledger/index.ts';
import type { AccountRow } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import { balanceOf, feeAt, isFree, limitNow } from '../../model/index.ts';
import { approvalsNeeded } from '../../shared/index.ts';
import { nowOf, type OrderTools } from './tools.ts';

interface End {
  readonly id: m.AccountId;
  readonly customerId: m.CustomerId | null;
}

interface Ends {
  readonly payer: End;
  readonly payee: End;
}

/** What one payment costs now. */
async function feeOn(
  { ledger, directory }: OrderTools,
  { customerId }: m.Session,
  { payer, payee, amount }: Ends & { readonly amount: m.Amount },
): Promise<bigint> {
  const first = await directory.ofCustomer(customerId);
  const wish = { kind: 'exact', amount } as const;
  const fee = await ledger.feeFor({
    requestId: 0n as m.RequestId,
    initiator: { kind: 'ORDER', id: 0n, customerId },
    postings: [{ kind: 'TRANSFER', source: payer.id, target: payee.id, amount: wish }],
    ...(first === null || first === payer.id ? {} : { countedAt: first }),
    memo: null,
    fee: { shown: null },
    fingerprint: '' as m.Fingerprint,
  });
  return fee(amount);
}

/** What is charged of all above a sum, which is known only when it is paid. */
async function termsFor(tools: OrderTools, { payer, payee }: Ends): Promise<m.FeeTerms | null> {
  if (payee.customerId === payer.customerId) return null;
  const terms = feeAt(await readFees(tools.pool), 'TRANSFER', await nowOf(tools, tools.pool));
  return terms === null || isFree(terms) ? null : terms;
}

/** The fee of each payment, or where its sum is not known yet what is charged. */
export async function costOf(
  tools: OrderTools,
  session: m.Session,
  { amount, ...ends }: Ends & { readonly amount: m.OrderAmount },
): Promise<Pick<m.OrderQuote, 'fee' | 'charged'>> {
  if (amount.kind === 'ABOVE') {
    return { fee: balanceOf(0n), charged: await termsFor(tools, ends) };
  }
  const fee = await feeOn(tools, session, { ...ends, amount: amount.amount });
  return { fee: balanceOf(fee), charged: null };
}

/** The first limit of the customer's own that one payment alone would exceed. */
export async function exceededLimit(
  tools: OrderTools,
  { customerId }: m.Session,
  amount: m.OrderAmount,
): Promise<m.OrderQuote['limit']> {
  if (amount.kind === 'ABOVE') return null;
  const now = await nowOf(tools, tools.pool);
  for (const own of await limitsOf(tools.pool, customerId)) {
    const { period, amount: limit } = limitNow(own, now);
    if (limit !== null && amount.amount > limit) return { period, amount: limit };
  }
  return null;
}

/** What a shared account adds to the card: an allowance that is too small, and the approvals. */
export async function memberTerms(
  { pool, memberLink }: OrderTools,
  { customerId }: m.Session,
  { own, amount }: { readonly own: AccountRow; readonly amount: m.OrderAmount },
): Promise<m.OrderQuote['shared']> {
  const link = await memberLink(customerId, own.id);
  if (link === null) return null;
  if (amount.kind === 'ABOVE') return { allowance: null, approvals: 0 };
  const allowance = own.shared?.allowance ?? null;
  const isAbove = allowance !== null && amount.amount > allowance;
  return {
    allowance: isAbove ? allowance : null,
    approvals: await approvalsNeeded(pool, link, amount.amount),
  };
}
