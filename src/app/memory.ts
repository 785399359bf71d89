/** Gives back the memory that only the start needed. */

/**
 * After the opening, and once more when it has become quiet: only then does V8 also give back its
 * young generation. Each takes about 0.1 s.
 */
const momentsMs = [1_000, 10_000] as const;

/** Nothing happens without `--expose-gc`, which `npm start` sets. */
export function tidyAfterStart(): void {
  for (const ms of momentsMs) setTimeout(() => globalThis.gc?.(), ms).unref();
}
