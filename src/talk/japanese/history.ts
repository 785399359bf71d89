/** Reads a Japanese question about the past. */
import { isoOf } from '../read/calendar.ts';
import type { Range } from '../read/ranges.ts';
import type { History, Meaning, Person } from '../text/types.ts';
import type { Mood } from './inflection.ts';
import { does, type Item, says } from './items.ts';

export interface HistoryTools {
  readonly today: number;
  readonly candidates: (name: string) => readonly Person[];
}

const terms = /(?:手数料|上限|限度額?|利息|利子|金利|利率|レート|営業時間)/u;

const unclearDate: Meaning = { intent: 'unclear', about: 'date' };
const isPast = (item: Item): boolean =>
  item.mood === 'past' ||
  item.mood === 'pastIn' ||
  item.mood === 'state' ||
  item.mood === 'passive' ||
  item.mood === 'plain';

/** Whether a verb says that money came in or went out. */
function directionOf(item: Item): 'in' | 'out' | null {
  if (item.kind !== 'verb' || !isPast(item)) return null;
  if (item.mood === 'plain' && !does(item, 'receive')) return null;
  if (does(item, 'send', 'request') && (item.mood === 'pastIn' || item.mood === 'passive'))
    return 'in';
  if (does(item, 'receive') && !does(item, 'spend')) return 'in';
  if (does(item, 'send', 'spend')) return item.mood === 'plain' ? null : 'out';
  return null;
}

/** 「会費」って入ってる: what is written in a memo, not money that came in. */
const isContent = (items: readonly Item[], at: number): boolean =>
  items[at - 2]?.kind === 'quote' && /^(?:って|と)$/u.test(items[at - 1]!.text);

interface Facts {
  readonly isSum: boolean;
  readonly direction: History['direction'];
  readonly kind: History['kind'];
}

function factsOf(items: readonly Item[]): Facts {
  const verbs = items.filter((item) => item.kind === 'verb');
  const has = (...words: Parameters<typeof says>[1][]): boolean =>
    items.some((item) => says(item, ...words));
  const isSum = has('sum');
  const deeds = items
    .filter((_, at) => !isContent(items, at))
    .map(directionOf)
    .filter((one) => one !== null);
  const persons = items.filter((item) => item.kind === 'person');
  const isMoved = deeds.length > 0;
  const deposited =
    has('deposits') || verbs.some((item) => does(item, 'deposit') && item.mood !== 'stem');
  const withdrawn =
    has('withdrawals') ||
    verbs.some(
      (item) =>
        does(item, 'withdraw') &&
        !does(item, 'spend') &&
        item.mood !== 'stem' &&
        item.mood !== 'request',
    );
  const transfers = has('transfers') && !isMoved;
  let kind: History['kind'];
  if (deposited && persons.length === 0) kind = 'DEPOSIT';
  else if (withdrawn) kind = 'WITHDRAWAL';
  else if (transfers && persons.length === 0) kind = 'TRANSFER';
  let direction: History['direction'] = deeds.includes('in') ? 'in' : deeds[0];
  // Max払った？ asks whether Max paid.
  const [one] = persons;
  const isAsked = items.at(-1)?.text === '?' && !isSum;
  if (isAsked && direction === 'out' && (one?.role === 'bare' || one?.role === 'subject')) {
    direction = 'in';
  }
  const isFrom = persons.length === 1 && one?.role === 'from';
  if (!direction && has('spending')) direction = isFrom ? 'in' : 'out';
  if (!direction && has('income')) direction = 'in';
  if (!direction && deposited && persons.length > 0) direction = 'in';
  if (!direction) {
    const side = persons.find(({ role }) => role === 'to' || role === 'from');
    if (side) direction = side.role === 'to' ? 'out' : 'in';
  }
  return {
    isSum,
    kind,
    direction: kind === 'DEPOSIT' || kind === 'WITHDRAWAL' ? undefined : direction,
  };
}

/** Whether the sentence asks about the past, and orders nothing. */
function isQuestion(items: readonly Item[]): boolean {
  const has = (...words: Parameters<typeof says>[1][]): boolean =>
    items.some((item) => says(item, ...words));
  const verbs = items.filter((item) => item.kind === 'verb');
  if (items.some(({ kind }) => kind === 'amount' || kind === 'repeat')) return false;
  if (items.some(({ kind }) => kind === 'who') && !items.some((item) => says(item, 'ask')))
    return false;
  const isAsked = /^(?:\?|？|っけ)$/u.test(items.at(-1)?.text ?? '');
  const isShown =
    has('ask', 'sum', 'all') ||
    verbs.some((item) => does(item, 'show') || (isAsked && does(item, 'have')));
  const isMoved = verbs.some((item) => directionOf(item) !== null);
  const isOwn = verbs.some(
    (item) => does(item, 'deposit', 'withdraw') && isPast(item) && item.mood !== 'plain',
  );
  const isListed = has('history') || isMoved;
  if (isOrdered(verbs, isListed)) return false;
  if (has('history')) return true;
  const hasDate = items.some(({ kind }) => kind === 'date');
  const hasPerson = items.some(({ kind }) => kind === 'person');
  if (has('deposits', 'withdrawals', 'transfers', 'spending', 'income') && (isShown || hasDate))
    return true;
  const isOfPerson = items.filter(({ kind }) => kind === 'person').length === 1;
  if (isMoved || isOwn) return isShown || isNominal(items) || (isAsked && isMoved && isOfPerson);
  const hasQuote = items.some(({ kind }) => kind === 'quote');
  return (hasDate || hasQuote) && verbs.some((item) => does(item, 'show')) && !hasPerson;
}

