/** Connections for the competitors: the driver as its documentation shows it. */
import mysql from 'mysql2';
import type { DatabaseAddress } from '../../../src/lib/database-address.ts';

export function driverOptions(address: DatabaseAddress): mysql.PoolOptions {
  return {
    ...(address.socketPath === null
      ? { host: address.host, port: address.port }
      : { socketPath: address.socketPath }),
    user: address.user,
    password: address.password,
    database: address.schema,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
  };
}

/** A pool whose connections are READ COMMITTED, as ours are. */
export function driverPool(address: DatabaseAddress, connections: number): mysql.Pool {
  const pool = mysql.createPool({ ...driverOptions(address), connectionLimit: connections });
  pool.on('connection', (connection) => {
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  });
  return pool;
}

export const ended = async (pool: mysql.Pool): Promise<void> =>
  new Promise((resolve, reject) => {
    pool.end((error) => (error ? reject(error) : resolve()));
  });
