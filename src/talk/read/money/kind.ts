/** Which movement of money a sentence asks for. */
import { has, is, isPerson } from '../clauses.ts';
import type { Parts } from './found.ts';
import type { Item } from '../item.ts';
import type { Sense } from '../language.ts';

/** `get 5 from Ben` asks for money, `get 5 to Ben` sends it. */
function directed(items: readonly Item[]): 'send' | 'request' | undefined {
  if (!has(items, 'get')) return undefined;
  const at = items.findIndex(isPerson);
  const side = items.slice(Math.max(0, at - 2), Math.max(0, at));
  if (has(side, 'from')) return 'request';
  return has(side, 'to') ? 'send' : undefined;
}

/** What the verbs outside the memo, and outside clauses that only tell something, ask for. */
export function kindOf(
  items: readonly Item[],
  active: readonly Item[],
  parts: Parts,
): Sense | undefined {
  const kinds: readonly Sense[] = ['request', 'deposit', 'withdraw', 'send', 'gets'];
  const isOwn = !items.some((item) => isPerson(item) || is(item, 'who'));
  const order = isOwn ? (['deposit', 'withdraw', ...kinds] as const) : kinds;
  // What also is a polite phrase does not decide: "take 5 from my account and send it to Ben".
  const decides = isOwn ? active : active.filter((item) => !is(item, 'polite'));
  // "auf das Konto 1234567890" names the payee's account.
  const isPlace = (item: Item) => is(item, 'deposit') && is(item, 'to') && !isOwn;
  // "take 5 out of my account and give it to Ben"
  const isHanded = !isOwn && parts.amounts.length === 1 && has(decides, 'withdraw', 'deposit');
  const last = decides.findLast((item) => is(item, 'send', 'deposit', 'withdraw', 'request'));
  if (isHanded && has(items, 'mine') && is(last, 'send') && has(parts.links, 'and')) return 'send';
  const verbs = decides.filter((item) => parts.verbs.includes(item) && !isPlace(item));
  const others: readonly Sense[] = parts.payees.length > 0 ? ['request', 'send', 'gets'] : order;
  return (
    order.find((sense) => has(verbs, sense)) ??
    directed(items) ??
    others.find((sense) => has(decides, sense))
  );
}
