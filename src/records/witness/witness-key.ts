/** The witnesses that a bank asks: each a public key and the address of its files. */
import { FormError, isSame } from '../base/bytes.ts';
import { readVerifierKey, signatureTypes, type VerifierKey } from '../note/keys.ts';
import { type Note, readNote, type Signature, signatureState } from '../note/note.ts';

export interface Witness {
  readonly key: VerifierKey;
  /** `http:` or `https:`, without a slash at the end. */
  readonly url: string;
}

/** A folder name for a log, below a witness's address. */
export const originFolder = (origin: string): string => origin.replaceAll(/[^A-Za-z0-9.-]/g, '-');

/** `name+hash+key https://…`; throws FormError. */
export async function readWitness(text: string): Promise<Witness> {
  const [key = '', url = '', ...more] = text.trim().split(/\s+/);
  if (more.length > 0 || !/^https?:\/\/\S+$/.test(url)) throw new FormError('no witness');
  const read = await readVerifierKey(key);
  if (read.type !== signatureTypes.witness) throw new FormError('no key of a witness');
  return { key: read, url: url.replace(/\/+$/, '') };
}

const isOf = (key: VerifierKey, one: Signature): boolean =>
  one.name === key.name && isSame(one.keyId, key.id);

export interface Cosigned {
  /** Without the witness's signature. */
  readonly note: Note;
  readonly signature: Signature;
}

/** The witness's signature out of a cosigned checkpoint; null where it is missing or not valid. */
export async function cosignatureIn(text: string, key: VerifierKey): Promise<Cosigned | null> {
  const note = readNote(text);
  if ((await signatureState(note, key)) !== 'valid') return null;
  const signature = note.signatures.find((one) => isOf(key, one));
  const signatures = note.signatures.filter((one) => !isOf(key, one));
  return signature === undefined ? null : { note: { ...note, signatures }, signature };
}
