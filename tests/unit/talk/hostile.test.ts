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

const ownScripts = String.raw`\p{ASCII}\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const foreign = new RegExp(`[^${ownScripts}]`, 'gu');
const classes: readonly RegExp[] = [/\p{Nd}/u, /\p{L}/u, /\p{M}/u, /\p{N}/u];

/**
 * The digits and letters of other scripts are all alike to the readers: texts that differ only in
 * them are read by one language each, and one of them by every language.
 */
const shapeOf = (text: string): string =>
  text.replaceAll(foreign, (sign) => {
    const found = classes.findIndex((one) => one.test(sign));
    return found < 0 ? sign : `<${found}>`;
  });

describe('hostile text', () => {
  test.each(languages)('never throws in %s', (language) => {
    const turn = languages.indexOf(language);
    const shapes = new Set<string>();
    expect(texts.length).toBeGreaterThan(corpus.length);
    expect(corpus.length).toBeGreaterThan(500);
    texts.forEach((text, index) => {
      const shape = shapeOf(text);
      const isNew = !shapes.has(shape);
      shapes.add(shape);
      if (isNew || index % languages.length === turn) read(text, language);
    });
    expect(shapes.size).toBeGreaterThan(500);
  });

  const limitMs = 25;
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
  test.each(repeated)('%j repeated takes less than 25 ms of processor time', (text) => {
    for (const length of [300, 4000]) {
      const long = text.repeat(length).slice(0, length);
      for (const language of languages) {
        let best = Infinity;
        // Processor time, and the best of some: others may have made room for other processes.
        for (let turn = 0; turn < 20 && best >= limitMs; turn += 1) {
          const start = process.cpuUsage();
          read(long, language);
          const { user, system } = process.cpuUsage(start);
          best = Math.min(best, (user + system) / 1_000);
        }
        expect(best, language).toBeLessThan(limitMs);
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
    ['send Ana Miller 5', ['Anna Miller']],
    ['send Ana Smith 5', []],
    ['send 5 to Okafr', ['Ben Okafor']],
  ])('%s: candidates %j', (text, expected) => {
    const meaning = read(text);
    const candidates = 'candidates' in meaning ? (meaning.candidates ?? []) : [];
    expect(candidates.map(({ name }) => name)).toEqual(expected);
  });
});
