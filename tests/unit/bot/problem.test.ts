import { describe, expect, test } from 'vitest';
import { BankError } from '../../../src/bank/model/base/errors.ts';
import * as fields from '../../../src/bot/forms/fields.ts';
import { optional } from '../../../src/bot/forms/field.ts';
import type { Form } from '../../../src/bot/forms/form.ts';
import {
  defectReply,
  errorReply,
  newErrorReference,
  problemsOf,
  unclearDefectReply,
  unknownOutcome,
} from '../../../src/bot/replies/problem.ts';
import { render } from '../../../src/bot/cards/render.ts';
import { words } from '../../../src/words/index.ts';
import { refusals } from '../../support/refusals.ts';
import { sentenceOf } from '../../support/words.ts';

const transfer: Form = {
  words: { title: 'Send money' },
  fields: {
    to: optional(fields.accountNumberField('toAccount')),
    member: optional(fields.memberField('toMember')),
    amount: fields.amountField(),
  },
};
const { moved } = words.errors.nothing;
const shown = (reply: Parameters<typeof render>[0]): string =>
  JSON.stringify(render(reply, { path: 'help', row: null }).container);

describe('a refusal', () => {
  test.each(refusals)('$code is told by its own sentence', (refused) => {
    const sentence = words.errors.sentence(refused, moved);
    expect(shown(errorReply(BankError.of(refused), moved))).toContain(
      JSON.stringify(sentence).slice(1, -1),
    );
  });

  test('is told at the field that was filled in', () => {
    const error = new BankError('TARGET_UNAVAILABLE');
    const at = (values: Record<string, string | string[]>) =>
      problemsOf(error, transfer, values, moved).map(({ label }) => label);
    expect(at({ to: '1234567893', amount: '1' })).toEqual(['Account']);
    expect(at({ member: ['1'], amount: '1' })).toEqual(['Member']);
    expect(problemsOf(new BankError('BANK_BUSY'), transfer, { amount: '1' }, moved)).toEqual([]);
  });
});

describe('a defect', () => {
  test('has a reference of its own each time', () => {
    const references = new Set(Array.from({ length: 200 }, newErrorReference));
    expect(references.size).toBe(200);
    for (const reference of references) expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(shown(defectReply('ABCD1234'))).toContain('`ABCD1234`');
  });

  test('is not said to have done nothing, since the change may have come before it', () => {
    expect(shown(defectReply('ABCD1234'))).not.toMatch(/Nothing/);
  });

  test('after a confirmation never says that nothing happened', () => {
    const reply = shown(unclearDefectReply('ABCD1234', 5n as never));
    expect(reply).not.toContain('Nothing');
    expect(reply).toContain('Do not send it again');
    expect(sentenceOf(unknownOutcome(5n as never))).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-/);
  });
});
