/** When new interactions are refused because the process is overloaded. */
import { describe, expect, test } from 'vitest';
import { createCrowding } from '../../../src/bot/stages/crowding.ts';

function stage() {
  const state = { now: 0, share: 0 };
  const crowding = createCrowding({ nowMs: () => state.now, busyShare: () => state.share });
  /** First answers that took `ms` each, one every 20 ms. */
  const answers = (count: number, ms: number) => {
    for (let done = 0; done < count; done += 1) {
      state.now += 20;
      crowding.answered(ms);
      crowding.isCrowded(200);
    }
  };
  return { state, crowding, answers };
}

describe('a process', () => {
  test('that is at work all the time and answers late is crowded', () => {
    const { state, crowding, answers } = stage();
    state.share = 1;
    answers(60, 900);
    expect(crowding.isCrowded(200)).toBe(true);
  });

  test('that answers in time is not, however much it works', () => {
    const { state, crowding, answers } = stage();
    state.share = 1;
    answers(200, 300);
    expect(crowding.isCrowded(200)).toBe(false);
  });

  test('with few interactions underway is not, however slow it is', () => {
    const { state, crowding, answers } = stage();
    state.share = 1;
    answers(60, 900);
    expect(crowding.isCrowded(20)).toBe(false);
  });

  test('that waits for a slow Discord or database is not', () => {
    const { state, crowding, answers } = stage();
    state.share = 0.5;
    answers(200, 2_500);
    expect(crowding.isCrowded(200)).toBe(false);
  });

  test('is not because of one late answer', () => {
    const { state, crowding, answers } = stage();
    state.share = 1;
    answers(1, 2_900);
    expect(crowding.isCrowded(200)).toBe(false);
  });

  test('serves again as soon as answers are quick, or none was given for a second', () => {
    const { state, crowding, answers } = stage();
    state.share = 1;
    answers(60, 900);
    answers(20, 50);
    expect(crowding.isCrowded(200)).toBe(false);
    answers(60, 900);
    expect(crowding.isCrowded(200)).toBe(true);
    state.now += 1_500;
    expect(crowding.isCrowded(200)).toBe(false);
  });
});
