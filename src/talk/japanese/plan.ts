/** When a repeated payment is made, in a Japanese sentence. */
import { isoOf } from '../read/calendar.ts';
import { startOf } from './dates.ts';
import type { Item } from './items.ts';
import { type Repeat, weekdayNamed } from './repeats.ts';

export interface Plan {
  readonly every: Repeat['every'];
  readonly on?: NonNullable<Repeat['on']>;
  readonly start?: string;
}

/** The repetition; null if a part of it is impossible, over, or said twice. */
export function planOf(items: readonly Item[], today: number): Plan | null {
  const repeats = items.filter(({ kind }) => kind === 'repeat');
  let every: Repeat['every'] | undefined;
  let on: Repeat['on'];
  for (const { repeat } of repeats) {
    if (!repeat) return null;
    const isSame = every?.unit === repeat.every.unit && every.count === repeat.every.count;
    if (every && !isSame) return null;
    every = repeat.every;
    if (on !== undefined && repeat.on !== undefined && on !== repeat.on) return null;
    on = repeat.on ?? on;
  }
  let start: number | undefined;
  for (const item of items.filter(({ kind }) => kind === 'date')) {
    const own = ownDay(item, every?.unit);
    if (own !== undefined) {
      if (on !== undefined && on !== own) return null;
      on = own;
    } else {
      if (start !== undefined) return null;
      start = startOf(item.date!);
      if (start === undefined || start < today) return null;
    }
  }
  if (!every) return null;
  return {
    every,
    ...(on === undefined ? {} : { on }),
    ...(start === undefined ? {} : { start: isoOf(start) }),
  };
}

/** 15日 beside 毎月, 金曜 beside 毎週, 月末 beside 毎月. */
function ownDay(item: Item, unit: Repeat['every']['unit'] | undefined): Repeat['on'] {
  if (unit === 'month' && /^月末に?$/u.test(item.text)) return 'last';
  const day = /^(\d{1,2})日(?:に|、)?$/u.exec(item.text)?.[1];
  if (unit === 'month' && day !== undefined) return Number(day);
  const weekday = /^([月火水木金土日])曜日?$/u.exec(item.text)?.[1];
  return unit === 'week' && weekday !== undefined ? weekdayNamed(weekday) : undefined;
}
