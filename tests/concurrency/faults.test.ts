/** Lost answers, killed connections, no database: the answer about money is never wrong. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPool, type Pool } from '../../src/db/pool.ts';
import { bigintOf } from '../../src/db/rows.ts';
import { referenceOf } from '../../src/bank/index.ts';
import {
  balanceOf,
  exactly,
  newRequestId,
  openBank,
  openPerson,
  type Person,
  place,
  type TestBank,
} from '../support/bank.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { startCommitProxy, type CommitProxy } from '../support/commit-proxy.ts';
import { testDatabase } from '../support/database.ts';
import { connectionsTo } from '../torture/support/connections.ts';

const database = testDatabase();
let proxy: CommitProxy;
let pool: Pool;
/** Uses the database through the proxy. */
let bank: TestBank;
let direct: TestBank;
let anna: Person;
let ben: Person;

beforeEach(async () => {
  proxy = await startCommitProxy(database.address);
  pool = createPool(proxy.address, { limits: { acquireMs: 500 } });
  [bank, direct] = [await openBank(pool), await openBank(database.pool)];
  anna = await openPerson(direct, 100_00n);
  ben = await openPerson(direct);
});
afterEach(async () => {
  await Promise.all([bank.close(), direct.close()]);
  await pool.close();
  await proxy.close();
  await expectBooksBalanced(database.pool);
});

const pay = async (units = 1_00n, requestId = newRequestId(), on = bank) =>
  on.payments.transfer(anna.session, {
    requestId,
    accountNumber: ben.accountNumber,
    wish: exactly(units),
    memo: null,
  });
const transfers = async () => {
  const [row] = await database.pool.rows(
    `SELECT COUNT(*) AS n FROM transactions WHERE kind = 'TRANSFER'`,
  );
  return bigintOf(row!, 'n');
};

describe('a lost COMMIT', () => {
  test.each(['request', 'answer'] as const)('(%s) is resolved: paid once', async (loss) => {
    proxy.loseNext(loss);
    const receipt = await pay();
    expect([receipt.amount, proxy.lost]).toEqual([1_00n, 1]);
    expect(await balanceOf(direct, ben)).toBe(1_00n);
    expect(await transfers()).toBe(1n);
  });

  test('among many payments loses and doubles none', async () => {
    for (let round = 0; round < 12; round += 1) {
      proxy.loseNext(round % 2 === 0 ? 'answer' : 'request', 1 + (round % 3));
      const receipts = await Promise.all(Array.from({ length: 8 }, async () => pay(10n)));
      expect(new Set(receipts.map((receipt) => receipt.reference)).size).toBe(8);
    }
    expect(proxy.lost).toBe(24);
    expect([await transfers(), await balanceOf(direct, ben)]).toEqual([96n, 9_60n]);
  });

  test('that stays unknown is reported with the reference, and the same request resolves it', async () => {
    const requestId = newRequestId();
    proxy.loseNext('answer', 1_000);
    const begun = performance.now();
    const refusal = await pay(5_00n, requestId).catch((error: unknown) => error);
    const reference = referenceOf(requestId);
    expect(refusal).toMatchObject({ refused: { code: 'OUTCOME_UNKNOWN', data: { reference } } });
    expect(performance.now() - begun).toBeLessThan(12_000);
    expect(bank.events.at(-1)).toEqual({ name: 'outcomeUnknown', requestId, reference });
    const receipt = await pay(5_00n, requestId, direct);
    expect(receipt).toMatchObject({ replayed: true, amount: 5_00n });
    expect(await transfers()).toBe(1n);
  });
});

describe('a connection killed while paying', () => {
  test('is replaced; every payment is booked once', async () => {
    const stop = new AbortController();
    let kills = 0;
    const killer = (async () => {
      while (!stop.signal.aborted) {
        for (const { id, command } of await connectionsTo(database.pool, database.address.schema)) {
          if (command === 'Killed') continue;
          kills += await database.pool.write(`KILL ${id}`).then(
            () => 1,
            () => 0,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    })();
    const ids = Array.from({ length: 250 }, () => newRequestId());
    const payments = (async () => {
      const all = [];
      for (const id of ids) all.push(await pay(10n, id).catch((error: unknown) => error));
      stop.abort();
      return all;
    })();
    const [outcomes] = await Promise.all([payments, killer]);
    expect(kills).toBeGreaterThan(10);
    for (const [index, id] of ids.entries()) {
      const first = outcomes[index];
      const again = await pay(10n, id, direct);
      // Acknowledged payments are booked; those answered with "nothing moved" are not.
      if (!(first instanceof Error)) expect(again.replayed).toBe(true);
      else if ((first as { code?: string }).code === 'BANK_BUSY')
        expect(again.replayed).toBe(false);
      else expect(first).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    }
    expect([await transfers(), await balanceOf(direct, ben)]).toEqual([250n, 25_00n]);
  });
});

describe('while the database is away', () => {
  test('every call answers BANK_BUSY within a bounded time, and recovers', async () => {
    const session = anna.session;
    await proxy.close();
    const calls: readonly (() => Promise<unknown>)[] = [
      async () => pay(),
      async () => bank.access.identify(anna.discordUserId, place),
      async () => bank.accounts.overview(session),
      async () => bank.statements.page(session, { filter: {}, size: 8 }),
      async () => bank.sessions.logout(session),
      async () => bank.payments.quoteWithdrawal(session, { wish: exactly(1n), memo: null }),
      async () => bank.pending.claimUnsettled(1_000, 5),
      async () => bank.outbox.claim(5),
      async () =>
        bank.sessions.login({
          discordUserId: anna.discordUserId,
          place: session.place,
          accountNumber: anna.accountNumber,
          password: 'whatever it is',
        }),
    ];
    const begun = performance.now();
    const outcomes = await Promise.allSettled(calls.map(async (call) => call()));
    expect(performance.now() - begun).toBeLessThan(6_000);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'BANK_BUSY' } });
    }
    expect(await transfers()).toBe(0n);
    proxy = await startCommitProxy(database.address);
  });
});

describe('a request the database refuses', () => {
  test('does not affect other requests of the batch', async () => {
    // A row with the key of Ben's next entry, as after a lost update.
    const [row] = await database.pool.rows('SELECT id FROM accounts WHERE account_number = ?', [
      ben.accountNumber,
    ]);
    const benId = bigintOf(row!, 'id');
    const misplaced = `
      INSERT INTO entries
        (account_id, seq, transaction_id, kind, amount, balance_after, counterparty_account_id,
         booked_at)
      VALUES (?, 1, 1, 'DEPOSIT', 1, 1, 1, NOW(6))`;
    await database.pool.write(misplaced, [benId]);
    const people = await Promise.all(Array.from({ length: 7 }, async () => openPerson(direct)));
    const outcomes = await Promise.allSettled(
      [...people.slice(0, 4), ben, ...people.slice(4)].map(async (person) =>
        bank.payments.transfer(anna.session, {
          requestId: newRequestId(),
          accountNumber: person.accountNumber,
          wish: exactly(1n),
          memo: null,
        }),
      ),
    );
    await database.pool.write('DELETE FROM entries WHERE account_id = ?', [benId]);
    expect(outcomes.map(({ status }) => status).join(' ')).toBe(
      'fulfilled fulfilled fulfilled fulfilled rejected fulfilled fulfilled fulfilled',
    );
    expect(bank.events.map(({ name }) => name)).toContain('batchSplit');
    expect([await transfers(), await balanceOf(direct, anna)]).toEqual([7n, 99_93n]);
  });
});
