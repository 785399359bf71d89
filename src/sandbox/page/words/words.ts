/** The words of the page, in the language of the person's client, as in Discord. */
import { de } from './de.ts';
import { en, type PageWords } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

const languages: Readonly<Record<string, PageWords>> = { de, en, es, fr, ja };
const fallback = 'en';
let current: PageWords = en;

/** `es-419` is Spanish; languages that the page has not are English. */
export function languageOf(locale: string): string {
  const [language = ''] = locale.toLowerCase().split('-');
  return Object.hasOwn(languages, language) ? language : fallback;
}

/** Called before anything is drawn for the person. */
export function speak(locale: string): void {
  const language = languageOf(locale);
  current = languages[language] ?? en;
  document.documentElement.lang = language;
}

/** Read where a text is drawn, never stored. */
export const words = (): PageWords => current;
