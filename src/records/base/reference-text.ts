import { base32Groups, integerDigits, writeBase32 } from '../../lib/base32.ts';
import { checkSymbol, swapCheckSymbol } from '../../lib/check-symbol.ts';

/** 13 symbols of 5 bits hold 63 bits. */
export const referenceSymbols = integerDigits;

/** With both check symbols; reused, since each booking needs a reference. */
const symbols = Array.from({ length: referenceSymbols + 2 }, () => 0);

/**
 * The public code of an id. The 14th symbol is a check symbol, the last one of older references;
 * the 15th also detects every swap.
 */
export function referenceText(id: bigint): string {
  writeBase32(symbols, id);
  symbols[referenceSymbols] = checkSymbol(symbols, 32, referenceSymbols);
  symbols[referenceSymbols + 1] = swapCheckSymbol(symbols, referenceSymbols + 1);
  return base32Groups(symbols);
}