const orders: readonly Mood[] = [
  'request',
  'want',
  'command',
  'plain',
  'volitional',
  'potential',
  'must',
];

/** Whether a verb orders a payment; 出して also means to show. */
const isOrdered = (verbs: readonly Item[], isListed: boolean): boolean =>
  verbs.some(
    (item) =>
      does(item, 'send', 'request', 'deposit', 'withdraw') &&
      item.isNoun !== true &&
      orders.includes(item.mood ?? 'other') &&
      !(isListed && /^(?:[出だ]し|送って)/u.test(item.text)),
  );

/** 払ったもの, 届いた分: a noun, not a report. */
const isNominal = (items: readonly Item[]): boolean =>
  items.some(
    (item, at) =>
      item.kind === 'verb' &&
      directionOf(item) !== null &&
      /^(?:もの|分|やつ|お金|額|金額|件|の)$/u.test(items[at + 1]?.text ?? '') &&
      at + 3 >= items.length,
  );

/** 家賃にいくら, ピザで, 「ピザ」: what the payments were for. */
function textOf(
  text: string,
  items: readonly Item[],
  { isSum, isSpent }: { isSum: boolean; isSpent: boolean },
): { found: string | null; rest: boolean } {
  const quote = items.find(({ kind }) => kind === 'quote');
  if (quote) return { found: quote.text.slice(1, -1).trim(), rest: false };
  const thing = items.find(
    (item) => item.kind === 'person' && item.role === 'to' && isThing(item, isSpent),
  );
  if (thing) return { found: thing.name ?? null, rest: false };
  let from: number | null = null;
  let found: string | null = null;
  let rest = false;
  items.forEach((item, at) => {
    const isLoose =
      item.kind === 'text' ||
      (item.kind === 'person' && item.isKnown !== true && item.role === 'bare');
    if (isLoose) from ??= at;
    const next = items[at + 1];
    if (from === null || (next && (next.kind === 'text' || isJoin(items, at + 1)))) return;
    const raw = text.slice(items[from]!.start, item.end).trim();
    const particle = /^(?:いくら|どれくらい|に|で|の|へ|にも|関連|について|関係)/u.test(
      text.slice(item.end),
    );
    if (found === null && particle && isSum && isLoose) found = raw;
    else rest = true;
    from = null;
  });
  return { found, rest };
}

const isJoin = (items: readonly Item[], at: number): boolean =>
  items[at]?.text === 'の' && items[at + 1]?.kind === 'text';

/** コンビニにいくら使った: an unknown name is what the money was spent on. */
const isThing = ({ isKnown, role }: Item, isSpent: boolean): boolean =>
  isKnown !== true && (role === 'bare' || (isSpent && role === 'to'));

/** Null if the sentence does not ask about the past. */
export function readHistory(
  text: string,
  items: readonly Item[],
  { today, candidates }: HistoryTools,
): Meaning | null {
  if (!isQuestion(items) || isTariff(text, items)) return null;
  const { isSum, direction, kind } = factsOf(items);
  const isSpent = items.some((item) => does(item, 'spend') && !does(item, 'send', 'withdraw'));
  const persons = items.filter((item) => item.kind === 'person' && !isThing(item, isSpent));
  const names = [...new Set(persons.map(({ name }) => name!))];
  if (names.length > 1) return null;
  const dates = items.filter((item) => item.kind === 'date');
  const ranges = dates.map((item) => item.date!('past'));
  if (ranges.includes(null)) return unclearDate;
  const range = intersection(ranges as Range[]);
  if (range === null || (range.from !== undefined && range.from > today)) return unclearDate;
  const { found, rest } = textOf(text, items, { isSum, isSpent });
  if (
    rest &&
    !items.some((item) => says(item, 'history', 'ask')) &&
    !items.some((item) => does(item, 'show')) &&
    !isSum
  )
    return null;
  const [person] = names;
  return {
    intent: 'history',
    asks: isSum ? 'sum' : 'list',
    ...(direction === undefined ? {} : { direction }),
    ...(person === undefined ? {} : { with: person, candidates: candidates(person) }),
    ...(range.from === undefined ? {} : { from: isoOf(range.from) }),
    ...(range.to === undefined ? {} : { to: isoOf(range.to) }),
    ...(found === null ? {} : { text: found }),
    ...(kind === undefined ? {} : { kind }),
  };
}

/** 送金の手数料はいくら: a question about the bank's terms, not about the past. */
const isTariff = (text: string, items: readonly Item[]): boolean =>
  terms.test(text) && !items.some((item) => directionOf(item) !== null);

/** One range; two are one only if they are the same days. */
function intersection(ranges: readonly Range[]): Range | null {
  const [first, ...others] = ranges;
  if (!first) return {};
  const isSame = others.every(({ from, to }) => from === first.from && to === first.to);
  return isSame ? first : null;
}
