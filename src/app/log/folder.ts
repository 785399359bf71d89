/**
 * The log as static files (C2SP tlog-tiles), outside the database: tiles, the newest checkpoint,
 * the public key. Anybody can serve the folder. `checkpoints.jsonl` keeps one checkpoint an hour.
 */
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { LogService } from '../../bank/index.ts';
import { elapsedMs } from '../../lib/clock.ts';
import { hourMs } from '../../lib/durations.ts';
import { replaceFile } from '../../lib/replace-file.ts';
import {
  hashBytes,
  isConsistent,
  newTiles,
  proveConsistency,
  readCheckpoint,
  readNote,
  tilePath,
} from '../../records/index.ts';

export const logFolderIn = (dataFolder: string): string => join(dataFolder, 'log');
/** Readable by a web server. */
const publicMode = 0o644;
const line = z.object({ note: z.string().max(10_000) });

/** The log in the database is not a continuation of what was published before. */
export class LogForked extends Error {
  override readonly name = 'LogForked';
}

function textIn(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const kept = (dataFolder: string): string => join(logFolderIn(dataFolder), 'checkpoints.jsonl');

/** Every checkpoint that was stored in the folder; throws if a line is damaged. */
export function readCheckpoints(dataFolder: string): string[] {
  const newest = textIn(join(logFolderIn(dataFolder), 'checkpoint'));
  const lines = (textIn(kept(dataFolder)) ?? '').split('\n').filter((one) => one !== '');
  const notes = lines.map((one) => line.parse(JSON.parse(one)).note);
  return newest === null || notes.at(-1) === newest ? notes : [...notes, newest];
}

const headOf = (note: string) => readCheckpoint(readNote(note).text);

/** Throws LogForked. */
async function checkContinues(log: LogService, before: string, note: string): Promise<void> {
  const [first, second] = [headOf(before), headOf(note)];
  const isLater = first.origin === second.origin && first.size <= second.size;
  if (isLater) {
    const path = await proveConsistency(first.size, second.size, async (tile) => log.tile(tile));
    if (await isConsistent(first, second, path)) return;
  }
  throw new LogForked(`${first.size} ${second.size}`);
}

async function writeTiles(folder: string, log: LogService, before: number, size: number) {
  for (const tile of newTiles(before, size)) {
    const path = join(folder, tilePath(tile, tile.width));
    const hashes = (await log.tile(tile)).subarray(0, tile.width * hashBytes);
    if (hashes.length !== tile.width * hashBytes) throw new RangeError('A tile has too few hashes');
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, hashes, publicMode);
  }
}

export interface LogFolder {
  /** Writes what is new; concurrent calls share one run. Throws LogForked, writing nothing. */
  publish(log: LogService): Promise<void>;
  /** Writes the newest checkpoint that witnesses signed, as `cosigned`. */
  publishCosigned(log: LogService): Promise<void>;
}

export function logFolder(dataFolder: string): LogFolder {
  const folder = logFolderIn(dataFolder);
  const newest = join(folder, 'checkpoint');
  let keptAt: number | null = null;
  const keep = (note: string): void => {
    if (keptAt !== null && elapsedMs() - keptAt < hourMs) return;
    appendFileSync(kept(dataFolder), `${JSON.stringify({ note })}\n`, { mode: 0o600 });
    keptAt = elapsedMs();
  };
  const publish = async (log: LogService): Promise<void> => {
    const note = await log.checkpoint();
    const before = textIn(newest);
    if (note === null || note === before) return;
    mkdirSync(folder, { recursive: true });
    if (before !== null) await checkContinues(log, before, note);
    const size = before === null ? 0 : headOf(before).size;
    await writeTiles(folder, log, size, headOf(note).size);
    await replaceFile(
      join(folder, 'verifier-key'),
      `${(await log.verifierKey()) ?? ''}\n`,
      publicMode,
    );
    const changes = await log.keyChanges();
    for (const [index, change] of changes.entries()) {
      await replaceFile(join(folder, `key-change-${index + 1}`), change, publicMode);
    }
    keep(note);
    // The checkpoint comes last: all that it covers can be read.
    await replaceFile(newest, note, publicMode);
  };
  let running: Promise<void> | null = null;
  const cosigned = join(folder, 'cosigned');
  return {
    publishCosigned: async (log) => {
      const note = await log.cosigned();
      if (note !== null && note !== textIn(cosigned)) {
        await replaceFile(cosigned, note, publicMode);
      }
    },
    publish: async (log) => {
      running ??= publish(log).finally(() => (running = null));
      return running;
    },
  };
}
