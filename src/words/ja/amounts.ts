/** How amounts are typed in Japanese. `half` and `all` are read in every language. */
import type { AmountWriting } from '../../bank/model/index.ts';

export const amounts: AmountWriting = {
  decimal: 'point',
  half: ['半分', '半額'],
  all: ['全部', '全額', 'すべて', '全て'],
  fullWidth: true,
};
