/** Prepares the reader of a language before the first sentence in it. */
import type { Currency } from '../../bank/index.ts';
import { prepareReader } from '../../talk/index.ts';
import { type Language, languageOf } from '../../words/index.ts';

/** So that the person who was seen is answered first. */
const pauseMs = 1_000;

export interface WarmReaders {
  /**
   * People who will write in this locale of Discord are here. Readers take 1 to 4 MB of memory
   * each, so languages that nobody has are not prepared.
   */
  seen(locale: string): void;
  stop(): void;
}

export function warmReaders(currency: Currency, now: () => Date): WarmReaders {
  const timers = new Map<Language, NodeJS.Timeout>();
  return {
    seen: (locale) => {
      const language = languageOf(locale);
      if (timers.has(language)) return;
      const prepare = () => prepareReader(language, currency, now());
      timers.set(language, setTimeout(prepare, pauseMs).unref());
    },
    stop: () => timers.forEach((timer) => clearTimeout(timer)),
  };
}
