/** A process of the bank is killed at the COMMIT of a payment: booked once, and the state is right. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { dayMs } from '../../src/lib/durations.ts';
import { type Storable, toJson } from '../../src/lib/storable.ts';
import {
  balanceOf,
  exactly,
  newRequestId,
  openBank,
  openPerson,
  type Person,
  type TestBank,
  testSettings,
} from '../support/bank.ts';
import { closesBalanced } from '../support/books.ts';
import { childProgram } from '../support/child.ts';
import { type CommitProxy, startCommitProxy } from '../support/commit-proxy.ts';
import { testDatabase } from '../support/database.ts';
import { testTime, type TestTime } from '../support/jobs.ts';
import { bookingsOf, makeOrder, ordersProcess, outcomesOf, waitFor } from '../support/orders.ts';
import { makeRequest, payDue, wanted } from '../support/requests.ts';

const losses = ['request', 'answer'] as const;

const database = testDatabase();
let proxy: CommitProxy;
let bank: TestBank;
let time: TestTime;
let anna: Person;
let ben: Person;
let child: ChildProcess;

let program: string;
beforeAll(async () => {
  program = await childProgram('tests/support/bank-child.ts');
});
beforeEach(async () => {
  time = testTime();
  // The statement is in the transaction that books a payment, and in no other.
  proxy = await startCommitProxy(database.address, { only: 'INSERT INTO transactions' });
  const settings = { jobsEveryMs: dayMs };
  bank = await openBank(database.botPool, { settings, jobTime: () => time.now() });
  anna = await openPerson(bank, 5_000n);
  ben = await openPerson(bank, 1_000n);
  const settingsOfChild = { ...testSettings, jobsEveryMs: 50 };
  const given = { address: proxy.address, settings: settingsOfChild, timeMs: time.now().getTime() };
  const words = [JSON.stringify(toJson(given as unknown as Storable))];
  child = fork(program, words, { execArgv: [] });
  const failed = once(child, 'exit').then(() => {
    throw new Error('the process of the bank ended before it was ready');
  });
  // Its end after that is no failure.
  failed.catch(() => {});
  await Promise.race([once(child, 'message'), failed]);
});
afterEach(async () => {
  await kill();
  await proxy.close();
});
closesBalanced(database, () => bank);

async function kill(): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
const tell = (message: Storable) => child.send(toJson(message) as object);

/**
 * The COMMIT of the next payment is lost, or is done and its answer is lost; then no payment of this
 * process is committed any more, and it is killed.
 */
async function killAtCommit(loss: (typeof losses)[number], begin: () => void): Promise<void> {
  proxy.loseNext(loss);
  proxy.loseNext('request', 1_000);
  begin();
  await expect.poll(() => proxy.lost, { timeout: 30_000 }).toBeGreaterThan(0);
  if (loss === 'answer') await expect.poll(transfers, { timeout: 30_000 }).toBe(1);
  await kill();
}
const transfers = async (): Promise<number> =>
  (await database.pool.rows("SELECT id FROM transactions WHERE kind = 'TRANSFER'")).length;

describe('a process killed while it pays', () => {
  test.each(losses)('a standing order (COMMIT: %s lost)', async (loss) => {
    const order = await makeOrder(bank, { from: anna, to: ben }, { unit: 'DAY', every: 1 });
    waitFor(time, order, { number: 0, laterMs: 1_000 });
    await killAtCommit(loss, () => tell({ time: time.now().getTime() }));
    expect(await bookingsOf(database.pool, order)).toBe(loss === 'answer' ? 1n : 0n);

    // Its lease of the job ends.
    time.pass(2 * 60_000);
    const survivor = ordersProcess(database.botPool, time);
    await survivor.round();
    await survivor.round();
    await survivor.close();
    expect(await bookingsOf(database.pool, order)).toBe(1n);
    expect(await outcomesOf(database.pool, order)).toEqual(['PAID']);
    expect(await balanceOf(bank, ben)).toBe(2_000n);
    const { order: after } = await bank.orders.view(anna.session, order.number);
    expect(after).toMatchObject({ state: 'ACTIVE', next: { number: 1 }, retryAt: null });
  });

  test.each(losses)('a request (COMMIT: %s lost)', async (loss) => {
    const request = await makeRequest(bank, anna, wanted([ben], { each: 300n }));
    const due = request.dues[0]!.id;
    const requestId = newRequestId();
    const order = {
      requestId,
      accountNumber: anna.accountNumber,
      wish: exactly(300n),
      memo: null,
      pays: due,
      isProved: true,
    };
    const { session } = ben;
    await killAtCommit(loss, () => tell({ session, order } as unknown as Storable));
    const found = async () => (await bank.requests.due(session, due)).due;
    expect(await found()).toMatchObject(
      loss === 'answer' ? { state: 'PAID', paid: 300n } : { state: 'OPEN', paid: 0n },
    );

    const receipt = await payDue(bank, ben, { asker: anna, due, amount: 300n }, requestId);
    expect(receipt.replayed).toBe(loss === 'answer');
    expect(await found()).toMatchObject({ state: 'PAID', paid: 300n });
    expect(await transfers()).toBe(1);
    expect(await database.pool.rows('SELECT due_id FROM due_payments')).toHaveLength(1);
    expect(await balanceOf(bank, anna)).toBe(5_300n);
    const shown: m.RequestView = await bank.requests.show(anna.session, request.id);
    expect(shown).toMatchObject({ peoplePaid: 1, received: 300n });
  });
});
