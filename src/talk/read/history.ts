/** Reads a question about the past: what was paid, received, deposited. */
import type { History, Meaning, Person } from '../text/types.ts';
import { isoOf, numberOf } from './calendar.ts';
import { is, isOrder, isPerson, nextOf, textOf } from './clauses.ts';
import type { Range } from './dates.ts';
import type { Item, Kind } from './item.ts';

interface Tools {
  readonly source: string;
  readonly today: number;
  readonly candidates: (name: string) => readonly Person[];
}

const unclearDate: Meaning = { intent: 'unclear', about: 'date' };

const yearOf = (item: Item): Range | null => {
  if (!is(item, 'amount', 'number') || !/^20\d\d$/.test(item.text)) return null;
  const year = Number(item.text);
  return {
    from: numberOf({ year, month: 1, day: 1 }),
    to: numberOf({ year, month: 12, day: 31 }),
  };
};

const nouns: readonly Kind[] = ['history', 'deposits', 'withdrawals', 'transfers'];

const past: readonly Kind[] = ['moved', 'in', 'out', 'show'];

/** A word that denies or imagines, and has no other meaning in a question. */
const isDenied = (item: Item): boolean =>
  is(item, 'guard') &&
  !is(item, 'ask', 'show', 'moved', 'in', 'out', 'small', 'me', 'I', 'sum', ...nouns);

/** `last 7 days please`: nothing but a date. */
const isPlainDate = (item: Item): boolean =>
  is(item, 'polite', 'small', 'mark', 'me') ||
  ['pastUnits', 'lastUnit', 'thisUnit', 'yesterday', 'month'].includes(item.dateSense ?? '');

/** `hab ich Ben die 5 geschickt`, but not `ich hab Ben 5 geschickt`. */
function isAskedFirst(items: readonly Item[]): boolean {
  const at = items.findIndex((item) => !is(item, 'polite', 'mark') || is(item, 'ask'));
  const item = items[at];
  if (is(item, 'I')) return is(item, 'ask') && item!.to - item!.from > 1;
  return is(item, 'ask') && is(items[at + 1], 'I', 'me');
}

/** Whether the sentence asks about the past, and does not order anything. */
function isQuestion(items: readonly Item[]): boolean {
  const has = (...kinds: Kind[]) => items.some((item) => is(item, ...kinds));
  const isNamed = isAskedFirst(items) && has('moved') && items.some(isPerson);
  if (!isNamed && items.some((item) => is(item, 'amount') && !yearOf(item))) return false;
  if (has('repeat', 'others')) return false;
  if (items.some(isDenied) && !has('sum')) return false;
  if (has(...nouns) && (!has('send', 'request') || has('show', 'ask', 'sum'))) return true;
  if (has('sum', 'ask', 'show') && has('moved', 'in', 'out', 'deposits', 'withdrawals'))
    return true;
  const isOrdered = items.some((item) => isOrder(item) && !is(item, ...past, ...nouns));
  const isAbout = items.some((item) => isPerson(item) || is(item, 'date'));
  if (has('in', 'out') && isAbout && !isOrdered) return true;
  if (has('ask', 'show', 'all') && has('with') && items.some(isPerson)) return true;
  // "show everything from Mia"
  const isShown = items.some((item) => is(item, 'show') && !is(item, 'send'));
  if (isShown && has('all') && !isOrdered && items.some(isPerson)) return true;
  if (has('sum') && (has('deposit', 'withdraw') || items.some(isPerson))) return true;
  if (has('all') && !has('send') && (has('date') || (has('moved') && has('me', 'I')))) return true;
  return has('date') && (has('show', 'ask') || items.every(isPlainDate));
}

function kindOf(items: readonly Item[]): History['kind'] | undefined {
  const has = (...kinds: Kind[]) => items.some((item) => is(item, ...kinds));
  const isOther = has('in', 'out');
  if (has('deposits') || (has('deposit') && has('sum') && !isOther)) return 'DEPOSIT';
  // "dame" asks for cash, and for a list.
  const takes = !has('history') && items.some((item) => is(item, 'withdraw') && !is(item, 'show'));
  if (has('withdrawals') || (takes && !isOther)) return 'WITHDRAWAL';
  return has('transfers') ? 'TRANSFER' : undefined;
}

/** The preposition before the person: payments to Ben go out. */
function sideOf(items: readonly Item[]): 'in' | 'out' | undefined {
  const at = items.findIndex(isPerson);
  const near = [items[at - 1], items[at - 2], items[at + 1]];
  if (at >= 0 && near.some((item) => is(item, 'to') && !is(item, 'with'))) return 'out';
  if (at >= 0 && near.some((item) => is(item, 'from') && !is(item, 'with'))) return 'in';
  return undefined;
}

/** `Einnahmen und Ausgaben` */
const hasBothNouns = (items: readonly Item[]): boolean =>
  (['in', 'out'] as const).every((side) => items.some((item) => is(item, side) && is(item, 'sum')));

function directionOf(items: readonly Item[]): 'in' | 'out' | undefined {
  const has = (...kinds: Kind[]) => items.some((item) => is(item, ...kinds));
  if (hasBothNouns(items)) return undefined;
  if (has('out')) return 'out';
  if (has('in')) return 'in';
  // "give me a statement" moves nothing.
  const isShown = items.some((item) => is(item, 'history') && !is(item, 'moved'));
  if (items.some((item) => is(item, 'moved') && !(isShown && is(item, 'show')))) {
    if (has('me')) return 'in';
    if (has('I')) return 'out';
    if (items.some(isPerson) && !has('to', 'from')) return 'in';
  }
  return sideOf(items);
}

