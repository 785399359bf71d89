/** Submitting a form: checks the values as a client does, and puts them in a submit's shape. */
import {
  ComponentType as Type,
  type APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { lengthOf } from '../protocol/lengths.ts';
import type { FieldValue } from '../protocol/protocol.ts';
import { Refusal } from '../protocol/refusal.ts';
import type { Resolver } from './resolved.ts';
import { isSelect, problemWithValues, type Choosable } from './values.ts';

/** Every property that a form field may have; the type decides which ones. */
interface FormPart extends Choosable {
  readonly id: number;
  readonly custom_id: string;
  readonly label?: string;
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly value?: string;
  readonly default?: boolean;
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
  readonly default_values?: readonly { readonly id: string }[];
  readonly component?: FormPart;
  readonly components?: readonly FormPart[];
}

export interface FormCheck {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly resolver: Resolver;
  readonly permissions: bigint;
  readonly unchecked: boolean;
}

export interface SubmittedPart extends Pick<FormPart, 'type' | 'id'> {
  readonly custom_id?: string;
  readonly value?: FieldValue;
  readonly values?: FieldValue;
  readonly component?: SubmittedPart;
  readonly components?: readonly SubmittedPart[];
}

export function submittedComponents(
  data: APIModalInteractionResponseCallbackData,
  check: FormCheck,
): SubmittedPart[] {
  const parts = data.components as unknown as readonly FormPart[];
  const names = new Set(
    parts.flatMap((part) =>
      [part.component, ...(part.components ?? [])].flatMap((field) => field?.custom_id ?? []),
    ),
  );
  const strange = Object.keys(check.fields).find((name) => !names.has(name));
  if (strange !== undefined) throw new Refusal(400, `The form has no field ${strange}`);
  return parts.map(({ type, id, component, components, label }) => {
    if (component) return { type, id, component: submitted(component, label, check) };
    if (components) {
      return {
        type,
        id,
        components: components.map((field) => submitted(field, field.label, check)),
      };
    }
    return { type, id };
  });
}

function submitted(field: FormPart, label: string | undefined, check: FormCheck): SubmittedPart {
  const { type, id, custom_id } = field;
  const given = check.fields[custom_id];
  const value = given === undefined ? prefilled(field) : given;
  const problem = problemWith(field, value, check);
  if (problem !== null && !check.unchecked) {
    throw new Refusal(400, `${label ?? custom_id}: ${problem}`);
  }
  const isList = isSelect(type) || type === Type.CheckboxGroup || type === Type.FileUpload;
  return { type, id, custom_id, ...(isList ? { values: value } : { value }) };
}

/** The values that the form was opened with. */
function prefilled(field: FormPart): FieldValue {
  const chosen = (field.options ?? []).filter((option) => option.default).map(({ value }) => value);
  switch (field.type) {
    case Type.TextInput:
      return field.value ?? '';
    case Type.Checkbox:
      return field.default ?? false;
    case Type.RadioGroup:
      return chosen[0] ?? null;
    case Type.StringSelect:
    case Type.CheckboxGroup:
      return chosen;
    default:
      return (field.default_values ?? []).map((value) => value.id);
  }
}

function problemWith(field: FormPart, value: FieldValue, check: FormCheck): string | null {
  const isRequired = field.required ?? true;
  switch (field.type) {
    case Type.TextInput:
      return textProblem(field, value);
    case Type.Checkbox:
      return typeof value === 'boolean' ? null : 'Tick the box or leave it empty';
    case Type.RadioGroup:
      if (value === null) return isRequired ? 'Choose one' : null;
      return field.options?.some((option) => option.value === value) ? null : 'Choose one of these';
    default: {
      if (!Array.isArray(value)) return 'Choose from the list';
      return problemWithValues(field, value as readonly string[], {
        resolver: check.resolver,
        permissions: check.permissions,
        mayBeEmpty: !isRequired,
        maxByDefault: field.type === Type.CheckboxGroup ? (field.options?.length ?? 1) : 1,
      });
    }
  }
}

function textProblem(field: FormPart, value: FieldValue): string | null {
  if (typeof value !== 'string') return 'Enter a text';
  const length = lengthOf(value);
  const isRequired = field.required ?? true;
  if (length === 0) return isRequired ? 'This field is required' : null;
  if (length < (field.min_length ?? 0)) return `Must be ${field.min_length} or more in length`;
  const max = field.max_length ?? 4_000;
  return length > max ? `Must be ${max} or fewer in length` : null;
}
