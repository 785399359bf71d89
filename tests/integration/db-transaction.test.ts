import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DatabaseError, isUnavailable, OutcomeUnknown } from '../../src/db/errors.ts';
import { ensureSchema } from '../../src/db/migrate.ts';
import { createPool, type Pool } from '../../src/db/pool.ts';
import { bigintOf, integerOf } from '../../src/db/rows.ts';
import { withTransaction, type Tx } from '../../src/db/transaction.ts';
import { startCommitProxy } from '../support/commit-proxy.ts';
import { dropSchema, newSchemaAddress } from '../support/database.ts';

const address = newSchemaAddress();
let pool: Pool;

beforeAll(async () => {
  await ensureSchema(address);
  pool = createPool(address);
  await pool.write(`
    CREATE TABLE boxes (
      id BIGINT PRIMARY KEY,
      amount BIGINT NOT NULL,
      CONSTRAINT boxes_amount CHECK (amount >= 0)
    ) ENGINE=InnoDB`);
});
beforeEach(async () => {
  await pool.write('DELETE FROM boxes');
  await pool.writeRows('INSERT INTO boxes (id, amount) VALUES :rows', [
    [1, 100],
    [2, 100],
  ]);
});
afterAll(async () => {
  await pool.close();
  await dropSchema(address);
});

const lock = 'SELECT amount FROM boxes WHERE id = ? FOR UPDATE';
const add = 'UPDATE boxes SET amount = amount + ? WHERE id = ?';
async function amounts(): Promise<bigint[]> {
  const rows = await pool.rows('SELECT amount FROM boxes ORDER BY id');
  return rows.map((row) => bigintOf(row, 'amount'));
}
const threadId = async (tx: Tx) =>
  bigintOf((await tx.rows('SELECT CONNECTION_ID() AS id'))[0]!, 'id');
const kill = async (id: bigint) => pool.write(`KILL ${id}`);

describe('a transaction', () => {
  test('commits when the work returns, and returns its value', async () => {
    const value = await withTransaction(pool, async (tx) => {
      await tx.write(add, [-40, 1]);
      await tx.write(add, [40, 2]);
      return 'done';
    });
    expect([value, await amounts()]).toEqual(['done', [60n, 140n]]);
  });

  test('rolls back when the work throws, and throws the same error', async () => {
    const reason = new Error('changed my mind');
    const work = withTransaction(pool, async (tx) => {
      await tx.write(add, [-40, 1]);
      throw reason;
    });
    await expect(work).rejects.toBe(reason);
    expect(await amounts()).toEqual([100n, 100n]);
  });

  test('rolls back when a statement that was not awaited fails', async () => {
    const work = withTransaction(pool, async (tx) => {
      await tx.write(add, [-40, 1]);
      tx.write('UPDATE nowhere SET x = 1').catch(() => {});
    });
    await expect(work).rejects.toMatchObject({ errno: 1146 });
    expect(await amounts()).toEqual([100n, 100n]);
  });

  test('can continue after a refused row', async () => {
    await withTransaction(pool, async (tx) => {
      const refused = await tx.write(add, [-101, 1]).catch((error: unknown) => error);
      expect(refused).toMatchObject({ kind: 'constraint', key: 'boxes_amount' });
      const twice = await tx
        .write('INSERT INTO boxes (id, amount) VALUES (1, 1)')
        .catch((error: unknown) => error);
      expect(twice).toMatchObject({ kind: 'duplicate', key: 'PRIMARY' });
      await tx.write(add, [1, 2]);
    });
    expect(await amounts()).toEqual([100n, 101n]);
  });

  test('cannot be used after its end', async () => {
    let escaped: Tx | undefined;
    await withTransaction(pool, async (tx) => {
      escaped = tx;
    });
    await expect(escaped!.write(add, [5, 1])).rejects.toThrow('has ended');
    expect(await amounts()).toEqual([100n, 100n]);
  });

  test('does not see uncommitted rows of another', async () => {
    await withTransaction(pool, async (tx) => {
      await tx.write(add, [-40, 1]);
      expect(await amounts()).toEqual([100n, 100n]);
    });
  });
});

