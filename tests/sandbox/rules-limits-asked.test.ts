/** Every limit of forms and commands. */
import { describe } from 'vitest';
import { atLeast, atMost, options, tooLittle, tooLong, tooMuch, x } from './edges.ts';
import { judgeCommand, judgeModal } from './judges.ts';
import { input, label, menu, text, times } from './parts.ts';

describe('forms', () => {
  const form = (...components: object[]) => ({ custom_id: 'm', title: 'Title', components });
  const field = (component: object) => form(label(component));
  const first = 'components.0.component';
  const file = (more: object) => field({ type: 19, custom_id: 'f', ...more });
  const radio = (choices: object[]) => field({ type: 21, custom_id: 'r', options: choices });
  const checks = (count: number, more: object = {}) =>
    field({ type: 22, custom_id: 'c', options: options(count), ...more });
  const two = (more: object) => radio([...options(1, more), { label: 'y', value: 'y' }]);
  atMost(judgeModal, [
    ['of a title', 45, (n) => ({ ...form(text('x')), title: x(n) }), `title ${tooLong}`],
    ['of its id', 100, (n) => ({ ...form(text('x')), custom_id: x(n) }), `custom_id ${tooLong}`],
    ['parts', 5, (n) => form(...times(n, () => text('x'))), 'components BASE_TYPE_BAD_LENGTH'],
    [
      'of a label',
      45,
      (n) => form(label(input(), { label: x(n) })),
      `components.0.label ${tooLong}`,
    ],
    [
      'of a hint',
      100,
      (n) => form(label(input(), { description: x(n) })),
      `components.0.description ${tooLong}`,
    ],
    [
      "of a field's id",
      100,
      (n) => field(input({ custom_id: x(n) })),
      `${first}.custom_id ${tooLong}`,
    ],
    [
      'of a placeholder',
      100,
      (n) => field(input({ placeholder: x(n) })),
      `${first}.placeholder ${tooLong}`,
    ],
    ['of a value', 4000, (n) => field(input({ value: x(n) })), `${first}.value ${tooLong}`],
    ['a length', 4000, (n) => field(input({ max_length: n })), `${first}.max_length ${tooMuch}`],
    [
      'a least length',
      4000,
      (n) => field(input({ min_length: n })),
      `${first}.min_length ${tooMuch}`,
    ],
    ['options', 25, (n) => field(menu({ options: options(n) })), `${first}.options ${tooLong}`],
    [
      "of a menu's placeholder",
      150,
      (n) => field(menu({ placeholder: x(n) })),
      `${first}.placeholder ${tooLong}`,
    ],
    ['files', 10, (n) => file({ max_values: n }), `${first}.max_values ${tooMuch}`],
    [
      'files at least',
      10,
      (n) => file({ min_values: n, max_values: 10 }),
      `${first}.min_values ${tooMuch}`,
    ],
    [
      'kinds of files',
      10,
      (n) => file({ file_types: times(n, (kind) => `.a${kind}`) }),
      `${first}.file_types ${tooLong}`,
    ],
    ['radio buttons', 10, (n) => radio(options(n)), `${first}.options ${tooLong}`],
    [
      "of a choice's label",
      100,
      (n) => two({ label: x(n) }),
      `${first}.options.0.label ${tooLong}`,
    ],
    [
      "of a choice's value",
      100,
      (n) => two({ value: x(n) }),
      `${first}.options.0.value ${tooLong}`,
    ],
    [
      "of a choice's description",
      100,
      (n) => two({ description: x(n) }),
      `${first}.options.0.description ${tooLong}`,
    ],
    ['checkboxes', 10, (n) => checks(n), `${first}.options ${tooLong}`],
    [
      'ticks, of those there are',
      3,
      (n) => checks(3, { max_values: n }),
      `${first}.max_values SELECT_COMPONENT_MAX_VALUES_EXCEEDED`,
    ],
    [
      'ticks at least, of those there are',
      3,
      (n) => checks(3, { min_values: n, max_values: 3 }),
      `${first}.min_values SELECT_COMPONENT_MIN_VALUES_EXCEEDED`,
    ],
  ]);
  atLeast(judgeModal, [
    ['of a title', 1, (n) => ({ ...form(text('x')), title: x(n) }), 'title BASE_TYPE_REQUIRED'],
    ['parts', 1, (n) => form(...times(n, () => text('x'))), 'components BASE_TYPE_MIN_LENGTH'],
    [
      'of a label',
      1,
      (n) => form(label(input(), { label: x(n) })),
      'components.0.label BASE_TYPE_REQUIRED',
    ],
    ['a length', 1, (n) => field(input({ max_length: n })), `${first}.max_length ${tooLittle}`],
    [
      'a least length',
      0,
      (n) => field(input({ min_length: n })),
      `${first}.min_length ${tooLittle}`,
    ],
    ['files', 1, (n) => file({ max_values: n }), `${first}.max_values ${tooLittle}`],
    [
      'files that must come',
      1,
      (n) => file({ min_values: n }),
      `${first}.min_values BASE_TYPE_INVALID_RANGE`,
    ],
    ['radio buttons', 2, (n) => radio(options(n)), `${first}.options BASE_TYPE_MIN_LENGTH`],
    ['checkboxes', 1, (n) => checks(n), `${first}.options BASE_TYPE_MIN_LENGTH`],
  ]);
});

