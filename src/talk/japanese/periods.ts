/** Single days and periods in Japanese: 昨日, 先月, 3月5日, 過去7日間. */
import { dayOf, daysInMonth, numberOf } from '../read/calendar.ts';
import {
  type DateValue,
  fullDate,
  meanings,
  type Prefer,
  type Range,
  unitAround,
} from '../read/ranges.ts';
import { whole, wholeOf } from './numerals.ts';

export type Groups = Readonly<Record<string, string | undefined>>;
type Value = (groups: Groups, today: number, prefer: Prefer) => Range | null;
type Row = readonly [pattern: RegExp, value: Value];

const weekdayNames = '月火水木金土日';
export const weekdayOfSign = (sign: string): number => weekdayNames.indexOf(sign);
const units = { 日: 'day', 週: 'week', 月: 'month', 年: 'year' } as const;
export const unitOf = (text: string): (typeof units)[keyof typeof units] =>
  /年/u.test(text) ? 'year' : /月/u.test(text) ? 'month' : /週/u.test(text) ? 'week' : 'day';
export const unitText = '(?:日間|日|週間|週|[かヶカケヵ箇]月間?|年間|年)';
const point = (day: number): Range => ({ from: day, to: day });
const named = (pattern: string): RegExp => new RegExp(pattern, 'uy');
const count = (text: string | undefined): number => (text === undefined ? 1 : wholeOf(text));

const offsets: Readonly<Record<string, number>> = {
  先々: -2,
  先: -1,
  前: -1,
  去: -1,
  昨: -1,
  今: 0,
  この: 0,
  当: 0,
  来: 1,
  翌: 1,
  再来: 2,
};

function yearFrom(groups: Groups, today: number): number | undefined {
  const { year, reiwa, near } = groups;
  if (year !== undefined) return Number(year);
  if (reiwa !== undefined) return 2018 + (reiwa === '元' ? 1 : wholeOf(reiwa));
  if (near === undefined) return undefined;
  const offset = /去年|昨年|前年/u.test(near) ? -1 : /来年|翌年/u.test(near) ? 1 : 0;
  return dayOf(today).year + (/一昨年|おととし/u.test(near) ? -2 : offset);
}

const yearText = `(?:(?<year>(?:19|20)\\d\\d)年|令和(?<reiwa>元|${whole})年|(?<near>一昨年|おととし|去年|昨年|前年|今年|本年|来年|翌年))`;

export const inMonth = (groups: Groups, today: number, prefer: Prefer): Range | null => {
  const month = wholeOf(groups['month'] ?? '');
  if (!(month >= 1 && month <= 12)) return null;
  return meanings.month([month, yearFrom(groups, today)], today, prefer);
};
const firstDays = (range: Range | null): Range | null =>
  range?.from === undefined ? null : point(range.from);
const lastDays = (range: Range | null): Range | null =>
  range?.to === undefined ? null : point(range.to);

function quarter(groups: Groups, today: number): Range | null {
  const number = wholeOf(groups['quarter'] ?? '');
  const { year: now, month } = dayOf(today);
  if (!(number >= 1 && number <= 4)) return null;
  const first = number * 3 - 2;
  const year = yearFrom(groups, today) ?? (first > month ? now - 1 : now);
  const last = { year, month: first + 2 };
  return {
    from: numberOf({ year, month: first, day: 1 }),
    to: numberOf({ ...last, day: daysInMonth(last.year, last.month) }),
  };
}

export const monthDay: Value = (groups, today, prefer) =>
  fullDate(
    today,
    {
      year: yearFrom(groups, today),
      month: wholeOf(groups['month'] ?? ''),
      day: wholeOf(groups['day'] ?? ''),
    },
    prefer,
  );

const pastUnits: Value = ({ n, unit = '' }, today) =>
  meanings.pastUnits([count(n), unitOf(unit)], today, 'past');