describe('conflicts', () => {
  test('of opposite lock orders end with both committed', async () => {
    let attempts = 0;
    const both = (first: number, second: number) => {
      let isFirstTry = true;
      return withTransaction(pool, async (tx) => {
        attempts += 1;
        await tx.rows(lock, [first]);
        // Lets the other take its first lock, so that a deadlock is certain.
        if (isFirstTry) await tx.rows('SELECT SLEEP(0.2)');
        isFirstTry = false;
        await tx.rows(lock, [second]);
        await tx.write(add, [10, first]);
      });
    };
    await Promise.all([both(1, 2), both(2, 1)]);
    expect(await amounts()).toEqual([110n, 110n]);
    expect(attempts).toBe(3);
  });

  test('are noticed at the end even if the work ignores them', async () => {
    let attempts = 0;
    await withTransaction(pool, async (holder) => {
      await holder.rows(lock, [1]);
      const ignoring = withTransaction(
        pool,
        async (tx) => {
          attempts += 1;
          await tx.write('SET SESSION innodb_lock_wait_timeout = 1');
          await tx.write(add, [10, 2]);
          await tx.write(add, [10, 1]).catch(() => {});
          await tx.write(add, [10, 2]).catch(() => {});
        },
        { attemptsMax: 1 },
      );
      const error = await ignoring.catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ kind: 'conflict', errno: 1205 });
      expect(isUnavailable(error)).toBe(true);
    });
    expect(attempts).toBe(1);
    expect(await amounts()).toEqual([100n, 100n]);
  });

  test('end after the last attempt', async () => {
    let attempts = 0;
    const conflict = new DatabaseError('made up', { kind: 'conflict', errno: 1213 });
    const work = withTransaction(pool, async () => {
      attempts += 1;
      throw conflict;
    });
    await expect(work).rejects.toBe(conflict);
    expect(attempts).toBe(8);
  });
});

describe('a lost connection', () => {
  test('before COMMIT repeats the work', async () => {
    let attempts = 0;
    await withTransaction(pool, async (tx) => {
      attempts += 1;
      await tx.write(add, [10, 1]);
      if (attempts === 1) await kill(await threadId(tx));
      await tx.write(add, [10, 2]);
    });
    expect([attempts, await amounts()]).toEqual([2, [110n, 110n]]);
  });

  test.each([
    ['request', [100n, 100n]],
    ['answer', [110n, 100n]],
  ] as const)('with the %s of COMMIT is unknown, and not repeated', async (loss, after) => {
    const proxy = await startCommitProxy(address);
    const through = createPool(proxy.address);
    try {
      let attempts = 0;
      proxy.loseNext(loss);
      const work = withTransaction(through, async (tx) => {
        attempts += 1;
        await tx.write(add, [10, 1]);
      });
      await expect(work).rejects.toBeInstanceOf(OutcomeUnknown);
      expect([attempts, proxy.lost]).toEqual([1, 1]);
      expect(await amounts()).toEqual(after);
    } finally {
      await through.close();
      await proxy.close();
    }
  });

  test('of a single write is unknown, of a read it is not', async () => {
    const slow = createPool(address, { limits: { statementMs: 200 } });
    try {
      const write = slow.write('UPDATE boxes SET amount = amount + SLEEP(1) WHERE id = 1');
      await expect(write).rejects.toBeInstanceOf(OutcomeUnknown);
      await expect(slow.rows('SELECT SLEEP(1)')).rejects.toMatchObject({ kind: 'lost' });
    } finally {
      await slow.close();
    }
  });
});

