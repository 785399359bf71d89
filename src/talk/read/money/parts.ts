/** Sorts the items of a payment by what they are for. */
import { clausesOf, is, isBetween, isPerson, nextOf, textOf, toldClauses } from '../clauses.ts';
import { nothingFound, type Parts } from './found.ts';
import type { Item } from '../item.ts';
import { isAfterColon, isLabel, isThing, ownMemo, titleOf, withArticle } from './labels.ts';
import { holdsPayment, isReason, memoFrom } from './memo.ts';
import { slotAt } from './slots.ts';
import {
  beginsMemo,
  isAside,
  isCapital,
  isCounted,
  isDescribing,
  isOwnerOrMoney,
  isOfMine,
  isOfThen,
  isPossessor,
  isPreposition,
  isTargetAt,
  isUnsettled,
  isWrongAccount,
} from './tails.ts';

export class Sorter {
  readonly #source: string;
  readonly #items: readonly Item[];
  readonly #clauses: readonly number[];
  readonly #essential = new Set<number>();
  readonly #loose: { item: Item; clause: number }[] = [];
  readonly #found = nothingFound();

  readonly #told: ReadonlyMap<number, 'fact' | 'owed'>;

  constructor(source: string, items: readonly Item[]) {
    this.#source = source;
    this.#items = items;
    this.#clauses = clausesOf(items);
    this.#told = toldClauses(items);
  }

