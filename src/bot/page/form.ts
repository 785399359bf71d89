/** A form as plain data, for the bank's page: all texts are in the person's language. */
import type { Choice, Field, Raw, RawValues } from '../forms/field.ts';
import { emptyOf, nameOf } from '../forms/field.ts';
import { type Form, type FormPage, shownFields } from '../forms/form.ts';

export interface PageField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly example: string;
  readonly isRequired: boolean;
  /** Masked, and never filled in. */
  readonly isSecret: boolean;
  /** What browsers may fill in, as in the standard of HTML. */
  readonly autocomplete: string;
  readonly control:
    | { readonly kind: 'text'; readonly lengthMax: number; readonly value: string }
    | {
        readonly kind: 'choice' | 'choices';
        readonly choices: readonly { readonly value: string; readonly label: string }[];
        readonly chosen: readonly string[];
      }
    | { readonly kind: 'checkbox' };
}

const autocompletes: Readonly<Record<string, string>> = {
  password: 'current-password',
  currentPassword: 'current-password',
  firstPassword: 'new-password',
  firstPasswordAgain: 'new-password',
  newPassword: 'new-password',
  newPasswordAgain: 'new-password',
  appProof: 'one-time-code',
  appCode: 'one-time-code',
  accountNumber: 'username',
  fullName: 'name',
  email: 'email',
  phone: 'tel',
  dateOfBirth: 'bday',
};

const choicesOf = (choices: readonly Choice[]) =>
  choices.map(({ value, words }) => ({ value, label: words.label }));

function controlOf(field: Field, raw: Raw): PageField['control'] {
  const { control, secret } = field;
  switch (control.kind) {
    case 'text': {
      const value = typeof raw === 'string' && !secret ? raw : '';
      return { kind: 'text', lengthMax: control.lengthMax, value };
    }
    case 'choice':
    case 'choices': {
      const chosen = typeof raw === 'string' ? [raw] : Array.isArray(raw) ? raw : [];
      return { kind: control.kind, choices: choicesOf(control.choices), chosen };
    }
    case 'checkbox':
      return { kind: 'checkbox' };
    default:
      throw new TypeError(`The page has no control for ${control.kind}`);
  }
}

export const pageFields = (form: Form, values: RawValues, page: FormPage = 0): PageField[] =>
  shownFields(form, page).map(([name, field]) => ({
    name,
    label: field.words.label,
    hint: field.words.hint ?? '',
    example: field.words.example ?? '',
    isRequired: field.required,
    isSecret: field.secret,
    autocomplete: autocompletes[field.key] ?? 'off',
    control: controlOf(field, values[name] ?? emptyOf(field)),
  }));

/** The raw values of a form that was sent: one list of texts for each name. */
export function sentValues(
  form: Form,
  sent: ReadonlyMap<string, readonly string[]>,
  page: FormPage = 0,
): RawValues {
  const rawOf = (name: string, field: Field): Raw => {
    const texts = sent.get(name) ?? [];
    switch (field.control.kind) {
      case 'checkbox':
        return texts.length > 0;
      case 'choices':
        return texts;
      default:
        return texts[0] ?? '';
    }
  };
  return Object.fromEntries(
    shownFields(form, page).map(([name, field]) => [name, rawOf(name, field)]),
  );
}

/** The names of fields, for refusals that concern a field. */
export const labelOf = (form: Form, name: string): string =>
  form.fields[name] === undefined ? name : nameOf(form.fields[name]);
