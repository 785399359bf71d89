/** Sentences that name a payment and order none: statements, questions, thanks. */
import { clausesOf, has, is, isPerson, nextOf } from '../clauses.ts';
import type { Parts } from './found.ts';
import type { Item } from '../item.ts';
import type { Sense } from '../language.ts';

/** `send pics`, `pay respects`: a word without a capital and no amount. */
export const isThingGiven = (items: readonly Item[], { payees, amounts, verbs }: Parts): boolean =>
  amounts.length === 0 &&
  payees.every(({ isKnown, text }) => !isKnown && /^\p{Ll}/u.test(text)) &&
  has(verbs, 'send') &&
  !has(items, 'to', 'some', 'who');

/** `¿le mando 5 a Ben?`, `¿tengo que pagarle 5 a Ben?`: asks for advice. */
export const isQuestionOfMine = (items: readonly Item[]): boolean => {
  const isMine = (at: number) =>
    is(items[at], 'I') || (is(items[at - 1], 'I') && is(items[at - 1], 'polite'));
  const verbs = items.flatMap((item, at) => (is(item, 'send', 'request') ? [at] : []));
  return items.at(-1)?.text === '?' && verbs.length > 0 && verbs.every(isMine);
};

/** `Ben paga 20`: the person before such a verb is its subject. */
export const isStatement = (items: readonly Item[]): boolean =>
  items.some(
    (item, at) =>
      isPerson(item) &&
      !is(items[at - 1], 'to', 'for', 'that') &&
      is(items[at + 1], 'send', 'request') &&
      is(items[at + 1], 'I', 'finite'),
  );

/** `mándame 5 a Ben` is to the writer and to another person, `pásame la sal` about a thing. */
export const isToWriter = (items: readonly Item[], parts: Parts): boolean =>
  has(items, 'toWriter') &&
  (parts.amounts.length === 0 ||
    items.some(
      (item, at) => is(item, 'to') && !is(item, 'from') && isPerson(items[nextOf(items, at + 1)]),
    ));

/** `5 de Ben`, `con Ben`: the writer pays none of these people. */
export function isFromPeople(items: readonly Item[]): boolean {
  const before = items.filter((_, at) => isPerson(items[at + 1]));
  const isAll = before.length === items.filter(isPerson).length;
  return isAll && before.length > 0 && before.every((item) => isSource(item));
}

/** `hit up the gym with Max` asks for no money. */
export const isWithPeople = (items: readonly Item[]): boolean =>
  items.some((item, at) => is(item, 'with') && !is(item, 'to', 'from') && isPerson(items[at + 1]));

const isSource = (item: Item): boolean => is(item, 'from', 'with') && !is(item, 'to', 'for');

/** `thank you Ben for the 20`. */
export function isThanks(items: readonly Item[]): boolean {
  const next = items.findIndex((item, at) => at > 0 && !is(item, 'mark'));
  return is(items[0], 'thanks') && (isPerson(items[next]) || is(items[next], 'for'));
}

/** "On my account", without a verb and an amount. */
export const isOnlyPlace = (active: readonly Item[], parts: Parts): boolean =>
  parts.amounts.length === 0 &&
  !has(active, 'send', 'withdraw') &&
  active.every((item) => !is(item, 'deposit') || is(item, 'polite'));

/** `Mia, can you send 5?` is said to Mia. */
export function isAddressed(items: readonly Item[]): boolean {
  const at = items.findIndex((item) => !is(item, 'polite', 'mark'));
  const isAlone = isPerson(items[at]) && /^[,:]$/.test(items[at + 1]?.text ?? '');
  const rest = items.slice(at + 2);
  return isAlone && has(rest, 'send', 'request') && !rest.some((item) => isPerson(item));
}

/** `saluda a José` resembles `salda a José`: without an amount, a verb must be written right. */
export const isGuessed = ({ verbs, amounts }: Parts): boolean =>
  amounts.length === 0 && verbs.length > 0 && verbs.every((item) => item.isSlip === true);

/** `Max puede mandar 20`: the person beside a verb is its subject, not the payee. */
export function hasSubject(items: readonly Item[]): boolean {
  const clauses = clausesOf(items);
  const isVerb = (item: Item, at: number) =>
    is(item, 'send') && !is(items[at - 1], 'article', 'from');
  return items.some(
    (person, at) =>
      is(person, 'name', 'mention') &&
      items.some(
        (item, index) => index > at && clauses[index] === clauses[at] && isVerb(item, index),
      ) &&
      !isMarked(items, at),
  );
}

function isMarked(items: readonly Item[], at: number): boolean {
  let before = at - 1;
  while (is(items[before], 'title', 'small', 'article') && !is(items[before], 'to')) before -= 1;
  return is(items[before], 'to', 'for', 'from', 'with', 'that', 'due', 'gets');
}

const isAmount = (item: Item | undefined): boolean => is(item, 'amount', 'half', 'all');

/** The verb is not the one of a payment, or a number may be an amount that was not read. */
export function isOtherVerb(items: readonly Item[], kind: Sense | undefined, parts: Parts) {
  // "kannst du Ben 5 Witze erzählen": a verb that is not known.
  if (!kind && has(items, 'modal') && parts.memo !== null) return true;
  // "um 5" is what somebody is asked for, or a time.
  const isAsked = items.some((item, at) => is(item, 'by') && isAmount(items[at + 1]));
  if (kind !== 'request' && isAsked) return true;
  // "kriegt Ben 20?"
  const first = items.find((item) => is(item, 'so') || !is(item, 'polite', 'mark'));
  if (kind === 'gets' && is(first, 'gets')) return true;
  // "50 pieces"
  return parts.amounts.length === 0 && items.some((item) => is(item, 'number'));
}
