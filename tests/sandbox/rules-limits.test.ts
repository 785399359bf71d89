/** Every limit of messages and their components. */
import { describe } from 'vitest';
import { atLeast, atMost, options, tooLittle, tooLong, tooMuch, x } from './edges.ts';
import { judgeChannelMessage, judgeMessage } from './judges.ts';
import { button, menu, row, text, times } from './parts.ts';

const v2 = 32768;
const ids = (count: number): string[] => times(count, (n) => `${123456789012345600n + BigInt(n)}`);

describe('messages', () => {
  const embed = (part: object) => ({ embeds: [part] });
  atMost(judgeMessage, [
    ['characters', 2000, (n) => ({ content: x(n) }), `content ${tooLong}`],
    ['embeds', 10, (n) => ({ embeds: times(n, () => ({ title: 'x' })) }), `embeds ${tooLong}`],
    ['of a title', 256, (n) => embed({ title: x(n) }), `embeds.0.title ${tooLong}`],
    ['of a text', 4096, (n) => embed({ description: x(n) }), `embeds.0.description ${tooLong}`],
    [
      'of a foot',
      2048,
      (n) => embed({ footer: { text: x(n) } }),
      `embeds.0.footer.text ${tooLong}`,
    ],
    [
      'of an author',
      256,
      (n) => embed({ author: { name: x(n) } }),
      `embeds.0.author.name ${tooLong}`,
    ],
    [
      'fields',
      25,
      (n) => embed({ fields: times(n, () => ({ name: 'x', value: 'x' })) }),
      `embeds.0.fields ${tooLong}`,
    ],
    [
      "of a field's name",
      256,
      (n) => embed({ fields: [{ name: x(n), value: 'x' }] }),
      `embeds.0.fields.0.name ${tooLong}`,
    ],
    [
      "of a field's value",
      1024,
      (n) => embed({ fields: [{ name: 'x', value: x(n) }] }),
      `embeds.0.fields.0.value ${tooLong}`,
    ],
    [
      // All texts, over several embeds: 256 + 256 + 4,096 besides the rest.
      'of all embeds',
      6000,
      (n) => ({
        embeds: [
          { title: x(256), author: { name: x(256) }, description: x(4096) },
          { footer: { text: x(n - 4608 - 500) }, fields: [{ name: x(200), value: x(300) }] },
        ],
      }),
      'embeds MAX_EMBED_SIZE_EXCEEDED',
    ],
    ['a colour', 0xffffff, (n) => embed({ title: 'x', color: n }), `embeds.0.color ${tooMuch}`],
    [
      'people to mention',
      100,
      (n) => ({ content: 'x', allowed_mentions: { users: ids(n) } }),
      `allowed_mentions.users ${tooLong}`,
    ],
    [
      'roles to mention',
      100,
      (n) => ({ content: 'x', allowed_mentions: { roles: ids(n) } }),
      `allowed_mentions.roles ${tooLong}`,
    ],
  ]);
  const uploads = times(10, (n) => ({ index: `${n}`, name: `${n}.txt` }));
  atMost(
    (body) => judgeMessage(body, null, uploads),
    [
      [
        'attachments',
        10,
        (n) => ({ content: 'x', attachments: times(n, (id) => ({ id: `${id}` })) }),
        `attachments ${tooLong}`,
      ],
      [
        "of an attachment's description",
        1024,
        (n) => ({ content: 'x', attachments: [{ id: '0', description: x(n) }] }),
        `attachments.0.description ${tooLong}`,
      ],
    ],
  );
});

describe('messages in channels', () => {
  atMost(judgeChannelMessage, [
    ['characters', 2000, (n) => ({ content: x(n) }), `content ${tooLong}`],
    ['of a nonce', 25, (n) => ({ content: 'x', nonce: x(n) }), `nonce ${tooLong}`],
  ]);
});

