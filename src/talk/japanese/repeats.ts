/** How often a payment repeats, in Japanese. */
import type { Every, Weekday } from '../text/types.ts';
import { unitOf, unitText, weekdayOfSign } from './periods.ts';
import { whole, wholeOf } from './numerals.ts';

export interface Repeat {
  readonly every: Every;
  readonly on?: number | 'last' | Weekday;
}

export interface RepeatSpan {
  readonly end: number;
  /** Null: an impossible day, or a period with two readings. */
  readonly repeat: Repeat | null;
}

const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export const weekdayNamed = (sign: string): Weekday => weekdays[weekdayOfSign(sign)]!;

export const dayOfMonth = (text: string): number | null => {
  const day = wholeOf(text);
  return day >= 1 && day <= 31 ? day : null;
};

type Groups = Readonly<Record<string, string | undefined>>;
const every = (unit: Every['unit'], count: number, on?: Repeat['on']): Repeat => ({
  every: { unit, count },
  ...(on === undefined ? {} : { on }),
});

function periods({ n, unit = '', way = '' }: Groups): Repeat | null {
  const count = n === undefined ? 1 : wholeOf(n);
  const of = unitOf(unit);
  if (!(count >= 1 && count <= 99)) return null;
  if (way === 'おき' && of === 'day') return count === 1 ? every('day', 2) : null;
  return of === 'year' ? every('month', 12 * count) : every(of, count);
}

function monthly({ day = '' }: Groups): Repeat | null {
  const on = dayOfMonth(day);
  return on === null ? null : every('month', 1, on);
}

const onWeekday = ({ weekday: sign = '' }: Groups): Repeat => every('week', 1, weekdayNamed(sign));

const weekday = '(?<weekday>[月火水木金土日])曜日?';
const rows: readonly (readonly [RegExp, (groups: Groups) => Repeat | null])[] = [
  [/毎日|日々|毎朝|毎晩|一日一回|1日1回/uy, () => every('day', 1)],
  [new RegExp(`毎週の?${weekday}(?:の(?:朝|昼|夕方|夜|晩))?`, 'uy'), onWeekday],
  [new RegExp(`${weekday}(?:は|に)?(?:毎週|ごと|のたび|が来るたび)`, 'uy'), onWeekday],
  [
    new RegExp(`(?:隔週|2週間ごと|二週間ごと)の?${weekday}`, 'uy'),
    ({ weekday: sign = '' }) => every('week', 2, weekdayNamed(sign)),
  ],
  [new RegExp(`毎週の?${whole}日(?:の?[月火水木金土日]曜日?)?`, 'uy'), () => null],
  [/毎週|週ごと|週一回?で?|週[1イ](?:回|チ|度)?で?|週に[1一](?:回|度)/uy, () => every('week', 1)],
  [/隔週/uy, () => every('week', 2)],
  [/毎四半期|四半期(?:ごと|毎|に[1一](?:回|度))/uy, () => every('month', 3)],
  [
    /(?:週|月|年|日)に?(?:[2-9２-９二三四五六七]|数)(?:回|度)|毎学期|平日(?:は|に)?毎日|毎平日/uy,
    () => null,
  ],
  [
    /(?:給料日|給料|試合|イベント|レイド|学期|シーズン|集会|授業)(?:ごと|毎|のたび|の度)に?/uy,
    () => null,
  ],
  [/隔月/uy, () => every('month', 2)],
  [/半年(?:ごと|毎|おき|に[1一](?:回|度))/uy, () => every('month', 6)],
  [
    /毎月の?(?:最終日|末日|月末|末)|月末(?:ごと|のたび|に毎月|は毎月)/uy,
    () => every('month', 1, 'last'),
  ],
  [new RegExp(`毎月の?(?<day>${whole})日`, 'uy'), monthly],
  [/毎月|月ごと|月一回?で?|月[1イ](?:回|チ|度)?で?|月に[1一](?:回|度)/uy, () => every('month', 1)],
  [/毎年|年に[1一](?:回|度)/uy, () => every('month', 12)],
  [
    new RegExp(`(?<n>${whole})(?<unit>${unitText})(?<way>ごと|毎|おき|に[1一](?:回|度))`, 'uy'),
    periods,
  ],
];

/** The longest repetition at a place. */
export function repeatAt(text: string, at: number): RepeatSpan | null {
  let best: RepeatSpan | null = null;
  for (const [pattern, value] of rows) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found || (best && pattern.lastIndex <= best.end)) continue;
    best = { end: pattern.lastIndex, repeat: value(found.groups ?? {}) };
  }
  return best;
}
