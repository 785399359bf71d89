/** Appends rows to the log: their leaves, tiles and edge, in one database transaction. */
import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../db/transaction.ts';
import {
  detailsHash,
  Edge,
  type FullTile,
  hashBytes,
  hashOfLeaf,
  type Leaf,
  saltBytes,
} from '../../../records/index.ts';
import { findLink } from '../store/chain.ts';
import { insertTiles, type LogState } from '../store/log.ts';
import { insertLogRows, type LogKind, type LogRow } from '../store/log-rows.ts';
import type { LogSubject } from '../store/log-subjects.ts';

/** The leaf that commits to the chain of earlier versions. */
export async function startLeaf(
  reader: Pick<Tx, 'rows'>,
  { origin, chainLinks }: Pick<LogState, 'origin' | 'chainLinks'>,
  salt: Uint8Array,
): Promise<Leaf> {
  const link = chainLinks === 0n ? null : await findLink(reader, chainLinks);
  return { kind: 'START', salt, origin, chainLinks, chainHash: link?.hash ?? noChain };
}

/** Where no chain was written. */
const noChain = new Uint8Array(hashBytes);

/** Null where an entry is missing. Naming each field is faster than copying all of them. */
export function leafOf(subject: LogSubject, salt: Uint8Array): Leaf | null {
  if (subject.kind === 'AUDIT') return { ...subject.head, salt };
  const { head, postings, entries } = subject;
  if (entries === null) return null;
  return {
    kind: 'TRANSACTION',
    details: detailsHash(salt, entries),
    id: head.id,
    initiator: head.initiator,
    initiatorId: head.initiatorId,
    customerId: head.customerId,
    fingerprint: head.fingerprint,
    bookedAt: head.bookedAt,
    reversesId: head.reversesId,
    postings,
  };
}

export interface Growth {
  readonly edge: Edge;
  readonly rows: LogRow[];
  readonly tiles: FullTile[];
}

export const grow = ({ size, edge }: Pick<LogState, 'size' | 'edge'>): Growth => ({
  edge: new Edge(size, edge),
  rows: [],
  tiles: [],
});

interface NewLeaf {
  readonly kind: LogKind;
  readonly id: bigint;
  readonly salt: Uint8Array;
}

function append({ edge, rows, tiles }: Growth, { kind, id, salt }: NewLeaf, leaf: Leaf): void {
  rows.push({ leaf: edge.size, kind, subjectId: id, salt });
  tiles.push(...edge.append(hashOfLeaf(leaf)));
}

export async function appendStart(tx: Tx, growth: Growth, state: LogState): Promise<void> {
  const salt = randomBytes(saltBytes);
  append(growth, { kind: 'START', id: 0n, salt }, await startLeaf(tx, state, salt));
}

/** A row with a missing entry is left out: verification and the check of the books report it. */
export function appendSubjects(
  growth: Growth,
  subjects: Iterable<LogSubject> & { readonly length: number },
): void {
  const salts = randomBytes(saltBytes * subjects.length);
  let at = 0;
  for (const subject of subjects) {
    const salt = salts.subarray(at, at + saltBytes);
    at += saltBytes;
    const leaf = leafOf(subject, salt);
    if (leaf !== null) append(growth, { kind: subject.kind, id: subject.id, salt }, leaf);
  }
}

export async function saveGrowth(tx: Tx, { rows, tiles }: Growth): Promise<void> {
  await insertLogRows(tx, rows);
  await insertTiles(tx, tiles);
}
