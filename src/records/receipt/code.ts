/** The code of a receipt: the reference and the tag, as people type it or scan it. */
import { base32Groups, base32Symbols, base32Text } from '../../lib/base32.ts';

/** 16 symbols of 5 bits hold 80 bits. */
const tagSymbols = 16;
const tagBytes = 10;
/** The reference before it has 15 symbols, and an older one 14. */
const referenceSymbols = [14, 15];

export interface ReceiptCode {
  /** As written, without hyphens. */
  readonly reference: string;
  /** In groups of four. */
  readonly tag: string;
}

/** The first 80 bits, in groups of four symbols. */
export function tagText(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, tagBytes)) bits = (bits << 8n) | BigInt(byte);
  const symbols = Array.from({ length: tagSymbols }, (_, place) =>
    Number((bits >> BigInt(5 * (tagSymbols - 1 - place))) & 31n),
  );
  return base32Groups(symbols);
}

export const codeText = ({ reference, tag }: ReceiptCode): string => `${reference}.${tag}`;

/** Ignores case, spaces, hyphens and look-alikes; null for what cannot be a code. */
export function readCode(text: string): ReceiptCode | null {
  const symbols = base32Symbols(text.trim().replace('.', ' '));
  if (symbols === null || !referenceSymbols.includes(symbols.length - tagSymbols)) return null;
  return {
    reference: base32Text(symbols.slice(0, -tagSymbols)),
    tag: base32Groups(symbols.slice(-tagSymbols)),
  };
}

const group = '[0-9A-HJKMNP-TV-Z]';
const inText = new RegExp(
  `${group}{4}(?:-${group}{4}){2}-${group}{2,3}\\.${group}{4}(?:-${group}{4}){3}`,
);

/** The first code in a longer text, as it is printed; null without one. */
export const codeIn = (message: string): string | null => inText.exec(message)?.[0] ?? null;
