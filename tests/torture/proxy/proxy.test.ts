/**
 * The proxy loses exactly what it says: each fault leaves the database in the state it promises.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OutcomeUnknown } from '../../../src/db/errors.ts';
import { createPool, type Pool } from '../../../src/db/pool.ts';
import { integerOf } from '../../../src/db/rows.ts';
import { withTransaction } from '../../../src/db/transaction.ts';
import { createTortureServer, type TortureServer } from '../server/server.ts';
import { PacketReader, isCommit, queryText } from './packets.ts';
import { peaceful, startTortureProxy, type CommitFault, type TortureProxy } from './proxy.ts';

/** Since 8.0.23 MySQL's clients put "no attributes, one set" before the text. */
const mysqlText = (text: string) => `\u0000\u0001${text}`;

function packet(text: string, sequence = 0): Buffer {
  const payload = Buffer.from(`\u0003${text}`);
  const head = Buffer.alloc(4);
  head.writeUIntLE(payload.length, 0, 3);
  head[3] = sequence;
  return Buffer.concat([head, payload]);
}

describe('packets', () => {
  test('are found in any chunks', () => {
    const stream = Buffer.concat([packet('SELECT 1'), packet('COMMIT'), packet('ROLLBACK')]);
    for (let size = 1; size <= stream.length; size += 1) {
      const reader = new PacketReader();
      const found = [];
      for (let at = 0; at < stream.length; at += size) {
        found.push(...reader.push(stream.subarray(at, at + size)));
      }
      expect(found.map(queryText)).toEqual(['SELECT 1', 'COMMIT', 'ROLLBACK']);
      expect(found.map(isCommit)).toEqual([false, true, false]);
      expect(reader.rest.length).toBe(0);
    }
  });

  test("are read in MySQL's dialect too", () => {
    const [found] = new PacketReader().push(packet(mysqlText('COMMIT')));
    expect([queryText(found!), isCommit(found!)]).toEqual(['COMMIT', true]);
  });

  test('of a handshake are not commands', () => {
    const [found] = new PacketReader().push(packet('COMMIT', 1));
    expect(isCommit(found!)).toBe(false);
  });
});

describe('the proxy', () => {
  let server: TortureServer;
  let proxy: TortureProxy;
  let direct: Pool;
  let pool: Pool;

  beforeAll(async () => {
    server = await createTortureServer({ folder: mkdtempSync(join(tmpdir(), 'passbook-proxy-')) });
    await server.start();
    direct = server.pool(null);
    await direct.write('CREATE DATABASE proxied');
    await direct.write('CREATE TABLE proxied.words (word VARCHAR(40) PRIMARY KEY) ENGINE=InnoDB');
    proxy = await startTortureProxy(server.address('proxied'));
    pool = createPool(proxy.address, { limits: { connections: 2 } });
  });
  afterAll(async () => {
    await pool.close();
    await proxy.close();
    await direct.close();
    await server.stop();
    await server.remove();
  });
  beforeEach(async () => {
    proxy.setPlan(peaceful);
    await direct.write('DELETE FROM proxied.words');
  });

  const count = async () => {
    const [row] = await direct.rows('SELECT COUNT(*) AS words FROM proxied.words');
    return integerOf(row!, 'words');
  };
  /** One transaction with one fault; answers whether its outcome was unknown. */
  const writeWith = async (fault: CommitFault, pauseMs = 60): Promise<boolean> => {
    const faults: CommitFault[] = [fault];
    const atCommit = () => faults.shift() ?? null;
    proxy.setPlan({ ...peaceful, atCommit, pauseMs: () => pauseMs });
    try {
      await withTransaction(pool, async (tx) => tx.write("INSERT INTO words VALUES ('one')"));
      return false;
    } catch (error) {
      if (error instanceof OutcomeUnknown) return true;
      throw error;
    }
  };

  test('forwards everything without a fault', async () => {
    await withTransaction(pool, async (tx) => tx.write("INSERT INTO words VALUES ('one')"));
    expect(await count()).toBe(1);
  });

  test.each(['drop request', 'cut request'] as const)(
    '%s: unknown to the client, not committed',
    async (fault) => {
      const before = proxy.counts[fault];
      expect(await writeWith(fault)).toBe(true);
      expect(proxy.counts[fault]).toBe(before + 1);
      await sleep(50);
      expect(await count()).toBe(0);
    },
  );

  test.each(['drop answer', 'cut answer'] as const)(
    '%s: unknown to the client, committed',
    async (fault) => {
      expect(await writeWith(fault)).toBe(true);
      expect(await count()).toBe(1);
    },
  );

  test('late request: unknown at once, committed later', async () => {
    expect(await writeWith('late request', 200)).toBe(true);
    expect(await count()).toBe(0);
    await sleep(350);
    expect(await count()).toBe(1);
  });

  test.each(['delay request', 'delay answer'] as const)('%s: slow, and known', async (fault) => {
    expect(await writeWith(fault)).toBe(false);
    expect(await count()).toBe(1);
  });

  test('cuts in other statements commit nothing, and the work is repeated', async () => {
    const cuts = [false, true, false];
    proxy.setPlan({ ...peaceful, cutsElsewhere: () => cuts.shift() ?? false });
    await withTransaction(pool, async (tx) => tx.write("INSERT INTO words VALUES ('one')"));
    expect(proxy.counts['cut elsewhere']).toBe(1);
    expect(await count()).toBe(1);
  });
});
