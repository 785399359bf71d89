import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { within } from '../../../src/bot/stages/deadline.ts';
import { startWorker } from '../../../src/lib/worker.ts';

test('a worker goes on at once while there is more, and ends the round under way', async () => {
  const rounds: number[] = [];
  const worker = startWorker({
    everyMs: 60_000,
    slowestMs: 60_000,
    work: async () => {
      rounds.push(rounds.length);
      await sleep(1);
      return rounds.length < 5;
    },
    failed: () => {},
  });
  await expect.poll(() => rounds.length).toBe(5);
  await worker.close();
  expect(rounds).toHaveLength(5);
});

test('a worker survives failing rounds and tells of each', async () => {
  const failures: unknown[] = [];
  const worker = startWorker({
    everyMs: 1,
    slowestMs: 4,
    work: async () => {
      throw new Error('no');
    },
    failed: (error) => failures.push(error),
  });
  await expect.poll(() => failures.length).toBeGreaterThan(4);
  await worker.close();
  const told = failures.length;
  await sleep(10);
  expect(failures).toHaveLength(told);
});

test('a worker that is woken begins its next round at once, also when asked during a round', async () => {
  let rounds = 0;
  const worker = startWorker({
    everyMs: 60_000,
    work: async () => {
      rounds += 1;
      await sleep(5);
      return false;
    },
    failed: () => {},
  });
  worker.wake();
  await expect.poll(() => rounds).toBe(2);
  await sleep(30);
  worker.wake();
  await expect.poll(() => rounds).toBe(3);
  await worker.close();
  await sleep(20);
  expect(rounds).toBe(3);
});

test('a deadline passes values and errors on, and gives up on what is late', async () => {
  expect(await within(1_000, Promise.resolve(7))).toEqual({ inTime: true, value: 7 });
  expect(await within(1, sleep(200, 7))).toEqual({ inTime: false });
  await expect(within(1_000, Promise.reject(new Error('no')))).rejects.toThrow('no');
});
