/** UnbelievaBoat: `[{ rank, user_id, cash, bank, total }]`, or this list as `users`. */
import { amountIn } from './amount.ts';
import { type Decimal, isSame, sumOf } from './decimal.ts';
import { type JsonNode, memberOf, readJson, textIn } from './json.ts';
import { type Found, type FoundAmount, type FoundBalance, refuseFile } from './source.ts';

const wanted = 'a list of { user_id, cash, bank, total }';

const isDecimal = (amount: FoundAmount): amount is Decimal => typeof amount === 'object';

/** Cash and bank together; the total, where the file has one, must agree. */
function amountOf(item: JsonNode): FoundAmount {
  const [cash, bank, total] = ['cash', 'bank', 'total'].map((name) =>
    amountIn(textIn(memberOf(item, name))),
  ) as [FoundAmount, FoundAmount, FoundAmount];
  for (const one of [cash, bank]) if (!isDecimal(one) && one !== 'INFINITE') return one;
  if ([cash, bank, total].includes('INFINITE')) return 'INFINITE';
  if (!isDecimal(cash) || !isDecimal(bank)) return 'UNREADABLE';
  const sum = sumOf(cash, bank);
  if (total === 'MISSING') return sum;
  return isDecimal(total) && isSame(sum, total) ? sum : 'TOTAL_DIFFERS';
}

function balanceOf(item: JsonNode): FoundBalance {
  const { line } = item;
  if (item.kind !== 'object') return refuseFile({ code: 'SHAPE', line, wanted });
  const owner = textIn(memberOf(item, 'user_id')) ?? '';
  return { line, file: null, owner, discordUserId: owner, amount: amountOf(item) };
}

export function readUnbelievaboat(text: string): Found {
  const root = readJson(text);
  const list = memberOf(root, 'users') ?? root;
  if (list.kind !== 'array') return refuseFile({ code: 'SHAPE', line: list.line, wanted });
  return { balances: list.items.map(balanceOf), defaultBalance: null, guild: null };
}
