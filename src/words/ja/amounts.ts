/** How amounts are typed in Japanese. `half` and `all` are read in every language. */
import type { AmountWriting } from '../../bank/model/index.ts';

export const amounts: AmountWriting = {
  decimal: 'point',
  half: ['半分', '半額'],
  all: ['全部', '全額', 'すべて', '全て'],
  fullWidth: true,
};

/** How a search says how high an amount is: parts of regular expressions. */
export const amountRanges = {
  least: '最低|最小',
  most: '最高|最大',
  before: '',
  to: 'から|〜|～',
  leastAfter: '以上|から',
  mostAfter: '以下|まで',
};
