/** Typed input with the expected answer: the table of `tests/cases/inputs.json`. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  ageOn,
  parseAmount,
  parseDateOfBirth,
  parseEmail,
  parseFullName,
  parsePhone,
  type Read,
} from '../../../src/bank/index.ts';
import { saidOf } from '../../support/words.ts';

interface Case {
  readonly id: string;
  readonly input: string;
  readonly expected: string;
}
interface Birth {
  readonly id: string;
  readonly born: string;
  readonly today: string;
  readonly expected: number;
}
type Kind = 'names' | 'emails' | 'amounts' | 'phones' | 'dates';
type Cases = Readonly<Record<Kind, readonly Case[]>> & { readonly births: readonly Birth[] };

const path = new URL('../../cases/inputs.json', import.meta.url);
const cases = JSON.parse(readFileSync(path, 'utf8')) as Cases;
const today = '2026-11-28';

/** The value as text, or null if it is refused. */
type Reader = (input: string) => Read<unknown>;
const readers: Readonly<Record<Kind, Reader>> = {
  names: parseFullName,
  emails: parseEmail,
  amounts: (input) => parseAmount(input, { code: 'GEM', scale: 2 }),
  phones: (input) => parsePhone(input),
  dates: (input) => parseDateOfBirth(input, today, 'en-US'),
};

/** A complete sentence that says more than that the input is wrong. */
const useful = /^.{15,}[.”)]$/u;
const minorUnits = (sum: string): bigint => BigInt(sum.replace('.', ''));

function expectRefused(result: Read<unknown>): void {
  expect(result).toMatchObject({ ok: false });
  expect(saidOf(result)).toMatch(useful);
}

/** Amounts are written as numbers where a number is expected. */
const values: readonly (readonly [RegExp, (found: string) => unknown])[] = [
  [/^(?<found>\d+\.\d\d)\b/, (found) => ({ kind: 'exact', amount: minorUnits(found) })],
  [/^(?<found>\d{16}) minor units/, (found) => ({ kind: 'exact', amount: BigInt(found) })],
  [/^(?<found>share)$/, () => ({ kind: 'all' })],
  [/^(?<found>\+\d+|\d{4}-\d\d-\d\d)/, (found) => found],
];

function expectAnswer(result: Read<unknown>, { input, expected }: Case): void {
  if (expected.startsWith('refused')) return expectRefused(result);
  if (expected.startsWith('taken or refused')) return;
  if (expected.startsWith('taken as lower case')) {
    return expect(result).toEqual({ ok: true, value: input.toLowerCase() });
  }
  if (expected.startsWith('taken')) return expect(result).toMatchObject({ ok: true });
  for (const [pattern, valueOf] of values) {
    const found = pattern.exec(expected)?.groups?.['found'];
    if (found !== undefined) return expect(result).toEqual({ ok: true, value: valueOf(found) });
  }
  throw new Error(`an expectation that this test cannot read: ${expected}`);
}

describe.each(Object.entries(readers))('%s', (kind, read) => {
  test.each(cases[kind as Kind])('$id $input is $expected', (one) => {
    expectAnswer(read(one.input), one);
  });
});

test.each(cases.births)(
  '$id born on $born is $expected on $today',
  ({ born, today: day, expected }) => {
    expect(ageOn({ born, today: day })).toBe(expected);
  },
);

describe('cases that name a setting', () => {
  test('P04: 00 is the international prefix if the bank’s country uses it', () => {
    expect(parsePhone('001 202 555 0123', 'DE')).toEqual({ ok: true, value: '+12025550123' });
    expect(parsePhone('001 202 555 0123', 'US').ok).toBe(false);
  });

  test('A37: another currency is refused, and the bank’s own is named', () => {
    const result = parseAmount('12 GEM', { code: 'TOK', scale: 2 });
    expect(result).toMatchObject({ ok: false });
    expect(saidOf(result)).toContain('12 TOK');
  });
});
