/** A list of servers: used in order, kept while it works, changed if it is gone or silent. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPool, type Pool } from '../../src/db/pool.ts';
import { integerOf } from '../../src/db/rows.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();

/** A proxy to the test server that counts connections, and can be closed or go silent. */
class Door {
  visitors = 0;
  silent = false;
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  port = 0;

  async open(): Promise<void> {
    const server = createServer((client) => {
      this.visitors += 1;
      this.#sockets.add(client);
      client.on('error', () => {});
      if (this.silent) return;
      const inside = connect(database.address.socketPath!);
      inside.on('error', () => client.destroy());
      inside.on('close', () => client.destroy());
      client.on('close', () => inside.destroy());
      client.on('data', (data) => {
        if (!this.silent) inside.write(data);
      });
      inside.pipe(client);
    });
    this.#server = server;
    await new Promise<void>((resolve) => {
      server.listen(this.port, '127.0.0.1', () => resolve());
    });
    this.port = (server.address() as AddressInfo).port;
  }
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    await new Promise<void>((resolve) => {
      if (this.#server === null) resolve();
      else this.#server.close(() => resolve());
    });
  }
}

let doors: [Door, Door];
let pool: Pool;

beforeEach(async () => {
  doors = [new Door(), new Door()];
  for (const door of doors) await door.open();
  const [first, second] = doors;
  pool = createPool(
    {
      ...database.address,
      host: '127.0.0.1',
      port: first.port,
      socketPath: null,
      others: [{ host: '127.0.0.1', port: second.port }],
    },
    { limits: { statementMs: 700, acquireMs: 700 } },
  );
});
afterEach(async () => {
  await pool.close();
  for (const door of doors) await door.close();
});

const one = async (): Promise<number> => integerOf((await pool.rows('SELECT 1 AS one'))[0]!, 'one');
const visitors = () => doors.map((door) => door.visitors);

test('the first server of the list is used, and the second is not', async () => {
  for (let number = 0; number < 5; number += 1) expect(await one()).toBe(1);
  expect(visitors()).toEqual([1, 0]);
});

test('if it is gone the next one is used at once, and stays in use', async () => {
  await one();
  await doors[0].close();
  await one().catch(() => null);
  expect(await one()).toBe(1);
  await doors[0].open();
  for (let number = 0; number < 5; number += 1) expect(await one()).toBe(1);
  expect(doors[0].visitors).toBe(1);
});

test('if it falls silent the next one is used after one statement’s deadline', async () => {
  await one();
  doors[0].silent = true;
  await expect(one()).rejects.toMatchObject({ isSilent: true });
  expect(await one()).toBe(1);
  expect(doors[1].visitors).toBeGreaterThan(0);
});

test('a silent one is not tried again while the other is briefly unreachable', async () => {
  await one();
  doors[0].silent = true;
  await one().catch(() => null);
  expect(await one()).toBe(1);
  const asked = doors[0].visitors;
  doors[1].silent = false;
  await doors[1].close();
  await doors[1].open();
  await one().catch(() => null);
  expect(await one()).toBe(1);
  expect(doors[0].visitors).toBe(asked);
});

test('one that is silent from the start is skipped within the connection timeout', async () => {
  doors[0].silent = true;
  expect(await one()).toBe(1);
  expect(doors[0].visitors).toBeGreaterThan(0);
  expect(doors[1].visitors).toBe(1);
});

test('one that has left the cluster is skipped, and the statement fails as lost', async () => {
  await one();
  const detached = "SIGNAL SQLSTATE '08S01' SET MYSQL_ERRNO = 1047, MESSAGE_TEXT = 'not ready'";
  await expect(pool.write(detached)).rejects.toMatchObject({
    cause: { kind: 'lost', errno: 1047 },
  });
  expect(await one()).toBe(1);
  expect(visitors()).toEqual([1, 1]);
});
