/** The second server refuses what Discord's documentation does not allow. */
import { describe, expect, test } from 'vitest';
import { Refusal } from '../support/other-server/refusal.ts';
import { checkCommands } from '../support/other-server/rules/commands.ts';
import { checkMessage, flag } from '../support/other-server/rules/message.ts';
import { checkModal } from '../support/other-server/rules/modal.ts';

type Part = Readonly<Record<string, unknown>>;

const none = new Map<never, never>();
const long = (length: number) => 'x'.repeat(length);
/** The code of the refusal; 0 if there is none. */
function codeOf(check: () => unknown): number {
  try {
    check();
    return 0;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const button = (more: Part = {}) => ({
  type: 2,
  style: 1,
  label: 'Pay',
  custom_id: 'pay',
  ...more,
});
const row = (...components: Part[]) => ({ type: 1, components });
const text = (content: string) => ({ type: 10, content });
const many = <One>(count: number, make: (index: number) => One): One[] =>
  Array.from({ length: count }, (_, index) => make(index));
const menu = (count: number, more: Part = {}) => ({
  type: 3,
  custom_id: 'menu',
  options: many(count, (index) => ({ label: `${index}`, value: `${index}` })),
  ...more,
});

describe('a message with components', () => {
  const send = (components: readonly Part[], more: Part = {}) =>
    codeOf(() => checkMessage({ json: { flags: flag.v2, components, ...more }, files: none }));

  test('is sent within the limits', () => {
    const parts = [text(long(4000)), row(button()), row(menu(25))];
    expect(send([{ type: 17, components: parts }])).toBe(0);
  });

  test.each<[string, readonly Part[], Part?]>([
    ['4001 characters of text in all', [text(long(4000)), text('x')]],
    ['41 components', many(41, (index) => text(`${index}`))],
    ['an empty text', [text('')]],
    ['an empty container', [{ type: 17, components: [] }]],
    ['a container in a container', [{ type: 17, components: [{ type: 17, components: [] }] }]],
    ['content beside them', [text('x')], { content: 'x' }],
    ['six buttons in a row', [row(...many(6, (index) => button({ custom_id: `${index}` })))]],
    ['a button and a menu in a row', [row(button(), menu(1))]],
    ['two buttons with one custom id', [row(button(), button())]],
    ['a custom id of 101 characters', [row(button({ custom_id: long(101) }))]],
    ['a label of 81 characters', [row(button({ label: long(81) }))]],
    ['a button without a label', [row(button({ label: undefined }))]],
    ['a link with a custom id', [row(button({ style: 5, url: 'https://example.com' }))]],
    ['26 options', [row(menu(26))]],
    ['a placeholder of 151 characters', [row(menu(1, { placeholder: long(151) }))]],
    ['more choices than options', [row(menu(2, { max_values: 3 }))]],
    ['a section without an accessory', [{ type: 9, components: [text('x')] }]],
    ['a file that is not in the message', [{ type: 13, file: { url: 'attachment://a.pdf' } }]],
    ['a file by its address', [{ type: 13, file: { url: 'https://example.com/a.pdf' } }]],
    [
      'two components with one id',
      [
        { ...text('x'), id: 1 },
        { ...text('y'), id: 1 },
      ],
    ],
    ['a nonce of 26 characters', [text('x')], { nonce: long(26) }],
    [
      'users parsed and listed',
      [text('x')],
      { allowed_mentions: { parse: ['users'], users: ['1'] } },
    ],
    ['a flag that cannot be set', [text('x')], { flags: flag.v2 | 128 }],
  ])('is refused with %s', (_, components, more) => {
    expect(send(components, more)).toBe(50_035);
  });
});

test('other messages are refused when empty, or longer than 2000 characters', () => {
  const send = (json: Part) => codeOf(() => checkMessage({ json, files: none }));
  expect(send({ content: long(2000) })).toBe(0);
  expect(send({ content: long(2001) })).toBe(50_035);
  expect(send({})).toBe(50_006);
  expect(send({ embeds: [{ title: long(257) }] })).toBe(50_035);
  expect(send({ embeds: many(2, () => ({ description: long(3001) })) })).toBe(50_035);
  expect(send({ components: many(6, (index) => row(button({ custom_id: `${index}` }))) })).toBe(
    50_035,
  );
  expect(send({ components: [text('x')] })).toBe(50_035);
});

test('an uploaded file must be shown by a component', () => {
  const files = new Map([[0, { name: 'a.png', bytes: new Uint8Array(1) }]]);
  const send = (components: readonly Part[]) =>
    codeOf(() => checkMessage({ json: { flags: flag.v2, components }, files }));
  const media = { url: 'attachment://a.png' };
  expect(send([{ type: 12, items: [{ media }] }])).toBe(0);
  expect(send([text('x')])).toBe(50_035);
});

describe('a form', () => {
  const input = (more: Part = {}) => ({ type: 4, style: 1, custom_id: 'memo', ...more });
  const label = (component: Part, more: Part = {}) => ({
    type: 18,
    label: 'Memo',
    component,
    ...more,
  });
  const show = (components: readonly Part[], more: Part = {}) =>
    codeOf(() => checkModal({ custom_id: 'form', title: 'Send', components, ...more }));
  const five = many(5, (index) => label(input({ custom_id: `${index}` })));

  test('opens within the limits', () => {
    expect(show(five)).toBe(0);
  });

  test.each<[string, readonly Part[], Part?]>([
    ['six labels', [...five, label(input())]],
    ['none', []],
    ['a title of 46 characters', [label(input())], { title: long(46) }],
    ['a label of 46 characters', [label(input(), { label: long(46) })]],
    ['a description of 101 characters', [label(input(), { description: long(101) })]],
    ['two fields with one custom id', [label(input()), label(input())]],
    ['a shortest length above the longest', [label(input({ min_length: 9, max_length: 8 }))]],
    ['a value longer than it may be', [label(input({ value: 'abc', max_length: 2 }))]],
    ['a label on the input', [label(input({ label: 'Memo' }))]],
    ['a button', [row(button())]],
    ['a disabled menu', [label(menu(2, { disabled: true }))]],
    ['one radio button', [label({ ...menu(1), type: 21 })]],
  ])('is refused with %s', (_, components, more) => {
    expect(show(components, more)).toBe(50_035);
  });
});

describe('commands', () => {
  const command = (more: Part = {}) => ({ name: 'pay', description: 'Pay', ...more });
  const option = (more: Part = {}) => ({ type: 3, name: 'to', description: 'To', ...more });
  const put = (...commands: Part[]) => codeOf(() => checkCommands(commands));

  test('are registered within the limits', () => {
    const options = many(25, (index) => option({ name: `o${index}` }));
    expect(put(command({ options }), { name: 'Send money', type: 2 })).toBe(0);
  });

  test.each<[string, Part]>([
    ['a name in upper case', command({ name: 'Pay' })],
    ['a name with a space', command({ name: 'pay now' })],
    ['no description', command({ description: '' })],
    ['a description of 101 characters', command({ description: long(101) })],
    ['a translation of 101 characters', command({ description_localizations: { de: long(101) } })],
    ['an unknown locale', command({ name_localizations: { en: 'pay' } })],
    ['26 options', command({ options: many(26, (index) => option({ name: `o${index}` })) })],
    ['two options of one name', command({ options: [option(), option()] })],
    [
      'a required option after another',
      command({ options: [option(), option({ name: 'sum', required: true })] }),
    ],
    [
      '26 choices',
      command({
        options: [option({ choices: many(26, (index) => ({ name: `${index}`, value: 'v' })) })],
      }),
    ],
    [
      'choices and autocomplete',
      command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
    ],
    [
      'more than 8000 characters',
      command({
        options: many(25, (index) =>
          option({
            name: `o${index}`,
            choices: many(25, (number) => ({ name: `${number}`, value: long(20) })),
          }),
        ),
      }),
    ],
    ['a description of a menu', { name: 'Send money', type: 2, description: 'Pay' }],
    ['permissions as a number', command({ default_member_permissions: 0 })],
  ])('are refused with %s', (_, one) => {
    expect(put(one)).toBe(50_035);
  });

  test('are refused where two have one name, or 16 are on the menu of members', () => {
    expect(put(command(), command())).toBe(50_035);
    expect(put(...many(16, (index) => ({ name: `Menu ${index}`, type: 2 })))).toBe(50_035);
  });
});
