/** Reads Japanese: no spaces between words, particles after them, the mood at a verb's end. */
import type { Currency } from '../../bank/model/index.ts';
import type { NameReader } from '../read/names.ts';
import type { Meaning } from '../text/types.ts';
import { readHistory } from './history.ts';
import { itemsOf } from './lexer.ts';
import { readPayment } from './payment.ts';
import { readHelp, readPlain } from './plain.ts';

export interface JapaneseTools {
  readonly names: NameReader;
  readonly currency: Currency;
  /** The number of today's day. */
  readonly today: number;
}

export function readJapanese(text: string, { names, currency, today }: JapaneseTools): Meaning {
  const items = itemsOf(text, { names, currency, today: () => today });
  const tools = { today, candidates: names.candidates };
  return (
    readHelp(items) ??
    readPlain(items) ??
    readHistory(text, items, tools) ??
    readPayment(text, items, tools) ?? { intent: 'none' }
  );
}
