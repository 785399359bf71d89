/** A payment in a sentence: finds the payee, and asks where there is not exactly one. */
import type { Meaning, Person } from '../../talk/index.ts';
import type { RawValues } from '../forms/field.ts';
import { chooseReply, unknownPayeeReply } from './replies.ts';
import {
  accountNumberIn,
  eachOnce,
  isNickname,
  labelOf,
  mentionedIn,
  nicknamed,
  shortenedTo,
  valuesOf,
} from './people.ts';
import { readIn } from './reading.ts';
import { type Asking, type Lead, readingOf, type SignedIn } from './types.ts';

export type Send = Extract<Meaning, { readonly intent: 'send' }>;

const candidatesMax = 5;
const path = 'transfer';

function knownValues({ amount, memo }: Pick<Send, 'amount' | 'memo'>): RawValues {
  return {
    ...(amount === undefined ? {} : { amount }),
    ...(memo === undefined ? {} : { memo }),
  };
}

function choose(people: readonly Person[], meaning: Send): Lead {
  const choices = people
    .slice(0, candidatesMax)
    .map((person) => ({ label: labelOf(person), detail: person.id }));
  const reply = chooseReply(meaning.to, choices);
  return { kind: 'reply', reply, path, values: knownValues(meaning) };
}

/** Members of the shared servers are looked up only if no person paid before has the name. */
export async function membersNamed(
  asking: Asking,
  meaning: Pick<Send, 'amount'> & { readonly intent: 'send' | 'request' },
  named: string,
): Promise<readonly Person[]> {
  const { members, person, place, text, language } = asking;
  const [word = ''] = named.trim().split(/\s+/);
  const people = await members.find(person, place, word);
  if (people.length === 0) return [];
  const again = readIn(text, language, readingOf(asking, people)).meaning;
  // The names must not change what the sentence says.
  if (!('from' in again || 'to' in again) || again.intent === 'history') return [];
  const name = 'to' in again ? again.to : again.from;
  const isSame =
    (again.intent === meaning.intent ||
      (meaning.intent === 'send' && again.intent === 'schedule')) &&
    name === named &&
    again.amount === meaning.amount;
  return isSame ? again.candidates : [];
}

/**
 * Several names, or one whose surname the bank does not show: read again as if nobody was known.
 * Null unless that names a person who can be asked about; no payee is chosen here.
 */
export function surnameLead(asking: Asking, people: readonly Person[]): Lead | null {
  const { text, language } = asking;
  const { meaning } = readIn(text, language, readingOf(asking, []));
  if (meaning.intent !== 'send') return null;
  const alike = shortenedTo(meaning.to, people);
  return alike.length === 0 ? null : choose(alike, meaning);
}

export async function sendLead(
  asking: SignedIn,
  meaning: Send,
  /** Whom the customer has paid before. */
  people: readonly Person[],
): Promise<Lead> {
  const values = knownValues(meaning);
  const pay = (payee: RawValues): Lead => ({
    kind: 'command',
    path,
    values: { ...payee, ...values },
  });
  const member = mentionedIn(meaning.to);
  if (member !== null) return pay({ member: [member] });
  const number = accountNumberIn(meaning.to);
  if (number !== null) return pay({ to: number });
  const exact = nicknamed(meaning.to, people);
  if (exact !== undefined) return pay(valuesOf(exact));
  const named = eachOnce(meaning.candidates);
  // A part of a nickname may as well be the name of a member.
  const found = named.every(isNickname)
    ? [...named, ...(await membersNamed(asking, meaning, meaning.to))]
    : named;
  const [only, ...others] = found;
  if (only !== undefined) return others.length === 0 ? pay(valuesOf(only)) : choose(found, meaning);
  const alike = shortenedTo(meaning.to, people);
  if (alike.length > 0) return choose(alike, meaning);
  return { kind: 'reply', reply: unknownPayeeReply(meaning.to), path, values };
}
