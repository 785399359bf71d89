/** How amounts are typed in French. `half` and `all` are read in every language. */
import type { AmountWriting } from '../../bank/model/index.ts';

export const amounts: AmountWriting = {
  decimal: 'comma',
  half: ['moitié', 'la moitié', 'moitie', 'la moitie'],
  all: ['tout', 'la totalité'],
  fullWidth: false,
};
