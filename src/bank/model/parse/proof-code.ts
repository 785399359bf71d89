import { base32Symbols, base32Text } from '../../../lib/base32.ts';
import { good } from '../../../lib/result.ts';
import type { ProofCode } from '../base/types.ts';
import { type Read, unreadable } from './reasons.ts';

/** 80 bits cannot be guessed, so a keyed hash without a work factor is enough. */
export const recoveryCodeLength = 16;
/** 65 bits are safe against five tries in ten minutes. */
export const mailedCodeLength = 13;

/** Mailed code or recovery code, by its length; ignores case, spaces, hyphens and look-alikes. */
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
