/**
 * The language of the work underway. It follows the work through every `await`, so that a function
 * which makes a reply needs no parameter for it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { defaultLanguage, type Language } from './languages.ts';

/** Changes once in a request: when the person's own choice has been read. */
interface Current {
  language: Language;
}

const underway = new AsyncLocalStorage<Current>();

/** Runs the work with every sentence in this language. */
export const inLanguage = <T>(language: Language, work: () => T): T =>
  underway.run({ language }, work);

/** English outside of `inLanguage`. */
export const currentLanguage = (): Language => underway.getStore()?.language ?? defaultLanguage;

/** From here on, the request underway is answered in this language. */
export function switchLanguage(language: Language): void {
  const current = underway.getStore();
  if (current !== undefined) current.language = language;
}
