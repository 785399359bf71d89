import { performance } from 'node:perf_hooks';
import type { Brand } from '../lib/brand.ts';
import { backOff } from '../lib/retry.ts';
import { DatabaseError, OutcomeUnknown } from './errors.ts';
import { nothingWritten, type Pool, type Writer } from './pool.ts';
import type { Row } from './rows.ts';
import { rowsOf, writtenOf, type DatabaseSession, type Written } from './session.ts';
import { rowsStatement } from './text/row-statements.ts';
import { messageOf, messagesOf } from './text/message.ts';
import type { MessagePart, Statement } from './text/statement.ts';
import { turns } from './turns.ts';

interface TransactionWriter extends Writer {
  /** Several reads, in order, in one round trip, or in a few if the statements are long. */
  rowsTogether(statements: readonly MessagePart[]): Promise<readonly Row[][]>;
  /** Several writes, in order, sent in the same way. */
  writeTogether(statements: readonly MessagePart[]): Promise<readonly Written[]>;
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

function openTransaction(session: DatabaseSession, timeLeftMs: () => number): OpenTransaction {
  const { take, breakOff, finish } = turns(timeLeftMs);
  let started = false;
  const waiting: (() => void)[] = [];
  const start = { sql: 'START TRANSACTION', values: [] };
  /** What comes first starts the transaction. */
  const isFirst = () => {
    if (started) return false;
    started = true;
    return true;
  };
  const alone = async <Value>(work: (timeoutMs: number) => Promise<Value>): Promise<Value> => {
    const starts = isFirst();
    return take(async (ms) => {
      if (starts) await session.write(start.sql, start.values, ms);
      return work(ms);
    });
  };
  /** Made at once: what it is made from is not kept until the server has answered. */
  const madeOf = (statements: readonly MessagePart[]) => {
    try {
      return messagesOf(statements);
    } catch (error) {
      breakOff(error);
      throw error;
    }
  };
  const together = async (statements: readonly MessagePart[]) => {
    const first = isFirst() ? [start] : [];
    const before = first.length;
    const answers = madeOf([...first, ...statements]).map((message) =>
      take(async (ms) => {
        try {
          return await session.together(message, ms);
        } catch (error) {
          // How many of the statements ran is unknown.
          breakOff(error);
          throw error;
        }
      }),
    );
    // Without `await`, so that the statements are not kept until then.
    return Promise.all(answers).then((all) => all.flat().slice(before));
  };
  const writer: TransactionWriter = {
    rows: async (sql, values = []) => alone(async (ms) => session.rows(sql, values, ms)),
    write: async (sql, values = []) => alone(async (ms) => session.write(sql, values, ms)),
    writeRows: async (sql, rows) => {
      if (rows.length === 0) return nothingWritten;
      const statement = rowsStatement(sql, rows);
      return alone(async (ms) => session.write(statement.sql, statement.values, ms));
    },
    rowsTogether: (statements) => together(statements).then((all) => all.map(rowsOf)),
    writeTogether: (statements) => together(statements).then((all) => all.map(writtenOf)),
    writeAndRead: async (writes, read) => rowsOf((await together([...writes, read])).at(-1)),
    afterCommit: (work) => {
      waiting.push(work);
    },
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
  const once = async (session: DatabaseSession) => {
    const message = messageOf([start!, ...writes, read, end!]);
    try {
      const results = await session.together(message, pool.limits.statementMs);
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
