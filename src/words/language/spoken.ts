/** Makes one object of all translations, in which each read gives the current language. */
import { currentLanguage } from './current.ts';
import { defaultLanguage, type Language } from './languages.ts';

type Group = Readonly<Record<string, unknown>>;
export type Translations<Words> = Readonly<Partial<Record<Language, Words>> & { en: Words }>;

type Sentence = string | readonly unknown[] | ((...given: never[]) => unknown);
/** The path of each sentence in a group: `replies.money.noFee`. */
type Paths<Of> = {
  [Key in keyof Of & string]: Of[Key] extends Sentence ? Key : `${Key}.${Paths<Of[Key]>}`;
}[keyof Of & string];
type Surplus<Given, Words> = Exclude<Paths<Given>, Paths<Words>>;

/** A translation with exactly the sentences of `Words`: others, or fewer, do not compile. */
export const exactly =
  <Words extends object>() =>
  <Given extends Words>(
    given: [Surplus<Given, Words>] extends [never] ? Given : { surplus: Surplus<Given, Words> },
  ): Words =>
    given as Given;

const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Sentences are read when they are used, so a group such as `words.replies.money` may be held by a
 * module, but a sentence may not: it would stay in the language of its first read.
 */
export function spoken<Words extends object>(translations: Translations<Words>): Words {
  const byLanguage = translations as Translations<Group>;
  const group = {};
  for (const [key, english] of Object.entries(byLanguage[defaultLanguage] ?? {})) {
    const under = Object.entries(byLanguage).map(([language, words]) => [language, words[key]]);
    const values = Object.fromEntries(under) as Partial<Record<Language, unknown>>;
    const inner = isGroup(english) ? spoken(values as Translations<Group>) : null;
    const get = () => inner ?? values[currentLanguage()] ?? english;
    Object.defineProperty(group, key, { enumerable: true, get });
  }
  return group as Words;
}
