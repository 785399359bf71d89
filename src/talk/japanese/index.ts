/** Reads Japanese: no spaces between words, particles after them, the mood at a verb's end. */
import type { Currency } from '../../bank/model/index.ts';
import type { NameReader } from '../read/names.ts';
import type { Meaning, Person } from '../text/types.ts';
import { readHistory } from './history.ts';
import { itemsOf } from './lexer.ts';
import { readPayment } from './payment.ts';
import { readHelp, readPlain } from './plain.ts';
import { soundingLike } from './sounds.ts';

export interface JapaneseTools {
  readonly names: NameReader;
  readonly people: readonly Person[];
  readonly currency: Currency;
  /** The number of today's day. */
  readonly today: number;
}

export function readJapanese(
  text: string,
  { names, people, currency, today }: JapaneseTools,
): Meaning {
  const items = itemsOf(text, { names, currency, today: () => today });
  const candidates = (name: string): readonly Person[] => {
    const written = names.candidates(name);
    return written.length > 0 ? written : soundingLike(name, people);
  };
  const tools = { today, candidates };
  return (
    readHelp(items) ??
    readPlain(items) ??
    readHistory(text, items, tools) ??
    readPayment(text, items, tools) ?? { intent: 'none' }
  );
}
