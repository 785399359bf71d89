/** AES-256-GCM: sealed data can be neither read nor moved to another row. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { assert } from '../../lib/assert.ts';

const cipher = 'aes-256-gcm';
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes + tagBytes;

/** `place` names the row and column; unsealing with another place fails. */
export function seal(key: Buffer, plain: Buffer, place: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([sealing.update(plain), sealing.final()]);
  return Buffer.concat([Buffer.of(version), nonce, sealing.getAuthTag(), body]);
}

/** Null where `unseal` would throw. */
export function opened(key: Buffer, sealed: Buffer, place: string): Buffer | null {
  try {
    return unseal(key, sealed, place);
  } catch {
    return null;
  }
}

/** Throws when the key, the place or a single bit differs. */
export function unseal(key: Buffer, sealed: Buffer, place: string): Buffer {
  assert(
    sealed.length >= headBytes && sealed[0] === version,
    'the data has the version byte and length of `seal`',
  );
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(1 + nonceBytes, headBytes));
  return Buffer.concat([opening.update(sealed.subarray(headBytes)), opening.final()]);
}
