/** Changed, removed, swapped and inserted rows of books and audit are detected. */
import { randomInt } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signHead, type Head } from '../../src/bank/audit/chain-hash.ts';
import { signingKey } from '../../src/bank/keys/index.ts';
import { announceHead } from '../../src/bank/messages/index.ts';
import { verifyChain } from '../../src/bank/audit/chain-verify.ts';
import { startChain, type Chain } from '../../src/bank/audit/chain-worker.ts';
import type { BankEvent } from '../../src/bank/index.ts';
import { bigintOf } from '../../src/db/rows.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { firstIdAt, idSource } from '../../src/lib/ids.ts';
import { exactly, newRequestId, pay } from '../support/bank.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, anna, ben, database } = withBank({
  balances: { anna: 100_000n, ben: 0n },
  leavesBooksUnchecked: true,
});
const key = signingKey(Buffer.alloc(32, 5));
const nextId = idSource({ clock: systemClock, processNumber: 1_001n });
let events: BankEvent[];
/** Milliseconds by which this bank's clock is ahead of the clock that made its rows. */
let aheadMs = 0;

const clock = { now: () => systemClock.now() + aheadMs };
const openChain = (): Chain =>
  startChain({
    pool: database.pool,
    clock,
    announce: async (tx, link) => announceHead(tx, nextId(), link),
    report: (event) => events.push(event),
    key,
    settledId: () => firstIdAt(systemClock.now() + 1_000),
    everyMs: 3_600_000,
  });
let chain: Chain;

beforeEach(() => {
  [events, aheadMs] = [[], 0];
  chain = openChain();
});
afterEach(async () => chain.close());

const payBen = async (amount: bigint, memo: string | null = null) =>
  pay(bank, anna, ben, amount, memo);
const payMany = async (count: number) =>
  Promise.all(Array.from({ length: count }, async (_, index) => payBen(BigInt(index + 1))));
async function chained(): Promise<number> {
  let count = 0;
  for (let more = 1; more > 0; count += more) more = await chain.round();
  return count;
}
const heads = (): Head[] => events.flatMap((event) => (event.name === 'chainHead' ? [event] : []));
const findings = async (published = heads()) =>
  (await verifyChain(database.pool, { key, heads: published, nowMs: clock.now() })).findings;
const codes = async (published = heads()) => (await findings(published)).map(({ code }) => code);
const inTwoDays = () => (aheadMs = 3 * 24 * 3_600_000);

test('chains every transaction and audit row once, with several workers', async () => {
  await payMany(30);
  const other = openChain();
  await Promise.all([chain.round(), other.round(), chain.round()]);
  await chained();
  await other.close();
  const [row] = await database.pool.rows(
    `SELECT (SELECT COUNT(*) FROM chain) AS links,
      (SELECT COUNT(*) FROM transactions) + (SELECT COUNT(*) FROM audit) AS subjects`,
  );
  expect(bigintOf(row!, 'links')).toBe(bigintOf(row!, 'subjects'));
  expect(await findings()).toEqual([]);
  inTwoDays();
  expect(await findings()).toEqual([]);
});

test('a request that waited for approval is chained late, under its older id', async () => {
  const old = newRequestId();
  await payMany(3);
  await chained();
  await bank.payments.deposit(anna.session, { requestId: old, wish: exactly(7n), memo: null });
  await database.pool.write(`UPDATE chain_state SET late_scanned_at = NOW(6) - INTERVAL 2 HOUR`);
  expect(await chained()).toBe(1);
  inTwoDays();
  expect(await findings()).toEqual([]);
});

test('a row inserted with an old id is not chained, and is found', async () => {
  await payMany(3);
  const { requestId } = await payBen(9n);
  await chained();
  await database.pool.write('DELETE FROM chain WHERE subject_id = ?', [requestId]);
  const [row] = await database.pool.rows('SELECT MAX(link) AS last FROM chain');
  await database.pool.write(`UPDATE transactions SET booked_at = '2025-01-01' WHERE id = ?`, [
    requestId,
  ]);
  await database.pool.write(`UPDATE chain_state SET late_scanned_at = NOW(6) - INTERVAL 2 HOUR`);
  expect(await chained()).toBe(0);
  inTwoDays();
  const unchained = { code: 'ROW_UNCHAINED', kind: 'TRANSACTION', id: requestId };
  expect(await findings()).toContainEqual(unchained);
  expect(row).toBeDefined();
});

test('publishes a signed head each hour, in the staff log and outside the database', async () => {
  await payMany(2);
  await chained();
  await chained();
  expect(heads()).toHaveLength(1);
  const [message] = await bank.staffLog.claim(1);
  expect(message?.notice).toMatchObject({ kind: 'CHAIN_HEAD', hash: heads()[0]!.hash });
});