describe('limits', () => {
  test('of time end hanging work and roll it back', async () => {
    const work = withTransaction(
      pool,
      async (tx) => {
        await tx.write(add, [10, 1]);
        await tx.rows('SELECT SLEEP(5)');
      },
      { workMs: 300, attemptsMax: 1 },
    );
    const error = await work.catch((thrown: unknown) => thrown);
    expect(isUnavailable(error)).toBe(true);
    // The server rolls back when it notices the lost connection; this waits for the lock.
    await pool.write(add, [1, 1]);
    expect(await amounts()).toEqual([101n, 100n]);
  });

  test('of connections make callers wait, then refuse them', async () => {
    const small = createPool(address, { limits: { connections: 1, waiting: 1, acquireMs: 150 } });
    try {
      await withTransaction(small, async () => {
        const refused = await Promise.allSettled([small.rows('SELECT 1'), small.rows('SELECT 1')]);
        expect(refused).toMatchObject([
          { reason: { kind: 'busy', message: 'No database connection was free in time' } },
          { reason: { kind: 'busy', message: 'Too many requests are waiting for the database' } },
        ]);
      });
      expect(await small.rows('SELECT 1 AS one')).toHaveLength(1);
    } finally {
      await small.close();
    }
  });

  test('of values are checked before anything is sent', async () => {
    await expect(pool.write(add, [Number.NaN, 1])).rejects.toThrow(TypeError);
    await expect(pool.write(add, [undefined as never, 1])).rejects.toThrow(TypeError);
    await expect(pool.write(add, [{ amount: 1 } as never, 1])).rejects.toThrow(TypeError);
    expect(await amounts()).toEqual([100n, 100n]);
  });
});

describe('a connection', () => {
  test('is strict, at READ COMMITTED, in UTC, each time it is used', async () => {
    // Versions use the old name of the isolation level, the new one, or both.
    const settings = `
      SHOW VARIABLES WHERE variable_name
      IN ('sql_mode', 'time_zone', 'tx_isolation', 'transaction_isolation')`;
    const seen = await Promise.all(Array.from({ length: 30 }, async () => pool.rows(settings)));
    for (const rows of seen) {
      const told = new Map(rows.map((row) => [row['Variable_name'], row['Value']]));
      const isolation = told.get('transaction_isolation') ?? told.get('tx_isolation');
      expect([told.get('time_zone'), isolation]).toEqual(['+00:00', 'READ-COMMITTED']);
      expect(told.get('sql_mode')).toContain('STRICT_ALL_TABLES');
    }
  });

  test('returns to the pool without a transaction after any end', async () => {
    const one = createPool(address, { limits: { connections: 1 } });
    try {
      const ends = [
        async () => {},
        async () => {
          throw new Error('no');
        },
      ];
      for (const end of ends) {
        await withTransaction(one, async (tx) => {
          await tx.write(add, [1, 1]);
          await end();
        }).catch(() => {});
        expect(await one.write(add, [0, 1])).toMatchObject({ idle: true });
      }
    } finally {
      await one.close();
    }
  });

  test('transfers and adds integers above 2^53 exactly', async () => {
    const large = 2n ** 53n + 1n;
    await pool.write('UPDATE boxes SET amount = ? WHERE id = 1', [large]);
    await pool.write(add, [2n, 1]);
    const [row] = await pool.rows('SELECT amount FROM boxes WHERE amount = ?', [large + 2n]);
    expect(bigintOf(row!, 'amount')).toBe(large + 2n);
  });

  test('counts updated rows by match, so writing the same again is not a miss', async () => {
    expect(await pool.write(add, [0, 1])).toMatchObject({ affectedRows: 1 });
    expect(await pool.write(add, [0, 9])).toMatchObject({ affectedRows: 0 });
  });

  test('is replaced after it was killed while idle', async () => {
    const one = createPool(address, { limits: { connections: 1 } });
    try {
      const id = integerOf((await one.rows('SELECT CONNECTION_ID() AS id'))[0]!, 'id');
      await kill(BigInt(id));
      await withTransaction(one, async (tx) => tx.write(add, [1, 1]));
      expect(await amounts()).toEqual([101n, 100n]);
    } finally {
      await one.close();
    }
  });
});
