import type { Pool as DriverPool, PoolConnection } from 'mysql2';
import type { DatabaseAddress } from '../lib/database-address.ts';
import { endThread } from './driver.ts';
import { databaseError, DatabaseError, OutcomeUnknown } from './errors.ts';
import { rowsStatement } from './text/row-statements.ts';
import type { Row } from './rows.ts';
import type { Scalar } from './text/scalars.ts';
import { openServers, type Server, type Servers } from './servers.ts';
import { databaseSession, prepareSession, type DatabaseSession, type Written } from './session.ts';

/** Runs reads. Placeholders are `?` only; pass values separately, never in the text. */
export interface Reader {
  rows(sql: string, values?: readonly Scalar[]): Promise<Row[]>;
}

export interface Writer extends Reader {
  write(sql: string, values?: readonly Scalar[]): Promise<Written>;
  /** Writes many rows with one statement that contains `VALUES :rows`; none for an empty list. */
  writeRows(sql: string, rows: readonly (readonly Scalar[])[]): Promise<Written>;
}

/** Single statements commit by themselves; for more than one use `withTransaction`. */
export interface Pool extends Writer {
  /** Lends a connection for `work`, then takes it back, or discards it after a doubtful error. */
  use<Value>(work: (session: DatabaseSession) => Promise<Value>): Promise<Value>;
  readonly limits: PoolLimits;
  readonly usage: PoolUsage;
  close(): Promise<void>;
}

export interface PoolUsage {
  /** Callers that have a connection, and callers that wait for one. */
  readonly busy: number;
  readonly waiting: number;
}

export interface PoolLimits {
  readonly connections: number;
  /** How many callers may wait for a connection; further ones are refused at once. */
  readonly waiting: number;
  readonly acquireMs: number;
  /** Time limit of one statement, including lock waits. */
  readonly statementMs: number;
}

export const defaultLimits: PoolLimits = {
  connections: 12,
  waiting: 4_000,
  acquireMs: 3_000,
  statementMs: 10_000,
};

/** Shorter, because another server can take over from one that does not answer. */
const clusterLimits: Partial<PoolLimits> = { statementMs: 5_000 };

const busy = (why: string) => new DatabaseError(why, { kind: 'busy' });

export const nothingWritten: Written = { affectedRows: 0, insertId: 0n, idle: true };

/** The driver queues without a deadline, so a connection that arrives too late is released. */
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
      return reject(
        full ? busy('Too many requests are waiting for the database') : databaseError(error),
      );
    });
  });
}

/**
 * When a cluster loses a server, the others need seconds to agree on it and do not answer until
 * then. Waiting for the next in the list keeps all processes on the same server.
 */
const clusterAgreesMs = 10_000;

/** Errors about the server, not the connection: another server may work. */
const unfitNumbers = new Set([1047, 1290, 1792, 1836]);

/** How long a failed server is not used, when there are others. */
const rests = {
  /** It is dead, paused or unreachable, and does not answer. */
  goneMs: 15_000,
  /** It answers that it is not ready, which changes as soon as the cluster agrees. */
  notReadyMs: 300,
};

/** Null for errors that are not the server's fault. */
function restAfter(error: unknown): number | null {
  const reason = error instanceof OutcomeUnknown ? error.cause : error;
  if (!(reason instanceof DatabaseError)) return null;
  if (unfitNumbers.has(reason.errno ?? 0)) return rests.notReadyMs;
  return reason.isSilent ? rests.goneMs : null;
}

/** Opens connections to the server in use; each is set up once. */
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
  /** An unreachable server has received nothing, so the next one may be tried at once. */
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

/** Connects on first use. `schema: null` connects without choosing a database. */
export function createPool(
  address: DatabaseAddress,
  options: { readonly limits?: Partial<PoolLimits>; readonly schema?: string | null } = {},
): Pool {
  const isCluster = (address.others ?? []).length > 0;
  const usual = isCluster ? { ...defaultLimits, ...clusterLimits } : defaultLimits;
  const limits = { ...usual, ...options.limits };
  const schema = options.schema === undefined ? address.schema : options.schema;
  // Shorter than the caller's deadline: otherwise a server that never answers would look busy.
  const connectMs = Math.min(limits.acquireMs / (isCluster ? 2 : 1), 3_000);
  const servers = openServers(address, { ...limits, schema, connectMs });
  const open = openConnections(servers, { acquireMs: limits.acquireMs, connectMs });
  const usage = { busy: 0, waiting: 0 };
  const openCounted = async () => {
    usage.waiting += 1;
    try {
      return await open();
    } finally {
      usage.waiting -= 1;
    }
  };
  const use: Pool['use'] = async (work) => {
    const { server, connection, session } = await openCounted();
    usage.busy += 1;
    try {
      return await work(session);
    } catch (error) {
      const restMs = restAfter(error);
      if (restMs !== null) servers.leave(server, restMs);
      throw error;
    } finally {
      usage.busy -= 1;
      if (!session.discarded) connection.release();
    }
  };

  const write: Pool['write'] = async (sql, values = []) =>
    use(async (session) => {
      try {
        return await session.write(sql, values, limits.statementMs);
      } catch (error) {
        // A single statement commits by itself: without an answer, its outcome is unknown.
        if (error instanceof DatabaseError && error.kind === 'lost') {
          throw new OutcomeUnknown('The answer to a single statement was lost', { cause: error });
        }
        throw error;
      }
    });

  return {
    limits,
    usage,
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
