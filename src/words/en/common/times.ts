/** Durations in words. */
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('en');

/** How long to wait: `in 8 seconds`, `in 15 minutes`, `in 23 hours`. */
export function inTime(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  if (seconds < 90) return plural(seconds, { one: 'in 1 second', other: `in ${seconds} seconds` });
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `in ${minutes} minutes` : `in ${Math.ceil(minutes / 60)} hours`;
}
