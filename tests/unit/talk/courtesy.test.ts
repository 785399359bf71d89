/** Greetings, thanks and goodbyes are whole messages; nothing that may be a request is one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { courtesyIn } from '../../../src/talk/index.ts';
import { courtesies, type Courtesy } from '../../../src/talk/words/courtesies.ts';
import { languages, type Language } from '../../../src/words/index.ts';
import { root } from '../../support/source.ts';

const rows: readonly (readonly [string, Language, Courtesy])[] = [
  ['hi', 'en', 'greeting'],
  ['Helloooo!!', 'en', 'greeting'],
  ['Hey bank 👋', 'en', 'greeting'],
  ['Hi, how are you?', 'en', 'greeting'],
  ['ok, thanks!', 'en', 'thanks'],
  ['Hello, thank you', 'en', 'thanks'],
  ['good night', 'en', 'goodbye'],
  ['Hallo', 'de', 'greeting'],
  ['Guten Morgen liebe Bank', 'de', 'greeting'],
  ["Hallo, wie geht's?", 'de', 'greeting'],
  ['Dankeschön!', 'de', 'thanks'],
  ['tschuess', 'de', 'goodbye'],
  ['Bonjour !', 'fr', 'greeting'],
  ['Ça va ?', 'fr', 'greeting'],
  ['merci beaucoup', 'fr', 'thanks'],
  ['¡Hola! ¿Qué tal?', 'es', 'greeting'],
  ['muchas gracias', 'es', 'thanks'],
  ['こんにちは', 'ja', 'greeting'],
  ['銀行さん、こんばんは。', 'ja', 'greeting'],
  ['ありがとうございます！', 'ja', 'thanks'],
  ['おやすみなさい', 'ja', 'goodbye'],
];

test.each(rows)('"%s" in %s is %s', (text, own, courtesy) => {
  expect(courtesyIn(text, own)?.courtesy).toBe(courtesy);
});

test('each row is found in its language, and in every other one as some courtesy', () => {
  for (const language of languages) {
    for (const [courtesy, row] of Object.entries(courtesies[language])) {
      for (const text of row.split('|')) {
        expect([text, courtesyIn(text, language)]).toEqual([text, { language, courtesy }]);
        expect([text, courtesyIn(text, null)?.courtesy ?? null]).not.toEqual([text, null]);
      }
    }
  }
});

describe('is none', () => {
  test.each([
    'hi, send Ben 5',
    'thanks for the 5 gems, Ben',
    'hello world',
    'Ben',
    'bank',
    'danke an Ben 5',
    'bye bye money',
    '',
    '👋',
    'hi '.repeat(60),
  ])('"%s"', (text) => {
    expect(courtesyIn(text, 'en')).toBeNull();
  });

  test('a sentence of the corpus that asks for something', () => {
    for (const language of languages) {
      const path = join(root, `tests/corpus/sentences/${language}.json`);
      const sentences = JSON.parse(readFileSync(path, 'utf8')) as {
        text: string;
        expect: { intent: string };
      }[];
      const asked = sentences.filter(({ expect: { intent } }) => intent !== 'none');
      const taken = asked.filter(({ text }) => courtesyIn(text, language) !== null);
      expect(taken.map(({ text }) => text)).toEqual([]);
    }
  });
});
