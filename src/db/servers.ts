/**
 * The servers of one address. One is used until it fails, then the next in the given order: a
 * cluster is fastest, and its locks hold, with a single writer.
 */
import mysql, { type Pool as DriverPool } from 'mysql2';
import { elapsedMs } from '../lib/clock.ts';
import type { DatabaseAddress } from '../lib/database-address.ts';
import { connectionOptions } from './driver.ts';

export interface Server {
  readonly address: DatabaseAddress;
  readonly driver: DriverPool;
}

export interface Servers {
  readonly count: number;
  current(): Server;
  /**
   * Switches to the next server, unless another caller already has; with one server, does nothing.
   * The failed one is not used for `restMs`, unless all servers have failed and it is due first.
   */
  leave(failed: Server, restMs: number): void;
  close(): Promise<void>;
}

const goodbyeMs = 2_000;

/** Closes the connections, but does not wait for a server that no longer answers. */
function endDriver(driver: DriverPool): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, goodbyeMs);
    driver.end(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

export function openServers(
  address: DatabaseAddress,
  limits: {
    readonly schema: string | null;
    readonly connectMs: number;
    readonly connections: number;
    readonly waiting: number;
  },
): Servers {
  const { others = [], ...first } = address;
  const places: readonly DatabaseAddress[] = [
    first,
    ...others.map((place) => ({ ...first, ...place, socketPath: null })),
  ];
  const open = (number: number): Server => {
    const place = places[number]!;
    const driver = mysql.createPool({
      ...connectionOptions(place, limits),
      connectionLimit: limits.connections,
      maxIdle: limits.connections,
      queueLimit: limits.waiting,
    });
    // The driver listens once; a second error on a closing connection must not end the process.
    driver.on('connection', (connection) => connection.on('error', () => {}));
    return { address: place, driver };
  };
  const restsUntil = places.map(() => 0);
  /** The first usable server after `from`, or the one that becomes usable first. */
  const nextAfter = (from: number): number => {
    const inOrder = places.map((_, step) => (from + 1 + step) % places.length);
    const now = elapsedMs();
    const fresh = inOrder.find((one) => (restsUntil[one] ?? 0) <= now);
    const shortest = Math.min(...restsUntil);
    return fresh ?? inOrder.find((one) => restsUntil[one] === shortest) ?? from;
  };
  let number = 0;
  let server = open(number);
  return {
    count: places.length,
    current: () => server,
    leave: (failed, restMs) => {
      if (failed !== server || places.length === 1) return;
      restsUntil[number] = elapsedMs() + restMs;
      number = nextAfter(number);
      server = open(number);
      void endDriver(failed.driver);
    },
    close: async () => endDriver(server.driver),
  };
}
