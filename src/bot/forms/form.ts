/** A form: title, fields, rules between fields, and reading submitted values. */
import type { Money } from '../../bank/index.ts';
import { codePoints } from '../../lib/text.ts';
import { words } from '../../words/index.ts';
import {
  emptyOf,
  type Facts,
  type Field,
  type Fields,
  type InputOf,
  isBlank,
  nameOf,
  type Raw,
  type RawValues,
  sumsIn,
} from './field.ts';

export interface Form<F extends Fields = Fields> {
  /** Read when the form is shown: they are in the person's language. */
  readonly words: { readonly title: string };
  readonly fields: F;
  /** Optional fields of a second page, which a button on the card opens. */
  readonly more?: readonly (keyof F & string)[];
  /** Groups of fields of which at least one must be filled. */
  readonly someOf?: readonly (readonly (keyof F & string)[])[];
  /** Groups of fields of which exactly one must be filled. */
  readonly oneOf?: readonly (readonly (keyof F & string)[])[];
  /** The values that the form opens with, where an option has no field in it. */
  shown?(values: RawValues, facts: Facts): RawValues;
  /** Rules between fields; fields that are invalid on their own are not in the input. */
  check?(
    input: Partial<InputOf<F>>,
  ): Readonly<Partial<Record<keyof F & string, string | undefined>>>;
}

/** The form for a customer with or without an authenticator app. */
export function formFor<Given extends Form>(form: Given, hasApp: boolean): Given {
  if (!hasApp) return form;
  const fields = Object.entries(form.fields).map(([name, field]): [string, Field] => [
    name,
    { ...field, ...field.withApp },
  ]);
  return { ...form, fields: Object.fromEntries(fields) };
}

export interface Problem {
  /** The field's id. */
  readonly field: string;
  readonly label: string;
  /** A sentence for the customer. */
  readonly reason: string;
  /** The reason already says that nothing moved, changed or was saved. */
  readonly assures?: boolean;
  /** The amounts that the text may mean. */
  readonly sums?: readonly Money[];
}

export type Input = Readonly<Record<string, unknown>>;
export type Reading =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const reasons = words.reasons.form;
/** Longer values, which no real client sends, are refused unread. */
const rawLengthMax = 4_000;

/** Too long for the field: a draft would cut it, and no longer match the card. */
const exceeds = ({ control }: Field, raw: string): boolean =>
  raw.length > rawLengthMax || (control.kind === 'text' && codePoints(raw) > control.lengthMax);

/** A value of the wrong type, which no real client sends, counts as empty. */
function fitting(field: Field, raw: Raw | undefined): Raw {
  const empty = emptyOf(field);
  return typeof raw === typeof empty ? (raw ?? empty) : empty;
}

function readField(
  field: Field,
  given: Raw | undefined,
  facts: Facts,
): { readonly value: unknown } | Pick<Problem, 'reason' | 'sums'> {
  const raw = fitting(field, given);
  if (typeof raw === 'string' && exceeds(field, raw)) return { reason: reasons.tooLong };
  if (isBlank(raw) && field.required && field.control.kind !== 'checkbox')
    return { reason: reasons.missing };
  const result = field.schema(facts).safeParse(raw);
  if (result.success) return { value: result.data };
  const [issue] = result.error.issues;
  const sums = issue === undefined ? [] : sumsIn(issue);
  return { reason: issue?.message ?? reasons.unfit, ...(sums.length === 0 ? {} : { sums }) };
}

const nameIn =
  ({ fields }: Form) =>
  (name: string): string =>
    fields[name] === undefined ? name : nameOf(fields[name]);

