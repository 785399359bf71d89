/** Durations in words. */
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('es');

/** How long to wait: `en 8 segundos`, `en 15 minutos`, `en 23 horas`. */
export function inTime(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  if (seconds < 90)
    return plural(seconds, { one: 'en 1 segundo', other: `en ${seconds} segundos` });
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `en ${minutes} minutos` : `en ${Math.ceil(minutes / 60)} horas`;
}
