/** Several statements in one message: one round trip, all or nothing. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bigintOf } from '../../src/db/rows.ts';
import { withTransaction, writeAndReadAtOnce } from '../../src/db/transaction.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const add = (amount: number, id: number) => ({
  sql: 'UPDATE jars SET amount = amount + ? WHERE id = ?',
  values: [amount, id],
});
/** Two of them are longer than one message may be. */
const long = (amount: number) => ({
  sql: `UPDATE jars SET amount = amount + ${amount} WHERE id = 1 AND '${'x'.repeat(70_000)}' <> ''`,
  values: [],
});
const amountsOf = async () =>
  (await database.pool.rows('SELECT amount FROM jars ORDER BY id')).map((row) =>
    bigintOf(row, 'amount'),
  );

beforeAll(async () => {
  await database.pool.write(`
    CREATE TABLE jars (
      id BIGINT NOT NULL PRIMARY KEY,
      amount BIGINT NOT NULL,
      label VARCHAR(100) NULL,
      CONSTRAINT jars_amount CHECK (amount >= 0)
    ) ENGINE=InnoDB`);
});
beforeEach(async () => {
  await database.pool.write('DELETE FROM jars');
  await database.pool.write('INSERT INTO jars (id, amount) VALUES (1, 100), (2, 100)');
});
afterAll(async () => {
  await database.pool.write('DROP TABLE jars');
});

describe('statements sent together', () => {
  test('run in order, in the transaction, each with its own answer', async () => {
    const read = { sql: 'SELECT amount FROM jars WHERE id = ?', values: [1] };
    const told = await withTransaction(database.pool, async (tx) => {
      const [before = []] = await tx.rowsTogether([read, read]);
      const written = await tx.writeTogether([add(-40, 1), add(40, 2), add(1, 3)]);
      const [after = []] = await tx.rowsTogether([read]);
      // Not visible to other connections before the end.
      expect(await amountsOf()).toEqual([100n, 100n]);
      return [
        ...[before, after].map(([row = {}]) => bigintOf(row, 'amount')),
        ...written.map(({ affectedRows }) => affectedRows),
      ];
    });
    expect(told).toEqual([100n, 60n, 1, 1, 0]);
    expect(await amountsOf()).toEqual([60n, 140n]);
  });

  test('that are long are sent in turn, and are still one transaction', async () => {
    const memo = { sql: `SELECT '${'x'.repeat(90_000)}' AS memo`, values: [] };
    const read = { sql: 'SELECT amount FROM jars WHERE id = ?', values: [1] };
    const found = await withTransaction(database.pool, async (tx) => {
      const written = await tx.writeTogether([long(1), long(2), add(-40, 2), long(4)]);
      expect(written.map(({ affectedRows }) => affectedRows)).toEqual([1, 1, 1, 1]);
      expect(await amountsOf()).toEqual([100n, 100n]);
      return tx.rowsTogether([memo, read, memo, read]);
    });
    expect(found.map(([row = {}]) => Object.keys(row))).toEqual([
      ['memo'],
      ['amount'],
      ['memo'],
      ['amount'],
    ]);
    expect(bigintOf(found[3]![0]!, 'amount')).toBe(107n);
    expect(await amountsOf()).toEqual([107n, 60n]);
  });

  test('that are long end with the first message that fails', async () => {
    // The second message ends the transaction and fails: a third would be committed by itself.
    const end = { sql: 'ROLLBACK', values: [] };
    const work = withTransaction(database.pool, async (tx) =>
      tx.writeTogether([long(1), long(2), end, add(-101, 2), long(500)]),
    );
    await expect(work).rejects.toMatchObject({ kind: 'constraint', key: 'jars_amount' });
    expect(await amountsOf()).toEqual([100n, 100n]);
  });

  test('end with the first that fails, and are rolled back', async () => {
    const work = withTransaction(database.pool, async (tx) => {
      const failed = tx.writeTogether([add(-40, 1), add(-101, 2), add(500, 1)]);
      await expect(failed).rejects.toMatchObject({ kind: 'constraint', key: 'jars_amount' });
      // It is unknown how far it came, so this transaction cannot continue.
      await expect(tx.write(add(7, 1).sql, [7, 1])).rejects.toMatchObject({ kind: 'constraint' });
    });
    await expect(work).rejects.toMatchObject({ key: 'jars_amount' });
    expect(await amountsOf()).toEqual([100n, 100n]);
  });

  test('start the transaction in their own message, and end it if they fail', async () => {
    const work = withTransaction(database.pool, async (tx) => {
      await tx.writeTogether([add(-40, 1), { sql: 'UPDATE nowhere SET x = 1', values: [] }]);
    });
    await expect(work).rejects.toMatchObject({ errno: 1146 });
    expect(await amountsOf()).toEqual([100n, 100n]);
  });

  test('do not run a value that looks like a statement', async () => {
    const label = "'; DELETE FROM jars; -- ";
    const set = (id: number) => ({
      sql: 'UPDATE jars SET label = ? WHERE id = ?',
      values: [label, id],
    });
    await withTransaction(database.pool, async (tx) => tx.writeTogether([set(1), set(2)]));
    const rows = await database.pool.rows('SELECT label FROM jars');
    expect(rows).toEqual([{ label }, { label }]);
  });
});

