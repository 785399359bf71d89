/** Lengths of time, in milliseconds, and how people say them. */
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** A time to come as people say it: `in 8 seconds`, `in 15 minutes`, `in 23 hours`. */
export function inWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  if (seconds < 90) return seconds === 1 ? 'in 1 second' : `in ${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `in ${minutes} minutes` : `in ${Math.ceil(minutes / 60)} hours`;
}
