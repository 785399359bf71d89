import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import {
  requestQueue,
  type QueueLimits,
  type QueueWork,
} from '../../../src/bank/ledger/queue/queue.ts';
import type { LedgerRequest } from '../../../src/bank/ledger/request.ts';
import { accountsTouched } from '../../../src/bank/ledger/state.ts';
import type * as m from '../../../src/bank/model/index.ts';

type Run = QueueWork<LedgerRequest, m.Receipt>['run'];

const limits: QueueLimits = {
  waitingMax: 100,
  batchMax: 10,
  batchesAtOnce: 2,
  besideMin: 1,
  besideAfterMs: 500,
  waitMaxMs: 1_000,
};

/** Above the ids of the bank's own accounts. */
const account = (number: number) => BigInt(number + 100);
const cash = 1n;

const request = (number: number, own: number, payee: number | null = null) =>
  ({
    requestId: BigInt(number),
    postings: [{ source: account(own), target: payee === null ? cash : account(payee) }],
  }) as unknown as LedgerRequest;
const receipt = (one: LedgerRequest) => ({ requestId: one.requestId }) as m.Receipt;

/** Batches stay under way until they are released. */
function harness(changes: Partial<QueueLimits> = {}) {
  type Flight = { readonly ids: number[]; readonly lock: () => void; readonly land: () => void };
  const flights: Flight[] = [];
  const run: Run = async (requests, lock) => {
    const landed = new Promise<void>((resolve) => {
      flights.push({ ids: requests.map((one) => Number(one.requestId)), lock, land: resolve });
    });
    await landed;
    return requests.map((one) => ({ ok: true, receipt: receipt(one) }));
  };
  const queue = requestQueue({ run, accountsOf: accountsTouched }, { ...limits, ...changes });
  return { queue, flights, batches: () => flights.map(({ ids }) => ids) };
}

