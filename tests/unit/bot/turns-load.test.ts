/** A model of a machine that is asked for more than it can do, in simulated time. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { heldWantedMs, placesMin } from '../../../src/bot/turns/decision.ts';
import { createPlaces } from '../../../src/bot/turns/places.ts';
import { createTurns } from '../../../src/bot/turns/turns.ts';

interface Work {
  readonly askedAt: number;
  leftMs: number;
  readonly done: () => void;
}

/** Serves `perSecond`; its time is shared evenly by the work that has a place. */
async function simulate(perSecond: number, times: number) {
  const running = new Set<Work>();
  const places = createPlaces({ nowMs: () => Date.now(), busyShare: () => 1 });
  const turns = createTurns(places);
  const waitedMs: number[] = [];
  let [asked, refused, told] = [0, 0, 0];
  const ask = async (): Promise<void> => {
    asked += 1;
    const askedAt = Date.now();
    const person = `person${asked}`;
    if (!turns.admits(person, 'press')) return void (refused += 1);
    const turn = turns.enter(person, 'press');
    if (await turn.begin()) {
      await new Promise<void>((resolve) => {
        running.add({ askedAt, leftMs: 1_000 / perSecond, done: resolve });
      });
      waitedMs.push(Date.now() - askedAt);
    } else told += 1;
    turn.end();
  };
  const stepMs = 5;
  const serve = (): void => {
    let budgetMs = stepMs;
    while (budgetMs > 1e-9 && running.size > 0) {
      const least = Math.min(...[...running].map(({ leftMs }) => leftMs));
      const each = Math.min(least, budgetMs / running.size);
      budgetMs -= each * running.size;
      for (const work of running) {
        work.leftMs -= each;
        if (work.leftMs > 1e-9) continue;
        running.delete(work);
        work.done();
      }
    }
  };
  let due = 0;
  const spentMs = 5_000;
  for (let ms = 0; ms < spentMs; ms += stepMs) {
    due += (perSecond * times * stepMs) / 1_000;
    for (; due >= 1; due -= 1) void ask();
    await vi.advanceTimersByTimeAsync(stepMs);
    serve();
  }
  const served = waitedMs.length / ((perSecond * spentMs) / 1_000);
  for (let ms = 0; ms < 10_000; ms += stepMs) {
    await vi.advanceTimersByTimeAsync(stepMs);
    serve();
  }
  return { asked, refused, told, served, waitedMs, places };
}

describe.each([60, 300])('a machine that serves %i a second', (perSecond) => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('refuses nothing while it can serve all', async () => {
    const { asked, refused, waitedMs } = await simulate(perSecond, 0.9);
    expect(refused).toBe(0);
    expect(waitedMs).toHaveLength(asked);
    expect(Math.max(...waitedMs)).toBeLessThan(1_000);
  });

  test('asked twice that, serves as much, finishes what it accepted, refuses the rest', async () => {
    const { asked, refused, told, served, waitedMs, places } = await simulate(perSecond, 2);
    expect(waitedMs.length + refused + told).toBe(asked);
    expect(served).toBeGreaterThan(0.9);
    expect(refused).toBeGreaterThan(asked / 4);
    // Told after the acknowledgement: the exception.
    expect(told).toBeLessThan(asked / 50);
    expect(Math.max(...waitedMs)).toBeLessThan(5_000);
    expect(places.heldMs < heldWantedMs * 2 || places.count === placesMin).toBe(true);
  });
});
