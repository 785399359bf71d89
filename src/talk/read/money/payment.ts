/** Reads a sentence that moves money: to or from a person, in or out. */
import type { Known, Meaning, Person } from '../../text/types.ts';
import { folded } from '../../text/tokens.ts';
import { withoutBackground } from './background.ts';
import { clausesOf, has, is, isOrder, isPerson, toldClauses } from '../clauses.ts';
import type { Item } from '../item.ts';
import { isComing, withNouns, withToldReason, withWrittenMemo } from './memo.ts';
import { kindOf } from './kind.ts';
import type { DateSense, Sense } from '../language.ts';
import type { Named, Parts } from './found.ts';
import { Sorter } from './parts.ts';
import { planOf } from '../repeats.ts';
import {
  hasSubject,
  isAddressed,
  isFromPeople,
  isGuessed,
  isOnlyPlace,
  isOtherVerb,
  isQuestionOfMine,
  isStatement,
  isThanks,
  isThingGiven,
  isToWriter,
  isWithPeople,
} from './vetoes.ts';

type About = 'amount' | 'payee' | 'date';

/** On these days a payment was made, or was meant to be. */
const pastDates: ReadonlySet<DateSense> = new Set(['yesterday', 'beforeYesterday', 'unitsAgo']);

const unclear = (about: About): Meaning => ({ intent: 'unclear', about });
const none: Meaning = { intent: 'none' };

interface Tools {
  readonly source: string;
  readonly today: number;
  readonly candidates: (name: string) => readonly Person[];
  readonly isPayeeMarked: boolean;
}

