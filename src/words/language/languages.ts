/** The languages of the product, and which of them a locale of Discord gets. */

export const languages = ['en', 'de', 'fr', 'es', 'ja'] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = 'en';

/** Discord's locales of each language; the first is for people whose locale is another one. */
const locales: Readonly<Record<Language, readonly [string, ...string[]]>> = {
  en: ['en-US', 'en-GB'],
  de: ['de'],
  fr: ['fr'],
  es: ['es-ES', 'es-419'],
  ja: ['ja'],
};

/**
 * The language for a locale of Discord or the code of a language. English for every other one.
 * https://discord.com/developers/docs/reference#locales
 */
export const languageOf = (locale: string | null): Language =>
  languages.find((language) => locales[language].includes(locale ?? '')) ??
  languageFrom(locale) ??
  defaultLanguage;

/** All of Discord's locales in which this language is read. */
export const localesOf = (language: Language): readonly string[] => locales[language];

/** The locale by which amounts and dates are written for a person who reads this language. */
export const formatLocale = (language: Language, locale: string | null): string =>
  locales[language].find((one) => one === locale) ?? locales[language][0];

/** `de` of `'de'`; null for anything that is not a language of the product. */
export const languageFrom = (code: string | null): Language | null =>
  languages.find((language) => language === code) ?? null;
