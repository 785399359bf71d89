import mysql, { type Connection } from 'mysql2';
import { databaseError, DatabaseError, preparedTooMany } from './errors.ts';
import { preparedValuesMax } from './text/literals.ts';
import { type Message, statementText } from './text/message.ts';
import { bindable, type Scalar } from './text/scalars.ts';
import type { Row } from './rows.ts';
import type { Statement } from './text/statement.ts';

// Read once: each access of the driver's property loads it again, which is slow.
const { TypedParameter } = mysql;

/** Bits of the status flags in the server's OK packets. */
const inTransaction = 1;
const autocommit = 2;

/** Session settings, made before a connection's first statement. */
const strictMode = [
  'STRICT_TRANS_TABLES',
  'STRICT_ALL_TABLES',
  'ONLY_FULL_GROUP_BY',
  'NO_ZERO_IN_DATE',
  'NO_ZERO_DATE',
  'ERROR_FOR_DIVISION_BY_ZERO',
  'NO_ENGINE_SUBSTITUTION',
].join(',');
const setUp = [
  `SET SESSION sql_mode = '${strictMode}', time_zone = '+00:00', innodb_lock_wait_timeout = 4`,
  // Separate, because the variable's name differs between MySQL and MariaDB.
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
];

export interface Written {
  /** The number of rows matched (UPDATE), inserted or deleted. */
  readonly affectedRows: number;
  readonly insertId: bigint;
  /** After this statement the server reported that no transaction is open. */
  readonly idle: boolean;
}

/** One connection to the server. After a doubtful error it is discarded, never reused. */
export interface DatabaseSession {
  readonly threadId: number;
  readonly discarded: boolean;
  rows(sql: string, values: readonly Scalar[], timeoutMs: number): Promise<Row[]>;
  write(sql: string, values: readonly Scalar[], timeoutMs: number): Promise<Written>;
  /**
   * Sends several statements in one message, which saves round trips. They run in order; the
   * first that fails rejects, and later ones do not run.
   */
  together(message: Message, timeoutMs: number): Promise<readonly unknown[]>;
  /** Closes the socket at once, without waiting for answers. */
  discard(): void;
}

interface Header {
  readonly affectedRows: number | string;
  readonly insertId: number | string;
  readonly serverStatus: number;
}

function isHeader(result: unknown): result is Header {
  return typeof result === 'object' && result !== null && 'serverStatus' in result;
}

/** Throws if the statement returned no result set. */
export function rowsOf(result: unknown): Row[] {
  if (!Array.isArray(result)) throw new TypeError('This statement returns no rows');
  return result as Row[];
}

/** Throws if the statement returned a result set. */
export function writtenOf(result: unknown): Written {
  if (!isHeader(result)) throw new TypeError('This statement returns rows');
  return {
    affectedRows: Number(result.affectedRows),
    insertId: BigInt(result.insertId),
    idle: (result.serverStatus & (inTransaction | autocommit)) === autocommit,
  };
}

/** Integers are sent as 64-bit integers; as text or doubles they would compare inexactly. */
const typed = (value: string | bigint | Buffer | null): unknown =>
  typeof value === 'bigint' ? TypedParameter.LONGLONG(value) : value;

/** For the driver: SQL text alone, or text to be prepared, with its values. */
interface Sent {
  readonly text: string;
  readonly bound: readonly unknown[] | null;
}

const asText = (statement: Statement): Sent => ({ text: statementText(statement), bound: null });

function sentOf({ sql, values }: Statement): Sent {
  const isText = values.length === 0 || values.length > preparedValuesMax;
  if (isText) return asText({ sql, values });
  return { text: sql, bound: values.map(bindable).map(typed) };
}

type Answered = (error: unknown, result: unknown) => void;
/** Gives a statement to the driver. */
type Send = (answered: Answered) => void;
type Run = (message: Sent, timeoutMs: number) => Promise<unknown>;

/** With null for the values the driver does not search the text for placeholders. */
function sendOne(connection: Connection, { text, bound }: Sent): Send {
  return (answered) => {
    if (bound === null) connection.query(text, null, answered);
    else connection.execute(text, bound as never, answered);
  };
}

