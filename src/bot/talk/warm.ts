/** Prepares the readers of sentences after the start, before the first person writes. */
import type { Currency } from '../../bank/index.ts';
import { prepareReader } from '../../talk/index.ts';
import { languages } from '../../words/index.ts';

/** Between two languages, so that people are answered meanwhile. */
const pauseMs = 1_000;

/** Returns what stops the preparation. */
export function warmReaders(currency: Currency, now: Date): () => void {
  const timers = languages.map((language, turn) =>
    setTimeout(() => prepareReader(language, currency, now), (turn + 1) * pauseMs).unref(),
  );
  return () => timers.forEach((timer) => clearTimeout(timer));
}
