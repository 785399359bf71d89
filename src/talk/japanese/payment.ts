/** Reads a Japanese sentence that moves money. */
import { isoOf } from '../read/calendar.ts';
import { folded } from '../text/tokens.ts';
import type { Meaning, Person } from '../text/types.ts';
import { actsOf, type Act } from './acts.ts';
import { startOf } from './dates.ts';
import { does, type Item, says } from './items.ts';
import { memoOf } from './memo.ts';
import { type Repeat, weekdayNamed } from './repeats.ts';

export interface PaymentTools {
  readonly today: number;
  readonly candidates: (name: string) => readonly Person[];
}

type About = 'amount' | 'payee' | 'date';
const unclear = (about: About): Meaning => ({ intent: 'unclear', about });
const none: Meaning = { intent: 'none' };

/** The clause of each item: marks and reasons end one. */
export function clausesOf(items: readonly Item[]): readonly number[] {
  let clause = 0;
  return items.map((item) => {
    const here = clause;
    const isEnd = item.kind === 'mark' && /^[^\s\-–/・|]$/u.test(item.text);
    if (isEnd || says(item, 'reason')) clause += 1;
    return here;
  });
}

type Kind = 'send' | 'request' | 'deposit' | 'withdraw';

function kindOf(acts: readonly Act[], hasPerson: boolean): Kind | null {
  const live = acts.filter(({ isLive }) => isLive);
  if (live.some(({ isForOther }) => isForOther)) return 'request';
  const last = live.at(-1)?.item;
  if (!last) return null;
  if (hasPerson) return does(last, 'send', 'deposit') ? 'send' : 'withdraw';
  if (does(last, 'deposit')) return 'deposit';
  return does(last, 'withdraw') ? 'withdraw' : 'send';
}

