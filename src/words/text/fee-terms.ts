/** The terms of a fee in one line. */
import type { Currency, FeeTerms } from '../../bank/model/index.ts';
import { formatAmount } from './amount.ts';

interface FeeWords {
  readonly none: string;
  readonly perMille: (count: string) => string;
  readonly least: (of: string) => string;
  readonly most: (of: string) => string;
  readonly free: (count: number) => string;
}

/** `0.10 GEM + 5 ‰ · at least … · at most … · 3 free a month`. */
export function feeTerms(say: FeeWords, terms: FeeTerms | null, currency: Currency): string {
  if (terms === null) return say.none;
  const { flat, perMille, least, most, free } = terms;
  const sum = (units: bigint): string => formatAmount(units, currency);
  const charged = [
    ...(flat === 0n ? [] : [sum(flat)]),
    ...(perMille === 0n ? [] : [say.perMille(`${perMille}`)]),
  ];
  if (charged.length === 0 && least === 0n) return say.none;
  return [
    charged.length === 0 ? sum(least) : charged.join(' + '),
    ...(charged.length > 0 && least > 0n ? [say.least(sum(least))] : []),
    ...(most === null ? [] : [say.most(sum(most))]),
    ...(free === 0 ? [] : [say.free(free)]),
  ].join(' · ');
}
