/** Rounds of work that may wait, such as notices, while presses are refused for lack of time. */
import { elapsedMs } from '../../lib/clock.ts';
import { putOffMaxMs } from './decision.ts';

/**
 * Returns whether the next round waits. After `putOffMaxMs` in a row it does not, until no press is
 * refused any more.
 */
export function putOffWhile(isRefusing: () => boolean, nowMs = elapsedMs): () => boolean {
  let sinceMs: number | null = null;
  return () => {
    if (!isRefusing()) {
      sinceMs = null;
      return false;
    }
    sinceMs ??= nowMs();
    return nowMs() - sinceMs < putOffMaxMs;
  };
}
