/** Names and public keys of signers (C2SP signed-note and tlog-cosignature). */
import { base64, concat, FormError, fromBase64, hex, isSame, utf8 } from '../base/bytes.ts';
import { digest } from '../tree/check.ts';

/** Ed25519 over the note, and Ed25519 over a cosigned checkpoint. */
export const signatureTypes = { log: 1, witness: 4 } as const;
export type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes];

export interface VerifierKey {
  readonly name: string;
  /** 4 bytes. */
  readonly id: Uint8Array;
  readonly type: SignatureType;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

const publicKeyBytes = 32;
const form = /^([^\s+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{44})$/;

export async function keyId(
  name: string,
  type: SignatureType,
  publicKey: Uint8Array,
): Promise<Uint8Array> {
  const whole = await digest(concat(utf8(`${name}\n`), Uint8Array.of(type), publicKey));
  return whole.slice(0, 4);
}

export async function verifierKey(
  name: string,
  type: SignatureType,
  publicKey: Uint8Array,
): Promise<VerifierKey> {
  return { name, type, publicKey, id: await keyId(name, type, publicKey) };
}

/** `name+hash+key`, as it is published. */
export const verifierKeyText = ({ name, id, type, publicKey }: VerifierKey): string =>
  `${name}+${hex(id)}+${base64(concat(Uint8Array.of(type), publicKey))}`;

/** Throws FormError where the text is not a key, or its hash does not match. */
export async function readVerifierKey(text: string): Promise<VerifierKey> {
  const [, name = '', id = '', encoded = ''] = form.exec(text) ?? [];
  if (name === '') throw new FormError('text that is not a verifier key');
  const [type, ...rest] = fromBase64(encoded);
  if (type !== signatureTypes.log && type !== signatureTypes.witness) {
    throw new FormError('a verifier key of an unknown type');
  }
  if (rest.length !== publicKeyBytes) throw new FormError('a verifier key of the wrong length');
  const key = await verifierKey(name, type, Uint8Array.from(rest));
  if (hex(key.id) !== id) throw new FormError('a verifier key whose hash does not match');
  return key;
}

export const isSameKey = (one: VerifierKey, other: VerifierKey): boolean =>
  one.name === other.name && one.type === other.type && isSame(one.publicKey, other.publicKey);

/** Whether the Ed25519 signature is the key's. */
export async function isSignedBy(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (signature.length !== 64) return false;
  const raw = new Uint8Array(publicKey);
  const key = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
  const [signed, text] = [new Uint8Array(signature), new Uint8Array(message)];
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signed, text);
}
