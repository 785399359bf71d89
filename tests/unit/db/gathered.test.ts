import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { gathered, gatheredByKey, type Gathering } from '../../../src/db/gathered.ts';

const limits: Gathering = { acquireMs: 1_000 };

/** Batches run until the test lets them finish. */
function harness(changes: Partial<Gathering> = {}) {
  const flights: { readonly asks: readonly number[]; readonly land: () => void }[] = [];
  const ask = gathered({ ...limits, ...changes }, async (asks: readonly number[]) => {
    await new Promise<void>((resolve) => flights.push({ asks, land: resolve }));
    if (asks.includes(13)) throw new Error('no answer');
    return asks.map((one) => one * 2);
  });
  return { ask, flights, batches: () => flights.map(({ asks }) => asks) };
}

describe('batched requests', () => {
  test('share a batch with those of the same tick, and then with later arrivals', async () => {
    const { ask, flights, batches } = harness();
    const first = [1, 2].map(ask);
    await turn();
    const second = [3, 4].map(ask);
    flights[0]?.land();
    expect(await Promise.all(first)).toEqual([2, 4]);
    const third = ask(5);
    await expect.poll(batches).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
    flights[1]?.land();
    expect(await Promise.all([...second, third])).toEqual([6, 8, 10]);
  });

  test('do not wait for a slow batch, unless four are slow', async () => {
    const { ask, flights, batches } = harness();
    const all = [ask(1)];
    for (const next of [2, 3, 4]) {
      await turn();
      all.push(ask(next));
      await expect.poll(batches).toHaveLength(next);
    }
    all.push(ask(5));
    await sleep(60);
    expect(batches()).toHaveLength(4);
    flights[3]?.land();
    await expect.poll(batches).toHaveLength(5);
    for (const { land } of flights) land();
    expect(await Promise.all(all)).toEqual([2, 4, 6, 8, 10]);
  });

  test('can be sent with a minimum time between batches', async () => {
    const { ask, flights, batches } = harness({ spacingMs: 400 });
    const all = [ask(1)];
    await turn();
    flights[0]?.land();
    await all[0];
    all.push(ask(2));
    await turn();
    all.push(ask(3));
    expect(batches()).toEqual([[1]]);
    await expect.poll(batches).toEqual([[1], [2, 3]]);
    flights[1]?.land();
    expect(await Promise.all(all)).toEqual([2, 4, 6]);
  });

  test('are split at the maximum batch size', async () => {
    const { ask, flights, batches } = harness();
    const all = Array.from({ length: 130 }, (_, index) => ask(index + 20));
    await turn();
    flights[0]?.land();
    await expect.poll(() => batches().map(({ length }) => length)).toEqual([128, 2]);
    flights[1]?.land();
    expect(await Promise.all(all)).toHaveLength(130);
  });

  test('fail together, without affecting later ones', async () => {
    const { ask, flights } = harness();
    const failing = Promise.allSettled([1, 13].map(ask));
    await turn();
    flights[0]?.land();
    expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const later = ask(4);
    await turn();
    flights[1]?.land();
    expect(await later).toBe(8);
  });

  test('are refused after waiting too long, or when too many wait', async () => {
    const { ask, flights, batches } = harness({ acquireMs: 60 });
    const underway = [ask(1)];
    for (const next of [2, 3, 4]) {
      await turn();
      underway.push(ask(next));
      await expect.poll(batches).toHaveLength(next);
    }
    await sleep(30);
    const waiting = Array.from({ length: 10_000 }, async () => ask(3));
    const late = Promise.allSettled(waiting);
    await expect(ask(4)).rejects.toThrow('Too many requests are waiting');
    await expect(waiting[9_999]).rejects.toMatchObject({ kind: 'busy' });
    expect((await late).every(({ status }) => status === 'rejected')).toBe(true);
    for (const { land } of flights) land();
    expect(await Promise.all(underway)).toEqual([2, 4, 6, 8]);
  });

  test('look up a repeated key once', async () => {
    const asked: string[][] = [];
    const find = gatheredByKey(limits, async (keys: readonly string[]) => {
      asked.push([...keys]);
      return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, key.length]));
    });
    expect(await Promise.all(['a', 'bb', 'a', 'nobody'].map(find))).toEqual([1, 2, 1, null]);
    expect(asked).toEqual([['a', 'bb', 'nobody']]);
  });
});
