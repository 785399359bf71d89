/** How amounts are typed in French. `half` and `all` are read in every language. */
import type { AmountWriting } from '../../bank/model/index.ts';

export const amounts: AmountWriting = {
  decimal: 'comma',
  half: ['moitié', 'la moitié', 'moitie', 'la moitie'],
  all: ['tout', 'la totalité'],
  fullWidth: false,
};

/** How a search says how high an amount is: parts of regular expressions. */
export const amountRanges = {
  least: 'au moins|à partir de|dès|min\\.?',
  most: "au plus|jusqu['’]à|max\\.?",
  before: 'entre|de',
  to: 'à|et',
  leastAfter: 'ou plus|au moins|minimum',
  mostAfter: 'ou moins|au plus|maximum',
};