describe('a whole transaction in one message', () => {
  const sum = { sql: 'SELECT SUM(amount) AS amount FROM jars', values: [] };
  const sumAfter = async (...writes: readonly ReturnType<typeof add>[]) =>
    bigintOf((await writeAndReadAtOnce(database.pool, writes, sum))[0]!, 'amount');

  test('reads its own writes and commits them', async () => {
    expect(await sumAfter(add(5, 1), add(7, 2))).toBe(212n);
    expect(await amountsOf()).toEqual([105n, 107n]);
  });

  test('reads nothing written later', async () => {
    const sums = await Promise.all(Array.from({ length: 40 }, async () => sumAfter(add(1, 1))));
    // Each has seen its own addition, and all sums differ.
    expect(new Set(sums)).toEqual(new Set(sums.map((_, index) => 201n + BigInt(index))));
  });

  test('leaves nothing behind if one of its statements fails', async () => {
    const failed = sumAfter(add(-40, 1), add(-101, 2));
    await expect(failed).rejects.toMatchObject({ kind: 'constraint' });
    expect(await amountsOf()).toEqual([100n, 100n]);
    expect(await sumAfter(add(1, 1), add(1, 2))).toBe(202n);
  });
});

describe('after a deadlock', () => {
  const holdMs = 300;

  /** Holds the second jar until the other transaction waits for it, then wants the first. */
  const heavier = async (other: () => Promise<unknown>) => {
    let answer: Promise<unknown> = Promise.resolve();
    await withTransaction(database.pool, async (tx) => {
      const rows = Array.from({ length: 50 }, (_, index) => [10 + index, 0]);
      // The server ends the transaction that has changed less.
      await tx.writeRows('INSERT INTO jars (id, amount) VALUES :rows', rows);
      await tx.write('UPDATE jars SET amount = amount + 1 WHERE id = 2');
      answer = other();
      await sleep(holdMs);
      await tx.write('UPDATE jars SET amount = amount + 1 WHERE id = 1');
    });
    await answer;
    expect((await amountsOf()).slice(0, 2)).toEqual([106n, 96n]);
  };

  test('a transaction in one message is sent again', async () => {
    const read = { sql: 'SELECT amount FROM jars WHERE id = 1', values: [] };
    await heavier(async () => writeAndReadAtOnce(database.pool, [add(5, 1), add(-5, 2)], read));
  });

  test('so are statements sent together', async () => {
    await heavier(async () =>
      withTransaction(database.pool, async (tx) => tx.writeTogether([add(5, 1), add(-5, 2)])),
    );
  });
});

describe('one statement', () => {
  test.each([
    ['as it stands', 'SELECT 1; DROP TABLE jars', []],
    ['with values', 'UPDATE jars SET amount = 1; DELETE FROM jars WHERE id = ?', [1]],
  ])('never contains a second, %s', async (_, sql, values) => {
    const call = database.pool.rows(sql, values);
    await expect(call).rejects.toThrow();
    const within = withTransaction(database.pool, async (tx) =>
      tx.writeTogether([{ sql, values }]),
    );
    await expect(within).rejects.toThrow('A statement must not contain a semicolon');
    expect(await amountsOf()).toEqual([100n, 100n]);
  });
});
