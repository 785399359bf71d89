/** What a payer sees of a payee's name, and whether the name that they typed fits it. */
import type { Pool } from '../../db/pool.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Keys } from '../keys/index.ts';
import type * as m from '../model/index.ts';
import { ageOn, isoDate } from '../model/index.ts';
import { holderOf } from '../people/index.ts';
import { sharedNameOf } from '../shared/index.ts';
import { compareNames } from './name-check.ts';

/** Strangers do not see the names of younger people. */
const nameShownFromAge = 18;

export interface TypedName {
  readonly name?: string | null | undefined;
  /** The payer has checked too many names: this one is not checked. */
  readonly isOverNameLimit?: boolean | undefined;
}

/** The quote as the payer may see it. Without a name, nothing is looked up for a known payee. */
export async function withPayeeName(
  tools: { readonly pool: Pool; readonly keys: Keys; readonly clock: Clock },
  quote: m.Quote,
  { accountNumber, typed }: { readonly accountNumber: m.AccountNumber; readonly typed: TypedName },
): Promise<m.Quote> {
  const { name = null, isOverNameLimit = false } = typed;
  if (!quote.firstPayment && name === null) return quote;
  const holder = await holderOf(tools, accountNumber);
  const today = isoDate(tools.clock.now());
  const age = holder === null ? null : ageOn({ born: holder.dateOfBirth, today });
  // The name of a shared account is made to be seen.
  const sharedName = holder === null ? await sharedNameOf(tools.pool, accountNumber) : null;
  const isYoung = sharedName === null && (age === null || age < nameShownFromAge);
  const isHidden = quote.firstPayment && isYoung;
  const check = (): m.NameCheck => {
    if (isOverNameLimit) return 'LIMIT';
    const full = holder?.fullName ?? sharedName;
    return isHidden || full === null ? 'UNAVAILABLE' : compareNames(name ?? '', full);
  };
  const { alike: _, ...rest } = quote;
  const { numberTail } = quote.to;
  const shown = isHidden ? { ...rest, to: { name: '', numberTail, isHidden } } : quote;
  if (name === null) return shown;
  const nameCheck = check();
  const needsProof = quote.needsProof || nameCheck === 'NO_MATCH';
  return { ...shown, needsProof, nameCheck };
}
