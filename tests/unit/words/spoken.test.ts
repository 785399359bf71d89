import { describe, expect, test } from 'vitest';
import {
  currentLanguage,
  inLanguage,
  type Language,
  languageOf,
  switchLanguage,
} from '../../../src/words/index.ts';
import { exactly, spoken } from '../../../src/words/language/spoken.ts';

const english = {
  title: 'Balance',
  card: { left: (count: number) => `${count} left`, deep: { note: 'Note' } },
};
const german: typeof english = {
  title: 'Kontostand',
  card: { left: (count) => `noch ${count}`, deep: { note: 'Hinweis' } },
};
const texts = spoken({ en: english, de: german });
const { card } = texts;

describe('a sentence', () => {
  test('is in the language of the work underway, in groups held before, too', () => {
    const read = () => [texts.title, card.left(2), card.deep.note];
    expect(read()).toEqual(['Balance', '2 left', 'Note']);
    expect(inLanguage('de', read)).toEqual(['Kontostand', 'noch 2', 'Hinweis']);
    expect(read()).toEqual(['Balance', '2 left', 'Note']);
  });

  test('is English where the language has no translation', () => {
    expect(inLanguage('ja', () => texts.title)).toBe('Balance');
  });

  test('stays in its own request when requests overlap', async () => {
    const request = async (language: Language, pauseMs: number) =>
      inLanguage(language, async () => {
        const before = texts.title;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        return [before, card.left(1)];
      });
    const answers = await Promise.all([request('de', 5), request('en', 1), request('de', 0)]);
    expect(answers).toEqual([
      ['Kontostand', 'noch 1'],
      ['Balance', '1 left'],
      ['Kontostand', 'noch 1'],
    ]);
  });

  test('changes with the person’s own choice, within the request only', async () => {
    await inLanguage('en', async () => {
      switchLanguage('de');
      await Promise.resolve();
      expect(texts.title).toBe('Kontostand');
      inLanguage('en', () => expect(texts.title).toBe('Balance'));
      expect(texts.title).toBe('Kontostand');
    });
    switchLanguage('de');
    expect(currentLanguage()).toBe('en');
  });

  test('can be listed and copied as from a plain object', () => {
    inLanguage('de', () => {
      expect(Object.keys(texts)).toEqual(['title', 'card']);
      expect({ ...card.deep }).toEqual({ note: 'Hinweis' });
    });
  });
});

test.each([
  ['de', 'de'],
  ['fr', 'fr'],
  ['es-ES', 'es'],
  ['es-419', 'es'],
  ['ja', 'ja'],
  ['en-US', 'en'],
  ['en-GB', 'en'],
  ['da', 'en'],
  ['sv-SE', 'en'],
  ['', 'en'],
  [null, 'en'],
])('Discord’s locale %s is answered in %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

describe('a translation', () => {
  const translation = exactly<typeof english>();

  test('with exactly the sentences of English compiles', () => {
    expect(translation(german)).toBe(german);
  });

  test('with a missing or a surplus sentence does not compile', () => {
    const deep = { note: 'Hinweis' };
    const left = (count: number) => `noch ${count}`;
    // @ts-expect-error: `card.left` is missing
    translation({ title: 'Kontostand', card: { deep } });
    const surplus = { title: 'Kontostand', card: { left, deep: { ...deep, more: 'Mehr' } } };
    // @ts-expect-error: `card.deep.more` is not in English
    translation(surplus);
    // @ts-expect-error: another parameter than in English
    translation({ title: 'Kontostand', card: { left: (name: Date) => `${name}`, deep } });
    expect(Object.keys(surplus.card.deep)).toEqual(['note', 'more']);
  });
});
