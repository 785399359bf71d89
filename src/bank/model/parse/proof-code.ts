import { base32Symbols, base32Text } from '../../../lib/base32.ts';
import { good } from '../../../lib/result.ts';
import type { ProofCode } from '../base/types.ts';
import { type Read, unreadable } from './reasons.ts';

/** 80 bits: too many to guess, so one keyed hash is enough to store it. */
export const recoveryCodeLength = 16;
/** 65 bits: five tries in ten minutes are no danger to it. */
export const mailedCodeLength = 13;

/** Tells a mailed code from a recovery code; forgives case, spaces, hyphens and look-alikes. */
export function parseProofCode(text: string): Read<ProofCode> {
  const trimmed = text.trim();
  if (trimmed === '') return unreadable('PROOF_CODE_EMPTY');
  const symbols = base32Symbols(trimmed);
  if (symbols === null) return unreadable('PROOF_CODE_SIGNS');
  const code = base32Text(symbols);
  if (code.length === mailedCodeLength) return good({ kind: 'mailed', text: code });
  if (code.length === recoveryCodeLength) return good({ kind: 'recovery', text: code });
  const lengths = { mailed: mailedCodeLength, recovery: recoveryCodeLength };
  return unreadable('PROOF_CODE_LENGTH', { ...lengths, length: code.length });
}