describe('the request queue', () => {
  test('batches requests that arrive together, or while a batch is under way', async () => {
    const { queue, flights, batches } = harness({ batchesAtOnce: 1 });
    const first = [queue.add(request(1, 1)), queue.add(request(2, 2))];
    await turn();
    const second = [3, 4, 5].map(async (number) => queue.add(request(number, number)));
    await turn();
    expect(batches()).toEqual([[1, 2]]);
    flights[0]?.land();
    await Promise.all(first);
    await turn();
    expect(batches()).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
    flights[1]?.land();
    expect((await Promise.all(second)).map((one) => one.requestId)).toEqual([3n, 4n, 5n]);
  });

  test('runs batches in parallel only if they share no account', async () => {
    const { queue, flights, batches } = harness();
    const all = [queue.add(request(1, 1, 2))];
    await turn();
    // 2 waits for account 2; 3 shares account 3 with 2 and must not overtake; 4 is free.
    all.push(queue.add(request(2, 3, 2)), queue.add(request(3, 3, 4)), queue.add(request(4, 5)));
    await turn();
    expect(batches()).toEqual([[1], [4]]);
    flights[0]?.land();
    await all[0];
    await turn();
    expect(batches()).toEqual([[1], [4], [2, 3]]);
    for (const flight of flights) flight.land();
    await Promise.all(all);
  });

  test('sends one batch after the batch that holds its accounts, not a third', async () => {
    const { queue, flights, batches } = harness({ batchesAtOnce: 4 });
    const all = [queue.add(request(1, 1, 2))];
    await turn();
    all.push(queue.add(request(2, 2)), queue.add(request(3, 9)));
    await turn();
    // Not locked yet, so that 2 must wait; 3 is free.
    expect(batches()).toEqual([[1], [3]]);
    flights[0]?.lock();
    await turn();
    expect(batches()).toEqual([[1], [3], [2]]);
    all.push(queue.add(request(4, 2)));
    await turn();
    expect(batches()).toHaveLength(3);
    for (const index of [0, 1, 2]) flights[index]?.land();
    await Promise.all(all.slice(0, 3));
    await turn();
    expect(batches().at(-1)).toEqual([4]);
    flights[3]?.land();
    await Promise.all(all);
  });

  test('never exceeds the batch size', async () => {
    const { queue, flights, batches } = harness({ batchMax: 2, batchesAtOnce: 1 });
    const all = [1, 2, 3].map(async (number) => queue.add(request(number, number)));
    await turn();
    expect(batches()).toEqual([[1, 2]]);
    flights[0]?.land();
    await all[0];
    await turn();
    flights[1]?.land();
    await Promise.all(all);
  });

  test('begins a further batch only when enough requests wait', async () => {
    const { queue, flights, batches } = harness({ besideMin: 10 });
    const ask = (from: number, count: number) =>
      Array.from({ length: count }, async (_, index) => queue.add(request(from, from + index)));
    const all = ask(0, 4);
    await turn();
    all.push(...ask(4, 9));
    await turn();
    expect(batches().map((ids) => ids.length)).toEqual([4]);
    all.push(...ask(13, 1));
    await turn();
    expect(batches().map((ids) => ids.length)).toEqual([4, 10]);
    all.push(...ask(14, 3));
    await turn();
    flights[0]?.land();
    await all[0];
    await turn();
    // The second still runs, and three are not enough to begin beside it.
    expect(batches()).toHaveLength(2);
    flights[1]?.land();
    await all[4];
    await turn();
    expect(batches().map((ids) => ids.length)).toEqual([4, 10, 3]);
    flights[2]?.land();
    await Promise.all(all);
  });

  test('a request does not wait long for a slow batch of others', async () => {
    const { queue, flights, batches } = harness({ besideMin: 10, besideAfterMs: 20 });
    const slow = queue.add(request(1, 1));
    await turn();
    const begun = performance.now();
    const other = queue.add(request(2, 2));
    await turn();
    expect(batches()).toEqual([[1]]);
    while (flights.length < 2) await sleep(1);
    const waitedMs = performance.now() - begun;
    expect(waitedMs).toBeGreaterThan(15);
    expect(waitedMs).toBeLessThan(400);
    flights[1]?.land();
    expect((await other).requestId).toBe(2n);
    flights[0]?.land();
    await slow;
  });

  test('refuses at once when full, and on timeout if not started', async () => {
    const { queue, flights } = harness({ waitingMax: 2, batchesAtOnce: 1, waitMaxMs: 20 });
    const running = queue.add(request(1, 1));
    await turn();
    const waiting = [queue.add(request(2, 2)), queue.add(request(3, 3))];
    const late = Promise.allSettled(waiting);
    await expect(queue.add(request(4, 4))).rejects.toMatchObject({ code: 'BANK_BUSY' });
    for (const outcome of await late) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'BANK_BUSY' } });
    }
    flights[0]?.land();
    expect((await running).requestId).toBe(1n);
    expect(flights.length).toBe(1);
  });

  test('gives each caller its own outcome', async () => {
    const run: Run = async (requests) =>
      requests.map((one) =>
        one.requestId === 2n
          ? { ok: false, error: new Error('two') }
          : { ok: true, receipt: receipt(one) },
      );
    const queue = requestQueue({ run, accountsOf: accountsTouched }, limits);
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(async (number) => queue.add(request(number, number))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('closing finishes accepted requests and refuses new ones', async () => {
    const { queue, flights } = harness({ batchesAtOnce: 1 });
    const done: string[] = [];
    const first = queue.add(request(1, 1)).then(() => done.push('first'));
    await turn();
    const second = queue.add(request(2, 1)).then(() => done.push('second'));
    const closing = queue.close().then(() => done.push('closed'));
    await expect(queue.add(request(3, 3))).rejects.toMatchObject({ code: 'BANK_BUSY' });
    flights[0]?.land();
    await first;
    // A timer could come before the queue's next turn.
    while (flights.length < 2) await turn();
    flights[1]?.land();
    await Promise.all([second, closing]);
    expect(done).toEqual(['first', 'second', 'closed']);
  });
});
