/** Durations in words. */
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('fr');

/** How long to wait: `dans 8 secondes`, `dans 15 minutes`, `dans 23 heures`. */
export function inTime(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  if (seconds < 90)
    return plural(seconds, { one: 'dans 1 seconde', other: `dans ${seconds} secondes` });
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `dans ${minutes} minutes` : `dans ${Math.ceil(minutes / 60)} heures`;
}
