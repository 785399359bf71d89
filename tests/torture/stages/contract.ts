/**
 * The behaviour of database server and driver that the bank relies on, tested on the real server.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseError } from '../../../src/db/errors.ts';
import { inspectServer } from '../../../src/db/gate.ts';
import { startLocalServer } from '../../../src/db/local/server.ts';
import { ensureSchema, migrate } from '../../../src/db/migrate.ts';
import { createPool, type Pool } from '../../../src/db/pool.ts';
import { bigintOf, integerOf, textOf } from '../../../src/db/rows.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { cacheFolder, migrationsFolder, tortureFolder } from '../support/folders.ts';
import { atLeast, exactly, type Figure, type Stage } from './stage.ts';

const commits = 200;
/** MySQL counts flushes of its log separately; MariaDB has one number for both. */
const showFsyncs = `
  SHOW GLOBAL STATUS WHERE variable_name IN ('Innodb_data_fsyncs', 'Innodb_os_log_fsyncs')`;
/** Text in a key compares byte for byte; `ascii` and `utf8mb4` have one such collation each. */
const selectLooseKeys = `
  SELECT c.table_name AS table_name, c.column_name AS column_name
  FROM information_schema.columns AS c
  WHERE c.table_schema = ? AND c.column_key <> '' AND c.collation_name IS NOT NULL
    AND c.collation_name NOT LIKE '%\\_bin'`;
const selectSession = `
  SELECT @@SESSION.sql_mode AS sql_mode, @@SESSION.innodb_lock_wait_timeout AS lock_wait,
    @@SESSION.time_zone AS time_zone`;
/** MariaDB and MySQL name it differently, and some versions have both names. */
const showIsolation = `
  SHOW VARIABLES WHERE variable_name IN ('tx_isolation', 'transaction_isolation')`;

async function fsyncs(pool: Pool): Promise<number> {
  const counted = (await pool.rows(showFsyncs)).map((row) => Number(textOf(row, 'Value')));
  return counted.reduce((sum, one) => sum + one, 0);
}

/** kill -9 does not reveal a log that is written but not flushed; counting flushes does. */
async function flushed(pool: Pool): Promise<Figure> {
  await pool.write('CREATE TABLE flushed (id INT PRIMARY KEY) ENGINE=InnoDB');
  const before = await fsyncs(pool);
  for (let id = 0; id < commits; id += 1) {
    await pool.write('INSERT INTO flushed VALUES (?)', [id]);
  }
  return atLeast(`fsyncs of ${commits} commits`, (await fsyncs(pool)) - before, commits);
}

async function refusals(work: readonly (() => Promise<unknown>)[]): Promise<number> {
  const results = await Promise.allSettled(work.map(async (one) => one()));
  return results.filter(({ status }) => status === 'rejected').length;
}

