/**
 * Every text of the product. `words` is what people read on Discord and in mails, in the language
 * of the request underway; `terminal` is what operators read, in English.
 */
import { en } from './en/index.ts';
import { ja } from './ja/index.ts';
import { spoken } from './spoken.ts';

export type Words = typeof en;
export type FieldKey = keyof Words['fields'];
export type { PlainNotice } from './en/plain-notices.ts';
export type { ChoiceText, CommandText, FieldText } from './text/shapes.ts';
export { currentLanguage, inLanguage, switchLanguage } from './current.ts';
export { defaultLanguage, type Language, languageOf, languages } from './languages.ts';
export { terminal } from './en/terminal.ts';

/** One line for each language; a language without a line is answered in English. */
export const words: Words = spoken<Words>({
  en,
  ja,
});
