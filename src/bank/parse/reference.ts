import { base32Digits, base32Symbols, base32Text, inGroupsOfFour } from '../../lib/base32.ts';
import { checkSymbol } from '../../lib/check-symbol.ts';
import { bad, good, type Result } from '../../lib/result.ts';
import type { Reference, RequestId } from '../model.ts';

/** 13 symbols of 5 bits hold 63 bits; one more checks them. */
const symbolCount = 13;
const idMax = 2n ** 63n - 1n;

/** The public code of a request, which is also that of the transaction it becomes. */
export function referenceOf(id: RequestId): Reference {
  const symbols = base32Digits(id, symbolCount);
  return inGroupsOfFour(base32Text([...symbols, checkSymbol(symbols, 32)])) as Reference;
}

/** Forgives lower case, missing hyphens and the usual misreadings (O for 0, I and L for 1). */
export function parseReference(text: string): Result<RequestId> {
  const symbols = base32Symbols(text);
  if (symbols === null || symbols.length !== symbolCount + 1) {
    return bad('A reference looks like 01AB-23CD-45EF-GH.');
  }
  const body = symbols.slice(0, -1);
  if (checkSymbol(body, 32) !== symbols.at(-1)) {
    return bad('This reference has a typing mistake: its last character does not fit the others.');
  }
  const id = body.reduce((sum, symbol) => (sum << 5n) | BigInt(symbol), 0n);
  return id > idMax ? bad('There is no such reference.') : good(id as RequestId);
}
