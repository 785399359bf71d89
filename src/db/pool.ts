import type { Pool as DriverPool, PoolConnection } from 'mysql2';
import type { DatabaseAddress } from '../lib/database-address.ts';
import { endThread } from './driver.ts';
import { databaseError, DatabaseError, OutcomeUnknown } from './errors.ts';
import { preparedValuesMax, rowLiterals } from './literals.ts';
import { rowPlaceholders } from './placeholders.ts';
import type { Row } from './rows.ts';
import type { Scalar } from './scalars.ts';
import { openServers, type Server, type Servers } from './servers.ts';
import { databaseSession, prepareSession, type DatabaseSession, type Written } from './session.ts';

/** Reads may run anywhere. Placeholders are `?` only; values never become part of the text. */
export interface Reader {
  rows(sql: string, values?: readonly Scalar[]): Promise<Row[]>;
}

export interface Writer extends Reader {
  write(sql: string, values?: readonly Scalar[]): Promise<Written>;
  /** Writes many rows by one statement that says `VALUES :rows`; an empty list writes nothing. */
  writeRows(sql: string, rows: readonly (readonly Scalar[])[]): Promise<Written>;
}

/** Single statements commit by themselves; for more than one use `withTransaction`. */
export interface Pool extends Writer {
  /** Hands out a connection for one piece of work and takes it back, or discards it in doubt. */
  use<Value>(work: (session: DatabaseSession) => Promise<Value>): Promise<Value>;
  readonly limits: PoolLimits;
  close(): Promise<void>;
}

export interface PoolLimits {
  readonly connections: number;
  /** Callers that may wait for a connection; more are refused at once. */
  readonly waiting: number;
  readonly acquireMs: number;
  /** One statement, lock waits included. */
  readonly statementMs: number;
}

export const defaultLimits: PoolLimits = {
  connections: 12,
  waiting: 4_000,
  acquireMs: 3_000,
  statementMs: 10_000,
};

/** Where another server can take over, a silent one is waited for less long. */
const clusterLimits: Partial<PoolLimits> = { statementMs: 5_000 };

const busy = (why: string) => new DatabaseError(why, { kind: 'busy' });

/** Fills in `:rows`, few as placeholders; every row must have as many values as the first. */
export function rowsStatement(sql: string, rows: readonly (readonly Scalar[])[]) {
  const columns = rows[0]?.length ?? 0;
  if (!sql.includes(':rows')) throw new TypeError('The statement does not say :rows');
  if (rows.some((row) => row.length !== columns)) throw new TypeError('Rows differ in length');
  if (rows.length * columns > preparedValuesMax) {
    return { sql: sql.replace(':rows', () => rowLiterals(rows)), values: [] };
  }
  return {
    sql: sql.replace(':rows', rowPlaceholders({ rows: rows.length, columns })),
    values: rows.flat(),
  };
}

export const nothingWritten: Written = { affectedRows: 0, insertId: 0n, idle: true };

/** The driver queues without a deadline; whoever is served too late hands the connection back. */
function acquire(driver: DriverPool, withinMs: number): Promise<PoolConnection> {
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(busy('No database connection was free in time'));
    }, withinMs);
    driver.getConnection((error, connection) => {
      clearTimeout(timer);
      if (late) return error ? undefined : connection.release();
      if (!error) return resolve(connection);
      const full = error.message === 'Queue limit reached.';
      return reject(full ? busy('Too many wait for the database') : databaseError(error));
    });
  });
}

/**
 * Servers that are left need seconds to agree that one is gone, and are silent meanwhile. Waiting
 * for the next in the list keeps all processes on the same one.
 */
const clusterAgreesMs = 10_000;

/** Errors that speak of the server and not of the connection: another one may serve. */
const unfitNumbers = new Set([1047, 1290, 1792, 1836]);

/** How long a server that failed is left alone, when there are others. */
const rests = {
  /** Dead, paused or cut off: it answers to nobody. */
  goneMs: 15_000,
  /** It answers that it cannot serve yet, which changes as soon as the others agree. */
  notReadyMs: 300,
};

/** Null for errors that do not speak against the server. */
function restAfter(error: unknown): number | null {
  const reason = error instanceof OutcomeUnknown ? error.cause : error;
  if (!(reason instanceof DatabaseError)) return null;
  if (unfitNumbers.has(reason.errno ?? 0)) return rests.notReadyMs;
  return reason.isSilent ? rests.goneMs : null;
}

/** Connections of whichever server serves, each prepared once. */
function openConnections(
  servers: Servers,
  { acquireMs, connectMs }: { readonly acquireMs: number; readonly connectMs: number },
) {
  const isCluster = servers.count > 1;
  const sessions = new WeakMap<PoolConnection, DatabaseSession>();
  const openOn = async ({ address: place, driver }: Server) => {
    const connection = await acquire(driver, acquireMs);
    let session = sessions.get(connection);
    if (session === undefined) {
      session = databaseSession(connection, (threadId) => {
        endThread(place, { threadId, connectMs });
      });
      const timeoutMs = isCluster ? clusterAgreesMs : acquireMs;
      await prepareSession(session, { timeoutMs, isCluster });
      sessions.set(connection, session);
    }
    return { connection, session };
  };
  /** Nothing has been asked of a server that cannot be reached, so another may be tried at once. */
  return async () => {
    for (let tries = 1; ; tries += 1) {
      const server = servers.current();
      try {
        return { server, ...(await openOn(server)) };
      } catch (error) {
        if (!(error instanceof DatabaseError) || error.kind !== 'lost') throw error;
        servers.leave(server, restAfter(error) ?? rests.goneMs);
        if (tries >= servers.count) throw error;
      }
    }
  };
}

/** Opens no connection yet. `schema: null` connects without choosing a database. */
export function createPool(
  address: DatabaseAddress,
  options: { readonly limits?: Partial<PoolLimits>; readonly schema?: string | null } = {},
): Pool {
  const isCluster = (address.others ?? []).length > 0;
  const usual = isCluster ? { ...defaultLimits, ...clusterLimits } : defaultLimits;
  const limits = { ...usual, ...options.limits };
  const schema = options.schema === undefined ? address.schema : options.schema;
  // Given up before its caller is: else a server silent from the start only ever looked busy.
  const connectMs = Math.min(limits.acquireMs / (isCluster ? 2 : 1), 3_000);
  const servers = openServers(address, { ...limits, schema, connectMs });
  const open = openConnections(servers, { acquireMs: limits.acquireMs, connectMs });
  const use: Pool['use'] = async (work) => {
    const { server, connection, session } = await open();
    try {
      return await work(session);
    } catch (error) {
      const restMs = restAfter(error);
      if (restMs !== null) servers.leave(server, restMs);
      throw error;
    } finally {
      if (!session.discarded) connection.release();
    }
  };

  const write: Pool['write'] = async (sql, values = []) =>
    use(async (session) => {
      try {
        return await session.write(sql, values, limits.statementMs);
      } catch (error) {
        // It commits by itself: with the answer lost, nobody knows.
        if (error instanceof DatabaseError && error.kind === 'lost') {
          throw new OutcomeUnknown('The answer to a single statement was lost', { cause: error });
        }
        throw error;
      }
    });

  return {
    limits,
    use,
    write,
    rows: async (sql, values = []) =>
      use(async (session) => session.rows(sql, values, limits.statementMs)),
    writeRows: async (sql, rows) => {
      if (rows.length === 0) return nothingWritten;
      const statement = rowsStatement(sql, rows);
      return write(statement.sql, statement.values);
    },
    close: async () => servers.close(),
  };
}
