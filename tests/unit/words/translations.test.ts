/** What the compiler cannot see of the translations: leftovers in English, and lengths. */
import { describe, expect, test } from 'vitest';
import { de } from '../../../src/words/de/index.ts';
import { en } from '../../../src/words/en/index.ts';
import { es } from '../../../src/words/es/index.ts';
import { fr } from '../../../src/words/fr/index.ts';
import { languages } from '../../../src/words/index.ts';
import { ja } from '../../../src/words/ja/index.ts';
import { sourcesBelow } from '../../support/source.ts';

const translations = { de, es, fr, ja };

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where each sentence is. */
const pathsOf = (group: object, path = ''): string[] =>
  Object.entries(group).flatMap(([key, value]: [string, unknown]) =>
    isGroup(value) ? pathsOf(value, `${path}${key}.`) : [`${path}${key}`],
  );

/** Every literal that reads like a sentence or a label of two words. */
const literalsOf = (folder: string): string[] =>
  sourcesBelow(folder).flatMap(({ text }) =>
    [...text.matchAll(/'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`/g)]
      .map((match) => match[1] ?? match[2] ?? '')
      .filter((literal) => /(?<![/\w])[a-z]{2,} [a-z]{2,}/i.test(literal)),
  );
const english = new Set(literalsOf('src/words/en'));

/** Literals that are right in other languages, too: the names of commands. */
const shared = Object.keys(en.commands);

test('every language is checked here', () => {
  expect(Object.keys(translations).toSorted()).toEqual(
    languages.filter((language) => language !== 'en').toSorted(),
  );
});

describe.each(Object.entries(translations))('in %s', (language, words) => {
  test('there are exactly the sentences of English', () => {
    expect(pathsOf(words).toSorted()).toEqual(pathsOf(en).toSorted());
  });

  test('no sentence is left in English', () => {
    const left = literalsOf(`src/words/${language}`).filter((text) => english.has(text));
    expect(left.filter((text) => !shared.includes(text))).toEqual([]);
  });

  test('buttons have at most 30 characters: Discord takes 80, a phone shows fewer', () => {
    const long = Object.entries(words.replies.buttons).filter(
      ([, label]) => typeof label === 'string' && label.length > 30,
    );
    expect(long).toEqual([]);
  });
});
