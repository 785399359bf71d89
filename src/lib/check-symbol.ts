import { assert } from './assert.ts';

/**
 * The hybrid system of ISO 7064, as in MOD 11,10: finds every single wrong symbol and nearly all
 * swapped neighbours. Symbols are numbers from 0 to `modulus` - 1.
 */
export function checkSymbol(symbols: readonly number[], modulus: number): number {
  let product = modulus;
  for (const symbol of symbols) {
    assert(symbol >= 0 && symbol < modulus, 'a symbol outside the alphabet');
    const sum = (product + symbol) % modulus;
    product = ((sum === 0 ? modulus : sum) * 2) % (modulus + 1);
  }
  return (modulus + 1 - product) % modulus;
}
