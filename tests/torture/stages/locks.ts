/**
 * Foreign transactions in the bank's tables: rows locked for longer than a lock wait, locks
 * taken in the wrong order so that the bank is the deadlock's victim, and statements interrupted
 * with KILL QUERY, after which the transaction is still open.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { bigintOf, integerOf } from '../../../src/db/rows.ts';
import type { Pool } from '../../../src/db/pool.ts';
import type { DatabaseSession } from '../../../src/db/session.ts';
import type { Arena } from '../arena/arena.ts';
import { pay } from '../crowd/acts.ts';
import type { Payment } from '../history/model.ts';
import { connectionsTo } from '../support/connections.ts';
import type { Random } from '../support/random.ts';
import {
  atLeast,
  atMost,
  exactly,
  figure,
  seconds,
  underTorture,
  withServer,
  type Stage,
} from './stage.ts';

const statementMs = 20_000;
const createBallast = `
  CREATE TABLE IF NOT EXISTS ballast (id BIGINT AUTO_INCREMENT PRIMARY KEY, word VARCHAR(10))`;
const insertBallast = `INSERT INTO ballast (word) VALUES ${'("x"), '.repeat(60)}("x")`;
const lockOne = `SELECT id FROM accounts WHERE id = ? FOR UPDATE`;
const lockNumber = `SELECT id FROM accounts WHERE account_number = ? FOR UPDATE`;
const lockLastEntries = `
  SELECT seq FROM entries WHERE account_id = ? AND seq > ? FOR UPDATE`;
const selectLastSeq = `SELECT last_seq FROM accounts WHERE id = ?`;
const selectAccounts = `
  SELECT MIN(id) AS id
  FROM accounts
  WHERE kind = 'CUSTOMER'
  GROUP BY customer_id
  ORDER BY MIN(id)`;
const selectDeadlocks = `
  SELECT count AS deadlocks
  FROM information_schema.innodb_metrics
  WHERE name = 'lock_deadlocks'`;

interface Ground {
  readonly pool: Pool;
  readonly arena: Arena;
  readonly random: Random;
  /** Customers' first accounts in the order of their ids; the hot ones come first. */
  readonly ids: readonly bigint[];
}

/**
 * Ends the transaction in any case, so that the locks are released; returns whether it succeeded.
 */
async function withLocks(
  { pool }: Ground,
  work: (session: DatabaseSession) => Promise<void>,
): Promise<boolean> {
  return pool.use(async (session) => {
    // Locks the gaps behind the rows that are read, too.
    await session.write('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', [], statementMs);
    await session.write('START TRANSACTION', [], statementMs);
    try {
      await session.write(insertBallast, [], statementMs);
      await work(session);
      return true;
    } catch {
      // Sometimes this side is the victim, which must not affect the bank.
      return false;
    } finally {
      if (!session.discarded) await session.write('ROLLBACK', [], statementMs);
    }
  });
}

/**
 * A customer with a process of their own requests a payment while another transaction locks the
 * account for longer than a lock wait: the answer must be that nothing moved, or a receipt.
 */
async function payWhileHeld(ground: Ground): Promise<string> {
  const { arena, pool } = ground;
  const customer = arena.customers.at(-1)!;
  const bank = await arena.startBank();
  const payment = { kind: 'DEPOSIT', own: customer.account, payee: null, wish: '1', memo: null };
  const asked = { key: arena.nextKey(), session: customer.session, payment: payment as Payment };
  let outcome = 'none';
  await pool.use(async (session) => {
    await session.write('START TRANSACTION', [], statementMs);
    await session.rows(lockNumber, [customer.account], statementMs);
    arena.history.note('an account is held until its customer has an answer');
    const tools = { ...arena.tools, bank: () => bank };
    outcome = (await pay(tools, customer, asked)).outcome;
    await session.write('ROLLBACK', [], statementMs);
  });
  return outcome;
}

/**
 * The bank locks in ascending order; this does not and is heavier, so the bank becomes the victim.
 */
async function embrace(ground: Ground): Promise<boolean> {
  const { random, ids } = ground;
  const [low, high] = [ids[random.between(0, 2)]!, ids[random.between(3, 8)]!];
  return withLocks(ground, async (session) => {
    await session.rows(lockOne, [high], statementMs);
    await sleep(random.between(10, 40));
    await session.rows(lockOne, [low], statementMs);
  });
}

