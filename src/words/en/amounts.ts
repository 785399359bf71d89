/** How amounts are typed in English. `half` and `all` are read in every language. */
import type { AmountWriting } from '../../bank/model/index.ts';

export const amounts: AmountWriting = {
  decimal: 'point',
  half: [],
  all: [],
  fullWidth: false,
};
