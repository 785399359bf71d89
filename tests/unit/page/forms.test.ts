import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import {
  formParts,
  formProblems,
  initialFields,
} from '../../../src/sandbox/page/form/form-parts.ts';
import {
  formatSize,
  looseAttachments,
  mediaUrl,
} from '../../../src/sandbox/page/parts/media-url.ts';
import { searchChoices, toggleChoice } from '../../../src/sandbox/page/parts/choice.ts';
import { initialsOf } from '../../../src/sandbox/page/parts/initials.ts';
import { placeBeside } from '../../../src/sandbox/page/parts/position.ts';

const form = {
  custom_id: 'f',
  title: 'Form',
  components: [
    { type: 10, content: 'Read me' },
    label('Name', { type: 4, custom_id: 'name', style: 1, min_length: 3, max_length: 5 }),
    label('Note', { type: 4, custom_id: 'note', style: 2, required: false, value: 'pre' }),
    label('Size', {
      type: 21,
      custom_id: 'size',
      options: [
        { label: 'S', value: 's' },
        { label: 'L', value: 'l', default: true },
      ],
    }),
    label('Toppings', {
      type: 22,
      custom_id: 'toppings',
      min_values: 2,
      options: [
        { label: 'A', value: 'a', default: true },
        { label: 'B', value: 'b' },
      ],
    }),
    label('Sure', { type: 23, custom_id: 'sure' }),
    label('Friend', { type: 5, custom_id: 'friend', default_values: [{ id: '7', type: 'user' }] }),
    { type: 1, components: [{ type: 4, custom_id: 'old', style: 1, label: 'Old way' }] },
  ],
} as unknown as APIModalInteractionResponseCallbackData;

function label(text: string, component: unknown): unknown {
  return { type: 18, label: text, component };
}

const parts = formParts(form);
const start = initialFields(parts);

describe('a form', () => {
  test('starts with the bot’s pre-filled values', () => {
    expect(start).toEqual({
      name: '',
      note: 'pre',
      size: 'l',
      toppings: ['a'],
      sure: false,
      friend: ['7'],
      old: '',
    });
  });

  test('reports missing and invalid values by field', () => {
    expect(formProblems(parts, start)).toEqual({
      name: 'This field is required.',
      toppings: 'Choose at least 2.',
      old: 'This field is required.',
    });
    expect(
      formProblems(parts, { ...start, name: 'ab', old: 'x', toppings: ['a', 'b'], friend: [] }),
    ).toEqual({ name: 'Use at least 3 characters.', friend: 'This field is required.' });
    expect(
      formProblems(parts, { ...start, name: 'abcdef', old: 'x', toppings: ['a', 'b'] }),
    ).toEqual({ name: 'Use at most 5 characters.' });
  });

  test('can be submitted when all values are valid', () => {
    const right = { ...start, name: 'abc', old: 'x', toppings: ['a', 'b'] };
    expect(formProblems(parts, right)).toEqual({});
  });

  test('keeps the label of an old-style text input', () => {
    expect(parts.at(-1)).toMatchObject({ kind: 'field', label: 'Old way', required: true });
  });
});

test('a single choice is replaced, a multiple choice is limited', () => {
  expect(toggleChoice(['a'], 'b', { min: 1, max: 1 })).toEqual(['b']);
  expect(toggleChoice(['a'], 'a', { min: 1, max: 1 })).toEqual(['a']);
  expect(toggleChoice(['a'], 'a', { min: 0, max: 1 })).toEqual([]);
  expect(toggleChoice(['a'], 'b', { min: 1, max: 2 })).toEqual(['a', 'b']);
  expect(toggleChoice(['a', 'b'], 'c', { min: 1, max: 2 })).toEqual(['a', 'b']);
});

test('choices are found by name and description', () => {
  const choices = [
    { id: '1', label: 'Anna', description: 'anna_albers' },
    { id: '2', label: 'Bo', description: 'bo' },
  ];
  expect(searchChoices('@an', choices).map(({ id }) => id)).toEqual(['1']);
  expect(searchChoices('albers', choices).map(({ id }) => id)).toEqual(['1']);
  expect(searchChoices('', choices)).toHaveLength(2);
});

test('file addresses are attachments of the message or https links only', () => {
  const file = { id: '1', filename: 'a.png', url: 'http://127.0.0.1:1/cdn/a.png' };
  const message = { attachments: [file], embeds: [], components: [] } as unknown as APIMessage;
  expect(mediaUrl(message, 'attachment://a.png')).toBe(file.url);
  expect(mediaUrl(message, 'attachment://b.png')).toBeNull();
  expect(mediaUrl(message, 'javascript:alert(1)')).toBeNull();
  expect(looseAttachments(message)).toHaveLength(1);
  const shown = {
    ...message,
    components: [{ type: 13, file: { url: file.url } }],
  } as unknown as APIMessage;
  expect(looseAttachments(shown)).toEqual([]);
});

test.each([
  [0, '0 bytes'],
  [1536, '1.5 KB'],
  [3 * 1024 * 1024, '3.0 MB'],
])('%d bytes read %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});

test.each([
  ['Anna Albers', 'AA'],
  ['Bo', 'B'],
  ['Mona (staff)', 'MS'],
  ['  ', '?'],
  ['👩‍👧 x y', '👩‍👧Y'],
])('the letters of %s are %s', (name, letters) => {
  expect(initialsOf(name)).toBe(letters);
});

test('pop-ups stay inside the window and switch sides without room', () => {
  const window = { width: 400, height: 300 };
  const size = { width: 200, height: 100 };
  const at = (left: number, top: number, side: 'below' | 'left') =>
    placeBeside({ left, top, width: 40, height: 20 }, size, { side, window });
  expect(at(10, 10, 'below')).toEqual({ left: 10, top: 36 });
  expect(at(10, 250, 'below')).toEqual({ left: 10, top: 144 });
  expect(at(380, 10, 'below')).toEqual({ left: 192, top: 36 });
  expect(at(10, 10, 'left')).toEqual({ left: 56, top: 10 });
});
