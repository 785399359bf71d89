/** Messages: each limit and rule between fields, refused as on Discord. */
import { describe, expect, test } from 'vitest';
import type { APIMessage } from 'discord-api-types/v10';
import { judgeMessage } from './judges.ts';
import { button, menu, row, text, times } from './parts.ts';

const v2 = 32768;
describe('messages', () => {
  test.each<[string, object]>([
    ['text of 2,000 characters', { content: 'x'.repeat(2000) }],
    ['2,000 emoji', { content: '😀'.repeat(2000) }],
    ['the keys discord.js always sends', { content: 'x', tts: false, enforce_nonce: false }],
    [
      'five rows of five buttons',
      { components: times(5, (r) => row(...times(5, (b) => button(`${r}${b}`)))) },
    ],
    [
      'a link without a custom id',
      {
        components: [
          row(button('x', { style: 5, custom_id: undefined, url: 'https://a.example' })),
        ],
      },
    ],
    [
      'a container with all it may hold',
      {
        flags: v2,
        components: [
          {
            type: 17,
            accent_color: 0xffffff,
            components: [
              text('x'),
              { type: 14, spacing: 2, divider: false },
              { type: 9, components: [text('y')], accessory: button('b') },
              { type: 12, items: [{ media: { url: 'https://a.example/b.png' } }] },
              row(menu()),
            ],
          },
        ],
      },
    ],
    ['40 components', { flags: v2, components: times(40, () => text('x')) }],
    ['an embed of 4,096 characters', { embeds: [{ description: 'x'.repeat(4096) }] }],
  ])('may be %s', (_, body) => {
    expect(judgeMessage(body)).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['text of 2,001 characters', { content: 'x'.repeat(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
    ['2,001 emoji', { content: '😀'.repeat(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
    ['content that is no text', { content: 5 }, 'content STRING_TYPE_CONVERT'],
    ['embeds that are no list', { embeds: {} }, 'embeds LIST_TYPE_CONVERT'],
    ['an embed that is a text', { embeds: ['x'] }, 'embeds.0 DICT_TYPE_CONVERT'],
    [
      'an embed of no time',
      { embeds: [{ title: 'x', timestamp: 'now' }] },
      'embeds.0.timestamp BASE_TYPE_BAD_FORMAT',
    ],
    [
      'a button that may be disabled',
      { components: [row(button('b', { disabled: 'maybe' }))] },
      'components.0.components.0.disabled BOOLEAN_TYPE_CONVERT',
    ],
    ['a misspelt key', { contnet: 'x' }, 'contnet UNKNOWN_FIELD'],
    [
      'a misspelt key deep inside',
      { content: 'x', embeds: [{ description: 'x', colour: 1 }] },
      'embeds.0.colour UNKNOWN_FIELD',
    ],
    [
      'a key that every object inherits',
      { content: 'x', constructor: {} },
      'constructor UNKNOWN_FIELD',
    ],
    ['11 embeds', { embeds: times(11, () => ({ title: 'x' })) }, 'embeds BASE_TYPE_MAX_LENGTH'],
    [
      'an embed title of 257',
      { embeds: [{ title: 'x'.repeat(257) }] },
      'embeds.0.title BASE_TYPE_MAX_LENGTH',
    ],
    [
      'embeds of 6,001 together',
      { embeds: times(2, () => ({ description: 'x'.repeat(3001) })) },
      'embeds MAX_EMBED_SIZE_EXCEEDED',
    ],
    ['an empty embed', { embeds: [{ color: 5 }] }, 'embeds.0.description BASE_TYPE_REQUIRED'],
    [
      '26 embed fields',
      { embeds: [{ fields: times(26, () => ({ name: 'x', value: 'x' })) }] },
      'embeds.0.fields BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an embed field without a value',
      { embeds: [{ fields: [{ name: 'x', value: ' ' }] }] },
      'embeds.0.fields.0.value BASE_TYPE_REQUIRED',
    ],
    [
      'six rows',
      { components: times(6, (r) => row(button(`${r}`))) },
      'components BASE_TYPE_MAX_LENGTH',
    ],
    [
      'six buttons in a row',
      { components: [row(...times(6, (b) => button(`${b}`)))] },
      'components.0.components BASE_TYPE_MAX_LENGTH',
    ],
    ['an empty row', { components: [row()] }, 'components.0.components BASE_TYPE_MIN_LENGTH'],
    [
      'a button and a menu in a row',
      { components: [row(button('b'), menu())] },
      'components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'a custom id twice',
      { components: [row(button('b'), button('b'))] },
      'components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a component id twice',
      { components: [row(button('a', { id: 7 }), button('b', { id: 7 }))] },
      'components.0.components.1.id COMPONENT_ID_DUPLICATED',
    ],
    [
      'a custom id of 101',
      { components: [row(button('x'.repeat(101)))] },
      'components.0.components.0.custom_id BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a label of 81',
      { components: [row(button('b', { label: 'x'.repeat(81) }))] },
      'components.0.components.0.label BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a button without label or emoji',
      { components: [row(button('b', { label: undefined }))] },
      'components.0.components.0.label BUTTON_COMPONENT_MUST_HAVE_LABEL_OR_EMOJI',
    ],
    [
      'a button without custom id',
      { components: [row(button('b', { custom_id: undefined }))] },
      'components.0.components.0.custom_id BASE_TYPE_REQUIRED',
    ],
    [
      'a button with custom id and url',
      { components: [row(button('b', { url: 'https://a.example' }))] },
      'components.0.components.0.url BUTTON_COMPONENT_INVALID_FIELD',
    ],
    [
      'a link without a url',
      { components: [row(button('b', { style: 5, custom_id: undefined }))] },
      'components.0.components.0.url BASE_TYPE_REQUIRED',
    ],
    [
      'a link to what no browser opens',
      {
        components: [row(button('b', { style: 5, custom_id: undefined, url: 'ftp://a.example' }))],
      },
      'components.0.components.0.url URL_TYPE_INVALID_SCHEME',
    ],
    [
      'a purchase with a label',
      { components: [row({ type: 2, style: 6, sku_id: '123456789012345678', label: 'x' })] },
      'components.0.components.0.label BUTTON_COMPONENT_INVALID_FIELD',
    ],
    [
      'a link that is no url',
      { components: [row(button('b', { style: 5, custom_id: undefined, url: 'nowhere' }))] },
      'components.0.components.0.url URL_TYPE_INVALID_URL',
    ],
    [
      'a component of no kind',
      { components: [row({ type: 77 })] },
      'components.0.components.0.type UNION_TYPE_CHOICES',
    ],
    [
      '26 options',
      {
        components: [
          row(menu({ options: times(26, (index) => ({ label: 'x', value: `${index}` })) })),
        ],
      },
      'components.0.components.0.options BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an option value twice',
      { components: [row(menu({ options: times(2, () => ({ label: 'x', value: 'x' })) }))] },
      'components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    [
      'more to choose than there is',
      { components: [row(menu({ max_values: 3 }))] },
      'components.0.components.0.max_values SELECT_COMPONENT_MAX_VALUES_EXCEEDED',
    ],
    [
      'at least more than at most',
      { components: [row(menu({ min_values: 2, max_values: 1 }))] },
      'components.0.components.0.min_values BASE_TYPE_INVALID_RANGE',
    ],
    [
      'more defaults than can be chosen',
      {
        components: [
          row(
            menu({
              max_values: 1,
              options: times(2, (index) => ({ label: 'x', value: `${index}`, default: true })),
            }),
          ),
        ],
      },
      'components.0.components.0.options SELECT_COMPONENT_TOO_MANY_DEFAULTS',
    ],
    [
      'text displays without the flag',
      { components: [text('x')] },
      'components.0.type UNION_TYPE_CHOICES',
    ],
    [
      'content with the flag',
      { flags: v2, content: 'x', components: [text('x')] },
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'embeds with the flag',
      { flags: v2, embeds: [{ title: 'x' }], components: [text('x')] },
      'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      '41 components, nested ones counted',
      {
        flags: v2,
        components: times(4, () => ({ type: 17, components: times(10, () => text('x')) })),
      },
      'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      '4,001 characters of text',
      { flags: v2, components: [text('x'.repeat(4000)), text('x')] },
      'components COMPONENT_MAX_TOTAL_TEXT_EXCEEDED',
    ],
    [
      'a container in a container',
      {
        flags: v2,
        components: [{ type: 17, components: [{ type: 17, components: [text('x')] }] }],
      },
      'components.0.components.0.type UNION_TYPE_CHOICES',
    ],
    [
      'a section without accessory',
      { flags: v2, components: [{ type: 9, components: [text('x')] }] },
      'components.0.accessory BASE_TYPE_REQUIRED',
    ],
    [
      'a section of four texts',
      {
        flags: v2,
        components: [{ type: 9, components: times(4, () => text('x')), accessory: button('b') }],
      },
      'components.0.components BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an empty text display',
      { flags: v2, components: [text('')] },
      'components.0.content BASE_TYPE_REQUIRED',
    ],
    [
      'a color beyond white',
      { flags: v2, components: [{ type: 17, accent_color: 0x1000000, components: [text('x')] }] },
      'components.0.accent_color NUMBER_TYPE_MAX',
    ],
    [
      'a file that is not attached',
      { flags: v2, components: [{ type: 13, file: { url: 'attachment://a.txt' } }] },
      'components.0.file.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'a picture that is not attached',
      { flags: v2, components: [{ type: 12, items: [{ media: { url: 'attachment://a.png' } }] }] },
      'components.0.items.0.media.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'a thumbnail that is not attached',
      {
        flags: v2,
        components: [
          {
            type: 9,
            components: [text('x')],
            accessory: { type: 11, media: { url: 'attachment://a.png' } },
          },
        ],
      },
      'components.0.accessory.media.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'a part of a component id',
      { flags: v2, components: [{ ...text('x'), id: 1.5 }] },
      'components.0.id NUMBER_TYPE_COERCE',
    ],
    [
      'half a choice',
      { components: [row(menu({ min_values: 0.5 }))] },
      'components.0.components.0.min_values NUMBER_TYPE_COERCE',
    ],
    ['a flag that is not for bots', { content: 'x', flags: 1 }, 'flags MESSAGE_FLAGS_INVALID'],
    [
      'mentions allowed in two ways',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['123456789012345678'] } },
      'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
    [
      'mentions of an unknown kind',
      { content: 'x', allowed_mentions: { parse: ['all'] } },
      'allowed_mentions.parse.0 BASE_TYPE_CHOICES',
    ],
  ])('may not be %s', (_, body, issue) => {
    expect(judgeMessage(body)).toContain(issue);
  });

  test('keep the Components V2 flag when edited', () => {
    const old = { flags: v2, attachments: [] } as unknown as APIMessage;
    expect(judgeMessage({ content: 'x' }, old)).toEqual([
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
    expect(judgeMessage({ components: [text('x')] }, old)).toEqual([]);
  });

  test('become Components V2 by an edit only if text and embeds are removed', () => {
    const old = { content: 'x', embeds: [{}], attachments: [] } as unknown as APIMessage;
    const edit = { flags: v2, components: [text('x')] };
    expect(judgeMessage(edit, old)).toEqual([
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
    expect(judgeMessage({ ...edit, content: null, embeds: [] }, old)).toEqual([]);
  });
});
