import { createHmac, randomInt } from 'node:crypto';
import { base32Symbols, base32Text, inGroupsOfFour } from '../lib/base32.ts';
import type { Keys } from './secrets.ts';

export const recoveryCodeCount = 8;
/** 80 bits: nobody guesses one, so one keyed hash is enough to store it. */
const symbolCount = 16;

export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodeCount }, () =>
    inGroupsOfFour(base32Text(Array.from({ length: symbolCount }, () => randomInt(32)))),
  );

/** The same for every way of typing the code: case, hyphens and look-alikes do not count. */
export function recoveryCodeHash(keys: Keys, code: string): Buffer {
  const symbols = base32Symbols(code);
  const canonical = symbols === null ? '' : base32Text(symbols);
  return createHmac('sha256', keys.codes).update(canonical).digest();
}
