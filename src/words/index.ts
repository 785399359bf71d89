/**
 * Every text of the product. `words` is what people read on Discord and in mails, in the language
 * of the request underway; `terminal` is what operators read, in English.
 */
import { de } from './de/index.ts';
import { en, type Words } from './en/index.ts';
import { es } from './es/index.ts';
import { fr } from './fr/index.ts';
import { ja } from './ja/index.ts';
import { exactly, spoken } from './language/spoken.ts';

export type { Words } from './en/index.ts';
export type FieldKey = keyof Words['fields'];
export type { PlainNotice } from './en/plain-notices.ts';
export type { ChoiceText, CommandText, FieldText } from './text/shapes.ts';
export { currentLanguage, inLanguage, inLanguageOf, switchLanguage } from './language/current.ts';
export {
  defaultLanguage,
  type Language,
  languageFrom,
  languageOf,
  languages,
  localesOf,
} from './language/languages.ts';
export { terminal } from './en/terminal.ts';

const translation = exactly<Words>();

/** One line for each language; without it, the language is answered in English. */
export const words: Words = spoken<Words>({
  en,
  de: translation(de),
  fr: translation(fr),
  es: translation(es),
  ja: translation(ja),
});
