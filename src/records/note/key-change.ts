/** A bank's change of its key: a note signed by the former key and by the new one. */
import { FormError } from '../base/bytes.ts';
import { isSameKey, readVerifierKey, type VerifierKey, verifierKeyText } from './keys.ts';
import { readNote, signatureState } from './note.ts';

export const keyChangeHeader = 'passbook key change';

export interface KeyChange {
  readonly former: VerifierKey;
  readonly next: VerifierKey;
}

export const keyChangeText = ({ former, next }: KeyChange): string =>
  `${keyChangeHeader}\n${verifierKeyText(former)}\n${verifierKeyText(next)}\n`;

/** Throws FormError where the note is of another kind, or is not signed by both keys. */
export async function readKeyChange(text: string): Promise<KeyChange> {
  const note = readNote(text);
  const [header, former = '', next = '', ...more] = note.text.split('\n');
  if (header !== keyChangeHeader || more.length !== 1) throw new FormError('no change of a key');
  const change = { former: await readVerifierKey(former), next: await readVerifierKey(next) };
  for (const key of [change.former, change.next]) {
    const state = await signatureState(note, key);
    if (state !== 'valid') throw new FormError('a change of a key without both signatures');
  }
  if (change.former.name !== change.next.name) throw new FormError('a change of another log');
  return change;
}

export interface FollowedKeys {
  readonly keys: readonly VerifierKey[];
  /** How many notes were not followed. */
  readonly refused: number;
}

/**
 * The trusted keys, and those that they lead to. `forwards`: notes are given oldest first and lead
 * to newer keys; `backwards`: newest first, to older ones.
 */
export async function followKeyChanges(
  trusted: readonly VerifierKey[],
  notes: readonly string[],
  direction: 'forwards' | 'backwards',
): Promise<FollowedKeys> {
  const keys = [...trusted];
  let refused = 0;
  for (const note of notes) {
    const change = await readKeyChange(note).catch(() => null);
    const [known, found] =
      direction === 'forwards' ? [change?.former, change?.next] : [change?.next, change?.former];
    const isKnown = known !== undefined && keys.some((key) => isSameKey(key, known));
    if (isKnown && found !== undefined) keys.push(found);
    else refused += 1;
  }
  return { keys, refused };
}
