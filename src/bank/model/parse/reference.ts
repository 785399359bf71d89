import { base32Symbols } from '../../../lib/base32.ts';
import { checkSymbol, swapCheckSymbol } from '../../../lib/check-symbol.ts';
import { good } from '../../../lib/result.ts';
import { referenceSymbols, referenceText } from '../../../records/index.ts';
import type { JobId, Reference, RequestId } from '../base/types.ts';
import { type Read, unreadable } from './reasons.ts';

const symbolCount = referenceSymbols;
const [formerLength, length] = [symbolCount + 1, symbolCount + 2];
const idMax = 2n ** 63n - 1n;

/** The public code of a request and of its transaction. */
export const referenceOf = (id: RequestId | JobId): Reference => referenceText(id) as Reference;

function fits(symbols: readonly number[]): boolean {
  const body = symbols.slice(0, symbolCount);
  if (checkSymbol(body, 32) !== symbols[symbolCount]) return false;
  const former = symbols.slice(0, formerLength);
  return symbols.length === formerLength || swapCheckSymbol(former) === symbols.at(-1);
}

/**
 * Allows lower case, missing hyphens and common misreadings (O for 0, I and L for 1). Older
 * references are one symbol shorter.
 */
export function parseReference(text: string): Read<RequestId> {
  const symbols = base32Symbols(text);
  if (symbols === null || (symbols.length !== length && symbols.length !== formerLength)) {
    return unreadable('REFERENCE_SHAPE');
  }
  if (!fits(symbols)) return unreadable('REFERENCE_MISTYPED');
  const body = symbols.slice(0, symbolCount);
  const id = body.reduce((sum, symbol) => (sum << 5n) | BigInt(symbol), 0n);
  return id > idMax ? unreadable('REFERENCE_UNKNOWN') : good(id as RequestId);
}
