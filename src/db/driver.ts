/** The driver's options. Each one that differs from its default prevents a known problem. */
import mysql, { type ConnectionOptions } from 'mysql2';
import type { DatabaseAddress } from '../lib/database-address.ts';

export function connectionOptions(
  address: DatabaseAddress,
  { schema, connectMs }: { readonly schema: string | null; readonly connectMs: number },
): ConnectionOptions {
  return {
    ...(address.socketPath === null
      ? { host: address.host, port: address.port }
      : { socketPath: address.socketPath }),
    user: address.user,
    password: address.password,
    ...(schema === null ? {} : { database: schema }),
    ...(address.tls === 'off' ? {} : { ssl: { rejectUnauthorized: address.tls === 'verify' } }),
    charset: 'utf8mb4_bin',
    // Integers, decimals and dates come as text; nothing passes through a JS number.
    supportBigNumbers: true,
    bigNumberStrings: true,
    decimalNumbers: false,
    dateStrings: true,
    jsonStrings: true,
    timezone: 'Z',
    stringifyObjects: true,
    // Only session.ts joins statements; a single statement that contains a semicolon is refused.
    multipleStatements: true,
    connectTimeout: connectMs,
    maxPreparedStatements: 256,
    enableKeepAlive: true,
    keepAliveInitialDelay: 10_000,
    // Never let a server read a local file.
    flags: ['-LOCAL_FILES'],
  };
}

/**
 * Kills a statement that timed out: the server does not notice that its client is gone and would
 * keep the locks until the statement ends. Best effort, in the background, on a new connection.
 */
export function endThread(
  address: DatabaseAddress,
  { threadId, connectMs }: { readonly threadId: number; readonly connectMs: number },
): void {
  const connection = mysql.createConnection(
    connectionOptions(address, { schema: null, connectMs }),
  );
  // The statement, or the whole server, may have ended already.
  connection.on('error', () => {});
  connection.query(`KILL ${threadId}`, () => connection.destroy());
}
