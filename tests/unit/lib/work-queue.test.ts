import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { QueueRefusal, workQueue } from '../../../src/lib/work-queue.ts';

function gate() {
  let open: (() => void) | undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open?.() };
}

describe('a work queue', () => {
  test('runs a limited number at once, in order of arrival', async () => {
    const queue = workQueue({ atOnce: 2, waitingMax: 100, waitMaxMs: 1_000 });
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const work = (number: number) => async () => {
      running += 1;
      most = Math.max(most, running);
      order.push(number);
      await sleep(1);
      running -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, async (_, number) => queue.run(work(number))));
    expect(most).toBe(2);
    expect(order).toEqual(Array.from({ length: 20 }, (_, number) => number));
  });

  test('refuses work when too many wait, and after waiting too long', async () => {
    const queue = workQueue({ atOnce: 1, waitingMax: 1, waitMaxMs: 10 });
    const { opened, open } = gate();
    const first = queue.run(async () => opened);
    const second = queue.run(async () => 'late');
    await expect(queue.run(async () => 'third')).rejects.toThrow(QueueRefusal);
    await expect(second).rejects.toThrow('waited too long');
    open();
    await first;
    expect(await queue.run(async () => 'again')).toBe('again');
  });

  test('continues after work that fails', async () => {
    const queue = workQueue({ atOnce: 1, waitingMax: 5, waitMaxMs: 1_000 });
    const failing = queue.run(async () => Promise.reject(new Error('no')));
    const next = queue.run(async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  test('waits for accepted work when closed, and refuses new work', async () => {
    const queue = workQueue({ atOnce: 1, waitingMax: 5, waitMaxMs: 1_000 });
    const { opened, open } = gate();
    const done: string[] = [];
    const first = queue.run(async () => opened.then(() => done.push('first')));
    const second = queue.run(async () => done.push('second'));
    const closing = queue.close().then(() => done.push('closed'));
    await expect(queue.run(async () => 'more')).rejects.toThrow('closed');
    open();
    await Promise.all([first, second, closing]);
    expect(done).toEqual(['first', 'second', 'closed']);
  });
});
