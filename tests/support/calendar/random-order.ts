/** Random standing orders: the same seed gives the same order. */
import { randomOf, type Random } from '../../torture/support/random.ts';
import type { ReferenceOrder } from './reference.ts';

/** Zones whose clocks change at unusual times, by unusual amounts, or never. */
export const randomZones = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/Asuncion',
  'America/Nuuk',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Jerusalem',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Antarctica/Troll',
] as const;

const isoDate = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

function monthDayOf(random: Random): number | 'last' {
  const kind = random.weighted({ last: 1, end: 2, any: 3 });
  if (kind === 'last') return 'last';
  return kind === 'end' ? random.between(28, 31) : random.between(1, 31);
}

function ending(random: Random, year: number): Pick<ReferenceOrder, 'last' | 'count'> {
  const last = (): string =>
    isoDate(year + random.between(1, 9), random.between(1, 12), random.between(1, 31));
  switch (random.weighted({ never: 4, last: 2, count: 2, both: 1 })) {
    case 'last':
      return { last: last() };
    case 'count':
      return { count: random.between(1, 150) };
    case 'both':
      return { last: last(), count: random.between(1, 150) };
    case 'never':
      return {};
  }
}

/** An order that begins in 2026 or 2027. Half of them are due at night, when clocks change. */
export function randomOrder(seed: number | string): ReferenceOrder {
  const random = randomOf(`order/${seed}`);
  const year = random.between(2026, 2027);
  const unit = random.weighted({ day: 2, week: 2, month: 5 });
  const everyMost = { day: 45, week: 9, month: 13 }[unit];
  const hasMonthDay = unit === 'month' && random.chance(0.7);
  return {
    zone: random.pick(randomZones),
    hour: random.chance(0.5) ? random.between(0, 3) : random.between(0, 23),
    minute: random.pick([0, 0, 15, 30, 45, random.between(0, 59)]),
    first: isoDate(year, random.between(1, 12), random.between(1, 31)),
    every: random.chance(0.4) ? 1 : random.between(1, everyMost),
    unit,
    ...(hasMonthDay ? { monthDay: monthDayOf(random) } : {}),
    ...ending(random, year),
  };
}
