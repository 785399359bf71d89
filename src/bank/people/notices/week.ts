/** Weeks of a customer, from Monday to Monday in the customer's time zone. */
import { instant } from '../../../lib/clock.ts';
import { dayMs } from '../../../lib/durations.ts';
import { dayStart, instantAt, wallTimeAt } from '../../../lib/wall-time.ts';
import { isoDate, type TimeZone } from '../../model/index.ts';

/** On Monday morning. */
const digestHour = 8;

/** The Monday of the week that the zone's clocks show, in days since 1970. */
function mondayAt(zone: TimeZone, now: Date): bigint {
  const { year, month, day } = wallTimeAt(zone, now.getTime());
  const today = Date.UTC(year, month - 1, day);
  const sinceMonday = (instant(today).getUTCDay() + 6) % 7;
  return BigInt(today / dayMs - sinceMonday);
}

function hourOf(zone: TimeZone, day: bigint, hour: number): Date {
  const date = instant(dayStart(day));
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  return instant(instantAt(zone, { year, month, day: date.getUTCDate(), hour, minute: 0 }));
}

/** The Monday of the last week that has ended, in days since 1970. */
export const lastMonday = (zone: TimeZone, now: Date): bigint => mondayAt(zone, now) - 7n;

/** From its first moment up to that of the next week; its Monday and its Sunday. */
export const weekOf = (zone: TimeZone, monday: bigint) => ({
  from: hourOf(zone, monday, 0),
  until: hourOf(zone, monday + 7n, 0),
  dates: { from: isoDate(dayStart(monday)), until: isoDate(dayStart(monday + 6n)) },
});

/** When the next digest is made, later than now. */
export function nextDigestAt(zone: TimeZone, now: Date): Date {
  const monday = mondayAt(zone, now);
  const thisWeek = hourOf(zone, monday, digestHour);
  return thisWeek > now ? thisWeek : hourOf(zone, monday + 7n, digestHour);
}
