/**
 * What a witness does with a bank's log: checks that the newest checkpoint continues the one it saw
 * last, and cosigns it. It needs the static files of the log only.
 */
import { FormError, fromUtf8 } from '../base/bytes.ts';
import { type Checkpoint, readCheckpoint } from '../note/checkpoint.ts';
import { followKeyChanges } from '../note/key-change.ts';
import { readVerifierKey, type VerifierKey } from '../note/keys.ts';
import { readNote, signatureState } from '../note/note.ts';
import { type Fork, forkState } from '../proof/fork.ts';
import { isConsistent } from '../tree/check.ts';
import { proveConsistency, type ReadTile, rootOf } from '../tree/prove.ts';
import { hashesPerLevel, tilePath, tileWidth } from '../tree/tiles.ts';

/** A file of the log by its path; null where there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array | null>;

export interface Seen {
  /** Signed notes: the newest checkpoint that was accepted, and the key that was trusted first. */
  readonly checkpoint: string;
  readonly trusted: string;
}

export type Observation =
  | { readonly kind: 'accepted'; readonly seen: Seen; readonly checkpoint: Checkpoint }
  /** There is nothing new. */
  | { readonly kind: 'same'; readonly checkpoint: Checkpoint }
  /** The log has fewer leaves than before: its end was removed, or an old backup was restored. */
  | { readonly kind: 'shorter'; readonly before: number; readonly now: number }
  /** Two histories were signed; the report proves it. */
  | { readonly kind: 'fork'; readonly fork: Fork }
  /** The files do not fit together, so nothing can be said of the log. */
  | { readonly kind: 'unusable'; readonly why: string };

const keyChangesMax = 100;

async function textOf(read: ReadFile, path: string): Promise<string> {
  const bytes = await read(path);
  if (bytes === null) throw new FormError(`a log without the file ${path}`);
  return fromUtf8(bytes);
}

/** The first key, and those that it leads to. */
async function keysOf(read: ReadFile, trusted: string): Promise<readonly VerifierKey[]> {
  const changes: string[] = [];
  while (changes.length < keyChangesMax) {
    const bytes = await read(`key-change-${changes.length + 1}`);
    if (bytes === null) break;
    changes.push(fromUtf8(bytes));
  }
  return (await followKeyChanges([await readVerifierKey(trusted)], changes, 'forwards')).keys;
}

/** Reads the tiles of a tree of `size` leaves. */
export function tilesFrom(read: ReadFile, size: number): ReadTile {
  return async ({ level, number }) => {
    const count = (hashesPerLevel(size)[level] ?? 0) - number * tileWidth;
    const path = tilePath({ level, number }, Math.min(count, tileWidth));
    const bytes = await read(path);
    if (bytes === null) throw new FormError(`a log without the file ${path}`);
    return bytes;
  };
}

async function isSigned(text: string, keys: readonly VerifierKey[]): Promise<boolean> {
  const note = readNote(text);
  const { origin } = readCheckpoint(note.text);
  for (const key of keys) {
    if (key.name === origin && (await signatureState(note, key)) === 'valid') return true;
  }
  return false;
}

interface Pair {
  readonly before: string;
  readonly now: string;
  readonly keys: readonly VerifierKey[];
}

/** A report, where the files prove one. */
async function reportOf(read: ReadFile, { before, now, keys }: Pair): Promise<Observation> {
  const [first, second] = [before, now].map((one) => readCheckpoint(readNote(one).text));
  const tiles = tilesFrom(read, second!.size);
  const isEqual = first!.size === second!.size;
  const otherRoot = isEqual ? second!.root : await rootOf(first!.size, tiles);
  const path = await proveConsistency(first!.size, second!.size, tiles);
  const fork = { first: before, second: now, otherRoot, path };
  const isProved = (await forkState(fork, keys)).kind === 'fork';
  return isProved
    ? { kind: 'fork', fork }
    : { kind: 'unusable', why: 'tiles that do not fit the checkpoint' };
}

async function compared(read: ReadFile, seen: Seen, pair: Pair): Promise<Observation> {
  const [first, second] = [pair.before, pair.now].map((one) => readCheckpoint(readNote(one).text));
  if (first === undefined || second === undefined) throw new FormError('no checkpoint');
  if (second.size < first.size) return { kind: 'shorter', before: first.size, now: second.size };
  const path = await proveConsistency(first.size, second.size, tilesFrom(read, second.size));
  if (!(await isConsistent(first, second, path))) return reportOf(read, pair);
  if (pair.before === pair.now) return { kind: 'same', checkpoint: second };
  return { kind: 'accepted', seen: { ...seen, checkpoint: pair.now }, checkpoint: second };
}

/** `seen` is null the first time: then the key that the log shows is trusted. */
export async function observe(read: ReadFile, seen: Seen | null): Promise<Observation> {
  try {
    const now = await textOf(read, 'checkpoint');
    const trusted = seen?.trusted ?? (await textOf(read, 'verifier-key')).trim();
    const keys = await keysOf(read, trusted);
    const checkpoint = readCheckpoint(readNote(now).text);
    if (!(await isSigned(now, keys))) {
      return { kind: 'unusable', why: 'a checkpoint without the signature of the trusted key' };
    }
    if (seen !== null) return await compared(read, seen, { before: seen.checkpoint, now, keys });
    const root = await rootOf(checkpoint.size, tilesFrom(read, checkpoint.size));
    const isWhole = await isConsistent({ size: checkpoint.size, root }, checkpoint, []);
    if (!isWhole) return { kind: 'unusable', why: 'tiles that do not fit the checkpoint' };
    return { kind: 'accepted', seen: { checkpoint: now, trusted }, checkpoint };
  } catch (error) {
    if (error instanceof FormError) return { kind: 'unusable', why: error.message };
    throw error;
  }
}
