/** Pages of the log with everything that is compared to it. */
import type { Reader } from '../../../db/pool.ts';
import { hashBytes, type Leaf, tileWidth, type VerifierKey } from '../../../records/index.ts';
import { checkpointsOf, type LogState, type StoredCheckpoint, tilesOf } from '../store/log.ts';
import type { LogRow } from '../store/log-rows.ts';
import { loggedRows } from '../store/log-subjects.ts';
import type { SubjectReader } from '../store/log-transactions.ts';
import { leafOf, startLeaf } from './append.ts';
import { headOf, type LogHead } from './heads.ts';

const pageSize = 1_000;

export interface Page {
  readonly rows: readonly LogRow[];
  /** By place in `rows`; null where the row is missing, or one of its entries. */
  readonly contentOf: (at: number) => Leaf | null;
  /** The leaf after the last row. */
  readonly end: number;
  /** The stored hash of a leaf; null where its tile is missing. */
  readonly hashOf: (leaf: number) => Uint8Array | null;
  /** Stored full tiles of upper levels, by level and number. */
  readonly tileOf: (level: number, number: number) => Uint8Array | null;
  /** The checkpoints in the database of these sizes, in order. */
  readonly heads: readonly LogHead[];
}

const upperLevels = [1, 2, 3, 4, 5, 6];

/** The part of the edge that has the leaves of the last tile. */
function lastTile({ size, edge }: LogState): Uint8Array {
  return edge.subarray(0, (size % tileWidth) * hashBytes);
}

const numberOf = (leaf: number, level: number): number =>
  Math.floor(leaf / tileWidth ** (level + 1));

async function tilesBetween(reader: Reader, state: LogState, from: number, end: number) {
  const first = await tilesOf(reader, 0, { from: numberOf(from, 0), to: numberOf(end, 0) });
  const open = numberOf(state.size, 0);
  const hashOf = (leaf: number) => {
    const number = numberOf(leaf, 0);
    const tile = number === open ? lastTile(state) : first.get(number);
    const at = (leaf % tileWidth) * hashBytes;
    return tile === undefined || tile.length < at + hashBytes
      ? null
      : tile.subarray(at, at + hashBytes);
  };
  const upper = new Map([[0, first]]);
  for (const level of upperLevels) {
    const numbers = { from: numberOf(from, level), to: numberOf(end, level) };
    // No tile of this level ends inside the page.
    if (numbers.from === numbers.to) break;
    upper.set(level, await tilesOf(reader, level, numbers));
  }
  return {
    hashOf,
    tileOf: (level: number, number: number) => upper.get(level)?.get(number) ?? null,
  };
}

/** Empty, which no root is, where the note is not the bank's checkpoint of this size. */
async function rootIn(
  keys: readonly VerifierKey[],
  origin: string,
  { size, note }: StoredCheckpoint,
): Promise<Uint8Array> {
  const head = await headOf(keys, origin, note);
  return head?.size === size ? head.root : new Uint8Array();
}

export interface PageSource extends SubjectReader {
  readonly state: LogState;
  /** Of the bank. Without keys, notes are read and their signatures not checked. */
  readonly keys: readonly VerifierKey[];
}

export async function loadPage(source: PageSource, from: number): Promise<Page> {
  const { reader, state, keys } = source;
  const { rows, subjectOf } = await loggedRows(source, from, pageSize);
  const first = rows.at(0);
  const isStart = first !== undefined && first.leaf === 0 && first.kind === 'START';
  const start = isStart ? await startLeaf(reader, state, first.salt) : null;
  const contentOf = (at: number): Leaf | null => {
    if (at === 0 && start !== null) return start;
    const subject = subjectOf(at);
    return subject && leafOf(subject, rows[at]!.salt);
  };
  const end = (rows.at(-1)?.leaf ?? from - 1) + 1;
  const tiles = await tilesBetween(reader, state, from, end);
  const stored = await checkpointsOf(reader, { after: from, upTo: end });
  const heads: LogHead[] = [];
  for (const one of stored) {
    heads.push({ size: one.size, root: await rootIn(keys, state.origin, one) });
  }
  return { rows, contentOf, end, heads, ...tiles };
}
