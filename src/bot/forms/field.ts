/**
 * A field is one part of a form and, unless it must stay out of the chat history, one option of the
 * command. It defines its look and how its text is read.
 */
import { z } from 'zod';
import type { Currency, Money, Reason } from '../../bank/index.ts';
import type { Result } from '../../lib/result.ts';
import {
  type ChoiceText,
  type FieldKey,
  type FieldText,
  type Language,
  currentLanguage,
  words,
} from '../../words/index.ts';

/** What reading a value depends on besides the text. */
export interface Facts {
  readonly currency: Currency;
  /** The date, as 2026-01-31. */
  readonly today: string;
  /** The person's language in Discord; null if unknown. */
  readonly locale?: string | null;
  /** The country whose phone numbers need no country code; null for none. */
  readonly region?: string | null;
}

/** A field's value as Discord sends it and as drafts store it; '', [] and false are empty. */
export type Raw = string | boolean | readonly string[];
export type RawValues = Readonly<Record<string, Raw>>;

export interface Choice {
  readonly value: string;
  readonly words: ChoiceText;
}

export type Control =
  | {
      readonly kind: 'text';
      readonly lines: 'one' | 'several';
      readonly lengthMax: number;
    }
  | { readonly kind: 'person' }
  /** Up to so many members; the option takes one. */
  | { readonly kind: 'people'; readonly most: number }
  /** A role of the server. */
  | { readonly kind: 'serverRole' }
  /** A whole number; only for options. */
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  /** Exactly one of some. */
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  /** Any number of some. */
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'checkbox' };

export interface Field<Value = unknown> {
  /** The key of its words. */
  readonly key: FieldKey;
  /** Read when the form is shown: they are in the person's language. */
  readonly words: FieldText;
  readonly control: Control;
  readonly required: boolean;
  /** Never an option, never stored in a draft, never filled in, never shown. */
  readonly secret: boolean;
  /** Never an option, though not secret: personal data and consent. */
  readonly formOnly: boolean;
  /** Only an option, never in the form; `shown` of the form says what the form has instead. */
  readonly optionOnly: boolean;
  /** What the option offers while it is typed; null: nothing. */
  readonly suggests: Suggests | null;
  /** Its words for a customer with an authenticator app, where they differ. */
  readonly withApp: FieldWords | null;
  /** From the raw value to a domain value; issues are sentences for the customer. */
  readonly schema: (facts: Facts) => z.ZodType<Value>;
}

/** The field in refusals and on cards: a noun. */
export const nameOf = ({ words: { name, label } }: Pick<Field, 'words'>): string => name ?? label;

/**
 * PAYEES: the customer's nicknames, then people paid lately. NICKNAMES: all nicknames, also those
 * of closed accounts. OWN_ACCOUNTS: the customer's own accounts; PAYING_ACCOUNTS: without pots;
 * POTS: only pots, also those of shared accounts that the customer manages. READABLE_ACCOUNTS: own
 * and shared ones with their pots; SHARED_ACCOUNTS: only shared ones; SAVING_ACCOUNTS: those in
 * which the customer may open pots; SPENDABLE_ACCOUNTS and FILLABLE_ACCOUNTS: those that the
 * customer may pay from, or deposit into. TIME_ZONES: those of the world.
 * ORDERS: the customer's standing orders that are not over. REQUESTS: requests for money that the
 * customer made or has to pay; MADE_REQUESTS: only the former. SERVED: accounts of customers whom
 * this member of staff has served or looked at lately; it shows nothing that staff have not seen.
 */
export type Suggests =
  | 'PAYEES'
  | 'NICKNAMES'
  | 'OWN_ACCOUNTS'
  | 'PAYING_ACCOUNTS'
  | 'POTS'
  | 'READABLE_ACCOUNTS'
  | 'SHARED_ACCOUNTS'
  | 'SAVING_ACCOUNTS'
  | 'SPENDABLE_ACCOUNTS'
  | 'FILLABLE_ACCOUNTS'
  | 'TIME_ZONES'
  | 'ORDERS'
  | 'REQUESTS'
  | 'MADE_REQUESTS'
  | 'SERVED';

