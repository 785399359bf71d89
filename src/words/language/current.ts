/**
 * The language of the work underway. It follows the work through every `await`, so that a function
 * which makes a reply needs no parameter for it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  defaultLanguage,
  formatLocale,
  type Language,
  languageFrom,
  languageOf,
} from './languages.ts';

interface Current {
  /** As Discord names it; null if unknown. */
  readonly locale: string | null;
  language: Language;
}

const underway = new AsyncLocalStorage<Current>();

/** Runs the work in the language of a locale of Discord, or of a language of the product. */
export const inLanguage = <T>(locale: string | null, work: () => T): T =>
  underway.run({ locale, language: languageOf(locale) }, work);

/** English outside of `inLanguage`. */
export const currentLanguage = (): Language => underway.getStore()?.language ?? defaultLanguage;

/** The locale by which amounts and dates are written: `es-419`, or `de` for a choice of German. */
export const currentLocale = (): string =>
  formatLocale(currentLanguage(), underway.getStore()?.locale ?? null);

/** From here on, the request underway is answered in this language; null: in Discord's. */
export function switchLanguage(language: Language | null): void {
  const current = underway.getStore();
  if (current !== undefined) current.language = language ?? languageOf(current.locale);
}

/**
 * Runs the work in the language that a person has chosen, or else in that of Discord as last seen;
 * for messages that no interaction of theirs asked for.
 */
export const inLanguageOf = <T>(
  { choice, locale }: { readonly choice: string | null; readonly locale: string | null },
  work: () => T,
): T =>
  inLanguage(locale, () => {
    const chosen = languageFrom(choice);
    if (chosen !== null) switchLanguage(chosen);
    return work();
  });