function groupProblems(form: Form, values: RawValues): Problem[] {
  const named = nameIn(form);
  const { oneOf = [], someOf = [] } = form;
  return [...oneOf, ...someOf].flatMap((group) => {
    const filled = group.filter((name) => !isBlank(values[name]));
    if (filled.length === 1 || (filled.length > 1 && someOf.includes(group))) return [];
    const labels = group.map(named);
    const reason = filled.length === 0 ? reasons.oneMissing(labels) : reasons.onlyOne(labels);
    const at = (filled.length === 0 ? group[0] : filled.at(-1)) ?? '';
    return [{ field: at, label: named(at), reason }];
  });
}

/** Reads all fields, so that all problems are shown at once. */
export function readForm(form: Form, values: RawValues, facts: Facts): Reading {
  const input: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [name, field] of Object.entries(form.fields)) {
    const read = readField(field, values[name], facts);
    if ('reason' in read) problems.push({ field: name, label: nameOf(field), ...read });
    else input[name] = read.value;
  }
  const named = nameIn(form);
  const broken = new Set(problems.map((problem) => problem.field));
  const exclusions = groupProblems(form, values).filter(({ field }) => !broken.has(field));
  problems.push(...exclusions);
  for (const [name, reason] of Object.entries(form.check?.(input as never) ?? {})) {
    if (reason !== undefined && !broken.has(name)) {
      problems.push({ field: name, label: named(name), reason });
    }
  }
  return problems.length === 0 ? { ok: true, input } : { ok: false, problems };
}

/** Whether the command's options fill every required field, so that no form is needed. */
export const isComplete = (form: Form, values: RawValues): boolean =>
  Object.entries(form.fields).every(([name, field]) => !field.required || !isBlank(values[name])) &&
  [...(form.oneOf ?? []), ...(form.someOf ?? [])].every((group) =>
    group.some((name) => !isBlank(values[name])),
  );

/** A form has a second page where it has `more`. */
export type FormPage = 0 | 1;

export const pageOf = (form: Form, name: string): FormPage =>
  form.more?.includes(name) === true ? 1 : 0;

/** The fields that a page of the form shows, without those that are only options. */
export const shownFields = (
  form: Form,
  page: FormPage = 0,
): readonly (readonly [string, Field])[] =>
  Object.entries(form.fields).filter(
    ([name, { optionOnly }]) => !optionOnly && pageOf(form, name) === page,
  );

/** Whether the page of the form asks for a password or a code. */
export const hasSecrets = (form: Form, page: FormPage = 0): boolean =>
  shownFields(form, page).some(([, field]) => field.secret);

/** Whether the page has no place for some field: it is on the other page, or only an option. */
export const hidesFields = (form: Form, page: FormPage): boolean =>
  Object.keys(form.fields).length > shownFields(form, page).length;

/** The values that the page does not show, and that submitting it must not lose. */
export function valuesBeside(
  form: Form,
  page: FormPage,
  values: RawValues,
  facts: Facts,
): RawValues {
  const shown = new Set(shownFields(form, page).map(([name]) => name));
  const known = Object.entries(form.shown?.(values, facts) ?? values);
  return Object.fromEntries(known.filter(([name]) => name in form.fields && !shown.has(name)));
}

/** Whether some of the values have no place in the first page of the form. */
export const hasMore = (form: Form, values: RawValues, facts: Facts): boolean =>
  Object.values(valuesBeside(form, 0, values, facts)).some((raw) => !isBlank(raw));

/** The value, cut to what its field can show again. */
const clipped = ({ control }: Field, raw: Raw): Raw =>
  control.kind === 'text' && typeof raw === 'string'
    ? Array.from(raw.slice(0, rawLengthMax)).slice(0, control.lengthMax).join('')
    : raw;

/** The values that a draft may store: those of the form's fields, without secrets. */
export function withoutSecrets(form: Form, values: RawValues): RawValues {
  const kept = Object.entries(form.fields).flatMap(([name, field]) => {
    const raw = values[name];
    return field.secret || raw === undefined || isBlank(raw)
      ? []
      : [[name, clipped(field, raw)] as const];
  });
  return Object.fromEntries(kept);
}