describe('commands', () => {
  const command = (more: object = {}) => ({ name: 'give', description: 'Gives', ...more });
  const option = (more: object = {}) => ({ type: 3, name: 'what', description: 'What', ...more });
  const first = 'options.0';
  const alone = (more: object) => command({ options: [option(more)] });
  const choices = (count: number, more: object = {}) =>
    times(count, (n) => ({ name: `${n}`, value: `${n}`, ...more }));
  const one = (more: object) => alone({ choices: choices(1, more) });
  const subs = (count: number) =>
    times(count, (n) => ({ type: 1, name: `s${n}`, description: 'S' }));
  const whole = 2 ** 53 - 1;
  /** 25 options of 134 characters, the command's own 9; the 50 choice values share the rest. */
  const ofCharacters = (total: number) => {
    const value = (index: number): string => x(Math.floor((total - 3359 + index) / 50));
    return command({
      options: times(25, (n) =>
        option({
          name: `${n}`.padEnd(32, 'x'),
          description: x(100),
          choices: [
            { name: 'a', value: value(2 * n) },
            { name: 'b', value: value(2 * n + 1) },
          ],
        }),
      ),
    });
  };
  atMost(judgeCommand, [
    ['of a name', 32, (n) => command({ name: x(n) }), `name ${tooLong}`],
    ['of a description', 100, (n) => command({ description: x(n) }), `description ${tooLong}`],
    [
      'of a name elsewhere',
      32,
      (n) => command({ name_localizations: { de: x(n) } }),
      `name_localizations.de ${tooLong}`,
    ],
    [
      'of a description elsewhere',
      100,
      (n) => command({ description_localizations: { de: x(n) } }),
      `description_localizations.de ${tooLong}`,
    ],
    [
      'options',
      25,
      (n) => command({ options: times(n, (o) => option({ name: `o${o}` })) }),
      `options ${tooLong}`,
    ],
    ['subcommands', 25, (n) => command({ options: subs(n) }), `options ${tooLong}`],
    [
      'subcommands of a group',
      25,
      (n) => command({ options: [{ type: 2, name: 'g', description: 'G', options: subs(n) }] }),
      `${first}.options ${tooLong}`,
    ],
    ["of an option's name", 32, (n) => alone({ name: x(n) }), `${first}.name ${tooLong}`],
    [
      "of an option's description",
      100,
      (n) => alone({ description: x(n) }),
      `${first}.description ${tooLong}`,
    ],
    ['choices', 25, (n) => alone({ choices: choices(n) }), `${first}.choices ${tooLong}`],
    ["of a choice's name", 100, (n) => one({ name: x(n) }), `${first}.choices.0.name ${tooLong}`],
    [
      "of a choice's value",
      100,
      (n) => one({ value: x(n) }),
      `${first}.choices.0.value ${tooLong}`,
    ],
    ['a length', 6000, (n) => alone({ max_length: n }), `${first}.max_length ${tooMuch}`],
    ['a least length', 6000, (n) => alone({ min_length: n }), `${first}.min_length ${tooMuch}`],
    ['a number', whole, (n) => alone({ type: 4, max_value: n }), `${first}.max_value ${tooMuch}`],
    ['of a menu entry', 32, (n) => ({ type: 2, name: x(n) }), `name ${tooLong}`],
    ['of all texts', 8000, ofCharacters, ' APPLICATION_COMMAND_TOO_LARGE'],
  ]);
  atLeast(judgeCommand, [
    ['of a name', 1, (n) => command({ name: x(n) }), 'name BASE_TYPE_REQUIRED'],
    [
      'of a description',
      1,
      (n) => command({ description: x(n) }),
      'description BASE_TYPE_REQUIRED',
    ],
    [
      "of an option's description",
      1,
      (n) => alone({ description: x(n) }),
      `${first}.description BASE_TYPE_REQUIRED`,
    ],
    [
      "of a choice's name",
      1,
      (n) => one({ name: x(n) }),
      `${first}.choices.0.name BASE_TYPE_REQUIRED`,
    ],
    ['a length', 1, (n) => alone({ max_length: n }), `${first}.max_length ${tooLittle}`],
    ['a least length', 0, (n) => alone({ min_length: n }), `${first}.min_length ${tooLittle}`],
    [
      'a number',
      -whole,
      (n) => alone({ type: 4, min_value: n }),
      `${first}.min_value ${tooLittle}`,
    ],
    ['places', 1, (n) => command({ contexts: [0].slice(0, n) }), 'contexts BASE_TYPE_MIN_LENGTH'],
  ]);
});
