/** The log's tiles, state and checkpoints. */
import type { Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bytesOf,
  instantOf,
  instantOrNull,
  integerOf,
  type Row,
  textOf,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type { FullTile, Tile } from '../../../records/index.ts';

export interface LogState {
  readonly origin: string;
  readonly size: number;
  /** As `Edge.bytes()`. */
  readonly edge: Uint8Array;
  /** The links of the former chain, and how many of them are in the log. */
  readonly chainLinks: bigint;
  readonly chainRead: bigint;
  readonly scannedTo: bigint;
  readonly lateScannedAt: Date;
  readonly announcedAt: Date | null;
  readonly now: Date;
}
export interface StoredCheckpoint {
  readonly number: bigint;
  readonly size: number;
  readonly madeAt: Date;
  readonly note: string;
}

const stateColumns = `origin, size, edge, chain_links, chain_read, scanned_to, late_scanned_at,
    announced_at, NOW(6) AS now_at`;
const insertState = `
  INSERT IGNORE INTO log_state (id, origin, size, edge, chain_links, chain_read, scanned_to,
    late_scanned_at)
  SELECT 1, ?, 0, '', COALESCE((SELECT MAX(link) FROM chain), 0), 0,
    COALESCE((SELECT scanned_to FROM chain_state WHERE id = 1), 0),
    COALESCE((SELECT late_scanned_at FROM chain_state WHERE id = 1), '2000-01-01')
  FROM DUAL`;
const lockState = `
  SELECT ${stateColumns}
  FROM log_state
  WHERE id = 1
  FOR UPDATE SKIP LOCKED`;
const selectState = `
  SELECT ${stateColumns}
  FROM log_state
  WHERE id = 1`;
const updateState = `
  UPDATE log_state
  SET size = ?, edge = ?, chain_read = ?, scanned_to = ?
  WHERE id = 1`;
const updateLate = `
  UPDATE log_state
  SET late_scanned_at = NOW(6)
  WHERE id = 1`;
const updateAnnounced = `
  UPDATE log_state
  SET announced_at = NOW(6)
  WHERE id = 1`;
const insertTileRows = `
  INSERT INTO log_tiles (level, number, hashes)
  VALUES :rows`;
const selectTile = `
  SELECT hashes
  FROM log_tiles
  WHERE level = ? AND number = ?`;
const selectTiles = `
  SELECT number, hashes
  FROM log_tiles
  WHERE level = ? AND number >= ? AND number <= ?`;
const insertCheckpoint = `
  INSERT INTO checkpoints (number, size, made_at, note)
  VALUES (?, ?, NOW(6), ?)`;
const checkpointColumns = `number, size, made_at, note`;
const selectLatest = `
  SELECT ${checkpointColumns}
  FROM checkpoints
  ORDER BY number DESC
  LIMIT 1`;
const selectCheckpoints = `
  SELECT ${checkpointColumns}
  FROM checkpoints
  WHERE size > ? AND size <= ?
  ORDER BY size, number`;
const selectCheckpoint = `
  SELECT ${checkpointColumns}
  FROM checkpoints
  WHERE number = ?`;

const stateOf = (row: Row): LogState => ({
  origin: textOf(row, 'origin'),
  size: integerOf(row, 'size'),
  edge: bytesOf(row, 'edge'),
  chainLinks: bigintOf(row, 'chain_links'),
  chainRead: bigintOf(row, 'chain_read'),
  scannedTo: bigintOf(row, 'scanned_to'),
  lateScannedAt: instantOf(row, 'late_scanned_at'),
  announcedAt: instantOrNull(row, 'announced_at'),
  now: instantOf(row, 'now_at'),
});

const checkpointOf = (row: Row): StoredCheckpoint => ({
  number: bigintOf(row, 'number'),
  size: integerOf(row, 'size'),
  madeAt: instantOf(row, 'made_at'),
  note: textOf(row, 'note'),
});

/** Null when another process holds the lock. `origin` names a log that does not exist yet. */
export async function lockLog(tx: Tx, origin: string): Promise<LogState | null> {
  await tx.write(insertState, [origin]);
  const [row] = await tx.rows(lockState);
  return row === undefined ? null : stateOf(row);
}

/** Null before the first leaf. */
export async function readLog(reader: Reader): Promise<LogState | null> {
  const [row] = await reader.rows(selectState);
  return row === undefined ? null : stateOf(row);
}

export async function saveLog(
  tx: Tx,
  state: Pick<LogState, 'size' | 'edge' | 'chainRead' | 'scannedTo'>,
): Promise<void> {
  const { size, edge, chainRead, scannedTo } = state;
  await tx.write(updateState, [BigInt(size), Buffer.from(edge), chainRead, scannedTo]);
}

export const saveLateScan = async (tx: Tx): Promise<unknown> => tx.write(updateLate);
export const saveAnnounced = async (tx: Tx): Promise<unknown> => tx.write(updateAnnounced);

export async function insertTiles(tx: Tx, tiles: readonly FullTile[]): Promise<void> {
  const values = tiles.map(({ level, number, hashes }) => [
    level,
    BigInt(number),
    Buffer.from(hashes),
  ]);
  if (tiles.length > 0) await tx.writeRows(insertTileRows, values);
}

/** Null where the tile is not full. */
export async function findTile(reader: Reader, tile: Tile): Promise<Uint8Array | null> {
  const [row] = await reader.rows(selectTile, [tile.level, BigInt(tile.number)]);
  return row === undefined ? null : bytesOf(row, 'hashes');
}

/** The full tiles of a level, by number. */
export async function tilesOf(
  reader: Reader,
  level: number,
  numbers: { readonly from: number; readonly to: number },
): Promise<Map<number, Uint8Array>> {
  const values = [level, BigInt(numbers.from), BigInt(numbers.to)];
  const rows = await reader.rows(selectTiles, values);
  return new Map(rows.map((row) => [integerOf(row, 'number'), bytesOf(row, 'hashes')]));
}

export async function latestCheckpoint(reader: Reader): Promise<StoredCheckpoint | null> {
  const [row] = await reader.rows(selectLatest);
  return row === undefined ? null : checkpointOf(row);
}

export async function findCheckpoint(
  reader: Reader,
  number: bigint,
): Promise<StoredCheckpoint | null> {
  const [row] = await reader.rows(selectCheckpoint, [number]);
  return row === undefined ? null : checkpointOf(row);
}

/** Checkpoints of trees with more than `after` leaves and at most `upTo`. */
export async function checkpointsOf(
  reader: Reader,
  sizes: { readonly after: number; readonly upTo: number },
): Promise<StoredCheckpoint[]> {
  const values = [BigInt(sizes.after), BigInt(sizes.upTo)];
  return (await reader.rows(selectCheckpoints, values)).map(checkpointOf);
}

export async function addCheckpoint(
  tx: Tx,
  checkpoint: Pick<StoredCheckpoint, 'number' | 'size' | 'note'>,
): Promise<void> {
  const { number, size, note } = checkpoint;
  await tx.write(insertCheckpoint, [number, BigInt(size), note]);
}
