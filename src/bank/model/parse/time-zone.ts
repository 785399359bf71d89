/** Typed time zones: IANA names, or the city of one. */
import { good } from '../../../lib/result.ts';
import { type TimeZone, utc } from '../base/notices.ts';
import { type Read, unreadable } from './reasons.ts';

const lengthMax = 64;
/** Offsets such as +02:00 are no zones: they do not know summer time. */
const shape = /^[A-Za-z][A-Za-z0-9+_/-]*$/;

/** The zones that are offered, in the order of the alphabet. */
export const timeZones: readonly TimeZone[] = [
  utc,
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== utc),
] as TimeZone[];

/** Case, accents, spaces and underscores make no difference. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .trim()
    .replaceAll(/[\s_]+/g, '_')
    .toLowerCase();

const cityOf = (zone: string): string => plain(zone.slice(zone.lastIndexOf('/') + 1));
/** Normalised once: each look-up compares with all of them. */
const searched = timeZones.map((zone) => ({ zone, name: plain(zone), city: cityOf(zone) }));

function canonical(name: string): TimeZone | null {
  try {
    const made = new Intl.DateTimeFormat('en-US', { timeZone: name });
    return made.resolvedOptions().timeZone as TimeZone;
  } catch {
    return null;
  }
}

/** At most `limit` zones whose name contains the text; those whose city begins with it first. */
export function suggestTimeZones(text: string, limit: number): readonly TimeZone[] {
  const wanted = plain(text);
  const begins = searched.filter(({ city }) => city.startsWith(wanted));
  const others = searched.filter(
    ({ city, name }) => !city.startsWith(wanted) && name.includes(wanted),
  );
  return [...begins, ...others].map(({ zone }) => zone).slice(0, limit);
}

export function parseTimeZone(text: string): Read<TimeZone> {
  const typed = text.trim();
  const name = plain(typed);
  const known = shape.test(name) && name.length <= lengthMax ? canonical(name) : null;
  if (known !== null) return good(known);
  const [city, ...others] = searched.filter((one) => one.city === name);
  if (city !== undefined && others.length === 0) return good(city.zone);
  return unreadable('TIME_ZONE_UNKNOWN', { similar: name === '' ? [] : suggestTimeZones(name, 3) });
}

/** A stored zone, which a newer or older engine may not know; then UTC. */
export const timeZoneIn = (stored: string | null): TimeZone =>
  (stored === null ? null : canonical(stored)) ?? utc;