const rows: readonly Row[] = [
  [named('今日中|今日|本日|きょう'), (_, today) => point(today)],
  [named('昨日|きのう|昨夜|ゆうべ|昨晩|前日'), (_, today) => point(today - 1)],
  [named('一昨日|おととい|おとつい'), (_, today) => point(today - 2)],
  [named('明日|あした|あす(?=[のにはか、])|明朝|明晩'), (_, today) => point(today + 1)],
  [named('明後日|あさって'), (_, today) => point(today + 2)],
  [named('先週の?(?:週末|土日)|先週末'), (_, today) => meanings.lastWeekend([], today, 'past')],
  [named('(?:今週|この|今度の)?(?:の)?週末'), (_, today) => meanings.weekend([], today, 'past')],
  [
    named('(?<near>先々|先|今|来|再来)週の?(?<weekday>[月火水木金土日])曜日?'),
    ({ near = '', weekday = '' }, today) =>
      point(unitAround(today, 'week', offsets[near] ?? 0).from! + weekdayOfSign(weekday)),
  ],
  [
    named('(?<near>先々|先|今|来|再来|翌|この|当|前の?)(?<unit>週|月)(?!曜)(?:中|分|度)?'),
    ({ near = '', unit = '' }, today) =>
      unitAround(today, unitOf(unit), offsets[near.replace('前の', '前')] ?? 0),
  ],
  [
    named('(?<near>今月|先月|来月|先々月)(?<place>末|頭|初め?|中旬)'),
    ({ near = '', place }, today) => {
      const range = unitAround(today, 'month', offsets[near.slice(0, -1)] ?? 0);
      return place === '末' ? lastDays(range) : place === '中旬' ? null : firstDays(range);
    },
  ],
  [named('一昨年|おととし'), (_, today) => unitAround(today, 'year', -2)],
  [
    named('(?<near>今年|本年|去年|昨年|前年|来年|翌年)度?(?:中|分)?'),
    (groups, today) =>
      unitAround(today, 'year', (yearFrom(groups, today) ?? 0) - dayOf(today).year),
  ],
  [
    named('年初|年始|年明け|年頭|今年の?(?:初め|始め|はじめ)'),
    (_, today) => firstDays(unitAround(today, 'year', 0)),
  ],
  [named('月末'), (_, today) => lastDays(unitAround(today, 'month', 0))],
  [
    named(`(?<near>今月|来月|先月|先々月|再来月)の?(?<day>${whole})日`),
    ({ near = '', day = '' }, today) => {
      const first = dayOf(unitAround(today, 'month', offsets[near.slice(0, -1)] ?? 0).from!);
      return fullDate(today, { year: first.year, month: first.month, day: wholeOf(day) }, 'future');
    },
  ],
  [named('月初め?'), (_, today) => firstDays(unitAround(today, 'month', 0))],
  [
    named(`(?:過去|直近|ここ|この|最近)の?(?<n>${whole}|数)?(?<unit>${unitText})(?:間|分)?`),
    (groups, today, prefer) => (groups['n'] === '数' ? null : pastUnits(groups, today, prefer)),
  ],
  [
    named('(?:過去|直近|ここ|この|最近)の?半年間?'),
    (_, today) => meanings.pastUnits([6, 'month'], today, 'past'),
  ],
  [
    named('(?:ここ)?一?(?:1)?週間(?=の|分)'),
    (_, today) => meanings.pastUnits([1, 'week'], today, 'past'),
  ],
  [
    named(
      `(?<n>${whole})(?<unit>日間|週間|[かヶカケヵ箇]月間|年間|[かヶカケヵ箇]月)(?:分|以内)?(?!前|後|ごと|おき|毎|に)`,
    ),
    pastUnits,
  ],
  [named(`(?<n>${whole})(?<unit>日|週|年)(?:分|以内)`), pastUnits],
  [
    named(`(?<n>${whole})(?<unit>${unitText})前`),
    ({ n, unit = '' }, today) => meanings.unitsAgo([count(n), unitOf(unit)], today, 'past'),
  ],
  [named('半年前'), (_, today) => meanings.unitsAgo([6, 'month'], today, 'past')],
  [
    named(`(?<n>${whole})(?<unit>${unitText})後`),
    ({ n, unit = '' }, today) => meanings.inUnits([count(n), unitOf(unit)], today, 'future'),
  ],
  [named(`(?:${yearText}の?)?第?(?<quarter>[1-4一二三四])四半期`), quarter],
  [named(`(?:${yearText}の?)?(?<month>${whole})月の?(?<day>${whole})日`), monthDay],
  [named(`(?:${yearText}の?)(?<month>${whole})月(?:中|分|度)?`), inMonth],
  [
    named(`(?:${yearText}の?)?(?<month>${whole})月の?(?:末日?|終わり)`),
    (...all) => lastDays(inMonth(...all)),
  ],
  [
    named(`(?:${yearText}の?)?(?<month>${whole})月(?:初め?|頭)`),
    (...all) => firstDays(inMonth(...all)),
  ],
  [named(`(?<month>\\d{1,2}|[一二三四五六七八九十]+)月(?:中|分|度)?`), inMonth],
  [
    named('(?<year>(?:19|20)\\d\\d)年度?(?:中|分)?|令和(?<reiwa>元|\\d+)年'),
    (groups, today) => meanings.year([yearFrom(groups, today)], today, 'past'),
  ],
  [named('(?<year>(?:19|20)\\d\\d)[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?!\\d)'), monthDay],
  [named('(?<month>\\d{1,2})/(?<day>\\d{1,2})(?![\\d/])'), monthDay],
  [
    named(
      '(?:この前の|この間の|こないだの|先日の|前の|直近の)?(?<weekday>[月火水木金土日])曜日?(?!ごと|が来る)',
    ),
    ({ weekday = '' }, today, prefer) => meanings.weekday([weekdayOfSign(weekday)], today, prefer),
  ],
  [
    named('(?:次の|今度の)(?<weekday>[月火水木金土日])曜日?'),
    ({ weekday = '' }, today) => meanings.nextWeekday([weekdayOfSign(weekday)], today, 'future'),
  ],
  [
    named(`(?<day>${whole})日(?!間|前|後|ごと|おき|毎|目|に[1一]|分)`),
    ({ day = '' }, today, prefer) => meanings.dayOnly([wholeOf(day)], today, prefer),
  ],
];

export interface Atom {
  readonly end: number;
  readonly groups: Groups;
  readonly value: DateValue;
}

/** The longest single date at a place. */
export function atomAt(text: string, at: number, today: () => number): Atom | null {
  let best: Atom | null = null;
  for (const [pattern, value] of rows) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found || (best && pattern.lastIndex <= best.end)) continue;
    const groups = found.groups ?? {};
    best = {
      end: pattern.lastIndex,
      groups,
      value: (prefer) => value(groups, today(), prefer),
    };
  }
  return best;
}
