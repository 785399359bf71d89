/** Presses whose rows the resolver looks at in its next rounds. */
import type { RequestId } from '../../bank/index.ts';
import { elapsedMs } from '../../lib/clock.ts';
import { doubled } from '../../lib/retry.ts';
import type { Press, PressNotes } from './press-notes.ts';

const watchedMax = 1_000;
const pauses = { baseMs: 4_000, capMs: 5 * 60_000 };

interface Watched {
  readonly press: Press;
  /** Failed attempts, by Discord or by the bot. */
  readonly failures: number;
  readonly dueAt: number;
}

export interface WatchList {
  /** Due at once, or later after each failure. */
  schedule(press: Press, failures: number): void;
  /** As `schedule`, with a note on disk until it is finished. */
  keep(press: Press): Promise<void>;
  /** Schedules the presses that an earlier process has kept. */
  readNotes(): Promise<void>;
  finish(press: Press): Promise<void>;
  failuresOf(requestId: RequestId): number;
  due(): readonly Press[];
}

export function createWatchList(notes: PressNotes, failed: (error: unknown) => void): WatchList {
  const watched = new Map<RequestId, Watched>();
  const noted = new Set<RequestId>();
  /** The oldest press without a note: its row is taken, and will be claimed from the database. */
  const surplus = (): RequestId | undefined =>
    watched.size > watchedMax
      ? [...watched.keys()].find((requestId) => !noted.has(requestId))
      : undefined;
  const schedule = (press: Press, failures: number): void => {
    const dueAt = failures === 0 ? 0 : elapsedMs() + doubled(failures - 1, pauses);
    watched.set(press.requestId, { press, failures, dueAt });
    const dropped = surplus();
    if (dropped !== undefined) watched.delete(dropped);
  };
  return {
    schedule,
    keep: async (press) => {
      noted.add(press.requestId);
      // Without its note the customer is still sent the outcome, unless this process dies.
      await notes.keep(press).catch(failed);
      schedule(press, 0);
    },
    readNotes: async () => {
      for (const press of await notes.all()) {
        noted.add(press.requestId);
        schedule(press, 0);
      }
    },
    finish: async ({ requestId }) => {
      watched.delete(requestId);
      if (noted.delete(requestId)) await notes.remove(requestId);
    },
    failuresOf: (requestId) => watched.get(requestId)?.failures ?? 0,
    due: () => {
      const now = elapsedMs();
      return [...watched.values()].filter(({ dueAt }) => dueAt <= now).map(({ press }) => press);
    },
  };
}
