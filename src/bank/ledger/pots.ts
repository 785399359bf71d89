/** What a pot may pay and be paid: its owner's other accounts, and nothing while it is locked. */
import { policyOf, type Refused, refusedWith } from '../model/index.ts';
import type { Posting } from './request.ts';
import type { LedgerState } from './state.ts';

/**
 * Null where no pot is concerned, or it allows the posting. For other people a pot is an account
 * that does not exist.
 */
export function potRefusal(
  { accounts, now }: LedgerState,
  { kind, source, target }: Posting<unknown>,
): Refused | null {
  const { pots, targetClosed, isOwn } = policyOf(kind);
  if (pots === 'ALWAYS') return null;
  const payer = accounts.get(source);
  const receiver = target === null ? undefined : accounts.get(target);
  const isSameOwner = payer !== undefined && payer.customerId === receiver?.customerId;
  const isAllowed = pots === 'OWN' && isSameOwner;
  if (isOwn && payer?.isPot !== true && receiver?.isPot !== true) return refusedWith('POT_UNKNOWN');
  if (payer?.isPot === true) {
    if (!isAllowed) return refusedWith('POT_ONLY_SAVES', { tried: 'PAY' });
    const { paysFrom: until, accountNumber: pot } = payer;
    if (until !== null && now < until) return refusedWith('POT_LOCKED', { until, pot });
  }
  if (receiver?.isPot !== true || isAllowed) return null;
  return payer === undefined || isSameOwner
    ? refusedWith('POT_ONLY_SAVES', { tried: 'RECEIVE' })
    : refusedWith(targetClosed);
}
