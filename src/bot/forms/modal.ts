/**
 * Converts a form to Discord's modal, and a submitted modal to raw values.
 * https://discord.com/developers/docs/components/reference
 */
import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import {
  type Choice,
  type Control,
  emptyOf,
  type Field,
  type Raw,
  type RawValues,
} from './field.ts';
import { type Form, type FormPage, shownFields } from './form.ts';

export const modalLimits = { parts: 5, title: 45, label: 45, hint: 100, placeholder: 100 } as const;

type TextField = Extract<Control, { kind: 'text' }>;

function textInput(id: string, field: Field, control: TextField, raw: Raw): APIComponentInLabel {
  // Discord may count UTF-16 units, so cut by those and drop a trailing half character.
  const cut = typeof raw === 'string' ? raw.slice(0, control.lengthMax) : '';
  const value = cut.replace(/[\ud800-\udbff]$/, '');
  return {
    type: ComponentType.TextInput,
    custom_id: id,
    style: control.lines === 'one' ? TextInputStyle.Short : TextInputStyle.Paragraph,
    required: field.required,
    max_length: control.lengthMax,
    ...(field.words.example === undefined ? {} : { placeholder: field.words.example }),
    ...(value === '' || field.secret ? {} : { value }),
  };
}

const chosen = (choices: readonly Choice[], raw: Raw) =>
  choices.map(({ value, words }) => ({
    value,
    label: words.label,
    ...(words.hint === undefined ? {} : { description: words.hint }),
    ...((Array.isArray(raw) ? raw.includes(value) : raw === value) ? { default: true } : {}),
  }));

const asUser = (id: string) => ({ id, type: SelectMenuDefaultValueType.User as const });
const asRole = (id: string) => ({ id, type: SelectMenuDefaultValueType.Role as const });

function inputOf(id: string, field: Field, raw: Raw): APIComponentInLabel {
  const { control, required } = field;
  switch (control.kind) {
    case 'text':
      return textInput(id, field, control, raw);
    case 'person': {
      const given = Array.isArray(raw) ? raw.slice(0, 1).map(asUser) : [];
      return {
        type: ComponentType.UserSelect,
        custom_id: id,
        required,
        max_values: 1,
        ...(given.length === 0 ? {} : { default_values: given }),
      };
    }
    case 'people': {
      const given = Array.isArray(raw) ? raw.slice(0, control.most) : [];
      return {
        type: ComponentType.UserSelect,
        custom_id: id,
        required,
        // An optional select needs both `required: false` and `min_values: 0`.
        ...(required ? {} : { min_values: 0 }),
        max_values: control.most,
        ...(given.length === 0 ? {} : { default_values: given.map(asUser) }),
      };
    }
    case 'serverRole': {
      const given = Array.isArray(raw) ? raw.slice(0, 1) : [];
      return {
        type: ComponentType.RoleSelect,
        custom_id: id,
        required,
        max_values: 1,
        ...(given.length === 0 ? {} : { default_values: given.map(asRole) }),
      };
    }
    case 'choice': {
      const options = chosen(control.choices, raw);
      return { type: ComponentType.RadioGroup, custom_id: id, required, options };
    }
    case 'choices':
      return {
        type: ComponentType.CheckboxGroup,
        custom_id: id,
        required,
        // An optional group needs both `required: false` and `min_values: 0`.
        ...(required ? {} : { min_values: 0 }),
        max_values: control.choices.length,
        options: chosen(control.choices, raw),
      };
    case 'number':
      throw new TypeError(`${id} is only an option`);
    case 'checkbox':
      return { type: ComponentType.Checkbox, custom_id: id, default: raw === true };
  }
}

/** The distinct notices of the form's fields, shown above them. */
export const noticesOf = (form: Form, page: FormPage = 0): string[] => [
  ...new Set(shownFields(form, page).flatMap(([, field]) => field.words.notice ?? [])),
];

export const partCount = (form: Form, page: FormPage = 0): number =>
  noticesOf(form, page).length + shownFields(form, page).length;

export function modalOf(
  form: Form,
  opening: {
    readonly customId: string;
    readonly values: RawValues;
    /** Shown above everything else; in Discord's markup. */
    readonly lead?: string;
    readonly page?: FormPage;
  },
): APIModalInteractionResponseCallbackData {
  const { lead = '', page = 0 } = opening;
  const above = [...(lead === '' ? [] : [lead]), ...noticesOf(form, page)];
  const notices: APIModalInteractionResponseCallbackComponent[] = above.map((content) => ({
    type: ComponentType.TextDisplay,
    content,
  }));
  const labels: APIModalInteractionResponseCallbackComponent[] = shownFields(form, page).map(
    ([id, field]) => ({
      type: ComponentType.Label,
      label: field.words.label,
      ...(field.words.hint === undefined ? {} : { description: field.words.hint }),
      component: inputOf(id, field, opening.values[id] ?? emptyOf(field)),
    }),
  );
  return {
    custom_id: opening.customId,
    title: form.words.title,
    components: [...notices, ...labels],
  };
}

/** One submitted component. Its values are untrusted. */
export interface SubmittedPart {
  readonly value?: unknown;
  readonly values?: unknown;
}

const listMax = 25;

function rawOf(field: Field, part: SubmittedPart | undefined): Raw {
  const { value, values } = part ?? {};
  switch (field.control.kind) {
    case 'text':
    case 'number':
    case 'choice':
      return typeof value === 'string' ? value : '';
    case 'checkbox':
      return value === true;
    case 'person':
    case 'people':
    case 'serverRole':
    case 'choices':
      return Array.isArray(values)
        ? values.filter((one): one is string => typeof one === 'string').slice(0, listMax)
        : [];
  }
}

/** The raw values of the form's own fields; anything else is ignored. */
export const submittedValues = (
  form: Form,
  parts: ReadonlyMap<string, SubmittedPart>,
  page: FormPage = 0,
): RawValues =>
  Object.fromEntries(
    shownFields(form, page).map(([id, field]) => [id, rawOf(field, parts.get(id))]),
  );