  parts(): Parts {
    const title = titleOf(this.#source, this.#items);
    if (title) this.#found.memo = title.memo;
    for (let at = title?.end ?? 0; at < this.#items.length;) at = this.#read(at);
    // A clause without any part of the payment is talk: "I lost, fine."
    for (const { item, clause } of this.#loose) {
      if (this.#essential.has(clause)) this.#found.rest.push(item);
    }
    return this.#found;
  }

  /** In a clause that tells something, only the person and what is owed count. */
  #isTold(at: number): boolean {
    const told = this.#told.get(this.#clauses[at]!);
    const item = this.#items[at]!;
    if (told === undefined || isPerson(item)) return false;
    if (told === 'owed') return !is(item, 'amount', 'half', 'all', 'for', 'note', 'quote');
    if (is(item, 'amount', 'half', 'all')) this.#found.hasPastAmount = true;
    return true;
  }

  /** Reads the item at a place; the place of the next one. */
  #read(at: number): number {
    const item = this.#items[at]!;
    const found = this.#found;
    const keep = (list: Item[]): number => {
      list.push(item);
      this.#essential.add(this.#clauses[at]!);
      return at + 1;
    };
    if (this.#isTold(at)) return at + 1;
    if (isPerson(item)) return this.#person(at);
    if (this.#canHaveMemo && beginsMemo(this.#items, at)) return this.#memo(at, at + 1);
    if (is(item, 'to') && isWrongAccount(this.#items, at + 1)) {
      this.#found.hasWho = true;
      return at + 2;
    }
    if (is(item, 'repeat') && isDescribing(this.#items, at)) found.rest.push(item);
    if (is(item, 'repeat')) return keep(found.repeats);
    if (is(item, 'each') && is(this.#items[at + 1], 'word')) {
      // An interval that is not known must be asked for, and is no memo.
      found.repeats.push({ ...item, repeat: null });
      return at + 2;
    }
    if (isPreposition(this.#items, at, this.#seen)) return is(item, 'to') ? at + 1 : this.#for(at);
    if (is(item, 'amount', 'half', 'all')) return keep(found.amounts);
    // "the 12 from yesterday": says which amount, and not when it is paid.
    if (isOfThen(this.#items, at)) return at + 1;
    if (is(item, 'date')) return keep(found.dates);
    if (is(item, 'note')) return this.#note(at);
    if (is(item, 'quote')) return this.#memo(at, at);
    if (is(item, 'send', 'gets', 'request', 'get', 'deposit', 'withdraw')) return keep(found.verbs);
    if (is(item, 'for')) return this.#for(at);
    if (is(item, 'or', 'and', 'correct')) return keep(found.links);
    // "pay Max the usual": the usual amount.
    const isUsual = is(item, 'vague') && found.payees.length > 0;
    if (is(item, 'who') && !isUsual) {
      found.hasWho ||= !isOwnerOrMoney(this.#items, at, found.verbs);
      return at + 1;
    }
    if (is(item, 'me')) {
      found.hasMe = true;
      return at + 1;
    }
    if (is(item, 'vague')) {
      found.isVague = true;
      return at + 1;
    }
    if (is(item, 'aside') && isAside(this.#items, this.#clauses, at)) return this.#clauseEnd(at);
    if (is(item, 'from') && isReason(this.#items, at)) return this.#memo(at, at + 1);
    if (isBetween(item)) return at + 1;
    return this.#word(at);
  }

  get #canHaveMemo(): boolean {
    return this.#seen.hasPayee && this.#seen.hasAmount && this.#found.memo === null;
  }

  get #seen() {
    const { payees, amounts, verbs } = this.#found;
    // "ich will" is polite; the verb may still come, after the memo.
    const hasVerb = verbs.some((item) => !is(item, 'polite'));
    return { hasPayee: payees.length > 0, hasAmount: amounts.length > 0, hasVerb };
  }

  #person(at: number): number {
    this.#essential.add(this.#clauses[at]!);
    const item = this.#items[at]!;
    const next = this.#items[at + 1];
    const text = is(item, 'account') ? item.text.replaceAll(/\D/g, '') : item.text;
    if (isPossessor(this.#items, at)) {
      this.#found.hasWho = true;
      return at + 1;
    }
    // "it is Anna's birthday, send her 20": whom the order means is not said.
    const isFact = this.#told.get(this.#clauses[at]!) === 'fact';
    const before = this.#items[at - 1];
    if (isFact && is(before, 'from') && !is(before, 'to')) {
      this.#found.hasWho = true;
      return at + 1;
    }
    const isTarget = isTargetAt(this.#items, at);
    this.#found.payees.push({ text, isKnown: true, isTarget });
    // "Ben Miller" is not Ben: a surname that is not known makes another name.
    if (is(item, 'name') && is(next, 'word') && !next!.joined && isUnsettled(this.#items, at + 1)) {
      // A capital makes it a surname; another word belongs to a statement: "Mia turned 30".
      this.#found.hasWho = true;
      if (this.#found.verbs.length > 0 || isCapital(next!.text)) this.#found.payees.pop();
      else this.#found.rest.push(next!);
      return at + 2;
    }
    return at + 1;
  }

  /** After `for`: the payee, the amount, or the memo. */
  #for(at: number): number {
    const here = nextOf(this.#items, at + 1);
    const item = this.#items[here];
    const after = this.#items[here + 1];
    const isLast = after === undefined || !is(after, 'word') || is(after, 'polite', 'mark');
    const { hasPayee, hasAmount } = this.#seen;
    // "ask him for it"
    if (here === at + 2 && (item === undefined || is(item, 'mark'))) return here;
    // "for Ben or for Mia"
    if (isPerson(item) && is(this.#items[at - 1], 'or')) return at + 1;
    if (isPerson(item) && isLast && !hasPayee && !this.#found.hasWho) return at + 1;
    if (is(item, 'amount', 'half', 'all') && !hasAmount && isLast) return at + 1;
    const isThing = here > at + 1 && is(after, 'from', 'small');
    if (is(item, 'some', 'currency') && isLast && !isThing) return at + 1;
    // "thanks for the ride"
    return this.#memo(at, is(this.#items[at - 1], 'thanks') ? at - 1 : at + 1);
  }

  /** `note: 5 to Ben` has no memo. */
  #note(at: number): number {
    let next = at + 1;
    while (is(this.#items[next], 'mark')) next += 1;
    const isPart = is(this.#items[next], 'amount') && !this.#seen.hasAmount;
    return isPart ? next : this.#memo(at, at + 1);
  }

  #memo(at: number, first: number): number {
    let start = first;
    while (start < this.#items.length && /^[:=-]$/.test(this.#items[start]!.text)) start += 1;
    if (start >= this.#items.length) return start;
    const { memo, end } = memoFrom(this.#source, this.#items, start, this.#seen);
    if (memo === '') return at + 1;
    if (holdsPayment(this.#items.slice(start, end))) this.#found.rest.push(this.#items[at]!);
    if (this.#found.memo === memo) return end;
    if (this.#found.memo !== null) {
      // A second reason belongs to the first: "for pizza, for Ben".
      this.#loose.push({ item: this.#items[at]!, clause: this.#clauses[at]! });
      return end;
    }
    this.#found.memo = memo;
    return end;
  }

  #word(at: number): number {
    const { hasPayee, hasAmount } = this.#seen;
    const name = !hasPayee && is(this.#items[at], 'word') ? this.#unknownName(at) : null;
    if (name !== null) return name;
    // "zu schicken" asks for a payment only after some verbs.
    if (is(this.#items[at], 'last')) {
      this.#found.rest.push(this.#items[at]!);
      return at + 1;
    }
    // A memo does not begin with a statement: "the transfer of 20 to Ben has gone out".
    const isTalk =
      is(this.#items[at], 'aside', 'fact', 'owed') || isAside(this.#items, this.#clauses, at);
    // What follows "and" is another request, or none: "and book a table".
    const [before, link] = [this.#items[at - 1], this.#items[at - 2]];
    const isMore = is(before, 'and', 'clitic') || (is(before, 'to') && is(link, 'and', 'or'));
    const isCount = isCounted(this.#items, at, this.#found.verbs) || isOfMine(this.#items, at);
    const isOpen = this.#found.memo === null && !isTalk && !isMore && !isCount;
    const isHere = hasPayee || isLabel(this.#items, at);
    const own = isOpen ? ownMemo(this.#items, at, { hasPayee, hasAmount }) : null;
    if (own) {
      this.#found.memo = textOf(this.#source, this.#items, at, own.end);
      return own.next;
    }
    const isBought = hasPayee && !hasAmount && isThing(this.#items, at);
    if (hasPayee && isOpen && isAfterColon(this.#items, at)) return this.#memo(at, at);
    // "treat Mia to a coffee, 3"
    const isTreat = isBought && isPerson(this.#items[at - 2]);
    if (isOpen && (isBought || (hasAmount && isHere)))
      return this.#memo(at, isTreat ? at - 1 : withArticle(this.#items, at));
    this.#loose.push({ item: this.#items[at]!, clause: this.#clauses[at]! });
    return at + 1;
  }

  #clauseEnd(at: number): number {
    this.#found.hasAside = true;
    return this.#clauses.lastIndexOf(this.#clauses[at]!) + 1;
  }

  /** An unknown name stands after a verb, a preposition or a title. */
  #unknownName(at: number): number | null {
    const found = slotAt(this.#source, this.#items, at, this.#found.memo !== null);
    if (!found) return null;
    if (found.memo === undefined) this.#essential.add(this.#clauses[at]!);
    else this.#found.memo = found.memo;
    if (found.hasThing) this.#found.hasThing = true;
    if (found.hasWho) this.#found.hasWho = true;
    if (found.payee) this.#found.payees.push(found.payee);
    return found.end;
  }
}
