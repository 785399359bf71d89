/** What the card of a new order says of fees and of the customer's own limits. */
import { limitsOf, readFees } from '../../ledger/index.ts';
import type { AccountRow } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import { balanceOf, feeAt, isFree, limitNow } from '../../model/index.ts';
import { nowOf, type OrderTools } from './tools.ts';

interface Ends {
  readonly own: AccountRow;
  readonly payee: { readonly id: m.AccountId; readonly customerId: m.CustomerId | null };
}

/** What one payment costs now. */
async function feeOn(
  { ledger, directory }: OrderTools,
  { customerId }: m.Session,
  { own, payee, amount }: Ends & { readonly amount: m.Amount },
): Promise<bigint> {
  const first = await directory.ofCustomer(customerId);
  const wish = { kind: 'exact', amount } as const;
  const fee = await ledger.feeFor({
    requestId: 0n as m.RequestId,
    initiator: { kind: 'ORDER', id: 0n, customerId },
    postings: [{ kind: 'TRANSFER', source: own.id, target: payee.id, amount: wish }],
    ...(first === null || first === own.id ? {} : { countedAt: first }),
    memo: null,
    fee: { shown: null },
    fingerprint: Buffer.alloc(0),
  });
  return fee(amount);
}

/** What is charged of all above a sum, which is known only when it is paid. */
async function termsFor(
  tools: OrderTools,
  { customerId }: m.Session,
  { payee }: Ends,
): Promise<m.FeeTerms | null> {
  if (payee.customerId === customerId) return null;
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
    return { fee: balanceOf(0n), charged: await termsFor(tools, session, ends) };
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
