/** When a job is due again. */
import { describe, expect, test } from 'vitest';
import { nextDue, retryDelayMs } from '../../../src/bank/jobs/schedule.ts';
import type { JobKind } from '../../../src/bank/jobs/index.ts';

const hourMs = 3_600_000;
const at = (text: string): Date => new Date(`2026-03-01T${text}Z`);
const run = async () => {};
const once: JobKind = { kind: 'ONCE', leaseMs: 1_000, attemptsMax: 5, run };

describe('the next due time', () => {
  test.each([
    ['in time', '10:00:00', '10:00:02', '11:00:00'],
    ['exactly a period late', '10:00:00', '11:00:00', '12:00:00'],
    ['several periods late: the missed ones are skipped', '10:00:00', '13:59:59', '14:00:00'],
    ['early, as seen by a clock that went back', '10:00:00', '09:00:00', '11:00:00'],
  ])('%s', (_, dueAt, now, next) => {
    expect(nextDue(at(dueAt), hourMs, at(now))).toEqual(at(next));
  });

  test('is always after now, and a whole number of periods after the last one', () => {
    for (let late = 0; late < 50_000; late += 997) {
      const [due, now] = [at('00:00:00'), new Date(at('00:00:00').getTime() + late)];
      const next = nextDue(due, 7_000, now).getTime();
      expect(next).toBeGreaterThan(now.getTime());
      expect(next - now.getTime()).toBeLessThanOrEqual(7_000);
      expect((next - due.getTime()) % 7_000).toBe(0);
    }
  });
});

describe('the delay after a failure', () => {
  test('doubles from 5 s to 15 min', () => {
    const delays = [1, 2, 3, 8, 9, 50].map((attempts) => retryDelayMs(once, attempts));
    expect(delays).toEqual([5_000, 10_000, 20_000, 640_000, 900_000, 900_000]);
  });

  test('of recurring work is at most its period', () => {
    const often: JobKind = { kind: 'OFTEN', leaseMs: 1_000, everyMs: 8_000, run };
    expect([1, 2, 9].map((attempts) => retryDelayMs(often, attempts))).toEqual([
      5_000, 8_000, 8_000,
    ]);
  });
});
