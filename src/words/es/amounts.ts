/** How amounts are typed in Spanish. `half` and `all` are read in every language. */
import type { AmountWriting } from '../../bank/model/index.ts';

export const amounts: AmountWriting = {
  decimal: 'comma',
  half: ['mitad', 'la mitad'],
  all: ['todo', 'todo el saldo'],
  fullWidth: false,
};

/** How a search says how high an amount is: parts of regular expressions. */
export const amountRanges = {
  least: 'al menos|como mínimo|a partir de|desde|m[ií]n\\.?',
  most: 'como máximo|hasta|m[aá]x\\.?',
  before: 'entre|desde|de',
  to: 'a|hasta|y',
  leastAfter: 'o más|como mínimo',
  mostAfter: 'o menos|como máximo',
};
