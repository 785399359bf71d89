/** How amounts are typed in German. `half` and `all` are read in every language. */
import type { AmountWriting } from '../../bank/model/index.ts';

export const amounts: AmountWriting = {
  decimal: 'comma',
  half: ['halb', 'die hälfte', 'hälfte', 'haelfte'],
  all: ['alles', 'ganz', 'das ganze'],
  fullWidth: false,
};

/** How a search says how high an amount is: parts of regular expressions. */
export const amountRanges = {
  least: 'mindestens|ab|von|min\\.?',
  most: 'höchstens|maximal|bis zu|bis|max\\.?',
  before: 'zwischen|von|ab',
  to: 'bis|und',
  leastAfter: 'oder mehr',
  mostAfter: 'oder weniger',
};
