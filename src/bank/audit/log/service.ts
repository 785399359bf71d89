/** What can be published of the log, and proofs out of it. */
import type { KeyObject } from 'node:crypto';
import type { Pool, Reader } from '../../../db/pool.ts';
import {
  Edge,
  encodeLeaf,
  logSigner,
  type Proof,
  proofText,
  proveInclusion,
  readCheckpoint,
  readNote,
  signNote,
  type Tile,
  verifierKeyText,
} from '../../../records/index.ts';
import type { ChainKind } from '../../model/index.ts';
import { accountNumbers } from '../store/account-numbers.ts';
import { addCosignature, type CosignedCheckpoint, newestCosigned } from '../store/cosignatures.ts';
import { findTile, latestCheckpoint, readLog } from '../store/log.ts';
import { findLogRow } from '../store/log-rows.ts';
import { keyChanges } from '../store/log-keys.ts';
import { type LogSubject, subjectsWith } from '../store/log-subjects.ts';
import { leafOf } from './append.ts';

export interface LogService {
  /** A signed note; null before the first checkpoint. */
  checkpoint(): Promise<string | null>;
  /** The hashes of a tile, as many as it has by now. */
  tile(tile: Tile): Promise<Uint8Array>;
  /** The public key of the log's signatures; null before the first leaf. */
  verifierKey(): Promise<string | null>;
  /** Signed notes, oldest first. */
  keyChanges(): Promise<readonly string[]>;
  /** Keeps a witness's signature; false where the bank did not make the checkpoint, or knows it. */
  addCosignature(
    note: string,
    signature: { readonly witness: string; readonly line: string },
  ): Promise<boolean>;
  /** The newest checkpoint with signatures of witnesses; null without any. */
  cosigned(): Promise<string | null>;
}

export const wholeNote = ({ note, lines }: CosignedCheckpoint): string => note + lines.join('');

/** The newest checkpoint with signatures of witnesses, and those; null without any. */
export async function newestCosignedNote(reader: Reader): Promise<string | null> {
  const found = await newestCosigned(reader);
  return found && wholeNote(found);
}

export async function readTile(reader: Reader, tile: Tile): Promise<Uint8Array> {
  const full = await findTile(reader, tile);
  if (full !== null) return full;
  const state = await readLog(reader);
  if (state === null) return new Uint8Array();
  // The tile may have been filled since.
  const edge = new Edge(state.size, state.edge).partial(tile.level);
  return (await findTile(reader, tile)) ?? edge;
}

interface Concerned {
  /** The accounts that the transaction moved money on. */
  readonly accountIds: readonly bigint[];
}
export type ProofResult =
  | ({ readonly kind: 'proof'; readonly text: string; readonly proof: Proof } & Concerned)
  /** It was booked, and no checkpoint covers it yet. */
  | ({ readonly kind: 'soon' } & Concerned)
  | { readonly kind: 'unknown' };

const accountsIn = (subject: LogSubject): bigint[] =>
  subject.kind === 'TRANSACTION'
    ? subject.postings.flatMap(({ source, target }) => [source.accountId, target.accountId])
    : [];

/** A file that proves that a row was booked: a transaction, or an audit row. */
export async function proofOf(reader: Reader, kind: ChainKind, id: bigint): Promise<ProofResult> {
  const source = { reader, accounts: accountNumbers() };
  const subject = (await subjectsWith(source, kind, [id])).get(id);
  if (subject === undefined) return { kind: 'unknown' };
  const accountIds = accountsIn(subject);
  const row = await findLogRow(reader, kind, id);
  const [latest, cosigned] = [await latestCheckpoint(reader), await newestCosigned(reader)];
  const leaf = row && leafOf(subject, row.salt);
  if (leaf === null || row === null || latest === null) return { kind: 'soon', accountIds };
  const { leaf: index } = row;
  if (index >= latest.size) return { kind: 'soon', accountIds };
  // A checkpoint with signatures of witnesses proves more than a newer one without.
  const checkpoint = cosigned !== null && index < cosigned.size ? wholeNote(cosigned) : latest.note;
  const { size } = readCheckpoint(readNote(checkpoint).text);
  const path = await proveInclusion(index, size, async (tile) => readTile(reader, tile));
  const proof = { leaf: encodeLeaf(leaf), index, path, checkpoint };
  return { kind: 'proof', text: proofText(proof), proof, accountIds };
}

/** Signs a text as the bank does its checkpoints; null before the first leaf. */
export type SignText = (text: string) => Promise<string | null>;

export const textSigner =
  (pool: Pool, key: KeyObject): SignText =>
  async (text) => {
    const state = await readLog(pool);
    return state && signNote(text, logSigner(state.origin, key));
  };

export function createLogService(pool: Pool, key: KeyObject): LogService {
  return {
    checkpoint: async () => (await latestCheckpoint(pool))?.note ?? null,
    tile: async (tile) => readTile(pool, tile),
    verifierKey: async () => {
      const state = await readLog(pool);
      return state && verifierKeyText(logSigner(state.origin, key).key);
    },
    keyChanges: async () => keyChanges(pool),
    addCosignature: async (note, { witness, line }) => {
      const { size } = readCheckpoint(readNote(note).text);
      return addCosignature(pool, { size, note, witness, line });
    },
    cosigned: async () => newestCosignedNote(pool),
  };
}