interface Gathered {
  readonly people: string[];
  readonly ranges: (Range | null)[];
  text: string | null;
  rest: number;
}

const explained: readonly Kind[] = [
  ...nouns,
  ...([
    'polite',
    'small',
    'mark',
    'ask',
    'what',
    'show',
    'sum',
    'in',
    'out',
    'me',
    'I',
    'moved',
  ] as const),
  ...(['to', 'from', 'with', 'about', 'currency', 'some', 'all', 'for', 'who'] as const),
  ...(['and', 'vague'] as const),
  ...(['deposit', 'withdraw', 'send', 'gets', 'title', 'guard', 'accounts', 'particle'] as const),
];

/** What a payment was for, after `for` or `about`: the words up to the next part. */
function textFrom(items: readonly Item[], at: number): number {
  let end = at;
  while (end < items.length) {
    const item = items[end]!;
    const isPart = is(
      item,
      'date',
      'mark',
      'moved',
      'to',
      'from',
      'in',
      'out',
      'sum',
      'guard',
      'I',
      'me',
      'particle',
    );
    const isNoun = is(item, 'history') && end > at;
    if (isPerson(item) || isPart || isNoun || (is(item, 'polite') && end > at)) break;
    end += 1;
  }
  return end;
}

/** `hat Ben die Karten schon bezahlt`: a thing between a person and the verb. */
const isObject = (items: readonly Item[], at: number): boolean =>
  is(items[at - 1], 'small') &&
  isAskedFirst(items) &&
  is(items[textFrom(items, at)], 'moved', 'polite');

/** `cherche pizza dans mes opérations`, `suche Zahlung Geburtstag`. */
const isSearched = (items: readonly Item[], at: number): boolean =>
  ((is(items[at - 1], 'show') || (is(items[at - 1], 'small') && is(items[at - 2], 'show'))) &&
    items.slice(textFrom(items, at)).some((item) => is(item, ...nouns))) ||
  (is(items[at - 1], ...nouns) && items.some((item) => is(item, 'show')));

function gather(items: readonly Item[], source: string): Gathered {
  const found: Gathered = { people: [], ranges: [], text: null, rest: 0 };
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    if (isPerson(item)) {
      found.people.push(is(item, 'account') ? item.text.replaceAll(/\D/g, '') : item.text);
    } else if (item.date) found.ranges.push(item.date('past'));
    else if (yearOf(item)) found.ranges.push(yearOf(item));
    else if (is(item, 'quote')) found.text = item.text.slice(1, -1).trim();
    else if (is(item, 'for', 'about') || (is(item, 'with') && is(items[at + 1], 'word'))) {
      const first = nextOf(items, at + 1);
      if (is(items[first], ...nouns)) continue;
      const end = textFrom(items, first);
      if (is(items[first], 'quote')) continue;
      if (end > first) {
        if (found.text !== null) found.rest += 1;
        found.text = textOf(source, items, first, end);
        at = end - 1;
      }
    } else if (is(item, 'word') && (isObject(items, at) || isSearched(items, at))) {
      const end = textFrom(items, at);
      found.text = textOf(source, items, at, end);
      at = end - 1;
    } else if (!is(item, 'amount', ...explained)) found.rest += 1;
  }
  return found;
}

/** `what did I spend` asks for a sum, `what came in` for a list. */
function isSum(items: readonly Item[]): boolean {
  const has = (...kinds: Kind[]) => items.some((item) => is(item, ...kinds));
  if (has('sum') && hasBothNouns(items)) return false;
  // "what did I pay Ben for"
  if (
    items.some(isPerson) &&
    is(
      items.findLast((item) => !is(item, 'mark')),
      'for',
    )
  )
    return false;
  // "list my expenses"
  if (has('sum'))
    return !(has('show') && items.every((item) => !is(item, 'sum') || is(item, 'in', 'out')));
  if (!has('what') || !has('I') || has('history')) return false;

  return has('out') || (has('moved') && has('for') && !has('show', 'with'));
}

/** Null if the sentence does not ask about the past. */
export function readHistory(
  items: readonly Item[],
  { source, today, candidates }: Tools,
): Meaning | null {
  if (!isQuestion(items)) return null;
  const { people, ranges, text, rest } = gather(items, source);
  if (rest > 0 || new Set(people).size > 1) return null;
  if (ranges.includes(null) || ranges.length > 1) return unclearDate;
  const [range] = ranges;
  if (range?.from !== undefined && range.from > today) return unclearDate;
  const [person] = people;
  const kind = kindOf(items);
  const isBoth = kind === 'DEPOSIT' || kind === 'WITHDRAWAL';
  const direction = isBoth ? undefined : directionOf(items);
  return {
    intent: 'history',
    asks: isSum(items) ? 'sum' : 'list',
    ...(direction === undefined ? {} : { direction }),
    ...(person === undefined ? {} : { with: person, candidates: candidates(person) }),
    ...(range?.from === undefined ? {} : { from: isoOf(range.from) }),
    ...(range?.to === undefined ? {} : { to: isoOf(range.to) }),
    ...(text === null ? {} : { text }),
    ...(kind === undefined ? {} : { kind }),
  };
}
