/** Local times of a zone as `Intl` prints them. There is no table of time zones of our own. */

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Year to the offsets from UTC, in minutes, that were seen in it. */
  readonly offsets: Map<number, readonly number[]>;
}

const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: name,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const made = { format, offsets: new Map<number, readonly number[]>() };
  zones.set(name, made);
  return made;
}

/** `YYYY-MM-DD HH:MM` as a clock on a wall of the zone shows it at this instant. */
export const localTime = (zone: string, at: Date | number): string =>
  zoneOf(zone).format.format(at);

/** A local time read as if it were UTC, in milliseconds. */
const asUtc = (local: string): number => Date.parse(`${local.replace(' ', 'T')}:00Z`);

/** Asks the zone's clock every twelve hours of the year, with a day before and after it. */
function offsetsOf(zone: string, year: number): readonly number[] {
  const { offsets } = zoneOf(zone);
  const known = offsets.get(year);
  if (known !== undefined) return known;
  const seen = new Set<number>();
  const end = Date.UTC(year + 1, 0, 3);
  for (let at = Date.UTC(year - 1, 11, 29); at < end; at += dayMs / 2)
    seen.add((asUtc(localTime(zone, at)) - at) / minuteMs);
  const sorted = [...seen].sort((one, other) => one - other);
  offsets.set(year, sorted);
  return sorted;
}

/**
 * The instant when a clock of the zone first shows this local time. If the clock skips it, the
 * instant of the next local minute that the clock does show.
 */
export function instantOf(zone: string, date: string, hour: number, minute: number): Date {
  const wanted = asUtc(`${date} 00:00`) + (hour * 60 + minute) * minuteMs;
  // A zone that crosses the date line skips a whole day.
  for (let shown = wanted; shown <= wanted + 2 * dayMs; shown += minuteMs) {
    const text = new Date(shown).toISOString().slice(0, 16).replace('T', ' ');
    const instants = offsetsOf(zone, Number(text.slice(0, 4)))
      .map((offset) => shown - offset * minuteMs)
      .filter((at) => localTime(zone, at) === text);
    if (instants.length > 0) return new Date(Math.min(...instants));
  }
  throw new Error(`No clock in ${zone} shows ${date} ${hour}:${minute} or a time soon after it`);
}
