/** The languages of the product, and which of them a locale of Discord gets. */

export const languages = ['en', 'de', 'fr', 'es', 'ja'] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = 'en';

/**
 * The language for a locale, by its first part: `es-419` gets Spanish. English for every other one.
 * https://discord.com/developers/docs/reference#locales
 */
export function languageOf(locale: string | null): Language {
  const primary = locale?.split('-')[0];
  return languages.find((language) => language === primary) ?? defaultLanguage;
}
