/** Sentences of each language, read as a message is: no other language reads a payment in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readIn } from '../../../../src/bot/talk/reading.ts';
import { type Language, languages } from '../../../../src/words/index.ts';
import { root } from '../../../support/source.ts';

interface Row {
  readonly text: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

const names = [
  'Ben Okafor',
  'Ben Kim',
  'Anna Miller',
  'Chloé Dubois',
  'Jürgen Weiß',
  'José García',
  'Yuki Tanaka (田中 優希)',
  'Zoë',
  'Max Power',
  'Mia',
];
const people = names.map((name, index) => ({ id: `${index}`, name }));
const about = { now: new Date('2026-11-28T12:00:00Z'), timeZone: 'UTC', people };
const rowsOf = (language: Language): Row[] =>
  JSON.parse(readFileSync(join(root, `tests/corpus/sentences/${language}.json`), 'utf8')) as Row[];
const moving = ['send', 'request', 'schedule', 'deposit', 'withdraw'];

describe.each(languages)('%s', (language) => {
  test.each([
    ['known', language],
    ['unknown', null],
  ] as const)('no wrong payee or amount where the language is %s', (_, own) => {
    const rows = rowsOf(language);
    const paying = rows.filter((row) => moving.includes(String(row.expect['intent'])));
    expect(rows.length).toBeGreaterThan(300);
    expect(paying.length).toBeGreaterThan(100);
    const wrong = rows.flatMap(({ text, expect: wanted }) => {
      const meaning = readIn(text, own, about).meaning as unknown as Row['expect'];
      const isPayment = moving.includes(String(meaning['intent']));
      const isWrong =
        isPayment &&
        ['intent', 'to', 'from', 'amount'].some((part) => meaning[part] !== wanted[part]);
      return isWrong ? [{ text, meaning }] : [];
    });
    expect(wrong).toEqual([]);
  });
});