describe('compared with the published heads', () => {
  test('a removed tail is noticed, even if the chain was rebuilt', async () => {
    await payMany(10);
    await chained();
    await database.pool.write('DELETE FROM chain ORDER BY link DESC LIMIT 4');
    expect(await codes()).toContain('HEAD_MISSING');
    await database.pool.write('DELETE FROM transactions ORDER BY id DESC LIMIT 2');
    await database.pool.write('UPDATE chain_state SET scanned_to = 0');
    await payBen(1n);
    await chained();
    expect(await findings()).not.toEqual([]);
  });

  test('a head with another signature is not accepted', async () => {
    await chained();
    const { link, hash } = heads()[0]!;
    const forged = signHead(signingKey(Buffer.alloc(32, 6)), { link, hash });
    expect(await codes([forged])).toContain('HEAD_SIGNATURE_INVALID');
  });
});

type Harm = (subject: { readonly id: bigint; readonly other: bigint }) => Promise<void>;

/** A change by an intruder with access only to the database. */
const harms: Readonly<Record<string, Harm>> = {
  'an amount changed': async ({ id }) => {
    await database.pool.write('UPDATE transactions SET amount = amount + 1 WHERE id = ?', [id]);
  },
  'an entry changed': async ({ id }) => {
    await database.pool.write(
      `UPDATE entries SET memo = 'changed' WHERE transaction_id = ? LIMIT 1`,
      [id],
    );
  },
  'a transaction deleted': async ({ id }) => {
    await database.pool.write('DELETE FROM transactions WHERE id = ?', [id]);
  },
  'two swapped': async ({ id, other }) => {
    await database.pool.write('UPDATE transactions SET id = 1 WHERE id = ?', [id]);
    await database.pool.write('UPDATE transactions SET id = ? WHERE id = ?', [id, other]);
    await database.pool.write('UPDATE transactions SET id = ? WHERE id = 1', [other]);
  },
  'one inserted': async ({ id }) => {
    const columns = `kind, customer_id, initiator_id, fingerprint, source_account_id, source_seq,
      target_account_id, target_seq, amount, booked_at`;
    await database.pool.write(
      `INSERT INTO transactions (id, ${columns})
       SELECT id - 1000003, ${columns} FROM transactions WHERE id = ?`,
      [id],
    );
  },
  'an audit row changed': async () => {
    await database.pool.write(`UPDATE audit SET details = '{}', action = 'X' ORDER BY id LIMIT 1`);
  },
  'a link taken out': async ({ id }) => {
    await database.pool.write('DELETE FROM chain WHERE subject_id = ?', [id]);
  },
};

test('all of 100 changes in random places are found', async () => {
  await payMany(60);
  await chained();
  const rows = await database.pool.rows('SELECT id FROM transactions ORDER BY id');
  const ids = rows.map((row) => bigintOf(row, 'id'));
  inTwoDays();
  const missed: string[] = [];
  for (let number = 0; number < 100; number += 1) {
    const [name, harm] = Object.entries(harms)[number % Object.keys(harms).length]!;
    const at = randomInt(ids.length);
    const other = (at + 1 + randomInt(ids.length - 1)) % ids.length;
    const undo = await harmed(async () => harm({ id: ids[at]!, other: ids[other]! }));
    if ((await findings()).length === 0) missed.push(`${name} at ${at}`);
    await undo();
  }
  expect(missed).toEqual([]);
  expect(await findings()).toEqual([]);
});

const tables = ['transactions', 'entries', 'audit', 'chain'];

/** Does harm, and returns a function that undoes it. */
async function harmed(work: () => Promise<void>): Promise<() => Promise<void>> {
  for (const table of tables) {
    const [known] = await database.pool.rows(
      'SELECT COUNT(*) AS n FROM information_schema.tables WHERE table_schema = ? AND table_name = ?',
      [database.address.schema, `kept_${table}`],
    );
    if (bigintOf(known!, 'n') > 0n) continue;
    await database.pool.write(`CREATE TABLE kept_${table} LIKE ${table}`);
    await database.pool.write(`INSERT INTO kept_${table} SELECT * FROM ${table}`);
  }
  await work();
  return async () => {
    for (const table of tables) {
      await database.pool.write(`DELETE FROM ${table}`);
      await database.pool.write(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
    }
  };
}

describe('a failed round', () => {
  test('is reported, and a failure to store the head does not stop chaining', async () => {
    await payBen(5n);
    const broken = startChain({
      pool: database.pool,
      clock,
      announce: async () => {},
      report: (event) => {
        events.push(event);
        if (event.name === 'chainHead') throw new Error('The disk is full');
      },
      key,
      settledId: () => firstIdAt(systemClock.now() + 1_000),
      everyMs: 5,
    });
    const failed = () => events.filter(({ name }) => name === 'backgroundFailed');
    await expect.poll(() => failed().length).toBe(1);
    expect(failed()).toMatchObject([{ work: 'chain', times: 1 }]);
    await broken.close();
    const links = await database.pool.rows('SELECT link FROM chain');
    expect(links.length).toBeGreaterThan(0);
  });
});
