/** A day of the past, or a time of one: `2026-03-01`, `2026-03-01 14:30`. */
import { dayAfter, type Moment, parseDay, type Reason } from '../../bank/index.ts';
import { bad, good, type Result } from '../../lib/result.ts';
import { words } from '../../words/index.ts';
import { type Facts, field, readWith, textControl } from './field.ts';
import { readTime } from './order-fields.ts';

const withTime = /^(?<day>.*\S)[ ,T]\s*(?<time>\d{1,2}[:.h]\d{2})$/;

/** Somewhere it is already the day after today in UTC. */
function readMoment(
  text: string,
  { locale = null, today }: Facts,
): Result<Moment, Reason | string> {
  const { day: typedDay = text, time: typedTime } = withTime.exec(text.trim())?.groups ?? {};
  const day = parseDay(typedDay.replace(/,$/, ''), {
    locale,
    example: words.fields.pastMoment.example,
  });
  if (!day.ok) return day;
  if (day.value > dayAfter(today)) return bad(words.replies.pastBalance.future);
  if (typedTime === undefined) return good({ day: day.value, time: null });
  const time = readTime(typedTime);
  return time.ok ? good({ day: day.value, time: time.value }) : bad(time.reason);
}

export const momentField = () =>
  field<Moment>('pastMoment', {
    control: textControl(40),
    schema: (facts) => readWith((text) => readMoment(text, facts)),
  });
