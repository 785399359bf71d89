/** A sentence that asks for a standing order: its payee, sum, rhythm and first day. */
import { isoDate } from '../../bank/index.ts';
import { dayMs } from '../../lib/durations.ts';
import type { Meaning, Person, Weekday } from '../../talk/index.ts';
import type { RawValues } from '../forms/field.ts';
import { sendLead } from './send.ts';
import type { Lead, SignedIn } from './types.ts';

const path = 'schedule create';

type Schedule = Extract<Meaning, { readonly intent: 'schedule' }>;

const weekdays: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];
const daysOfWeek = 7;

const isWeekday = (on: Schedule['on']): on is Weekday => weekdays.some((day) => day === on);

/** The first such day after `date`. */
function weekdayAfter(date: string, weekday: Weekday): string {
  const afterMs = Date.parse(date);
  // 1970-01-01 was a Thursday.
  const today = (Math.floor(afterMs / dayMs) + weekdays.indexOf('thursday')) % daysOfWeek;
  const ahead = (weekdays.indexOf(weekday) - today + daysOfWeek) % daysOfWeek;
  return isoDate(afterMs + (ahead === 0 ? daysOfWeek : ahead) * dayMs);
}

/** The values of the form, in words that it reads in every language. */
export function rhythmOf({ every, on, start }: Schedule, now: number): RawValues {
  const first = isWeekday(on)
    ? weekdayAfter(start === undefined ? isoDate(now) : isoDate(Date.parse(start) - dayMs), on)
    : start;
  return {
    every: `${every.count} ${every.unit}${every.count === 1 ? '' : 's'}`,
    ...(first === undefined ? {} : { first }),
    ...(on === undefined || isWeekday(on) ? {} : { day: `${on}` }),
  };
}

export async function scheduleLead(
  asking: SignedIn,
  meaning: Schedule,
  people: readonly Person[],
): Promise<Lead> {
  const once = await sendLead(asking, { ...meaning, intent: 'send' }, people);
  if (once.kind !== 'command' && once.kind !== 'reply') return once;
  return { ...once, path, values: { ...once.values, ...rhythmOf(meaning, asking.now) } };
}
