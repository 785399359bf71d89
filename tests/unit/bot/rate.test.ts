/** How many places become free in a second. */
import { describe, expect, test } from 'vitest';
import { createRate } from '../../../src/bot/turns/rate.ts';

function stage() {
  let now = 0;
  const rate = createRate(() => now);
  return {
    rate,
    /** One freed every so many milliseconds. */
    free: (count: number, everyMs: number): void => {
      for (let one = 0; one < count; one += 1) {
        now += everyMs;
        rate.count();
      }
    },
    pass: (ms: number): void => void (now += ms),
  };
}

describe('the rate of places', () => {
  test('is not known while nobody waits, nor at once', () => {
    const { rate, free } = stage();
    free(1_000, 1);
    expect(rate.perSecond).toBeNull();
    rate.begin();
    free(29, 10);
    expect(rate.perSecond).toBeNull();
    free(1, 10);
    expect(rate.perSecond).toBe(100);
    rate.end();
    expect(rate.perSecond).toBeNull();
  });

  test('is that of the last two seconds', () => {
    const { rate, free } = stage();
    rate.begin();
    free(1_000, 10);
    expect(rate.perSecond).toBeCloseTo(100, 0);
    free(500, 5);
    expect(rate.perSecond).toBeCloseTo(200, -1);
  });

  test('falls while nothing becomes free', () => {
    const { rate, free, pass } = stage();
    rate.begin();
    free(100, 10);
    pass(1_000);
    expect(rate.perSecond).toBe(50);
  });
});
