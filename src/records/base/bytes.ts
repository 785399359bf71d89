/** Bytes as text and back, without Node's `Buffer`, so that it also runs in a browser. */
const base64Form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Data that do not have the documented form. The message names the part. */
export class FormError extends Error {
  override readonly name = 'FormError';
}

export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** Throws FormError where the bytes are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new FormError('text that is not UTF-8');
  }
}

export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Standard base64 in its one canonical form; throws FormError for anything else. */
export function fromBase64(text: string): Uint8Array {
  if (!base64Form.test(text)) throw new FormError('text that is not base64');
  const binary = atob(text);
  const bytes = Uint8Array.from(binary, (symbol) => symbol.charCodeAt(0));
  // The unused bits of the last symbol must be zero: one value has one text.
  if (base64(bytes) !== text) throw new FormError('base64 that is not canonical');
  return bytes;
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) {
    if (one[index] !== other[index]) return false;
  }
  return true;
}

/** A whole number from 0 to 2^53 - 1 without leading zeros; throws FormError. */
export function wholeNumber(text: string | undefined): number {
  const value = text !== undefined && /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new FormError('text that is not a whole number');
  return value;
}
