/** Reads a question about the past: what was paid, received, deposited. */
import type { History, Meaning, Person } from '../../text/types.ts';
import { isoOf } from '../calendar.ts';
import { is, isPerson, nextOf, textOf } from '../clauses.ts';
import type { Range } from '../dates.ts';
import type { Item, Kind } from '../item.ts';
import { isQuestion, nouns, yearOf } from './asked.ts';
import { isThing, textFrom } from './things.ts';

interface Tools {
  readonly source: string;
  readonly today: number;
  readonly candidates: (name: string) => readonly Person[];
}

const unclearDate: Meaning = { intent: 'unclear', about: 'date' };

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
  // "ya pagó Zoë": the person is the subject.
  const isSubject = (item: Item, at: number) => is(item, 'finite') && isPerson(items[at + 1]);
  if (items.some((item, at) => is(item, 'moved') && isSubject(item, at))) return 'in';
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

/** `from October on` */
const since = (start: Range | null): Range | null =>
  start?.from === undefined ? null : { from: start.from };

function gather(items: readonly Item[], source: string): Gathered {
  const found: Gathered = { people: [], ranges: [], text: null, rest: 0 };
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    if (isPerson(item)) {
      found.people.push(is(item, 'account') ? item.text.replaceAll(/\D/g, '') : item.text);
    } else if (item.date) found.ranges.push(item.date('past'));
    else if (item.repeat?.start) found.ranges.push(since(item.repeat.start('past')));
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
    } else if (is(item, 'word') && isThing(items, at)) {
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
