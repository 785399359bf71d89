/** The fields of `/notices`. */
import { z } from 'zod';
import {
  type Amount,
  type ChosenCategory,
  chosenCategories,
  type Currency,
  type NoticeChanges,
  type NoticeWay,
  noticeWays,
  parseAmount,
  parseQuietHours,
  type QuietHours,
  type Reason,
  type TimeZone,
} from '../../bank/index.ts';
import { good, type Result } from '../../lib/result.ts';
import { words } from '../../words/index.ts';
import { choicesOf, field, readWith, textControl } from './field.ts';
import { oneOf, typedAmount } from './fields.ts';
import { exactAmount } from './staff-fields.ts';

const categories = choicesOf<ChosenCategory>(chosenCategories, words.fields.noticeKinds.choices);
const ways = choicesOf<NoticeWay>(noticeWays, words.fields.noticeWay.choices);

export const noticeKindsField = () =>
  field<readonly ChosenCategory[]>('noticeKinds', {
    required: false,
    control: { kind: 'choices', choices: categories },
    schema: () => z.array(oneOf(categories)).max(categories.length, words.reasons.form.choices),
  });

export const noticeWayField = () =>
  field<NoticeWay>('noticeWay', {
    control: { kind: 'choice', choices: ways },
    schema: () => oneOf(ways),
  });

/** `off` in any way people write it. */
export const off = 'off';
const isOff = (text: string): boolean =>
  [...words.replies.noticeSettings.off, off, '0', '-'].includes(text.trim().toLowerCase());

const orOff = <Value>(
  read: (text: string) => Result<Value, Reason>,
): z.ZodType<Value | typeof off> =>
  readWith((text): Result<Value | typeof off, Reason> => (isOff(text) ? good(off) : read(text)));

export const noticeThresholdField = () =>
  field<Amount | typeof off>('noticeThreshold', {
    control: textControl(60),
    schema: ({ currency }) =>
      orOff((text) => {
        const read = parseAmount(text, currency, { shares: false, writing: words.amounts });
        return read.ok ? good(exactAmount(read.value)) : read;
      }),
  });

export const quietHoursField = () =>
  field<QuietHours | typeof off>('quietHours', {
    control: textControl(40),
    schema: () => orOff(parseQuietHours),
  });

const clock = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => `${part}`.padStart(2, '0')).join(':');

/** As they are typed: `22:00-07:00`. */
export const typedQuietHours = ({ from, until }: QuietHours): string =>
  `${clock(from)}-${clock(until)}`;

export const typedThreshold = (threshold: Amount | null, currency: Currency): string =>
  threshold === null ? '' : typedAmount(threshold, currency);

/** Each category with each way that it may have, as the choices of the card's list. */
export const noticeChoices = chosenCategories.flatMap((category) =>
  noticeWays
    .filter((way) => category === 'digest' || way !== 'OFF')
    .map((way) => ({ category, way, value: `${category}-${way}` })),
);

/** A choice of that list, which may be forged. */
export const noticeChoice = z.string().transform((value, context) => {
  const found = noticeChoices.find((choice) => choice.value === value);
  if (found !== undefined) return found;
  context.addIssue('unknown');
  return z.NEVER;
});

/** Both or neither; only the digest can be turned off. */
export function noticeWayProblem(
  about: readonly ChosenCategory[],
  how: NoticeWay | null,
): string | undefined {
  const { bothAsked, digestOnly } = words.replies.noticeSettings;
  if (about.length > 0 !== (how !== null)) return bothAsked;
  return how === 'OFF' && about.some((one) => one !== 'digest') ? digestOnly : undefined;
}

/** What the form asks to be changed. */
export function noticeChanges(input: {
  readonly about: readonly ChosenCategory[];
  readonly how: NoticeWay | null;
  readonly from_amount: Amount | typeof off | null;
  readonly quiet_hours: QuietHours | typeof off | null;
  readonly time_zone: TimeZone | null;
}): NoticeChanges {
  const { about, how, from_amount: threshold, quiet_hours: quiet, time_zone: timeZone } = input;
  const ways = Object.fromEntries(about.map((one) => [one, how])) as NonNullable<
    NoticeChanges['ways']
  >;
  return {
    ...(about.length === 0 ? {} : { ways }),
    ...(threshold === null ? {} : { threshold: threshold === off ? null : threshold }),
    ...(quiet === null ? {} : { quiet: quiet === off ? null : quiet }),
    ...(timeZone === null ? {} : { timeZone }),
  };
}
