import { performance } from 'node:perf_hooks';
import type { Brand } from '../lib/brand.ts';
import { backOff } from '../lib/retry.ts';
import { DatabaseError, OutcomeUnknown } from './errors.ts';
import { nothingWritten, type Pool, type Writer } from './pool.ts';
import type { Row } from './rows.ts';
import { rowsOf, writtenOf, type DatabaseSession, type Written } from './session.ts';
import { rowsStatement } from './text/row-statements.ts';
import type { Statement } from './text/statement.ts';

interface TransactionWriter extends Writer {
  /** Several reads, in order, in one round trip. */
  rowsTogether(statements: readonly Statement[]): Promise<readonly Row[][]>;
  /** Several writes, in order, in one round trip. */
  writeTogether(statements: readonly Statement[]): Promise<readonly Written[]>;
  /** Writes, then reads their result, in one round trip. */
  writeAndRead(writes: readonly Statement[], read: Statement): Promise<Row[]>;
  /** Calls it once this transaction is known to be committed; it must not throw. */
  afterCommit(work: () => void): void;
}

/** An open database transaction at READ COMMITTED; unusable after its end. */
export type Tx = Brand<TransactionWriter, 'Tx'>;

export interface TransactionLimits {
  readonly attemptsMax: number;
  /** No new attempt begins later than this after the first. */
  readonly retryWithinMs: number;
  /** Time limit of one attempt, from START TRANSACTION to COMMIT. */
  readonly workMs: number;
}

const defaults: TransactionLimits = { attemptsMax: 8, retryWithinMs: 2_000, workMs: 15_000 };
const pauses = { baseMs: 4, capMs: 250 };

interface OpenTransaction {
  readonly tx: Tx;
  /** Waits for running statements; throws if one of them broke the transaction. */
  readonly finish: () => Promise<void>;
  /** Calls what was to be called after the commit. */
  readonly committed: () => void;
}

/**
 * Runs statements in order. After a conflict or a lost connection the server has ended the
 * transaction, and another statement would commit by itself, so all later ones are refused.
 */
function openTransaction(session: DatabaseSession, timeLeftMs: () => number): OpenTransaction {
  let tail: Promise<unknown> = Promise.resolve();
  let broken: unknown = null;
  let ended = false;
  let started = false;
  const waiting: (() => void)[] = [];
  const start = { sql: 'START TRANSACTION', values: [] };
  const inTurn = async <Value>(work: (timeoutMs: number) => Promise<Value>): Promise<Value> => {
    if (ended) throw new TypeError('This database transaction has ended');
    const step = tail.then(async () => {
      if (broken !== null) throw broken;
      const timeoutMs = timeLeftMs();
      if (timeoutMs <= 0) throw new DatabaseError('The work took too long', { kind: 'busy' });
      return work(timeoutMs);
    });
    // Without the answer, which would be kept until the next statement.
    tail = step.then(
      () => undefined,
      (error: unknown) => {
        const survivable =
          error instanceof DatabaseError && ['duplicate', 'constraint'].includes(error.kind);
        if (!survivable) broken ??= error;
      },
    );
    return step;
  };
  const begun = async (ms: number) => {
    if (!started) await session.write(start.sql, start.values, ms);
    started = true;
    return session;
  };
  /** The first message also starts the transaction. */
  const together = async (statements: readonly Statement[]) =>
    inTurn(async (ms) => {
      const first = started ? [] : [start];
      started = true;
      try {
        return (await session.together([...first, ...statements], ms)).slice(first.length);
      } catch (error) {
        // How many of the statements ran is unknown.
        broken ??= error;
        throw error;
      }
    });
  const writer: TransactionWriter = {
    rows: async (sql, values = []) => inTurn(async (ms) => (await begun(ms)).rows(sql, values, ms)),
    write: async (sql, values = []) =>
      inTurn(async (ms) => (await begun(ms)).write(sql, values, ms)),
    writeRows: async (sql, rows) => {
      if (rows.length === 0) return nothingWritten;
      const statement = rowsStatement(sql, rows);
      return inTurn(async (ms) => (await begun(ms)).write(statement.sql, statement.values, ms));
    },
    rowsTogether: async (statements) => (await together(statements)).map(rowsOf),
    writeTogether: async (statements) => (await together(statements)).map(writtenOf),
    writeAndRead: async (writes, read) => rowsOf((await together([...writes, read])).at(-1)),
    afterCommit: (work) => {
      waiting.push(work);
    },
  };
  const finish = async () => {
    ended = true;
    await tail;
    if (broken !== null) throw broken;
  };
  const committed = () => {
    for (const work of waiting) work();
  };
  return { tx: writer as Tx, finish, committed };
}

