/** Whether a transaction may take the money of its hold. */
import { type Refused, refusedWith } from '../model/index.ts';
import type { LedgerRequest } from './request.ts';
import type { LedgerState } from './state.ts';

/** Null when it may, and where the request captures nothing. */
export function captureRefusal(
  { holds, now }: LedgerState,
  { links, postings: [{ kind, source, target, amount }] }: LedgerRequest,
): Refused | null {
  if (links?.captures === undefined) return null;
  const hold = holds.get(links.captures);
  if (
    hold === undefined ||
    hold.source !== source ||
    hold.target !== target ||
    hold.kind !== kind
  ) {
    return refusedWith('HOLD_UNKNOWN');
  }
  if (hold.ending !== null) return refusedWith('HOLD_ENDED', { ending: hold.ending });
  if (hold.expiresAt.getTime() <= now.getTime()) {
    return refusedWith('HOLD_ENDED', { ending: 'EXPIRED' });
  }
  const isCovered = amount.kind === 'exact' && amount.amount <= hold.amount;
  return isCovered ? null : refusedWith('HOLD_EXCEEDED');
}
