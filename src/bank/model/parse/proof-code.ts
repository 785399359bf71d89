import { base32Symbols, base32Text } from '../../../lib/base32.ts';
import { bad, good, type Result } from '../../../lib/result.ts';
import type { ProofCode } from '../base/types.ts';

/** 80 bits: too many to guess, so one keyed hash is enough to store it. */
export const recoveryCodeLength = 16;
/** 65 bits: five tries in ten minutes are no danger to it. */
export const mailedCodeLength = 13;

const example = 'ABCD-EFGH-JKMN-P';

/** Tells a mailed code from a recovery code; forgives case, spaces, hyphens and look-alikes. */
export function parseProofCode(text: string): Result<ProofCode> {
  const trimmed = text.trim();
  if (trimmed === '') return bad('Enter the code.');
  const symbols = base32Symbols(trimmed);
  if (symbols === null) return bad(`A code has only letters, digits and hyphens: ${example}.`);
  const code = base32Text(symbols);
  if (code.length === mailedCodeLength) return good({ kind: 'mailed', text: code });
  if (code.length === recoveryCodeLength) return good({ kind: 'recovery', text: code });
  return bad(
    `A mailed code has ${mailedCodeLength} characters, a recovery code ${recoveryCodeLength}; ` +
      `this has ${code.length}.`,
  );
}
