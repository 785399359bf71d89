/** Check symbols, which detect typing errors in codes. */
import { assert } from './assert.ts';

/**
 * The hybrid system of ISO 7064, as in MOD 11,10: detects every single wrong symbol and nearly all
 * swaps of neighbours. Symbols are numbers from 0 to `modulus` - 1; of the first `count`.
 */
export function checkSymbol(
  symbols: readonly number[],
  modulus: number,
  count = symbols.length,
): number {
  let product = modulus;
  for (let place = 0; place < count; place += 1) {
    const symbol = symbols[place]!;
    assert(symbol >= 0 && symbol < modulus, 'a symbol outside the alphabet');
    const sum = (product + symbol) % modulus;
    product = ((sum === 0 ? modulus : sum) * 2) % (modulus + 1);
  }
  return (modulus + 1 - product) % modulus;
}

/** Multiplies by x in the field of 32 elements; its powers from 0 to 30 are all different. */
const timesX = (value: number): number => (value < 16 ? value * 2 : (value * 2) ^ 0b100101);

/**
 * Damm's algorithm for the first `count` symbols, each from 0 to 31: detects every single wrong
 * symbol and every swap of neighbours, including the check symbol, because no two neighbours have
 * the same weight. https://en.wikipedia.org/wiki/Damm_algorithm
 */
export function swapCheckSymbol(symbols: readonly number[], count = symbols.length): number {
  let interim = 0;
  for (let place = 0; place < count; place += 1) {
    const symbol = symbols[place]!;
    assert(symbol >= 0 && symbol < 32, 'a symbol outside the alphabet');
    interim = timesX(interim ^ symbol);
  }
  return interim;
}
