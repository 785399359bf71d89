/** Forms: each limit and rule between fields. */
import { describe, expect, test } from 'vitest';
import { judgeModal } from './judges.ts';
import { button, input, label, menu, row, text, times } from './parts.ts';

const modal = (...components: object[]) => ({ custom_id: 'm', title: 'Title', components });

describe('forms', () => {
  test('may contain every part', () => {
    const options = times(2, (index) => ({ label: `${index}`, value: `${index}` }));
    const parts = [
      input({ max_length: 4000, placeholder: 'x'.repeat(100) }),
      menu({ required: false, min_values: 0 }),
      { type: 5, custom_id: 'user' },
      { type: 6, custom_id: 'role' },
      { type: 7, custom_id: 'mentionable' },
      { type: 8, custom_id: 'channel' },
      { type: 19, custom_id: 'file', max_values: 10 },
      { type: 21, custom_id: 'radio', options },
      { type: 22, custom_id: 'checks', options, max_values: 2 },
      { type: 23, custom_id: 'check', default: true },
    ];
    for (const part of parts) expect(judgeModal(modal(label(part), text('x')))).toEqual([]);
    expect(judgeModal(modal(row(input({ label: 'Old style' }))))).toEqual([]);
  });

  test.each<[string, object, string]>([
    [
      'six parts',
      modal(...times(6, (index) => label(input({ custom_id: `${index}` })))),
      'components BASE_TYPE_BAD_LENGTH',
    ],
    ['no part', modal(), 'components BASE_TYPE_MIN_LENGTH'],
    ['a title of 46', { ...modal(text('x')), title: 'x'.repeat(46) }, 'title BASE_TYPE_MAX_LENGTH'],
    ['no title', { ...modal(text('x')), title: undefined }, 'title BASE_TYPE_REQUIRED'],
    [
      'a custom id of 101',
      { ...modal(text('x')), custom_id: 'x'.repeat(101) },
      'custom_id BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a label of 46',
      modal(label(input(), { label: 'x'.repeat(46) })),
      'components.0.label BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a hint of 101',
      modal(label(input(), { description: 'x'.repeat(101) })),
      'components.0.description BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a label without a field',
      modal({ type: 18, label: 'x' }),
      'components.0.component BASE_TYPE_REQUIRED',
    ],
    [
      'a label on a field in a label',
      modal(label(input({ label: 'x' }))),
      'components.0.component.label TEXT_INPUT_LABEL_IN_LABEL',
    ],
    [
      'a row whose field has no label',
      modal(row(input())),
      'components.0.components.0.label BASE_TYPE_REQUIRED',
    ],
    [
      'two fields in a row',
      modal(row(input({ label: 'x' }), input({ label: 'y', custom_id: 'z' }))),
      'components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'a field twice',
      modal(label(input()), label(input())),
      'components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a length of 4,001',
      modal(label(input({ max_length: 4001 }))),
      'components.0.component.max_length NUMBER_TYPE_MAX',
    ],
    [
      'at least more than at most',
      modal(label(input({ min_length: 5, max_length: 4 }))),
      'components.0.component.min_length BASE_TYPE_INVALID_RANGE',
    ],
    [
      'more pre-filled than fits',
      modal(label(input({ value: 'xxx', max_length: 2 }))),
      'components.0.component.value BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a required menu with nothing to choose',
      modal(label(menu({ min_values: 0 }))),
      'components.0.component.min_values BASE_TYPE_INVALID_RANGE',
    ],
    [
      'a disabled field',
      modal(label(menu({ disabled: true }))),
      'components.0.component.disabled MODAL_COMPONENT_DISABLED',
    ],
    [
      'a radio group of one',
      modal(label({ type: 21, custom_id: 'r', options: [{ label: 'x', value: 'x' }] })),
      'components.0.component.options BASE_TYPE_MIN_LENGTH',
    ],
    [
      '11 checkboxes',
      modal(
        label({
          type: 22,
          custom_id: 'c',
          options: times(11, (index) => ({ label: 'x', value: `${index}` })),
        }),
      ),
      'components.0.component.options BASE_TYPE_MAX_LENGTH',
    ],
    ['a button', modal(row(button('b'))), 'components.0.components.0.type BASE_TYPE_CHOICES'],
  ])('may not have %s', (_, data, issue) => {
    expect(judgeModal(data)).toContain(issue);
  });
});
