import { describe, expect, test } from 'vitest';
import { type TimeZone, readClock, startOfDay } from '../../../src/bank/index.ts';
import { camt, csv, monthsOf, packStatement, parseMonth } from '../../../src/documents/index.ts';
import { bytesOf } from '../../support/judges/programs.ts';
import { hostileTexts, randomStatement } from '../../support/statements.ts';

const berlin = 'Europe/Berlin' as TimeZone;

describe('CSV', () => {
  test('escapes texts that a spreadsheet would run, and no sum', async () => {
    const text = (await bytesOf(csv(randomStatement(12)))).toString();
    expect(text.startsWith('\ufeffdate,time,')).toBe(true);
    const cells = text.split('\r\n').flatMap((row) => row.split(','));
    expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([]);
    expect(hostileTexts.some((one) => one.startsWith('='))).toBe(true);
    expect(text).toContain('OPENING_BALANCE');
    expect(text.trimEnd().split('\r\n').at(-1)).toContain('CLOSING_BALANCE');
  });
});

describe('camt.053', () => {
  test('numbers whole months from the month in which the account was opened', async () => {
    const statement = randomStatement(1);
    const period = { from: '2026-03-01', to: '2026-03-31', zone: berlin };
    const month = { ...statement, head: { ...statement.head, period } };
    expect((await bytesOf(camt(month))).toString()).toContain('<ElctrncSeqNb>4</ElctrncSeqNb>');
    expect((await bytesOf(camt(statement))).toString()).not.toContain('ElctrncSeqNb');
  });
});

describe('periods', () => {
  test('split into months, the first and the last as short as they are', () => {
    const months = monthsOf({ from: '2025-12-20', to: '2026-02-03', zone: berlin });
    expect(months.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2025-12-20 2025-12-31',
      '2026-01-01 2026-01-31',
      '2026-02-01 2026-02-03',
    ]);
  });

  test.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-06-01', 24],
  ])('the day %s in Berlin has %i hours', (day, hours) => {
    const start = startOfDay(day, berlin);
    const next = new Date(Date.parse(`${day}T00:00:00Z`) + 36 * 3_600_000);
    const end = startOfDay(next.toISOString().slice(0, 10), berlin);
    expect((end.getTime() - start.getTime()) / 3_600_000).toBe(hours);
    expect(readClock(start, berlin)).toEqual({ day, time: '00:00:00' });
  });
});

describe('months', () => {
  const locales = ['en', 'de', 'fr', 'es-ES', 'ja'];
  test.each([
    ['2026-03', '2026-03'],
    ['3/2026', '2026-03'],
    ['03.2026', '2026-03'],
    ['March 2025', '2025-03'],
    ['März', '2026-03'],
    ['december', '2025-12'],
    ['févr', '2026-02'],
    ['marzo de 2024', '2024-03'],
    ['2026年3月', '2026-03'],
  ])('%s', (typed, month) => {
    expect(parseMonth(typed, { today: '2026-06-15', locales })).toEqual({ ok: true, value: month });
  });
  test.each(['13/2026', 'ju', 'jul jun', 'ma', '', '2026'])('%s is no month', (typed) => {
    expect(parseMonth(typed, { today: '2026-06-15', locales }).ok).toBe(false);
  });
});

describe('packing', () => {
  const packing = { bankName: 'Passbook', sizeMax: 10_000_000 };
  test('gives one file for one format, and a ZIP for several', async () => {
    const one = await packStatement(randomStatement(5), { ...packing, formats: ['csv'] });
    expect(one?.name).toBe('statement-1000000005-2026-01-01-2026-12-31.csv');
    const several = await packStatement(randomStatement(5), {
      ...packing,
      formats: ['csv', 'ofx'],
    });
    expect(several?.name).toMatch(/\.zip$/);
    expect(Buffer.from(several!.bytes.subarray(0, 2)).toString()).toBe('PK');
  });
  test('of a file far above the limit, only the beginning is made before it is split', async () => {
    const short = randomStatement(9);
    const repeats = 40;
    let read = 0;
    async function* lines() {
      for (let repeat = 0; repeat < repeats; repeat += 1) {
        for await (const some of short.lines()) {
          read += some.length;
          yield some;
        }
      }
    }
    const count = short.head.count * BigInt(repeats);
    const long = { ...short, head: { ...short.head, count }, lines };
    const whole = await bytesOf(csv(long));
    read = 0;
    // Of the whole file, 70 bytes in a hundred would fit.
    const sizeMax = Math.floor(0.7 * whole.length);
    const packed = await packStatement(long, { ...packing, formats: ['csv'], sizeMax });
    expect(packed?.isSplit).toBe(true);
    expect(read / Number(count)).toBeLessThan(0.15);
  });

  test('splits a file above the limit into months, and gives up above it', async () => {
    const small = { ...packing, formats: ['csv'] as const, sizeMax: 6_000 };
    const split = await packStatement(randomStatement(9), { ...small, sizeMax: 2_500 });
    expect(split === null || split.isSplit).toBe(true);
    expect(await packStatement(randomStatement(9), { ...small, sizeMax: 100 })).toBeNull();
  });
});
