/** The people whom a sentence may name, and the one payee it means. */
import {
  type Bank,
  type KnownParty,
  nicknameKey,
  numberTail,
  type Session,
} from '../../bank/index.ts';
import type { Person } from '../../talk/index.ts';
import type { RawValues } from '../forms/field.ts';

/** The id is a field of the form for transfers and its value: `to-…` or `member-…`. */
export const personOf = ({ accountNumber, name }: KnownParty): Person => ({
  id: `to-${accountNumber}`,
  name,
});

/** Saved payees that can be paid, by their nicknames, and own accounts by their names. */
export async function savedPeople(bank: Bank, session: Session): Promise<SavedPerson[]> {
  const { saved, own } = await bank.payees.known(session);
  const payees = saved.filter(({ isClosed }) => !isClosed);
  const named = [
    ...payees.map(({ nickname: name, accountNumber }) => ({ name, accountNumber })),
    ...own.flatMap(({ name, accountNumber }) => (name === null ? [] : { name, accountNumber })),
  ];
  return named.map(({ name, accountNumber }) => ({
    id: `to-${accountNumber}`,
    name,
    isNickname: true,
  }));
}

export interface SavedPerson extends Person {
  readonly isNickname: true;
}

export const isNickname = (person: Person): boolean => 'isNickname' in person;

/** The person whose nickname this is, whatever its case and accents. */
export const nicknamed = (written: string, people: readonly Person[]): Person | undefined =>
  people.find((one) => isNickname(one) && nicknameKey(one.name) === nicknameKey(written));

/** Each account once, under the first of its names. */
export const eachOnce = (people: readonly Person[]): Person[] =>
  people.filter(({ id }, index) => people.findIndex((other) => other.id === id) === index);

/** A button for a person, as on cards: `Ben O. …8719`. */
export function labelOf({ id, name }: Person): string {
  const [field, value = ''] = id.split('-');
  return field === 'to' ? `${name} …${numberTail(value as never)}` : name;
}

export function valuesOf({ id }: Pick<Person, 'id'>): RawValues {
  const [field = '', value = ''] = id.split('-');
  return { [field]: field === 'member' ? [value] : value };
}

/** The Discord user of a mention; null for other texts. */
export const mentionedIn = (text: string): string | null =>
  /^<@!?(\d{17,20})>$/.exec(text.trim())?.[1] ?? null;

/** Ten digits, which may be written in groups; null for other texts. */
export function accountNumberIn(text: string): string | null {
  const digits = text.trim().replaceAll(/[ -]/g, '');
  return /^\d{10}$/.test(digits) ? digits : null;
}

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replaceAll(/[\p{M}.]/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

/**
 * People whose shown name may be the short form of the written one: `Ben O.` for `Ben Okafor`. They
 * have to be asked about, since it may be another surname.
 */
export function shortenedTo(written: string, people: readonly Person[]): Person[] {
  const wanted = wordsOf(written);
  if (wanted.length < 2) return [];
  return people.filter(({ name }) => {
    const known = wordsOf(name);
    const isFirst = known.length > 1 && known[0] === wanted[0];
    const last = known.at(-1) ?? '';
    return isFirst && last.length === 1 && wanted.at(-1)?.startsWith(last) === true;
  });
}
