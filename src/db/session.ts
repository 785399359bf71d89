import mysql, { type Connection } from 'mysql2';
import { databaseError, DatabaseError } from './errors.ts';
import { preparedValuesMax, withLiterals } from './literals.ts';
import { bindable, type Scalar } from './scalars.ts';
import type { Row } from './rows.ts';

// Looked up once: the driver loads it anew at every look, which cost most of a payment's time.
const { TypedParameter } = mysql;

/** Bits of the status that the server sends with each OK. */
const inTransaction = 1;
const autocommit = 2;

/** What every connection is set to before its first statement. */
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
  // A statement of its own, since the variable's name differs between MySQL and MariaDB.
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
];

export interface Written {
  /** Rows matched for updates, inserted or deleted otherwise. */
  readonly affectedRows: number;
  readonly insertId: bigint;
  /** The server's word, after this statement, that no transaction is open on the connection. */
  readonly idle: boolean;
}

/** One connection to the server. After any doubt it is discarded, never reused. */
export interface DatabaseSession {
  readonly threadId: number;
  readonly discarded: boolean;
  rows(sql: string, values: readonly Scalar[], timeoutMs: number): Promise<Row[]>;
  write(sql: string, values: readonly Scalar[], timeoutMs: number): Promise<Written>;
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

/** Integers go as 64-bit integers; as text or as a double they would compare inexactly. */
const typed = (value: string | bigint | Buffer | null): unknown =>
  typeof value === 'bigint' ? TypedParameter.LONGLONG(value) : value;

/** `onAbandoned` is told when a statement was given up that the server may still be working on. */
export function databaseSession(
  connection: Connection & { threadId: number },
  onAbandoned: (threadId: number) => void,
): DatabaseSession {
  let discarded = false;
  const discard = () => {
    discarded = true;
    connection.destroy();
    // `destroy` only says goodbye; a server that is stopped would keep the socket half open.
    (connection as unknown as { stream: { destroy(): void } }).stream.destroy();
  };
  const send = (sql: string, values: readonly Scalar[], timeoutMs: number) =>
    new Promise<unknown>((resolve, reject) => {
      const bound = values.map(bindable);
      const isLong = bound.length > preparedValuesMax;
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
      const answered = (error: unknown, result: unknown) => {
        clearTimeout(timer);
        if (error === null || error === undefined) resolve(result);
        else reject(error);
      };
      if (isLong) connection.query(withLiterals(sql, bound), answered);
      else if (bound.length === 0) connection.query(sql, answered);
      else connection.execute(sql, bound.map(typed) as never, answered);
    });
  const run = async (sql: string, values: readonly Scalar[], timeoutMs: number) => {
    try {
      return await send(sql, values, timeoutMs);
    } catch (thrown) {
      if (thrown instanceof TypeError) throw thrown;
      const error = databaseError(thrown);
      if (error.kind === 'lost') discard();
      // Made here and not in the driver's callback, so that the stack shows who asked.
      Error.captureStackTrace(error, run);
      throw error;
    }
  };
  return {
    threadId: connection.threadId,
    get discarded() {
      return discarded;
    },
    async rows(sql, values, timeoutMs) {
      const result = await run(sql, values, timeoutMs);
      if (!Array.isArray(result)) throw new TypeError('This statement answers no rows');
      return result as Row[];
    },
    async write(sql, values, timeoutMs) {
      const result = await run(sql, values, timeoutMs);
      if (!isHeader(result)) throw new TypeError('This statement answers rows');
      return {
        affectedRows: Number(result.affectedRows),
        insertId: BigInt(result.insertId),
        idle: (result.serverStatus & (inTransaction | autocommit)) === autocommit,
      };
    },
    discard,
  };
}

const unknownVariable = 1193;
const waitedInVain = 1205;
const detached = () =>
  new DatabaseError('This server is no part of the cluster now', { kind: 'lost', errno: 1047 });

/**
 * On a cluster each transaction first waits for what the others have committed: a request that was
 * booked on a server that died must be seen on the next one. A server that is not part of the
 * cluster any more refuses a look at tables with 1047, and at these, which are its own, with 1205.
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

/** Prepares a new connection; throws DatabaseError and leaves it discarded when that fails. */
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