/** As `embrace`, but the bank has its account's lock and waits while it writes the entries. */
async function embraceEntries({ random, ids, ...ground }: Ground): Promise<boolean> {
  const account = ids[random.between(0, 2)]!;
  return withLocks({ random, ids, ...ground }, async (session) => {
    const [row] = await session.rows(selectLastSeq, [account], statementMs);
    const lastSeq = bigintOf(row!, 'last_seq');
    await session.rows(lockLastEntries, [account, lastSeq], statementMs);
    await sleep(random.between(10, 40));
    await session.rows(lockOne, [account], statementMs);
    // The other processes wait for the account too, and go on at the same time as the loser.
    await sleep(random.between(10, 40));
  });
}

async function holdLong(ground: Ground, ms: number): Promise<void> {
  const { random, ids, arena } = ground;
  await withLocks(ground, async (session) => {
    await session.rows(lockOne, [random.pick(ids.slice(0, 6))], statementMs);
    arena.history.note(`a row is held for ${ms} ms`);
    await sleep(ms);
  });
}

async function interrupt({ pool, random }: Ground, schema: string): Promise<number> {
  const writing = (await connectionsTo(pool, schema)).filter(
    ({ statement, state }) => statement?.includes('INSERT INTO') && !/commit/i.test(state),
  );
  if (writing.length === 0) return 0;
  const { id } = random.pick(writing);
  return pool.write(`KILL QUERY ${id}`).then(
    () => 1,
    () => 0,
  );
}

async function deadlocks(pool: Pool): Promise<number> {
  const [row] = await pool.rows(selectDeadlocks);
  return integerOf(row!, 'deadlocks');
}

export const locks: Stage = {
  name: 'locks',
  about:
    'deadlocks that the bank loses, rows held beyond the lock wait, KILL QUERY while it writes',
  run: async (context) =>
    withServer('locks', async (server) => {
      const name = 'locks';
      const schema = `torture_${name}`;
      const wanted = context.isShort
        ? { deadlocks: 20, interrupts: 25, holds: 1 }
        : { deadlocks: 200, interrupts: 200, holds: 6 };
      const limitMs = context.isShort ? 60_000 : 180_000;
      const wishes = { name, processes: 2, customers: 20, hot: 3, clients: 24 };
      return underTorture(context, server, wishes, async ({ arena }) => {
        const pool = server.pool(schema);
        const random = arena.random.fork('faults');
        await pool.write(createBallast);
        const ids = (await pool.rows(selectAccounts)).map((row) => bigintOf(row, 'id'));
        const ground: Ground = { pool: server.pool(schema), arena, random, ids };
        const begun = performance.now();
        const inTime = () => performance.now() - begun < limitMs;
        const before = await deadlocks(pool);
        let interrupts = 0;
        let ownLosses = 0;
        const bankLosses = async () => (await deadlocks(pool)) - before - ownLosses;
        const holding = (async () => {
          for (let held = 0; held < wanted.holds; held += 1) {
            await holdLong(ground, random.between(4_500, 5_500));
            await sleep(500);
          }
        })();
        while (inTime() && (await bankLosses()) < wanted.deadlocks) {
          const embraced = random.chance(0.5) ? embrace(ground) : embraceEntries(ground);
          if (!(await embraced)) ownLosses += 1;
          interrupts += await interrupt({ ...ground, pool }, schema);
        }
        await holding;
        const heldOutcome = await payWhileHeld(ground);
        const interruptedUntil = performance.now() + limitMs / 2;
        while (performance.now() < interruptedUntil && interrupts < wanted.interrupts) {
          interrupts += await interrupt({ ...ground, pool }, schema);
          await sleep(1);
        }
        const lost = await bankLosses();
        await ground.pool.close();
        await pool.close();
        return [
          atLeast('deadlocks lost by the bank', lost, wanted.deadlocks),
          atLeast('statements interrupted', interrupts, wanted.interrupts),
          exactly('answer while the account was held', heldOutcome, 'busy'),
          figure('rows held beyond the lock wait', wanted.holds),
          atMost('first success afterwards, seconds', seconds(await arena.nextSuccess(30_000)), 5),
        ];
      });
    }),
};
