/** How amounts are typed in German. `half` and `all` are read in every language. */
import type { AmountWriting } from '../../bank/model/index.ts';

export const amounts: AmountWriting = {
  decimal: 'comma',
  half: ['halb', 'die hälfte', 'hälfte', 'haelfte'],
  all: ['alles', 'ganz', 'das ganze'],
  fullWidth: false,
};
