/** Signs notes and checkpoints with keys of Node. */
import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { concat, utf8 } from '../base/bytes.ts';
import { sha256 } from '../tree/hash.ts';
import { signatureTypes, type SignatureType, type VerifierKey } from './keys.ts';
import { cosignedMessage, noteText, signatureLine } from './note.ts';

export interface Signer {
  readonly key: VerifierKey;
  readonly privateKey: KeyObject;
}

/** The last 32 bytes of the standard form of a public Ed25519 key (RFC 8410). */
const rawPublicKey = (privateKey: KeyObject): Uint8Array =>
  new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32));

export function signer(name: string, type: SignatureType, privateKey: KeyObject): Signer {
  const publicKey = rawPublicKey(privateKey);
  const id = sha256(concat(utf8(`${name}\n`), Uint8Array.of(type), publicKey)).slice(0, 4);
  return { key: { name, type, publicKey, id: new Uint8Array(id) }, privateKey };
}

const signatureOf = ({ key, privateKey }: Signer, bytes: (key: KeyObject) => Uint8Array) =>
  signatureLine({ name: key.name, keyId: key.id, bytes: bytes(privateKey) });

/** The note with a signature of each. */
export function signNote(text: string, ...by: readonly Signer[]): string {
  const lines = by.map((one) => signatureOf(one, (key) => sign(null, utf8(text), key)));
  return noteText({ text, signatures: [] }) + lines.join('');
}

/** A signature line by a witness; `seconds` since 1970. */
export function cosign(text: string, by: Signer, seconds: bigint): string {
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, seconds);
  return signatureOf(by, (key) => concat(time, sign(null, cosignedMessage(text, seconds), key)));
}

export const logSigner = (name: string, privateKey: KeyObject): Signer =>
  signer(name, signatureTypes.log, privateKey);
export const witnessSigner = (name: string, privateKey: KeyObject): Signer =>
  signer(name, signatureTypes.witness, privateKey);