/** The start check must find each setting that could lose acknowledged payments. */
async function gate(pool: Pool, family: 'mariadb' | 'mysql'): Promise<Figure> {
  const names: string[] = [];
  const find = async () => {
    const { findings } = await inspectServer(pool, systemClock);
    names.push(findings.map(({ name }) => name).join('+') || 'none');
  };
  await find();
  await pool.write('SET GLOBAL innodb_flush_log_at_trx_commit = 2');
  await find();
  await pool.write('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
  const late = { now: () => systemClock.now() + 60_000 };
  const { findings } = await inspectServer(pool, late);
  names.push(findings.map(({ name }) => name).join('+') || 'none');
  if (family === 'mariadb') {
    return exactly('gate on: good, flush = 2, clock off', names.join(', '), 'none, flush, clock');
  }
  await pool.write('ALTER INSTANCE DISABLE INNODB REDO_LOG');
  await find();
  await pool.write('ALTER INSTANCE ENABLE INNODB REDO_LOG');
  const wanted = 'none, flush, clock, redo';
  return exactly('gate on: good, flush = 2, clock off, no redo log', names.join(', '), wanted);
}

async function binding(pool: Pool): Promise<Figure[]> {
  const wrong = [NaN, Infinity, 0.5, 2 ** 53, undefined, {}, [1], 2n ** 63n];
  const refused = await refusals(
    wrong.map((value) => async () => pool.rows('SELECT ? AS value', [value as never])),
  );
  const exact = [2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 63n - 1n];
  const rows = await Promise.all(
    exact.map(async (value) => pool.rows('SELECT CAST(? AS SIGNED) AS value', [value])),
  );
  const kept = rows.filter(([row], index) => bigintOf(row!, 'value') === exact[index]).length;
  return [
    exactly('wrong values refused before binding', refused, wrong.length),
    exactly('large integers kept exactly', kept, exact.length),
  ];
}

const account = (id: bigint, balance: bigint, held: bigint) =>
  `INSERT INTO accounts (id, kind, customer_id, account_number, holder_name, currency, status,
     balance, held, counted_day, opened_at)
   VALUES (${id}, 'CUSTOMER', 1, '100000000${id}', 'Anna M.', 'GEM', 'OPEN', ${balance}, ${held},
     CURRENT_DATE, NOW(6))`;
const entry = (seq: bigint, amount: bigint, after: bigint) =>
  `INSERT INTO entries (account_id, seq, transaction_id, kind, amount, balance_after,
     counterparty_account_id, booked_at)
   VALUES (7, ${seq}, 1, 'DEPOSIT', ${amount}, ${after}, 1, NOW(6))`;
const booked = (amount: bigint, target: bigint) =>
  `INSERT INTO transactions (id, kind, customer_id, initiator_id, fingerprint, source_account_id,
     source_seq, target_account_id, target_seq, amount, booked_at)
   VALUES (5, 'DEPOSIT', 1, 1, REPEAT('x', 32), 1, 1, ${target}, 1, ${amount}, NOW(6))`;

/** Constraints: rows that no statement can write, even with wrong code. */
async function constraints(pool: Pool): Promise<Figure> {
  await pool.write("INSERT INTO currencies (code, scale) VALUES ('GEM', 2)");
  await pool.write(
    "INSERT INTO customers (id, discord_user_id, registered_at) VALUES (1, '9', NOW(6))",
  );
  await pool.write(account(7n, 10n, 0n));
  await pool.write(entry(1n, 10n, 10n));
  await pool.write(booked(10n, 7n));
  const wrong = [
    account(8n, -1n, 0n),
    account(8n, 2n ** 53n, 0n),
    account(8n, 5n, 6n),
    entry(1n, 10n, 20n),
    entry(0n, 10n, 20n),
    entry(2n, 0n, 10n),
    entry(2n, -20n, -10n),
    booked(10n, 7n),
    booked(0n, 7n),
    booked(10n, 1n),
  ];
  let refused = 0;
  for (const sql of wrong) {
    refused += await pool.write(sql).then(
      () => 0,
      (error: unknown) => {
        if (!(error instanceof DatabaseError)) throw error;
        return ['constraint', 'duplicate'].includes(error.kind) ? 1 : 0;
      },
    );
  }
  return exactly('wrong rows refused by the schema', refused, wrong.length);
}

async function sessionSettings(pool: Pool): Promise<Figure> {
  const [row] = await pool.rows(selectSession);
  const [isolation] = await pool.rows(showIsolation);
  const wait = integerOf(row!, 'lock_wait');
  const facts = [
    /STRICT_TRANS_TABLES/.test(textOf(row!, 'sql_mode')) ? 'strict' : 'lenient',
    textOf(isolation!, 'Value'),
    wait >= 3 && wait <= 5 ? 'bounded waits' : `waits ${wait} s`,
    textOf(row!, 'time_zone'),
  ];
  const wanted = 'strict, READ-COMMITTED, bounded waits, +00:00';
  return exactly('settings of a connection', facts.join(', '), wanted);
}

export const contract: Stage = {
  name: 'engine contract',
  about: 'the private server, the schema and the driver behave as the bank assumes',
  run: async () => {
    const folder = join(tortureFolder, 'servers/contract');
    await rm(folder, { recursive: true, force: true });
    const server = await startLocalServer({
      folder,
      schema: 'contract',
      cacheFolder,
      searchPath: process.env['PATH'] ?? '',
      durability: 'strict',
      progress: () => {},
    });
    await ensureSchema(server.address);
    const pool = createPool(server.address);
    try {
      await migrate(pool, { folder: migrationsFolder, schema: 'contract' });
      const loose = (await pool.rows(selectLooseKeys, ['contract'])).map(
        (row) => `${textOf(row, 'table_name')}.${textOf(row, 'column_name')}`,
      );
      const figures = [
        await flushed(pool),
        await gate(pool, server.program.family),
        ...(await binding(pool)),
        exactly('keys that compare loosely', loose.join(' ') || 'none', 'none'),
        await constraints(pool),
        await sessionSettings(pool),
      ];
      return { figures, verdict: null };
    } finally {
      await pool.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