function distinct(payees: readonly Named[]): Named[] {
  const seen = new Set<string>();
  // The last one counts: in French, `ben` also begins sentences.
  return payees.toReversed().filter(({ text }) => {
    const key = folded(text);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The amount as text; undefined if there is none, null if it must be asked. */
function amountOf({ amounts, isVague }: Parts): string | undefined | null {
  if (isVague) return null;
  const texts = amounts.map((item) =>
    is(item, 'amount') ? item.amount! : is(item, 'half') ? 'half' : 'all',
  );
  const values = new Set(texts);
  return values.size > 1 ? null : [...values][0];
}

/** Two values of one part: what to ask. */
function contradiction(parts: Parts, payees: readonly Named[]): Meaning | null {
  const { links, amounts, repeats, dates } = parts;
  if (!has(links, 'or', 'correct')) return null;
  if (payees.length > 1) return unclear('payee');
  if (amounts.length > 1) return unclear('amount');
  if (repeats.length + dates.length > 1) return unclear('date');
  return none;
}

/** The only day on which a payment can be made without a standing order. */
function isToday(item: Item, today: number): boolean {
  const range = item.date?.('future');
  return range?.from === today && range.to === today;
}

function toPerson(parts: Parts, kind: 'send' | 'request', tools: Tools): Meaning {
  const payees = distinct(parts.payees);
  // Two requests in one sentence.
  if (
    has(parts.links, 'and') &&
    parts.amounts.length > 1 &&
    !parts.isVague &&
    !has(parts.links, 'or', 'correct')
  )
    return none;
  const clash = contradiction(parts, payees);
  if (clash) return clash;
  if (payees.length > 1 || parts.rest.length > 0) return none;
  const amount = amountOf(parts);
  if (parts.hasThing && payees.length > 0 && amount === undefined) return none;
  if (parts.hasPastAmount && amount === undefined) return unclear('amount');
  const isTarget = payees.length === 1 && payees[0]!.isTarget && amount !== undefined;
  const isToMe = parts.hasMe && !isTarget;
  if (isToMe && kind === 'send') {
    return payees.length === 0 && amount !== undefined && !parts.hasWho ? unclear('payee') : none;
  }
  // "recipient is Ben"
  const isLabelled = has(parts.verbs, 'label');
  if (isLabelled && (amount === undefined || !payees[0]?.isKnown)) return none;
  // "remind Max at 5": a number that is no amount.
  if (amount === undefined && /^\d/.test(parts.memo ?? '')) return none;
  if (amount === undefined && (parts.hasAside || (payees.length === 0 && !parts.hasWho)))
    return none;
  // "10-15" is no date if nothing else is the amount.
  if (amount === undefined && parts.dates.some(({ text }) => /^\d+[-–]\d+$/.test(text)))
    return unclear('amount');
  const isPlanned = parts.repeats.length > 0;
  // Requests do not repeat.
  if (kind === 'request' && isPlanned) return none;
  if (payees.length === 0 && parts.hasWho && !parts.dates.some(isComing)) return unclear('payee');
  if (!isPlanned && parts.dates.some((item) => pastDates.has(item.dateSense ?? 'today')))
    return none;
  if (!isPlanned && !parts.dates.every((item) => isToday(item, tools.today)))
    return unclear('date');
  if (amount === null) return unclear('amount');
  const [payee] = payees;
  if (!payee || (parts.hasWho && kind === 'send' && !payee.isKnown)) return unclear('payee');
  // "pide pizza": a thing
  if (tools.isPayeeMarked && !payee.isKnown && !payee.isTarget && amount === undefined) return none;
  const shared = {
    ...(amount === undefined ? {} : { amount }),
    ...(parts.memo === null ? {} : { memo: parts.memo }),
    candidates: tools.candidates(payee.text),
  };
  if (kind === 'request') return { intent: 'request', from: payee.text, ...shared };
  if (!isPlanned) return { intent: 'send', to: payee.text, ...shared };
  const plan = planOf(parts, tools.today);
  return plan ? { intent: 'schedule', to: payee.text, ...shared, ...plan } : unclear('date');
}

function ownMoney(parts: Parts, intent: 'deposit' | 'withdraw', today: number): Meaning {
  const isMore = parts.rest.some((item) => !is(item, 'show'));
  if (parts.payees.length > 0 || isMore || parts.hasWho) return none;
  const amount = amountOf(parts);
  if (amount === null || parts.amounts.length > 1) return unclear('amount');
  if (parts.repeats.length > 0 || !parts.dates.every((item) => isToday(item, today))) {
    return unclear('date');
  }
  return { intent, ...(amount === undefined ? {} : { amount }) };
}

/** The clear parts beside the unclear one. */
function knownIn(parts: Parts, kind: Sense | undefined, about: About, tools: Tools): Known {
  const payees = distinct(parts.payees);
  const to = about === 'payee' || payees.length !== 1 ? undefined : payees[0]!.text;
  const amount = about === 'amount' ? null : amountOf(parts);
  const isOwn = (kind === 'deposit' || kind === 'withdraw') && payees.length === 0;
  const isPlanned = parts.repeats.length > 0;
  // "lend me 20" asks for money, though it does not say whom.
  const isAsked = kind === 'request' || (parts.hasMe && payees.length === 0);
  const sends = isAsked ? 'request' : isPlanned ? 'schedule' : 'send';
  return {
    intent: isOwn ? kind : sends,
    ...(typeof amount === 'string' ? { amount } : {}),
    ...(parts.memo === null ? {} : { memo: parts.memo }),
    ...(to === undefined ? {} : { to }),
    candidates: to === undefined ? [] : tools.candidates(to),
  };
}

/** Null if the sentence is not about moving money at all. */
export function readPayment(all: readonly Item[], tools: Tools): Meaning | null {
  const { source } = tools;
  const written = withToldReason(withWrittenMemo(withNouns(all), source), source);
  const items = withoutBackground(written);
  const parts = new Sorter(tools.source, items).parts();
  const told = toldClauses(items);
  const clauses = clausesOf(items);
  const active = items.filter((_, at) => !told.has(clauses[at]!));
  const kind = kindOf(items, active, parts);
  const meaning = meaningOf({ all, items, active, parts, kind }, tools);
  if (meaning?.intent !== 'unclear') return meaning;
  return { ...meaning, known: knownIn(parts, kind, meaning.about, tools) };
}

/** `the same amount as last week`: an amount in several words that name no number. */
const isUnnamed = (item: Item): boolean => is(item, 'vague') && item.to - item.from > 2;

interface Sentence {
  readonly all: readonly Item[];
  /** Without what is only told beside the request. */
  readonly items: readonly Item[];
  /** Outside clauses that only tell something. */
  readonly active: readonly Item[];
  readonly parts: Parts;
  readonly kind: Sense | undefined;
}

function meaningOf({ all, items, active, parts, kind }: Sentence, tools: Tools): Meaning | null {
  const told = toldClauses(items);
  const isTerse =
    items.some((item) => is(item, 'amount', 'half', 'all') || isUnnamed(item)) &&
    items.some((item) => isPerson(item) || is(item, 'to', 'who'));
  if (!kind && !isTerse) return null;
  if (has(items, 'guard', 'others') || (!kind && has(items, 'get', 'due'))) return none;
  if (has(items, 'fact', 'owed') && !active.some(isOrder)) return none;
  if (isThanks(items) || isQuestionOfMine(items) || isStatement(items)) return none;
  if (isToWriter(items, parts) || isGuessed(parts)) return none;
  if (kind === 'send' && isThingGiven(items, parts)) return none;
  if (kind === 'send' && tools.isPayeeMarked && hasSubject(items)) return none;
  if (isAddressed(all)) {
    // In French, "Ben, envoie 20" may name the payee or begin with "well".
    const isOrdered = kind === 'send' && all.at(-1)?.text !== '?';
    return isOrdered && parts.amounts.length > 0 ? unclear('payee') : none;
  }
  if (kind !== 'request' && told.size === 0 && isFromPeople(items)) return none;
  if (kind === 'request' && isWithPeople(items)) return none;
  if (kind === 'deposit' && isOnlyPlace(active, parts)) return none;
  if (kind === 'deposit' || kind === 'withdraw') {
    // "auszahlen" also pays somebody: "Ben 5 auszahlen".
    const isSend = items.some((item) => is(item, kind) && is(item, 'send'));
    if (!isSend || parts.payees.length === 0) return ownMoney(parts, kind, tools.today);
  }
  if (isOtherVerb(items, kind, parts)) return none;
  const isStated = has(items, 'be') || (parts.amounts.length === 0 && !items.some(isUnnamed));
  if (!kind && (items.at(-1)?.text === '?' || isStated)) return none;
  return toPerson(parts, kind === 'request' ? 'request' : 'send', tools);
}
