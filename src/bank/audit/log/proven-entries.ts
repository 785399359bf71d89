/** Proofs of an account's own entries, which show nothing of the other side. */
import type { Reader } from '../../../db/pool.ts';
import {
  encodeLeaf,
  entryHashes,
  entrySalts,
  proveInclusion,
  type ProvedEntry,
  readCheckpoint,
  readNote,
  type ReadTile,
} from '../../../records/index.ts';
import { accountNumbers } from '../store/account-numbers.ts';
import { newestCosigned } from '../store/cosignatures.ts';
import { latestCheckpoint } from '../store/log.ts';
import { type LogRow, logRowsOf } from '../store/log-rows.ts';
import { subjectsWith } from '../store/log-subjects.ts';
import type { TransactionSubject } from '../store/log-transactions.ts';
import { leafOf } from './append.ts';
import { readTile, wholeNote } from './service.ts';

/** An entry of an account. */
export interface OwnEntry {
  readonly transactionId: bigint;
  readonly seq: bigint;
}
export interface ProvenEntries {
  readonly entries: readonly ProvedEntry[];
  /** A signed note. */
  readonly checkpoint: string;
}

/** Tiles that were read before. */
function cached(reader: Reader): ReadTile {
  const tiles = new Map<string, Promise<Uint8Array>>();
  return async (tile) => {
    const key = `${tile.level}/${tile.number}`;
    const known = tiles.get(key) ?? readTile(reader, tile);
    tiles.set(key, known);
    return known;
  };
}

type Unplaced = Omit<ProvedEntry, 'path'>;

/** Null where an entry is missing in the books. */
function opened(
  { entries, ...subject }: TransactionSubject,
  { salt, leaf: index }: LogRow,
  own: { readonly accountId: bigint; readonly seq: bigint },
): Unplaced | null {
  const leaf = leafOf({ ...subject, entries }, salt);
  if (entries === null || leaf === null) return null;
  const isOwn = ({ accountId, seq }: (typeof entries)[number]) =>
    accountId === own.accountId && seq === own.seq;
  const place = entries.findIndex(isOwn);
  const entry = entries[place];
  if (entry === undefined) return null;
  const others = entryHashes(salt, entries).filter((_, at) => at !== place);
  const ownSalt = entrySalts(salt, entries.length)[place]!;
  return { opened: { entry, salt: ownSalt, place, others }, leaf: encodeLeaf(leaf), index };
}

/** In the given order. Null while no checkpoint covers all of them. */
export async function provenEntries(
  reader: Reader,
  accountId: bigint,
  wanted: readonly OwnEntry[],
): Promise<ProvenEntries | null> {
  const source = { reader, accounts: accountNumbers() };
  const ids = wanted.map(({ transactionId }) => transactionId);
  const [latest, cosigned] = [await latestCheckpoint(reader), await newestCosigned(reader)];
  const rows = await logRowsOf(reader, 'TRANSACTION', ids);
  const subjects = await subjectsWith(source, 'TRANSACTION', ids);
  const found: Unplaced[] = [];
  for (const { transactionId, seq } of wanted) {
    const [row, subject] = [rows.get(transactionId), subjects.get(transactionId)];
    if (row === undefined || subject?.kind !== 'TRANSACTION') return null;
    const one = opened(subject, row, { accountId, seq });
    if (one === null) return null;
    found.push(one);
  }
  const end = Math.max(0, ...found.map(({ index }) => index + 1));
  if (latest === null || latest.size < end) return null;
  // A checkpoint with signatures of witnesses proves more than a newer one without.
  const checkpoint = cosigned !== null && cosigned.size >= end ? wholeNote(cosigned) : latest.note;
  const { size } = readCheckpoint(readNote(checkpoint).text);
  const read = cached(reader);
  const entries: ProvedEntry[] = [];
  for (const one of found) {
    entries.push({ ...one, path: await proveInclusion(one.index, size, read) });
  }
  return { entries, checkpoint };
}
