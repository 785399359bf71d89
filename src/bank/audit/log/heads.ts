/** Sizes and roots of checkpoints that were stored outside the database. */
import {
  type Checkpoint,
  FormError,
  readCheckpoint,
  readNote,
  signatureState,
  type VerifierKey,
} from '../../../records/index.ts';
import type { LogFinding } from '../../model/index.ts';

export type LogHead = Pick<Checkpoint, 'size' | 'root'>;

/**
 * Null where the text is not a checkpoint of this log, or no key signed it. Without a log or keys
 * it is only read.
 */
export async function headOf(
  keys: readonly VerifierKey[],
  origin: string | undefined,
  text: string,
): Promise<LogHead | null> {
  try {
    const note = readNote(text);
    const checkpoint = readCheckpoint(note.text);
    if (origin !== undefined && checkpoint.origin !== origin) return null;
    for (const key of keys) {
      if ((await signatureState(note, key)) === 'valid') return checkpoint;
    }
    return keys.length === 0 ? checkpoint : null;
  } catch (error) {
    if (error instanceof FormError) return null;
    throw error;
  }
}

/** In the order of their sizes. */
export async function storedHeads(
  keys: readonly VerifierKey[],
  origin: string | undefined,
  checkpoints: readonly string[],
): Promise<{ readonly heads: readonly LogHead[]; readonly findings: LogFinding[] }> {
  const heads: LogHead[] = [];
  const findings: LogFinding[] = [];
  for (const [index, text] of checkpoints.entries()) {
    const head = await headOf(keys, origin, text);
    if (head === null) findings.push({ code: 'CHECKPOINT_UNREADABLE', number: index + 1 });
    else heads.push(head);
  }
  return { heads: heads.toSorted((one, other) => one.size - other.size), findings };
}
