/** Checks a command file for what Discord would refuse and for forms that cannot be shown. */
import { z } from 'zod';
import { staffRights } from '../../bank/index.ts';
import { encodeCustomId } from '../cards/custom-id.ts';
import type { Field } from '../forms/field.ts';
import { type Form, formFor } from '../forms/form.ts';
import { modalLimits, noticesOf, partCount } from '../forms/modal.ts';
import { type Command, isCommand } from './command.ts';
import { isOption, optionDescription, optionName } from './registration.ts';

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/);
const description = z.string().min(1).max(100);
const fieldId = z.string().regex(/^[a-z][a-z0-9_]{0,31}$/);
const label = z.string().min(1).max(modalLimits.label);
const shortText = z.string().min(1).max(modalLimits.hint);
const title = z.string().min(1).max(modalLimits.title);
const notice = z.string().min(1).max(4_000);
const buttonLabel = z.string().min(1).max(80);
const access = z.union([
  z.literal(['anyone', 'customer']),
  z.strictObject({ staff: z.literal(staffRights) }),
]);
// https://discord.com/developers/docs/interactions/application-commands#application-command-object
const shownOption = z
  .string()
  .regex(/^[-_'\p{L}\p{N}]{1,32}$/u)
  .lowercase();
const optionsMax = 25;
/** Steps of the router; no action may have such a name. */
export const routerSteps = [
  'form',
  'form2',
  'form-more',
  'edit',
  'next',
  'more',
  'start',
  'invite',
  'confirm',
  'prove',
  'proof',
  'cancel',
  'go',
  'pick',
] as const;

function choiceFaults({ control }: Field): string[] {
  if (control.kind !== 'choice' && control.kind !== 'choices') return [];
  const { choices } = control;
  const [least, most] = control.kind === 'choice' ? [2, 10] : [1, 10];
  const values = new Set(choices.map(({ value }) => value));
  return [
    ...(choices.length < least || choices.length > most
      ? [`needs ${least} to ${most} choices`]
      : []),
    ...(values.size === choices.length ? [] : ['has two choices of one value']),
    ...choices.flatMap((choice) =>
      [choice.words.label, choice.value, choice.words.hint ?? 'none'].every(
        (one) => shortText.safeParse(one).success,
      )
        ? []
        : [`has a choice of wrong length: ${choice.value}`],
    ),
  ];
}

function fieldFaults(id: string, field: Field): string[] {
  const { control } = field;
  const faults = [
    ...(fieldId.safeParse(id).success ? [] : ['has an id that Discord refuses']),
    ...(label.safeParse(field.words.label).success
      ? []
      : ['has a label longer than 45 characters']),
    ...(shortText.safeParse(field.words.hint ?? 'none').success ? [] : ['has too long a hint']),
    ...(field.suggests !== null && control.kind !== 'text' ? ['has choices and no text'] : []),
    ...(field.secret && isOption(field) ? ['is secret and an option'] : []),
    ...choiceFaults(field),
  ];
  if (control.kind === 'text') {
    const { lengthMax } = control;
    if (lengthMax < 1 || lengthMax > 4_000) faults.push('has a length outside 1 to 4000');
    if ((field.words.example?.length ?? 0) > modalLimits.placeholder)
      faults.push('has too long a placeholder');
  }
  return faults.map((fault) => `field ${id} ${fault}`);
}

/** What Discord's list shows of the options, in the current language. */
function optionFaults(fields: Readonly<Record<string, Field>>): string[] {
  const options = Object.entries(fields).filter(([, field]) => isOption(field));
  const names = options.map(([, field]) => optionName(field));
  return options.flatMap(([id, field], index) => {
    const name = names[index];
    return [
      ...(shownOption.safeParse(name).success ? [] : ['has no name in Discord’s list']),
      ...(names.indexOf(name ?? null) === index ? [] : ['has the name of another option']),
      ...(description.safeParse(optionDescription(field)).success
        ? []
        : ['has a description longer than 100 characters']),
    ].map((fault) => `option ${id} ${fault}`);
  });
}

function formFaults(form: Form, which: string): string[] {
  const count = partCount(form);
  const more = form.more ?? [];
  return [
    ...(title.safeParse(form.words.title).success
      ? []
      : ['a title of 1 to 45 characters is missing']),
    ...(count >= 1 && count <= modalLimits.parts
      ? []
      : [`has ${count} parts; Discord takes 1 to ${modalLimits.parts}`]),
    ...(more.length === 0 || partCount(form, 1) <= modalLimits.parts
      ? []
      : [`has more than ${modalLimits.parts} parts on its second page`]),
    ...more.flatMap((id) =>
      form.fields[id]?.required === false ? [] : [`has no optional field ${id}`],
    ),
    ...noticesOf(form).flatMap((text) =>
      notice.safeParse(text).success ? [] : ['has a wrong notice'],
    ),
    ...Object.entries(form.fields).flatMap(([id, field]) => fieldFaults(id, field)),
    ...(form.oneOf ?? []).flat().flatMap((id) => (id in form.fields ? [] : [`has no field ${id}`])),
  ].map((fault) => `${which}: ${fault}`);
}

/** The form as everyone sees it, and as customers with an authenticator app do. */
const formsFaults = (form: Form, which: string): string[] => [
  ...new Set([...formFaults(form, which), ...formFaults(formFor(form, true), which)]),
];

function idFaults(path: string, command: Command): string[] {
  return [...routerSteps, ...Object.keys(command.actions)].flatMap((step) => {
    try {
      // The longest possible row and cursor.
      encodeCustomId({ path, step, row: (2n ** 63n - 1n) as never, detail: '9'.repeat(19) });
      return [];
    } catch {
      return [`step ${step} makes a custom id that Discord refuses`];
    }
  });
}

function secondFaults({ form, second }: Command): string[] {
  if (second === null) return [];
  const double = Object.keys(second.form.fields).filter((id) => id in (form?.fields ?? {}));
  return [
    ...(form === null && second.alone !== true ? ['second form: there is no first'] : []),
    ...(buttonLabel.safeParse(second.form.words.button).success
      ? []
      : ['second form: no button label']),
    ...double.map((id) => `second form: field ${id} is in the first too`),
    ...formsFaults(second.form, 'second form'),
  ];
}

/** The values of a confirm card are stored, and secrets are never stored. */
function secretFaults({ confirm, form }: Command): string[] {
  if (confirm === null) return [];
  return Object.entries(form?.fields ?? {})
    .filter(([, field]) => field.secret)
    .map(([id]) => `field ${id} is secret and cannot wait on a confirm card`);
}

/** The faults of a command file; none for a valid command. */
export function faultsOf(value: unknown, words: readonly string[]): string[] {
  if (value === undefined) return ['no default export'];
  if (!isCommand(value)) return ['the default export is not made by defineCommand'];
  const options = Object.values(value.form?.fields ?? {}).filter(isOption);
  const clashes = Object.keys(value.actions).filter((step) =>
    (routerSteps as readonly string[]).includes(step),
  );
  return [
    ...(words.length <= 3 ? [] : ['deeper than /command group subcommand']),
    ...words.flatMap((word) => (name.safeParse(word).success ? [] : [`“${word}” is not a name`])),
    ...(value.name === words.at(-1) ? [] : [`its name “${value.name}” is not the file’s`]),
    ...(description.safeParse(value.words.description).success
      ? []
      : ['no description of 1 to 100 characters']),
    ...(access.safeParse(value.access).success ? [] : ['no access declared']),
    ...(value.sentence !== null || typeof value.run === 'function' ? [] : ['no run']),
    ...(options.length <= optionsMax ? [] : [`more than ${optionsMax} options`]),
    ...(value.form === null ? [] : formsFaults(value.form, 'form')),
    ...optionFaults(value.form?.fields ?? {}),
    ...secondFaults(value),
    ...secretFaults(value),
    ...clashes.map((step) => `the router has a step “${step}” of its own`),
    ...idFaults(words.join(' '), value),
  ];
}
