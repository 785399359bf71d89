/** Who is paid, or asked for money, in a Japanese sentence. */
import { folded } from '../text/tokens.ts';
import type { Act } from './acts.ts';
import { clausesOf, does, type Item, says } from './items.ts';

export type Kind = 'send' | 'request' | 'deposit' | 'withdraw';

export interface Payees {
  readonly names: readonly { readonly name: string; readonly isKnown: boolean }[];
  /** A person in a part of the sentence that has no place in a payment. */
  readonly isOdd: boolean;
}

const distinct = (persons: readonly Item[]): Payees['names'] => {
  const seen = new Map<string, { name: string; isKnown: boolean }>();
  for (const { name = '', isKnown = false } of persons) {
    if (!seen.has(folded(name))) seen.set(folded(name), { name, isKnown });
  }
  return [...seen.values()];
};

/** The persons who may be paid or asked, by their particles. */
export function payeesOf(items: readonly Item[], kind: Kind | null, acts: readonly Act[]): Payees {
  const clauses = clausesOf(items);
  const persons = items.filter((item) => item.kind === 'person');
  const at = (item: Item): number => clauses[items.indexOf(item)]!;
  const actClauses = new Set(acts.filter(({ isLive }) => isLive).map(({ at: i }) => clauses[i]));
  const isIn = (item: Item): boolean => actClauses.has(at(item));
  const isLent = (item: Item): boolean =>
    items.some((other, index) => does(other, 'borrow', 'lend') && clauses[index] === at(item));
  const strong = persons.filter(
    ({ role }) => role === 'to' || role === 'or' || (kind === 'request' && role === 'from'),
  );
  const others = persons.filter((item) => !strong.includes(item));
  const isTogether = (item: Item): boolean => item.role === 'with' && isIn(item);
  const isOdd =
    persons.some(({ role, isKnown }) => role === 'object' && isKnown === true) ||
    (strong.length > 0 &&
      others.some(
        (item) =>
          (isTogether(item) && !isLent(item) && item.isKnown === true) ||
          (item.role === 'with' && persons[persons.indexOf(item) + 1] === strong[0]) ||
          (kind === 'send' && item.role === 'from' && isIn(item) && !isLent(item)) ||
          (kind === 'send' &&
            item.role === 'subject' &&
            (item.isKnown === true || isPaying(items, item)) &&
            isIn(item)),
      ));
  if (strong.length > 0) return { names: distinct(strong), isOdd };
  const hasOwn = (item: Item): boolean => isAmountNear(items, items.indexOf(item));
  const rank: ((item: Item) => boolean)[] = [
    ({ role, isKnown }) => role === 'bare' && isKnown === true,
    (item) => item.role === 'bare' && hasOwn(item) && !isMemoHead(items, item),
    ({ role }) => role === 'from',
    (item) => item.role === 'subject' && (!isIn(item) || kind === 'request'),
    ({ role, isKnown }) => role === 'of' && isKnown === true,
    (item) => item.role === 'of' && !isIn(item),
    (item) => item.role === 'with' && !isIn(item),
    (item) => item.role === 'bare' && items.length < 9 && !isMemoHead(items, item),
  ];
  for (const fits of rank) {
    const found = others.filter(fits);
    if (found.length > 0) return { names: distinct(found), isOdd };
  }
  return { names: [], isOdd: isOdd || others.some(({ isKnown }) => isKnown === true) };
}

/** ベンへアンナが20送って: another person would pay. */
const isPaying = (items: readonly Item[], item: Item): boolean =>
  item.text.endsWith('が') && items[items.indexOf(item) + 1]?.kind === 'amount';

const isMemoHead = (items: readonly Item[], item: Item): boolean =>
  /^[代費料賃金税]/u.test(items[items.indexOf(item) + 1]?.text ?? '');

function isAmountNear(items: readonly Item[], at: number): boolean {
  const near = (step: number): boolean => {
    let here = at + step;
    while (items[here]?.kind === 'mark' || says(items[here], 'filler')) here += step;
    return items[here]?.kind === 'amount' || says(items[here], 'half', 'all');
  };
  return near(1) || near(-1);
}