function sendAll(connection: Connection, { take }: Message): Send {
  return (answered) => {
    const query = connection.query(take(), null, answered);
    // The driver has sent it, and would keep it until the server has answered.
    query.sql = '';
  };
}

/** A statement that could not be prepared has not run: it and later ones are sent as text. */
function orAsText(run: Run) {
  let isTextOnly = false;
  return async (statement: Statement, timeoutMs: number): Promise<unknown> => {
    const message = isTextOnly ? asText(statement) : sentOf(statement);
    try {
      return await run(message, timeoutMs);
    } catch (error) {
      const isFull = error instanceof DatabaseError && error.errno === preparedTooMany;
      if (!isFull || message.bound === null) throw error;
      isTextOnly = true;
      return run(asText(statement), timeoutMs);
    }
  };
}

/** `onAbandoned` is called for a statement that timed out and may still run on the server. */
export function databaseSession(
  connection: Connection & { threadId: number },
  onAbandoned: (threadId: number) => void,
): DatabaseSession {
  let discarded = false;
  const discard = () => {
    discarded = true;
    connection.destroy();
    // `destroy` only ends our side; a stopped server would leave the socket half open.
    (connection as unknown as { stream: { destroy(): void } }).stream.destroy();
  };
  const answerTo = (send: Send, timeoutMs: number) =>
    new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => {
        discard();
        onAbandoned(connection.threadId);
        reject(
          new DatabaseError('The database did not answer in time', {
            kind: 'lost',
            isSilent: true,
          }),
        );
      }, timeoutMs);
      send((error, result) => {
        clearTimeout(timer);
        if (error === null || error === undefined) resolve(result);
        else reject(error);
      });
    });
  const run = async (send: Send, timeoutMs: number) => {
    try {
      return await answerTo(send, timeoutMs);
    } catch (thrown) {
      if (thrown instanceof TypeError) throw thrown;
      const error = databaseError(thrown);
      if (error.kind === 'lost') discard();
      // Captured here, not in the driver's callback, so that the stack shows the caller.
      Error.captureStackTrace(error, run);
      throw error;
    }
  };
  const runOne = orAsText(async (one, timeoutMs) => run(sendOne(connection, one), timeoutMs));
  return {
    threadId: connection.threadId,
    get discarded() {
      return discarded;
    },
    async rows(sql, values, timeoutMs) {
      return rowsOf(await runOne({ sql, values }, timeoutMs));
    },
    async write(sql, values, timeoutMs) {
      return writtenOf(await runOne({ sql, values }, timeoutMs));
    },
    async together(message, timeoutMs) {
      const results = await run(sendAll(connection, message), timeoutMs);
      return message.statements === 1 ? [results] : rowsOf(results);
    },
    discard,
  };
}

const unknownVariable = 1193;
const waitedInVain = 1205;
const detached = () =>
  new DatabaseError('This server is not part of the cluster', { kind: 'lost', errno: 1047 });

/**
 * On a cluster each transaction first waits until it sees all earlier commits: a request booked on
 * a server that died must be visible on the next. A server outside the cluster refuses ordinary
 * tables with 1047, and these, which are local to it, with 1205.
 */
async function joinCluster(session: DatabaseSession, timeoutMs: number): Promise<void> {
  try {
    await session.write('SET SESSION wsrep_sync_wait = 1', [], timeoutMs);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.errno !== unknownVariable) throw error;
  }
  await session
    .rows('SELECT COUNT(*) FROM information_schema.engines', [], timeoutMs)
    .catch((error: unknown) => {
      throw error instanceof DatabaseError && error.errno === waitedInVain ? detached() : error;
    });
}

/** Sets up a new connection; on failure discards it and throws a DatabaseError. */
export async function prepareSession(
  session: DatabaseSession,
  { timeoutMs, isCluster }: { readonly timeoutMs: number; readonly isCluster: boolean },
): Promise<void> {
  try {
    for (const statement of setUp) await session.write(statement, [], timeoutMs);
    if (isCluster) await joinCluster(session, timeoutMs);
  } catch (error) {
    session.discard();
    throw error;
  }
}
