/** Waits up to two minutes for a database or Discord that starts after the bank, and says so. */
import { performance } from 'node:perf_hooks';
import { backOff } from '../lib/retry.ts';
import { terminal } from '../words/index.ts';
import type { Lifecycle } from './lifecycle.ts';
import { StartError } from './start-error.ts';

export interface Neighbour<Reached> {
  /** The setting with its address. */
  readonly setting: string;
  /** Its name within a sentence, for example `the database`. */
  readonly name: string;
  readonly place: string;
  reach(): Promise<Reached>;
  /** The reason as a sentence; null if waiting would not help. */
  whyAway(error: unknown): string | null;
  /** Called for each failed attempt, for the log. */
  failed(attempts: number, error: unknown): void;
}

const say = terminal.start;
const usualLimitMs = 120_000;
const pauses = { baseMs: 200, capMs: 5_000 };

/** Rethrows the error of `reach` if waiting would not help, or when the bank is asked to stop. */
export async function waitFor<Reached>(
  neighbour: Neighbour<Reached>,
  tools: {
    readonly lifecycle: Lifecycle;
    readonly progress: (line: string) => void;
    readonly limitMs?: number;
  },
): Promise<Reached> {
  const { setting, name, place } = neighbour;
  const { lifecycle, progress, limitMs = usualLimitMs } = tools;
  const begun = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await neighbour.reach();
    } catch (error) {
      const why = neighbour.whyAway(error);
      if (why === null || lifecycle.isClosing) throw error;
      if (performance.now() - begun > limitMs) {
        const sentence = say.noAnswer(setting, name);
        throw new StartError(sentence, { cause: error });
      }
      if (attempt === 0) progress(say.waiting(name, place, why));
      neighbour.failed(attempt + 1, error);
      await backOff(attempt, pauses, lifecycle.signal);
      if (lifecycle.isClosing) throw error;
    }
  }
}
