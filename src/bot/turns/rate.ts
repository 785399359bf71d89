/** How many places become free in a second while people wait for one. */

const markEveryMs = 100;
/** Long enough that a pause of the process does not decide alone. */
const windowMs = 2_000;
/** Before that, too few are known. */
const leastMs = 300;

interface Mark {
  readonly atMs: number;
  /** Freed before it. */
  readonly freed: number;
}

export interface Rate {
  /** People begin to wait. */
  begin(): void;
  /** A place became free. */
  count(): void;
  /** Nobody waits any more: what is freed now says nothing about what could be. */
  end(): void;
  /** Over the last two seconds; null: not known, because nobody waits or only just now. */
  readonly perSecond: number | null;
}

export function createRate(nowMs: () => number): Rate {
  let freed = 0;
  /** The oldest first; empty while nobody waits. */
  let marks: Mark[] = [];
  return {
    begin: () => void (marks = [{ atMs: nowMs(), freed }]),
    end: () => void (marks = []),
    count: () => {
      freed += 1;
      const atMs = nowMs();
      const last = marks.at(-1);
      if (last === undefined || atMs - last.atMs < markEveryMs) return;
      // The newest mark before the window is its beginning.
      while (marks[1] !== undefined && atMs - marks[1].atMs >= windowMs) marks.shift();
      marks.push({ atMs, freed });
    },
    get perSecond() {
      const [first] = marks;
      if (first === undefined) return null;
      const ms = nowMs() - first.atMs;
      return ms < leastMs ? null : ((freed - first.freed) * 1_000) / ms;
    },
  };
}
