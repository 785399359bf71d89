/** Words beside the payment: talk, digits that are no account, surnames that are not known. */
import { is, isPerson } from './clauses.ts';
import type { Item } from './item.ts';

export const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);

/** A sentence of its own beside the request: "she is great". */
export function isAside(items: readonly Item[], clauses: readonly number[], at: number): boolean {
  const rest = items.filter((_, index) => index >= at && clauses[index] === clauses[at]);
  const isEssential = rest.some((item) => isPerson(item) || is(item, 'amount', 'send', 'request'));
  return !isEssential && rest.some((item) => is(item, 'aside'));
}

/** `to 12345`: digits that are no account number. */
export function isWrongAccount(items: readonly Item[], at: number): boolean {
  const item = items[at];
  const isOther = items.some((other, index) => index !== at && is(other, 'amount'));
  return isOther && is(item, 'amount', 'number') && /^\d{4,}$/.test(item!.text);
}

/** Whether a word after a name may belong to the name. */
export const isUnsettled = (items: readonly Item[], at: number): boolean =>
  isCapital(items[at]!.text) || is(items[at + 1], 'amount');
