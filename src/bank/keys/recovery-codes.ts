/** Recovery codes, eight for each customer, and codes sent by mail. */
import { createHmac, randomInt } from 'node:crypto';
import { base32Groups, base32Symbols, base32Text } from '../../lib/base32.ts';
import { mailedCodeLength, recoveryCodeLength } from '../model/index.ts';
import type { Keys } from './keys.ts';

const recoveryCodeCount = 8;

const randomCode = (length: number): string =>
  base32Groups(Array.from({ length }, () => randomInt(32)));

export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodeCount }, () => randomCode(recoveryCodeLength));

export const newMailedCode = (): string => randomCode(mailedCodeLength);

/** Upper case, without hyphens, look-alikes replaced; empty when it cannot be a code. */
function canonical(code: string): string {
  const symbols = base32Symbols(code);
  return symbols === null ? '' : base32Text(symbols);
}

/** Ignores case, hyphens and look-alikes. */
export function recoveryCodeHash(keys: Keys, code: string): Buffer {
  return createHmac('sha256', keys.codes).update(canonical(code)).digest();
}

/** A code for one purpose is wrong for every other. */
export function mailedCodeHash(keys: Keys, purpose: string, code: string): Buffer {
  return createHmac('sha256', keys.codes)
    .update(`${purpose}\0${canonical(code)}`)
    .digest();
}
