import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomAccountNumber } from '../../../src/bank/model/parse/account-number.ts';
import { optional, type Facts } from '../../../src/bot/forms/field.ts';
import * as fields from '../../../src/bot/forms/fields.ts';
import { kindsField } from '../../../src/bot/forms/history-fields.ts';
import { isComplete, readForm, withoutSecrets, type Form } from '../../../src/bot/forms/form.ts';
import { words } from '../../../src/words/index.ts';

const facts: Facts = { currency: { code: 'GEM', scale: 2 }, today: '2026-01-31' };

const transfer: Form = {
  words: { title: 'Send money' },
  fields: {
    to: optional(fields.accountNumberField('toAccount')),
    member: optional(fields.memberField('toMember')),
    amount: fields.amountField(),
    memo: fields.memoField(),
  },
  oneOf: [['to', 'member']],
};

const reasons = (form: Form, values: Parameters<typeof readForm>[1]) => {
  const reading = readForm(form, values, facts);
  return reading.ok ? [] : reading.problems.map(({ field, reason }) => [field, reason]);
};

describe('a form', () => {
  test('reads domain values, and null for what was left out', () => {
    const member = ['123456789012345678'];
    const reading = readForm(transfer, { member, amount: ' 12.50 ', to: '  ' }, facts);
    expect(reading).toEqual({
      ok: true,
      input: {
        to: null,
        member: '123456789012345678',
        amount: { kind: 'exact', amount: 1250n },
        memo: null,
      },
    });
  });

  test('keeps exactly what it has read: nothing longer than its field is read at all', () => {
    const to = randomAccountNumber();
    const memo = '😀'.repeat(140);
    const kept = withoutSecrets(transfer, { to, amount: '1', memo });
    expect(kept['memo']).toBe(memo);
    expect(readForm(transfer, kept, facts)).toMatchObject({ ok: true, input: { memo } });
    const late = `${' '.repeat(200)}x`;
    expect(reasons(transfer, { to, amount: '1', memo: late })).toEqual([
      ['memo', 'That is too long.'],
    ]);
  });

  test('tells every problem at once', () => {
    expect(reasons(transfer, { to: '12', amount: '1e9', memo: 'x'.repeat(141) })).toEqual([
      ['to', 'An account number has 10 digits; this one has 2.'],
      ['amount', expect.stringContaining('digits')],
      ['memo', expect.stringContaining('at most 140')],
    ]);
  });

  test('says which fields exclude each other, and which one is missing', () => {
    const both = { to: '12', member: ['123456789012345678'], amount: '1' };
    expect(reasons(transfer, { amount: '1' })).toEqual([['to', 'Fill in “Account” or “Member”.']]);
    expect(reasons(transfer, both).at(-1)).toEqual([
      'member',
      'Fill in only one: “Account” or “Member”.',
    ]);
  });

  test('asks for what is required and blank', () => {
    const form: Form = {
      words: { title: 'x' },
      fields: { amount: fields.amountField(), terms: fields.consentField('terms') },
    };
    expect(reasons(form, { amount: '   ' })).toEqual([
      ['amount', 'Please fill this in.'],
      ['terms', words.fields.terms.refusal],
    ]);
  });

  test('checks between fields only when each is right', () => {
    const form: Form = {
      words: { title: 'x' },
      fields: { password: fields.passwordField(), password_again: fields.passwordField() },
      check: ({ password, password_again }) => ({
        password_again: password === password_again ? undefined : 'They differ.',
      }),
    };
    expect(reasons(form, { password: 'a' })).toEqual([['password_again', 'Please fill this in.']]);
    expect(reasons(form, { password: 'a', password_again: 'b' })).toEqual([
      ['password_again', 'They differ.'],
    ]);
    expect(reasons(form, { password: 'a', password_again: 'a' })).toEqual([]);
  });

  test('is complete when options say all it requires', () => {
    expect(isComplete(transfer, { amount: '1' })).toBe(false);
    expect(isComplete(transfer, { to: '1' })).toBe(false);
    expect(isComplete(transfer, { to: '1', amount: '1' })).toBe(true);
    expect(isComplete(transfer, { to: '1', member: ['2'], amount: '1' })).toBe(true);
  });

  test('keeps no secret, no foreign field and no endless text', () => {
    const form: Form = {
      words: { title: 'x' },
      fields: { account_number: fields.accountNumberField(), password: fields.passwordField() },
    };
    const values = { account_number: '1'.repeat(500), password: 'secret', other: 'x' };
    expect(withoutSecrets(form, values)).toEqual({ account_number: '1'.repeat(40) });
  });
});

const all = {
  amount: fields.amountField(),
  account: fields.accountNumberField(),
  member: fields.memberField('roleMember'),
  memo: fields.memoField(),
  name: fields.fullNameField(),
  email: fields.emailField(),
  phone: fields.phoneField(),
  born: fields.dateOfBirthField(),
  gender: fields.genderField(),
  password: fields.passwordField(),
  date: fields.dateField('fromDate'),
  search: fields.searchField('memoText'),
  kinds: kindsField(),
  consent: fields.consentField('terms'),
};
const raw = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 5_000 }),
  fc.boolean(),
  fc.array(fc.string()),
);

describe('every field', () => {
  test.each(Object.entries(all))('%s reads anything without throwing', (name, field) => {
    const form: Form = { words: { title: 'x' }, fields: { [name]: field } };
    fc.assert(
      fc.property(raw, (value) => {
        const reading = readForm(form, { [name]: value }, facts);
        if (!reading.ok) expect(reading.problems[0]?.reason).toMatch(/\S.*[.”)]$/);
      }),
    );
  });

  test('a date must exist', () => {
    const form: Form = { words: { title: 'x' }, fields: { date: fields.dateField('fromDate') } };
    expect(reasons(form, { date: '2026-02-29' })).toEqual([
      ['date', 'This date does not exist. Check the day and the month.'],
    ]);
    expect(reasons(form, { date: '2024-02-29' })).toEqual([]);
  });
});
