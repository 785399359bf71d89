import { describe, expect, test } from 'vitest';
import { assurances, BankError } from '../../../src/bank/model/index.ts';
import { words } from '../../../src/words/index.ts';
import { refusals } from '../../support/refusals.ts';

const { sentence, nothing } = words.errors;

describe('the sentence of a refusal', () => {
  test.each(refusals)('$code says what its assurance promises, and no more', (refused) => {
    const promised = {
      NOTHING_MOVED: nothing.moved,
      NOTHING_CHANGED: nothing.changed,
      NOTHING_SAVED: nothing.saved,
      BY_COMMAND: 'As the command says.',
      NONE: null,
    }[assurances[refused.code]];
    const said = sentence(refused, 'As the command says.');
    expect(said.match(/Nothing [^.]*\.|As the command says\./g) ?? []).toEqual(
      promised === null ? [] : [promised],
    );
    expect(said).toMatch(/^[A-Z“\d].*[.]$/);
    expect(said).not.toMatch(/undefined|null|\[object| {2}/);
  });

  test('names sums, times and numbers as people read them', () => {
    const currency = { code: 'GEM', scale: 2 };
    const sum = (units: bigint) => ({ units, currency });
    const lowered = { limit: sum(10_000n), left: sum(50n), waitMs: 7_200_000 };
    expect(sentence({ code: 'LIMIT_LOWERED', data: lowered }, nothing.moved)).toBe(
      'Your password was recently reset, so your daily limit is temporarily 100.00 GEM; ' +
        '0.50 GEM is left today. Nothing moved. Your usual limit applies again in 2 hours.',
    );
    const hint = { kind: 'TRIES_LEFT', triesLeft: 1 } as const;
    expect(sentence({ code: 'CODE_WRONG', data: { hint } }, nothing.moved)).toBe(
      'That code is wrong or has already been used. Nothing changed. One try is left.',
    );
  });
});

test('a BankError keeps its code, its data and its cause', () => {
  const cause = new Error('away');
  const error = new BankError('UNDER_AGE', { minimumAge: 18 }, cause);
  expect(error).toMatchObject({ code: 'UNDER_AGE', message: 'UNDER_AGE', cause });
  expect(error.refused).toEqual({ code: 'UNDER_AGE', data: { minimumAge: 18 } });
  expect(new BankError('BANK_BUSY').refused.data).toBeNull();
});
