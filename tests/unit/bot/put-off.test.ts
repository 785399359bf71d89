/** Work that may wait while presses are refused. */
import { describe, expect, test } from 'vitest';
import { crowdMin, putOffMaxMs, refusingMs } from '../../../src/bot/turns/decision.ts';
import { putOffWhile } from '../../../src/bot/turns/put-off.ts';
import { createTurns } from '../../../src/bot/turns/turns.ts';

function stage() {
  let now = 0;
  let refuses = false;
  return {
    pass: (ms: number) => void (now += ms),
    refuse: (next: boolean) => void (refuses = next),
    isPutOff: putOffWhile(
      () => refuses,
      () => now,
    ),
  };
}

describe('work that may wait', () => {
  test('is put off only while presses are refused', () => {
    const { isPutOff, refuse } = stage();
    expect(isPutOff()).toBe(false);
    refuse(true);
    expect(isPutOff()).toBe(true);
    refuse(false);
    expect(isPutOff()).toBe(false);
  });

  test('is done after the longest wait, and is put off anew after a calm moment', () => {
    const { isPutOff, pass, refuse } = stage();
    refuse(true);
    expect(isPutOff()).toBe(true);
    pass(putOffMaxMs - 1);
    expect(isPutOff()).toBe(true);
    pass(1);
    expect(isPutOff()).toBe(false);
    expect(isPutOff()).toBe(false);
    refuse(false);
    expect(isPutOff()).toBe(false);
    refuse(true);
    expect(isPutOff()).toBe(true);
  });

  test('the turns say for a moment that a press was refused', () => {
    let now = 0;
    const slow = { count: 1, heldMs: 1_000, perSecond: null, take: async () => null };
    const turns = createTurns(slow, () => now);
    for (let one = 0; one < crowdMin; one += 1) turns.enter('a', 'form');
    expect(turns.isRefusing()).toBe(false);
    expect(turns.admits('a', 'form')).toBe(true);
    expect(turns.isRefusing()).toBe(false);
    expect(turns.admits('a', 'press')).toBe(false);
    expect(turns.isRefusing()).toBe(true);
    now += refusingMs;
    expect(turns.isRefusing()).toBe(false);
  });
});
