/** Durations in words. */
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('de');

/** How long to wait: `in 8 Sekunden`, `in 15 Minuten`, `in 23 Stunden`. */
export function inTime(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  if (seconds < 90)
    return plural(seconds, { one: 'in 1 Sekunde', other: `in ${seconds} Sekunden` });
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `in ${minutes} Minuten` : `in ${Math.ceil(minutes / 60)} Stunden`;
}
