/** How amounts are typed in Spanish. `half` and `all` are read in every language. */
import type { AmountWriting } from '../../bank/model/index.ts';

export const amounts: AmountWriting = {
  decimal: 'comma',
  half: ['mitad', 'la mitad'],
  all: ['todo', 'todo el saldo'],
  fullWidth: false,
};
