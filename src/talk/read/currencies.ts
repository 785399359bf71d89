/** The bank's own currency among those that people write. */
import { folded } from '../text/tokens.ts';

/** Words for currencies of countries. A bank may have one of them as its own. */
const words: Readonly<Record<string, readonly string[]>> = {
  eur: ['eur', 'euro', 'euros', '€', 'ユーロ'],
  usd: ['usd', 'dollar', 'dollars', 'dolar', 'dolares', '$', 'ドル'],
  gbp: ['gbp', 'pound', 'pounds', 'pfund', 'livre', 'livres', 'libra', 'libras', '£'],
  jpy: ['jpy', 'yen', 'yens', '¥', '円'],
};

/** The words of a currency, if its code is known. */
export const ownWords = (code: string): readonly string[] => words[code] ?? [];

/** A row of words for other currencies, without those of the bank's own. */
export const otherThan = (code: string, row: string | undefined): string =>
  (row ?? '')
    .split('|')
    .filter((word) => !ownWords(code).includes(folded(word)))
    .join('|');
