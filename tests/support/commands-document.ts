/** The text of `docs/commands.md`, generated from the registry. */
import type { Access } from '../../src/bot/command/access.ts';
import type { Command } from '../../src/bot/command/command.ts';
import type { Control, Field } from '../../src/bot/forms/field.ts';
import type { Form } from '../../src/bot/forms/form.ts';
import { isOption } from '../../src/bot/command/registration.ts';
import type { Registry } from '../../src/bot/command/registry.ts';

const kinds: Record<Control['kind'], string> = {
  text: 'text',
  number: 'number',
  person: 'member',
  people: 'members',
  serverRole: 'role of the server',
  choice: 'one of',
  choices: 'any of',
  checkbox: 'checkbox',
};

const who = (access: Access): string => {
  if (access === 'anyone') return 'Anyone.';
  if (access === 'customer') return 'Customers who are logged in.';
  return `Staff who may ${access.staff}, in the staff server.`;
};

function kindOf({ control }: Field): string {
  const kind = kinds[control.kind];
  if (control.kind !== 'choice' && control.kind !== 'choices') return kind;
  return `${kind} ${control.choices.map(({ value }) => `\`${value}\``).join(', ')}`;
}

function notesOf(form: Form, id: string, field: Field): string {
  const group = form.oneOf?.find((names) => names.includes(id));
  const some = form.someOf?.find((names) => names.includes(id));
  const notes = [
    group === undefined ? null : `one of ${group.map((name) => `\`${name}\``).join(', ')}`,
    some === undefined ? null : `at least one of ${some.map((name) => `\`${name}\``).join(', ')}`,
    field.required || (group ?? some) !== undefined ? null : 'optional',
    field.secret ? 'secret: never an option, never kept' : null,
    field.optionOnly ? 'only an option' : isOption(field) ? 'also an option' : null,
    field.withApp === null ? null : `with an authenticator app “${field.withApp.words.label}”`,
  ];
  return notes.filter((note) => note !== null).join('; ');
}

const formLines = (form: Form): string[] => [
  `Form “${form.words.title}”:`,
  '',
  '| Field | Label | Kind | |',
  '|---|---|---|---|',
  ...Object.entries(form.fields).map(
    ([id, field]) =>
      `| \`${id}\` | ${field.words.label} | ${kindOf(field)} | ${notesOf(form, id, field)} |`,
  ),
  '',
];

function commandLines(path: string, command: Command): string[] {
  const { form, second, confirm, actions } = command;
  const buttons = Object.keys(actions).map((name) => `\`${name}\``);
  return [
    `## \`/${path}\``,
    '',
    `${command.words.description}. ${who(command.access)}`,
    '',
    ...(form === null ? [] : formLines(form)),
    ...(second === null
      ? []
      : [`Button *${second.form.words.button}*. `.trim(), '', ...formLines(second.form)]),
    ...(confirm === null ? [] : ['Nothing moves before the card: *Confirm · Edit · Cancel*.', '']),
    ...(buttons.length === 0 ? [] : [`Actions behind buttons: ${buttons.join(', ')}.`, '']),
  ];
}

const intro = `# Commands

Generated from the files in \`commands/\`; \`tests/unit/commands/document.test.ts\` checks it. Without options a command opens its
form, except \`/history\`; with some options the form opens pre-filled; with all required options the form is skipped. A wrong entry is answered by
a card with the reason and *Edit*, which reopens the form with all other entries. Amounts: \`12\`, \`12.50\`, \`1,250.50\`,
\`1.5k\`, \`2m\`, and where money goes out \`half\` and \`all\`. Only the person who ran the command sees the answer.
`;

export const commandsDocument = (registry: Registry): string =>
  [intro, ...[...registry].flatMap(([path, command]) => commandLines(path, command))].join('\n');