describe('rows', () => {
  const first = 'components.0.components.0';
  const alone = (component: object) => ({ components: [row(component)] });
  const link = (length: number) => `https://a.example/${x(length - 18)}`;
  const people = (more: object) => alone({ type: 5, custom_id: 'u', ...more });
  const chosen = (count: number) => ids(count).map((id) => ({ id, type: 'user' }));
  const one = (more: object) => alone(menu({ options: options(1, more) }));
  atMost(judgeMessage, [
    [
      'rows',
      5,
      (n) => ({ components: times(n, (r) => row(button(`${r}`))) }),
      `components ${tooLong}`,
    ],
    [
      'buttons',
      5,
      (n) => ({ components: [row(...times(n, (b) => button(`${b}`)))] }),
      `components.0.components ${tooLong}`,
    ],
    ['of a label', 80, (n) => alone(button('b', { label: x(n) })), `${first}.label ${tooLong}`],
    ['of a custom id', 100, (n) => alone(button(x(n))), `${first}.custom_id ${tooLong}`],
    [
      'of a link',
      512,
      (n) => alone(button('b', { style: 5, custom_id: undefined, url: link(n) })),
      `${first}.url ${tooLong}`,
    ],
    ['options', 25, (n) => alone(menu({ options: options(n) })), `${first}.options ${tooLong}`],
    [
      "of an option's label",
      100,
      (n) => one({ label: x(n) }),
      `${first}.options.0.label ${tooLong}`,
    ],
    [
      "of an option's value",
      100,
      (n) => one({ value: x(n) }),
      `${first}.options.0.value ${tooLong}`,
    ],
    [
      "of an option's description",
      100,
      (n) => one({ description: x(n) }),
      `${first}.options.0.description ${tooLong}`,
    ],
    [
      'of a placeholder',
      150,
      (n) => alone(menu({ placeholder: x(n) })),
      `${first}.placeholder ${tooLong}`,
    ],
    ['to choose', 25, (n) => people({ max_values: n }), `${first}.max_values ${tooMuch}`],
    [
      'to choose at least',
      25,
      (n) => people({ min_values: n, max_values: 25 }),
      `${first}.min_values ${tooMuch}`,
    ],
    [
      'chosen from the start',
      25,
      (n) => people({ max_values: 25, default_values: chosen(n) }),
      `${first}.default_values ${tooLong}`,
    ],
    [
      'chosen from the start, of those that can be',
      2,
      (n) => people({ max_values: 2, default_values: chosen(n) }),
      `${first}.default_values SELECT_COMPONENT_INVALID_DEFAULT_VALUES`,
    ],
  ]);
  atLeast(judgeMessage, [
    ['of a custom id', 1, (n) => alone(button(x(n))), `${first}.custom_id BASE_TYPE_REQUIRED`],
    [
      'options',
      1,
      (n) => alone(menu({ options: options(n) })),
      `${first}.options BASE_TYPE_MIN_LENGTH`,
    ],
    ['to choose', 0, (n) => people({ min_values: n }), `${first}.min_values ${tooLittle}`],
    ['to choose at most', 1, (n) => people({ max_values: n }), `${first}.max_values ${tooLittle}`],
    [
      'chosen from the start',
      2,
      (n) => people({ min_values: 2, max_values: 3, default_values: chosen(n) }),
      `${first}.default_values SELECT_COMPONENT_INVALID_DEFAULT_VALUES`,
    ],
  ]);
});

describe('Components V2', () => {
  const first = 'components.0';
  const card = (component: object) => ({ flags: v2, components: [component] });
  const media = { url: 'https://a.example/b.png' };
  const gallery = (items: object[]) => card({ type: 12, items });
  const section = (count: number) => ({
    type: 9,
    components: times(count, () => text('x')),
    accessory: button('b'),
  });
  const thumbnail = (description: string) =>
    card({ ...section(1), accessory: { type: 11, media, description } });
  const color = (n: number) => card({ type: 17, accent_color: n, components: [text('x')] });
  atMost(judgeMessage, [
    [
      'components',
      40,
      (n) => ({ flags: v2, components: [...times(n - 3, () => text('x')), section(1)] }),
      'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      'of all texts',
      4000,
      (n) => ({ flags: v2, components: [text(x(3000)), text(x(n - 3000))] }),
      'components COMPONENT_MAX_TOTAL_TEXT_EXCEEDED',
    ],
    ['of one text', 4000, (n) => card(text(x(n))), `${first}.content ${tooLong}`],
    ['texts in a section', 3, (n) => card(section(n)), `${first}.components ${tooLong}`],
    ['pictures', 10, (n) => gallery(times(n, () => ({ media }))), `${first}.items ${tooLong}`],
    [
      "of a picture's description",
      1024,
      (n) => gallery([{ media, description: x(n) }]),
      `${first}.items.0.description ${tooLong}`,
    ],
    [
      "of a thumbnail's description",
      1024,
      (n) => thumbnail(x(n)),
      `${first}.accessory.description ${tooLong}`,
    ],
    ['a colour', 0xffffff, color, `${first}.accent_color ${tooMuch}`],
    ['room', 2, (n) => card({ type: 14, spacing: n }), `${first}.spacing BASE_TYPE_CHOICES`],
    ['an id', 2 ** 31 - 1, (n) => card({ ...text('x'), id: n }), `${first}.id ${tooMuch}`],
  ]);
  atLeast(judgeMessage, [
    [
      'pictures',
      1,
      (n) => gallery(times(n, () => ({ media }))),
      `${first}.items BASE_TYPE_MIN_LENGTH`,
    ],
    ['texts in a section', 1, (n) => card(section(n)), `${first}.components BASE_TYPE_MIN_LENGTH`],
    [
      'parts of a container',
      1,
      (n) => card({ type: 17, components: times(n, () => text('x')) }),
      `${first}.components BASE_TYPE_MIN_LENGTH`,
    ],
    ['room', 1, (n) => card({ type: 14, spacing: n }), `${first}.spacing BASE_TYPE_CHOICES`],
    ['a colour', 0, color, `${first}.accent_color ${tooLittle}`],
    ['an id', 0, (n) => card({ ...text('x'), id: n }), `${first}.id ${tooLittle}`],
  ]);
});
