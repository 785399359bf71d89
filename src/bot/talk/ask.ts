/** A request for money in a sentence: finds the person to ask, as for a payment. */
import type { Meaning, Person } from '../../talk/index.ts';
import type { RawValues } from '../forms/field.ts';
import {
  accountNumberIn,
  eachOnce,
  isNickname,
  labelOf,
  mentionedIn,
  nicknamed,
  shortenedTo,
} from './people.ts';
import { chooseReply, unknownPayeeReply } from './replies.ts';
import { membersNamed } from './send.ts';
import type { Lead, SignedIn } from './types.ts';

type Request = Extract<Meaning, { readonly intent: 'request' }>;

const path = 'request create';
const candidatesMax = 5;

/** The ids of people name the fields of a transfer: `to-…` or `member-…`. */
const fieldOf = ({ id }: Pick<Person, 'id'>): readonly [name: string, value: string] => {
  const [field = '', value = ''] = id.split('-');
  return [field === 'to' ? 'account' : field, value];
};

function valuesOf(person: Pick<Person, 'id'>): RawValues {
  const [name, value] = fieldOf(person);
  return { [name]: name === 'member' ? [value] : value };
}

export async function requestLead(
  asking: SignedIn,
  meaning: Request,
  /** People whom the customer has paid before, or been paid by. */
  people: readonly Person[],
): Promise<Lead> {
  const { from, amount, memo, candidates } = meaning;
  const known: RawValues = {
    ...(amount === undefined ? {} : { amount }),
    ...(memo === undefined ? {} : { memo }),
  };
  const request = (payer: RawValues): Lead => ({
    kind: 'command',
    path,
    values: { ...payer, ...known },
  });
  const choose = (persons: readonly Person[]): Lead => {
    const choices = persons.slice(0, candidatesMax).map((person) => ({
      label: labelOf(person),
      detail: fieldOf(person).join('-'),
    }));
    return { kind: 'reply', reply: chooseReply(from, choices), path, values: known };
  };
  const member = mentionedIn(from);
  if (member !== null) return request({ member: [member] });
  const number = accountNumberIn(from);
  if (number !== null) return request({ account: number });
  const exact = nicknamed(from, people);
  if (exact !== undefined) return request(valuesOf(exact));
  const named = eachOnce(candidates);
  const found = named.every(isNickname)
    ? [...named, ...(await membersNamed(asking, meaning, from))]
    : named;
  const [only, ...others] = found;
  if (only !== undefined) return others.length === 0 ? request(valuesOf(only)) : choose(found);
  const alike = shortenedTo(from, people);
  if (alike.length > 0) return choose(alike);
  return { kind: 'reply', reply: unknownPayeeReply(from), path, values: known };
}
