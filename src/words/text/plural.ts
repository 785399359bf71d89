/** Texts that depend on a number, by the rules of the language. */

type Form = Exclude<Intl.LDMLPluralRule, 'other'>;
/** `other` is for every number without a form of its own. */
export type Forms = Readonly<Partial<Record<Form, string>> & { other: string }>;

/** The choice for one language: `plural(2, { one: 'try', other: 'tries' })`. */
export function pluralIn(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => {
    const form = rules.select(count);
    return form === 'other' ? forms.other : (forms[form] ?? forms.other);
  };
}
