/** Text that breaks programs, through the reader of sentences. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Language, readSentence } from '../../../src/talk/index.ts';
import { corpus } from '../../support/corpus/corpus.ts';
import { root } from '../../support/source.ts';

const languages: readonly Language[] = ['en', 'de', 'fr', 'es', 'ja'];
const now = new Date('2026-11-28T12:00:00Z');
const people = [
  { id: '1', name: 'Ben Okafor' },
  { id: '2', name: 'Anna Miller' },
];
const read = (text: string, language: Language = 'en') =>
  readSentence(text, { language, now, timeZone: 'UTC', people });

const cases = JSON.parse(readFileSync(join(root, 'tests/cases/inputs.json'), 'utf8')) as Record<
  string,
  { readonly input: string }[]
>;
const texts = [
  ...corpus,
  ...Object.values(cases).flatMap((group) => group.map(({ input }) => input)),
].filter((text) => typeof text === 'string');

describe('hostile text', () => {
  test('never throws', () => {
    // Each text in one language: reading all in five takes minutes.
    texts.forEach((text, index) => read(text, languages[index % languages.length]));
  });

  const repeated = [
    '5 ',
    'send Ben 5 ',
    '1,',
    '.',
    '((',
    '" ',
    'and ',
    'a'.repeat(50),
    '送',
    '-5 ',
  ];
  test.each(repeated)('%j repeated takes less than 50 ms', (text) => {
    for (const length of [400, 4000]) {
      const long = text.repeat(length).slice(0, length);
      for (const language of languages) {
        read(long, language);
        const start = performance.now();
        read(long, language);
        expect(performance.now() - start).toBeLessThan(50);
      }
    }
  });

  test.each(['send Ben \u202e5', 'send B\u200ben 5', 'send Ben ٥', 'send Вen 5 to Anna'])(
    '%j moves nothing',
    (text) => {
      expect(read(text).intent).not.toMatch(/^(?:send|request|schedule|deposit|withdraw)$/);
    },
  );
});

describe('names', () => {
  test.each([
    ['send Ben 5', ['Ben Okafor']],
    ['send Ana Miller 5', []],
    ['send 5 to Okafr', ['Ben Okafor']],
  ])('%s: candidates %j', (text, expected) => {
    const meaning = read(text);
    const candidates = 'candidates' in meaning ? (meaning.candidates ?? []) : [];
    expect(candidates.map(({ name }) => name)).toEqual(expected);
  });
});
