/** Signed notes (C2SP signed-note): a text, an empty line, and signature lines. */
import { base64, concat, FormError, fromBase64, isSame, utf8 } from '../base/bytes.ts';
import { isSignedBy, signatureTypes, type VerifierKey } from './keys.ts';

export interface Signature {
  readonly name: string;
  /** 4 bytes. */
  readonly keyId: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface Note {
  /** With the newline at its end. */
  readonly text: string;
  readonly signatures: readonly Signature[];
}

const signaturesMax = 100;
const noteLengthMax = 100_000;
const lineForm = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/=]+)$/;

export function readSignature(line: string): Signature {
  const [, name = '', encoded = ''] = lineForm.exec(line) ?? [];
  const bytes = name === '' ? new Uint8Array() : fromBase64(encoded);
  if (bytes.length < 5) throw new FormError('a signature line that cannot be read');
  return { name, keyId: bytes.slice(0, 4), bytes: bytes.slice(4) };
}

export const signatureLine = ({ name, keyId, bytes }: Signature): string =>
  `\u2014 ${name} ${base64(concat(keyId, bytes))}\n`;

export const noteText = ({ text, signatures }: Note): string =>
  `${text}\n${signatures.map(signatureLine).join('')}`;

/** Throws FormError; says nothing about whether the signatures are right. */
export function readNote(note: string, lengthMax = noteLengthMax): Note {
  const at = note.lastIndexOf('\n\n');
  // eslint-disable-next-line no-control-regex -- the format forbids control characters
  const isPlain = !/[\u0000-\u0009\u000B-\u001F\u007F]/.test(note);
  if (at < 1 || !isPlain || note.length > lengthMax || !note.endsWith('\n')) {
    throw new FormError('text that is not a signed note');
  }
  const lines = note.slice(at + 2, -1).split('\n');
  if (lines.length > signaturesMax) throw new FormError('a note with too many signatures');
  return { text: note.slice(0, at + 1), signatures: lines.map(readSignature) };
}

/** What a witness signs: the time in seconds since 1970, and the checkpoint's text. */
export const cosignedMessage = (text: string, seconds: bigint): Uint8Array =>
  utf8(`cosignature/v1\ntime ${seconds}\n${text}`);

const isOf = (key: VerifierKey, { name, keyId }: Signature): boolean =>
  name === key.name && isSame(keyId, key.id);

export type SignatureState = 'valid' | 'invalid' | 'absent';

async function isValid(key: VerifierKey, text: string, bytes: Uint8Array): Promise<boolean> {
  if (key.type === signatureTypes.log) return isSignedBy(key.publicKey, utf8(text), bytes);
  if (bytes.length !== 72) return false;
  const seconds = new DataView(bytes.slice(0, 8).buffer).getBigUint64(0);
  return isSignedBy(key.publicKey, cosignedMessage(text, seconds), bytes.slice(8));
}

/** One signature by the key suffices; a wrong one beside it makes the note invalid. */
export async function signatureState(note: Note, key: VerifierKey): Promise<SignatureState> {
  const own = note.signatures.filter((signature) => isOf(key, signature));
  for (const { bytes } of own) {
    if (!(await isValid(key, note.text, bytes))) return 'invalid';
  }
  return own.length === 0 ? 'absent' : 'valid';
}

/** When a witness signed, in seconds since 1970; null without its signature. */
export function cosignedAt(note: Note, key: VerifierKey): bigint | null {
  const own = note.signatures.find((one) => isOf(key, one) && one.bytes.length === 72);
  return own === undefined ? null : new DataView(own.bytes.slice(0, 8).buffer).getBigUint64(0);
}
