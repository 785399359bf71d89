/** How amounts are typed in English. `half` and `all` are read in every language. */
import type { AmountWriting } from '../../bank/model/index.ts';

export const amounts: AmountWriting = {
  decimal: 'point',
  half: [],
  all: [],
  fullWidth: false,
};

/**
 * How a search says how high an amount is, besides `≥ 12`, `≤ 12`, `12+` and `12–50`: parts of
 * regular expressions. `to` is between two amounts, and `before` before both.
 */
export const amountRanges = {
  least: 'at least|from|min\\.?',
  most: 'at most|up to|max\\.?',
  before: 'between|from',
  to: 'to|and',
  leastAfter: 'or more',
  mostAfter: 'or less',
};