/** Makes sure no transaction is open on the connection, or discards it; never throws. */
async function rollBack(session: DatabaseSession, timeoutMs: number): Promise<void> {
  if (session.discarded) return;
  try {
    const { idle } = await session.write('ROLLBACK', [], timeoutMs);
    if (!idle) session.discard();
  } catch {
    session.discard();
  }
}

async function commit(session: DatabaseSession, timeoutMs: number): Promise<void> {
  try {
    const { idle } = await session.write('COMMIT', [], timeoutMs);
    if (!idle) session.discard();
  } catch (error) {
    // A cluster reports conflicts at COMMIT; the server has then rolled back.
    if (error instanceof DatabaseError && error.errno === 1213) throw error;
    session.discard();
    throw new OutcomeUnknown('COMMIT was sent and its answer was lost', { cause: error });
  }
}

async function attempt<Value>(
  session: DatabaseSession,
  work: (tx: Tx) => Promise<Value>,
  limits: { readonly statementMs: number; readonly workMs: number },
): Promise<Value> {
  const deadline = performance.now() + limits.workMs;
  const timeLeftMs = () => Math.min(limits.statementMs, deadline - performance.now());
  const { tx, finish, committed } = openTransaction(session, timeLeftMs);
  let value: Value;
  try {
    try {
      value = await work(tx);
    } finally {
      await finish();
    }
  } catch (error) {
    await rollBack(session, limits.statementMs);
    throw error;
  }
  await commit(session, limits.statementMs);
  committed();
  return value;
}

/**
 * Commits when `work` returns; rolls back and rethrows when it throws. After a conflict or a lost
 * connection `work` runs again, so it must have no effect outside the database. If retries fail,
 * throws a DatabaseError for which `isUnavailable` is true: nothing was changed. Throws
 * OutcomeUnknown if the transaction may have been committed.
 */
export async function withTransaction<Value>(
  pool: Pool,
  work: (tx: Tx) => Promise<Value>,
  limits: Partial<TransactionLimits> = {},
): Promise<Value> {
  const { workMs } = { ...defaults, ...limits };
  const { statementMs } = pool.limits;
  return repeated(limits, async () =>
    pool.use(async (session) => attempt(session, work, { workMs, statementMs })),
  );
}

/**
 * A whole transaction in one message, for writes without decisions in between, and a read of
 * their result before others can change it. Throws like `withTransaction`.
 */
export async function writeAndReadAtOnce(
  pool: Pool,
  writes: readonly Statement[],
  read: Statement,
): Promise<Row[]> {
  const [start, end] = ['START TRANSACTION', 'COMMIT'].map((sql) => ({ sql, values: [] }));
  const statements = [start!, ...writes, read, end!];
  const once = async (session: DatabaseSession) => {
    try {
      const results = await session.together(statements, pool.limits.statementMs);
      if (!writtenOf(results.at(-1)).idle) session.discard();
      return rowsOf(results.at(-2));
    } catch (error) {
      // How many statements ran is unknown; without a connection the server rolls back.
      session.discard();
      if (!(error instanceof DatabaseError) || error.kind !== 'lost') throw error;
      throw new OutcomeUnknown('A transaction was sent and its answer was lost', { cause: error });
    }
  };
  return repeated({}, async () => pool.use(once));
}

async function repeated<Value>(
  limits: Partial<TransactionLimits>,
  once: () => Promise<Value>,
): Promise<Value> {
  const { attemptsMax, retryWithinMs } = { ...defaults, ...limits };
  const begun = performance.now();
  for (let number = 1; ; number += 1) {
    try {
      return await once();
    } catch (error) {
      const again = error instanceof DatabaseError && ['conflict', 'lost'].includes(error.kind);
      const spentMs = performance.now() - begun;
      if (!again || number >= attemptsMax || spentMs >= retryWithinMs) throw error;
      await backOff(number, pauses);
    }
  }
}
