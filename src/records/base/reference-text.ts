import { base32Digits, base32Groups } from '../../lib/base32.ts';
import { checkSymbol, swapCheckSymbol } from '../../lib/check-symbol.ts';

/** 13 symbols of 5 bits hold 63 bits. */
export const referenceSymbols = 13;

/**
 * The public code of an id. The 14th symbol is a check symbol, the last one of older references;
 * the 15th also detects every swap.
 */
export function referenceText(id: bigint): string {
  const symbols = base32Digits(id);
  symbols.push(checkSymbol(symbols, 32));
  symbols.push(swapCheckSymbol(symbols));
  return base32Groups(symbols);
}