interface Payees {
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
function payeesOf(
  items: readonly Item[],
  kind: Kind | null,
  { clauses, acts }: { clauses: readonly number[]; acts: readonly Act[] },
): Payees {
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
          (kind === 'send' && item.role === 'subject' && item.isKnown === true && isIn(item)),
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

/** The amounts as texts; null for one that must be asked. */
const amountsOf = (items: readonly Item[]): (string | null)[] => [
  ...new Set(
    items.flatMap((item) => {
      if (item.kind === 'amount') return [item.amount ?? null];
      if (says(item, 'half')) return ['half'];
      return says(item, 'all') ? ['all'] : [];
    }),
  ),
];

interface Plan {
  readonly every: Repeat['every'];
  readonly on?: NonNullable<Repeat['on']>;
  readonly start?: string;
}

/** The repetition; null if a part of it is impossible, over, or said twice. */
function planOf(items: readonly Item[], today: number): Plan | null {
  const repeats = items.filter(({ kind }) => kind === 'repeat');
  let every: Repeat['every'] | undefined;
  let on: Repeat['on'];
  for (const { repeat } of repeats) {
    if (!repeat) return null;
    const isSame = every?.unit === repeat.every.unit && every.count === repeat.every.count;
    if (every && !isSame) return null;
    every = repeat.every;
    if (on !== undefined && repeat.on !== undefined && on !== repeat.on) return null;
    on = repeat.on ?? on;
  }
  let start: number | undefined;
  for (const item of items.filter(({ kind }) => kind === 'date')) {
    const own = ownDay(item, every?.unit);
    if (own !== undefined) {
      if (on !== undefined && on !== own) return null;
      on = own;
    } else {
      if (start !== undefined) return null;
      start = startOf(item.date!);
      if (start === undefined || start < today) return null;
    }
  }
  if (!every) return null;
  return {
    every,
    ...(on === undefined ? {} : { on }),
    ...(start === undefined ? {} : { start: isoOf(start) }),
  };
}

/** 15日 beside 毎月, 金曜 beside 毎週, 月末 beside 毎月. */
function ownDay(item: Item, unit: Repeat['every']['unit'] | undefined): Repeat['on'] {
  if (unit === 'month' && /^月末に?$/u.test(item.text)) return 'last';
  const day = /^(\d{1,2})日(?:に|、)?$/u.exec(item.text)?.[1];
  if (unit === 'month' && day !== undefined) return Number(day);
  const weekday = /^([月火水木金土日])曜日?$/u.exec(item.text)?.[1];
  return unit === 'week' && weekday !== undefined ? weekdayNamed(weekday) : undefined;
}

const isToday = (item: Item, today: number): boolean => {
  const range = item.date?.('future');
  return range?.from === today && range.to === today;
};

/** Null if the sentence is not about moving money at all. */
export function readPayment(
  text: string,
  all: readonly Item[],
  tools: PaymentTools,
): Meaning | null {
  const acts = actsOf(all);
  const live = acts.filter(({ isLive }) => isLive);
  const hasWho = all.some(
    (item) => item.kind === 'who' && item.role !== 'subject' && item.role !== 'of',
  );
  const hasPerson =
    hasWho || all.some((item) => item.kind === 'person' && (item.isKnown || item.role !== 'bare'));
  const kind = kindOf(acts, hasPerson);
  const isTerse =
    kind === null &&
    amountsOf(all).length > 0 &&
    (hasWho || all.some(({ kind: one }) => one === 'person'));
  if (kind === null && !isTerse) return null;
  if (acts.some(({ isFatal }) => isFatal) || isDenied(text, all, kind)) return none;
  if (kind === null && /[?？]\s*$/u.test(text)) return none;
  const clauses = clausesOf(all);
  const { memo, rest, items } = memoOf(text, all, { clauses, acts });
  const amounts = amountsOf(items);
  const isVague = items.some((item) => says(item, 'vague'));
  const repeats = items.filter((item) => item.kind === 'repeat');
  const dates = items.filter((item) => item.kind === 'date');
  const isOnTime = dates.every((item) => isToday(item, tools.today));
  if (kind === 'deposit' || (kind === 'withdraw' && !hasPerson)) {
    if (rest > 0 || memo !== null) return none;
    if (isVague || amounts.includes(null) || amounts.length > 1) return unclear('amount');
    if (repeats.length > 0 || !isOnTime) return unclear('date');
    return { intent: kind, ...(amounts[0] == null ? {} : { amount: amounts[0] }) };
  }
  if (kind === 'withdraw') return none;
  const { names, isOdd } = payeesOf(items, kind, {
    clauses: clausesOf(items),
    acts: actsOf(items),
  });
  const isEither = items.some((item) => says(item, 'or') || item.role === 'or');
  const isMended = items.some((item) => says(item, 'correct'));
  if (names.length > 1)
    return (isEither || isMended) && amounts.length < 2 ? unclear('payee') : none;
  if (names.length === 1 && amounts.length > 1 && live.length < 3) return unclear('amount');
  if (isOdd || rest > 0 || (live.length > 1 && amounts.length > 1)) return none;
  if (amounts.length === 0 && names.length === 0 && !hasWho) return none;
  if (isMended && amounts.length < 2) return none;
  if (repeats.length === 0 && !isOnTime) return unclear('date');
  const [payee] = names;
  if (!payee || (isEither && amounts.length < 2 && items.some(({ role }) => role === 'or')))
    return unclear('payee');
  if (isVague || amounts.includes(null) || amounts.length > 1) return unclear('amount');
  if (isWanted(acts, items)) return unclear('payee');
  if (hasWho && !payee.isKnown && kind !== 'request') return unclear('payee');
  const [amount] = amounts;
  const shared = {
    ...(amount == null ? {} : { amount }),
    ...(memo === null ? {} : { memo }),
    candidates: tools.candidates(payee.name),
  };
  if (kind === 'request') {
    return repeats.length > 0
      ? unclear('date')
      : { intent: 'request', from: payee.name, ...shared };
  }
  if (repeats.length === 0) return { intent: 'send', to: payee.name, ...shared };
  const plan = planOf(items, tools.today);
  return plan ? { intent: 'schedule', to: payee.name, ...shared, ...plan } : unclear('date');
}

/** ベンに払ってもらいたい: Ben is to be paid, or to pay. */
const isWanted = (acts: readonly Act[], items: readonly Item[]): boolean =>
  acts.some(
    ({ item, isLive }) =>
      isLive && item.mood === 'wantOther' && does(item, 'send') && !/^(?:返|かえ)/u.test(item.text),
  ) &&
  !acts.some(({ item }) => does(item, 'request')) &&
  items.some(({ role }) => role === 'to');

const condition =
  /(?:[^よさ]たら|だら|[えけげせてねべめれ]ば|なら(?![んべず]))(?=[\s、,\p{L}\d<]|$)/u;

/** Negated, conditional, reported or imagined: no request. */
function isDenied(text: string, items: readonly Item[], kind: Kind | null): boolean {
  const isReason = (at: number): boolean =>
    says(items[at + 1], 'reason') || /^だって/u.test(items[at + 1]?.text ?? '');
  if (items.some((item, at) => says(item, 'guard') && !isReason(at))) return true;
  if (
    items.some(
      (item) => item.kind === 'verb' && (item.mood === 'conditional' || does(item, 'stop')),
    )
  )
    return true;
  const loose = items
    .map((item) =>
      item.kind === 'text' || (says(item, 'filler') && item.text.length < 3) ? item.text : ' ',
    )
    .join('');
  if (condition.test(loose)) return true;
  // 「30払って」と言ってた
  return items.some((item, at) => {
    if (item.kind === 'quote')
      return /^(?:って|と)(?:言|い[うわっ]|書|聞|の|DM|メール|メッセージが|来)/u.test(
        text.slice(item.end),
      );
    return (
      kind !== 'request' && does(item, 'say') && /^(?:って|と)$/u.test(items[at - 1]?.text ?? '')
    );
  });
}