type FieldWords = Pick<Field, 'key' | 'words'>;

export type Fields = Readonly<Record<string, Field>>;
export type InputOf<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never;
};

/** The empty value of each kind of control. */
export function emptyOf(field: Field): Raw {
  if (field.control.kind === 'checkbox') return false;
  return ['text', 'choice', 'number'].includes(field.control.kind) ? '' : [];
}

/** Empty, or only spaces. */
export function isBlank(raw: Raw | undefined): boolean {
  if (typeof raw === 'string') return raw.trim() === '';
  return raw === undefined || typeof raw === 'boolean' ? raw !== true : raw.length === 0;
}

const meaningsIn = (reason: Reason): readonly Money[] =>
  reason.code === 'AMOUNT_AMBIGUOUS'
    ? [reason.data.whole, ...(reason.data.decimal === null ? [] : [reason.data.decimal])]
    : [];

/** The amounts that a refused text may mean. */
export const sumsIn = (issue: z.core.$ZodIssue): readonly Money[] =>
  issue.code === 'custom' ? ((issue.params?.['sums'] as Money[] | undefined) ?? []) : [];

/** A schema from a function that reads text; it refuses with a reason, or with a sentence. */
export const readWith = <Value>(
  read: (text: string) => Result<Value, Reason | string>,
): z.ZodType<Value> =>
  z.string().transform((text, context) => {
    const result = read(text);
    if (result.ok) return result.value;
    const { reason } = result;
    if (typeof reason === 'string') context.addIssue(reason);
    else {
      const message = words.reasons.sentence(reason);
      context.addIssue({ code: 'custom', message, params: { sums: meaningsIn(reason) } });
    }
    return z.NEVER;
  });

export const textControl = (lengthMax: number, lines: 'one' | 'several' = 'one'): Control => ({
  kind: 'text',
  lengthMax,
  lines,
});

/** Choices in this order, with their words. */
export const choicesOf = <Value extends string>(
  values: readonly Value[],
  texts: Readonly<Record<Value, ChoiceText>>,
): readonly (Choice & { readonly value: Value })[] =>
  values.map((value) => ({ value, words: texts[value] }));

export const fieldWords = (key: FieldKey): FieldWords => ({ key, words: words.fields[key] });

type Definition<Value> = Pick<Field<Value>, 'control' | 'schema'> &
  Partial<Omit<Field<Value>, keyof FieldWords>>;

const factNames = ['currency', 'today', 'locale', 'region'] as const;

/** Building a schema takes longer than using it, so the last one is cached. */
function keeping<Schema>(make: (facts: Facts) => Schema): (facts: Facts) => Schema {
  let last: { facts: Facts; language: Language; schema: Schema } | null = null;
  return (facts) => {
    const language = currentLanguage();
    const isSame =
      last?.language === language && factNames.every((name) => last?.facts[name] === facts[name]);
    // The sentences of its refusals are part of a schema.
    if (last === null || !isSame) last = { facts, language, schema: make(facts) };
    return last.schema;
  };
}

/** A field with the words of this key; required, unless the definition says otherwise. */
export const field = <Value>(key: FieldKey, definition: Definition<Value>): Field<Value> => ({
  ...fieldWords(key),
  required: true,
  secret: false,
  formOnly: false,
  optionOnly: false,
  suggests: null,
  withApp: null,
  ...definition,
  schema: keeping(definition.schema),
});

/** The same field, which may also stay empty and then reads as null. */
export const optional = <Value>(base: Field<Value>): Field<Value | null> => ({
  ...base,
  required: false,
  schema: keeping((facts) => {
    const filled = base.schema(facts);
    return z.unknown().transform((raw, context) => {
      if (isBlank(raw as Raw)) return null;
      const result = filled.safeParse(raw);
      if (result.success) return result.data;
      for (const { message } of result.error.issues) context.addIssue(message);
      return z.NEVER;
    });
  }),
});
