/**
 * A report that a bank signed two histories: two checkpoints of one log of which neither continues
 * the other. A third person checks it with nothing but the bank's public key.
 */
import { base64, FormError, fromBase64, isSame } from '../base/bytes.ts';
import { type Checkpoint, readCheckpoint } from '../note/checkpoint.ts';
import type { VerifierKey } from '../note/keys.ts';
import { readNote, signatureState } from '../note/note.ts';
import { isConsistent } from '../tree/check.ts';

export const forkHeader = 'passbook equivocation report';

export interface Fork {
  /** Signed notes; the first has at most as many leaves as the second. */
  readonly first: string;
  readonly second: string;
  /** The root that the second history has at the size of the first; its own root at equal sizes. */
  readonly otherRoot: Uint8Array;
  /** Shows that the second history continues `otherRoot`. */
  readonly path: readonly Uint8Array[];
}

export const forkText = ({ first, second, otherRoot, path }: Fork): string =>
  `${JSON.stringify(
    {
      kind: forkHeader,
      first,
      second,
      otherRoot: base64(otherRoot),
      path: path.map(base64),
    },
    null,
    2,
  )}\n`;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Throws FormError; checks nothing else. */
export function readFork(text: string): Fork {
  let read: Readonly<Record<string, unknown>>;
  try {
    read = Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    throw new FormError('text that is not a report');
  }
  const { kind, first, second, otherRoot, path } = read;
  const isWhole = kind === forkHeader && isText(first) && isText(second) && isText(otherRoot);
  if (!isWhole || !Array.isArray(path) || !path.every(isText) || path.length > 64) {
    throw new FormError('text that is not a report');
  }
  return { first, second, otherRoot: fromBase64(otherRoot), path: path.map(fromBase64) };
}

export type ForkState =
  | { readonly kind: 'fork'; readonly first: Checkpoint; readonly second: Checkpoint }
  | { readonly kind: 'unsigned' | 'other-logs' | 'no-fork' };

async function isSignedByBank(text: string, keys: readonly VerifierKey[]): Promise<boolean> {
  const note = readNote(text);
  const { origin } = readCheckpoint(note.text);
  for (const key of keys) {
    if (key.name === origin && (await signatureState(note, key)) === 'valid') return true;
  }
  return false;
}

/** Whether the report proves that the holder of one of the keys signed two histories. */
export async function forkState(fork: Fork, keys: readonly VerifierKey[]): Promise<ForkState> {
  const [first, second] = [fork.first, fork.second].map((one) =>
    readCheckpoint(readNote(one).text),
  );
  if (first === undefined || second === undefined) return { kind: 'no-fork' };
  if (first.origin !== second.origin) return { kind: 'other-logs' };
  for (const one of [fork.first, fork.second]) {
    if (!(await isSignedByBank(one, keys))) return { kind: 'unsigned' };
  }
  const other = { size: first.size, root: fork.otherRoot };
  const isProved =
    !isSame(first.root, fork.otherRoot) && (await isConsistent(other, second, fork.path));
  return isProved ? { kind: 'fork', first, second } : { kind: 'no-fork' };
}
