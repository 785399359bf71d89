/** Reads a Japanese sentence that moves money. */
import type { Meaning } from '../text/types.ts';
import { actsOf, type Act } from './acts.ts';
import { clausesOf, does, type Item, says } from './items.ts';
import { hasPayer, isForMe, isGivenUp, isPaidRequest, isTimed } from './doubts.ts';
import type { Mood } from './inflection.ts';
import { knownIn, type PaymentTools, type Request } from './known.ts';
import { memoOf } from './memo.ts';
import { type Kind, type Payees, payeesOf } from './payees.ts';
import { planOf } from './plan.ts';

type About = 'amount' | 'payee' | 'date';
const unclear = (about: About): Meaning => ({ intent: 'unclear', about });
const none: Meaning = { intent: 'none' };

function kindOf(acts: readonly Act[], hasPerson: boolean): Kind | null {
  const live = acts.filter(({ isLive }) => isLive);
  if (live.some(({ isForOther }) => isForOther)) return 'request';
  const last = live.at(-1)?.item;
  if (!last) return null;
  if (hasPerson) return does(last, 'send', 'deposit') ? 'send' : 'withdraw';
  if (does(last, 'deposit')) return 'deposit';
  return does(last, 'withdraw') ? 'withdraw' : 'send';
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

const isToday = (item: Item, today: number): boolean => {
  const range = item.date?.('future');
  return range?.from === today && range.to === today;
};

const isUnsure = ({ items, amounts }: Request): boolean =>
  amounts.length > 1 || amounts.includes(null) || items.some((item) => says(item, 'vague'));

/** 昨日おごってもらったから, 昨日の8.5: a past day of a reason, or of a debt. */
function isReason(items: readonly Item[], at: number, today: number): boolean {
  const isPast = (items[at]!.date?.('future')?.to ?? today) < today;
  if (isPast && items[at + 1]?.text === 'の' && items[at + 2]?.kind === 'amount') return true;
  const clauses = clausesOf(items);
  const last = items.findLastIndex((_, index) => clauses[index] === clauses[at]);
  return (items[at]!.date?.('future')?.to ?? today) < today && says(items[last], 'reason');
}

/** Whether it can be done now, without a repetition. */
const isNow = ({ items }: Request, today: number): boolean =>
  items.every(
    (item, at) =>
      item.kind !== 'repeat' &&
      (item.kind !== 'date' || isToday(item, today) || isReason(items, at, today)),
  );

function ownMoney(request: Request, intent: 'deposit' | 'withdraw', today: number): Meaning {
  if (request.rest > 0 || request.memo !== null) return none;
  if (isUnsure(request)) return unclear('amount');
  if (!isNow(request, today)) return unclear('date');
  const [amount] = request.amounts;
  return { intent, ...(typeof amount === 'string' ? { amount } : {}) };
}

/** What keeps a payment to one person from being clear; null if nothing does. */
function obstacle(
  request: Request,
  { names, isOdd }: Payees,
  acts: readonly Act[],
): Meaning | null {
  const { items, amounts, rest, hasWho } = request;
  const isEither = items.some((item) => says(item, 'or') || item.role === 'or');
  const isMended = items.some((item) => says(item, 'correct'));
  const lives = acts.filter(({ isLive }) => isLive).length;
  const persons = new Set(items.flatMap(({ kind, name }) => (kind === 'person' ? [name] : [])));
  if (isEither && names.length === 1 && persons.size > 1) return unclear('payee');
  if (names.length > 1) {
    return (isEither || isMended) && amounts.length < 2 ? unclear('payee') : none;
  }
  const others = items.filter(({ kind, role }) => kind === 'person' && role === 'from');
  if (amounts.length > 1 && others.some(({ name }) => name !== names[0]?.name)) return none;
  if (names.length === 1 && amounts.length > 1 && lives < 3) return unclear('amount');
  if (isOdd || rest > 0 || (lives > 1 && amounts.length > 1)) return none;
  if (amounts.length === 0 && names.length === 0 && !hasWho) return none;
  return isMended && amounts.length < 2 ? none : null;
}

function toPerson(request: Request, tools: PaymentTools): Meaning {
  const { kind, items, amounts, memo, hasWho } = request;
  const acts = actsOf(items);
  const payees = payeesOf(items, kind, acts);
  const found = obstacle(request, payees, acts);
  if (found) return found;
  const isPlanned = items.some((item) => item.kind === 'repeat');
  if (!isPlanned && !isNow(request, tools.today)) return unclear('date');
  const [payee] = payees.names;
  if (!payee || items.some(({ role }) => role === 'or')) return unclear('payee');
  if (isUnsure(request)) return unclear('amount');
  const isOther = hasWho && !payee.isKnown && kind !== 'request';
  if (isOther || isWanted(acts, items) || isRelative(items)) return unclear('payee');
  const [amount] = amounts;
  const shared = {
    ...(typeof amount === 'string' ? { amount } : {}),
    ...(memo === null ? {} : { memo }),
    candidates: tools.candidates(payee.name),
  };
  if (kind === 'request') {
    return isPlanned ? unclear('date') : { intent: 'request', from: payee.name, ...shared };
  }
  if (!isPlanned) return { intent: 'send', to: payee.name, ...shared };
  const plan = planOf(items, tools.today);
  return plan ? { intent: 'schedule', to: payee.name, ...shared, ...plan } : unclear('date');
}

/** Null if the sentence is not about moving money at all. */
export function readPayment(
  text: string,
  all: readonly Item[],
  tools: PaymentTools,
): Meaning | null {
  const acts = actsOf(all);
  const hasWho = all.some(
    (item) => item.kind === 'who' && item.role !== 'subject' && item.role !== 'of',
  );
  const hasPerson =
    hasWho ||
    all.some((item) => item.kind === 'person' && (item.isKnown === true || item.role !== 'bare'));
  const kind = kindOf(acts, hasPerson);
  // 先週と同じ額: an amount that names no number.
  const isUnnamed = all.some((item) => says(item, 'vague') && item.text.length > 3);
  const isTerse =
    (amountsOf(all).length > 0 || isUnnamed) &&
    (hasWho || all.some((item) => item.kind === 'person'));
  if (kind === null && !isTerse) return null;
  if (acts.some(({ isFatal }) => isFatal) || isDenied(text, all, kind)) return none;
  // 送りつけた, 返してない: a verb that is no order.
  const hasOther = all.some(
    (item, at) =>
      item.isNoun !== true &&
      does(item, 'send', 'request', 'deposit', 'withdraw') &&
      !(item.mood === 'must' && all[at + 1]?.kind === 'mark' && all.length > at + 2),
  );
  if (kind === null && (hasOther || text.endsWith('?') || isReport(all))) return none;
  if (isGivenUp(text) || isForMe(text, all, kind) || isPaidRequest(acts)) return none;
  const { memo, rest, items } = memoOf(text, all, acts);
  const request = { kind, items, memo, rest, hasWho, amounts: amountsOf(items) };
  if (kind === 'withdraw' && hasPerson) return none;
  const known = knownIn(request, tools);
  if (kind === 'deposit' || kind === 'withdraw') {
    return known(ownMoney(request, kind, tools.today));
  }
  const meaning = toPerson(request, tools);
  if (meaning.intent !== 'send') return known(meaning);
  if (hasPayer(all, meaning, tools)) return none;
  return isTimed(all) ? known(unclear('date')) : meaning;
}

/** ベンの弟に5: a relative of a named person is another payee. */
const isRelative = (items: readonly Item[]): boolean =>
  items.some(
    (item, at) =>
      item.kind === 'person' &&
      item.role === 'of' &&
      items.slice(at + 1, at + 3).some((next) => next.kind === 'who' && next.role !== 'subject'),
  );

/** ベンに払ってもらいたい: Ben is to be paid, or to pay. */
const isWanted = (acts: readonly Act[], items: readonly Item[]): boolean =>
  acts.some(
    ({ item, isLive }) =>
      isLive && item.mood === 'wantOther' && does(item, 'send') && !/^(?:返|かえ)/u.test(item.text),
  ) &&
  !acts.some(({ item }) => does(item, 'request')) &&
  items.some(({ role }) => role === 'to');

/** 優希に30貸してる: a verb at the end that orders nothing. */
function isReport(items: readonly Item[]): boolean {
  const clauses = clausesOf(items);
  const last = items.findLastIndex((item) => item.kind !== 'mark' && !says(item, 'filler'));
  return items.some(
    (item, at) =>
      clauses[at] === clauses[last] &&
      item.kind === 'verb' &&
      !does(item, 'tell') &&
      ['state', 'past', 'pastIn', 'plain', 'passive', 'other'].includes(item.mood ?? ''),
  );
}

const condition =
  /(?:[^よさ]たら|だら|[えけげせてねべめれ]ば|なら(?![んべず]))(?=[\s、,\p{L}\d<]|$)/u;

const reported: readonly Mood[] = ['past', 'pastIn', 'passive', 'state'];

/** Negated, conditional, reported or imagined: no request. */
function isDenied(text: string, items: readonly Item[], kind: Kind | null): boolean {
  const isReason = (at: number): boolean => {
    if (!/^(?:らしい|みたい|忘れ|いない|来ない|迷|だめ|ダメ|駄目)/u.test(items[at]!.text))
      return false;
    const end = items.findIndex(
      (item, index) => index > at && (item.kind === 'mark' || says(item, 'reason')),
    );
    return says(items[end], 'reason');
  };
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
      does(item, 'say') &&
      (kind !== 'request' || reported.includes(item.mood ?? 'other')) &&
      /^(?:って|と)$/u.test(items[at - 1]?.text ?? '')
    );
  });
}
