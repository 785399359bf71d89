/** Backups: complete, private, and restorable. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BackupError } from '../../src/bank/backup/format.ts';
import { checkBackup } from '../../src/bank/backup/read.ts';
import { restoreBackup } from '../../src/bank/backup/restore.ts';
import { writeBackup } from '../../src/bank/backup/write.ts';
import { verifyBooks } from '../../src/bank/audit/verifier-full.ts';
import { ensureSchema } from '../../src/db/migrate.ts';
import { createPool, type Pool } from '../../src/db/pool.ts';
import { integerOf } from '../../src/db/rows.ts';
import {
  exactly,
  newRequestId,
  openBank,
  openPerson,
  password,
  place,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { dropSchema, newSchemaAddress, testDatabase } from '../support/database.ts';
import { linkToFullDisk, smallDisk } from '../support/full-disk.ts';

const database = testDatabase();
let folder: string;
let file: string;
let bank: TestBank;
let anna: Person;
let ben: Person;
const opened: { readonly pool: Pool; readonly end: () => Promise<void> }[] = [];

async function emptySchema(): Promise<Pool> {
  const address = newSchemaAddress();
  await ensureSchema(address);
  const pool = createPool(address, { limits: { connections: 2 } });
  const end = async () => {
    await pool.close();
    await dropSchema(address);
  };
  opened.push({ pool, end });
  return pool;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passbook-backup-'));
  file = join(folder, 'some.backup');
  bank = await openBank(database.pool);
  anna = await openPerson(bank, 10_000n);
  ben = await openPerson(bank);
  const { accountNumber } = ben;
  const order = { requestId: newRequestId(), wish: exactly(250n), memo: 'für Pizza 🍕' };
  await bank.payments.transfer(anna.session, { ...order, accountNumber });
});
afterEach(async () => {
  await bank.close();
  for (const { end } of opened.splice(0)) await end();
  rmSync(folder, { recursive: true, force: true });
});

const tables = ['accounts', 'customers', 'customer_details', 'credentials', 'transactions'];
const rowsOf = async (pool: Pool, table: string) => pool.rows(`SELECT * FROM ${table} ORDER BY 1`);
const countOf = async (pool: Pool, sql: string) => integerOf((await pool.rows(sql))[0]!, 'found');

describe('a backup', () => {
  test('restores every row unchanged, and correct books', async () => {
    const written = await writeBackup(database.pool, file);
    const target = await emptySchema();
    const restored = await restoreBackup(target, file, newRequestId());
    expect(restored).toEqual(written);
    for (const table of [...tables, 'entries', 'recovery_codes', 'migrations', 'marks']) {
      expect(await rowsOf(target, table)).toEqual(await rowsOf(database.pool, table));
    }
    expect(await verifyBooks(target)).toMatchObject({ findings: [], transactions: '2' });
  });

  test('is readable only by its owner, and gets its name only when it is complete', async () => {
    await writeBackup(database.pool, file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(() => statSync(`${file}.unfinished`)).toThrow('ENOENT');
  });

  test('is restored to a bank where customers log in again and find their money', async () => {
    const card = await bank.pending.open({
      discordUserId: anna.discordUserId,
      kind: 'CONFIRM',
      command: 'deposit',
      payload: '{}',
    });
    await writeBackup(database.pool, file);
    const target = await emptySchema();
    await restoreBackup(target, file, newRequestId());
    const again = await openBank(target);
    await expect(again.accounts.overview(anna.session)).rejects.toThrow('SESSION_EXPIRED');
    const found = await again.pending.find(card.requestId, anna.discordUserId);
    expect(found?.state).toBe('CANCELLED');
    const { discordUserId, accountNumber } = anna;
    const session = await again.sessions.login({ discordUserId, place, accountNumber, password });
    const [account] = await again.accounts.overview(session);
    expect(account!.balance).toBe(9_750n);
    const restored = "SELECT COUNT(*) AS found FROM audit WHERE action = 'RESTORED'";
    expect(await countOf(target, restored)).toBe(1);
    await again.close();
  });

  test('is a snapshot of one moment while money moves', async () => {
    let isOver = false;
    const { accountNumber } = ben;
    const busy = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        const order = { requestId: newRequestId(), wish: exactly(1n), memo: null, accountNumber };
        await bank.payments.transfer(anna.session, order);
      }
    });
    for (const name of ['one', 'two', 'three']) {
      await writeBackup(database.pool, join(folder, name));
      const target = await emptySchema();
      await restoreBackup(target, join(folder, name), newRequestId());
      expect((await verifyBooks(target)).findings).toEqual([]);
    }
    isOver = true;
    await Promise.all(busy);
  });

  test('that does not fit on the disk is refused with a message and leaves no file', async () => {
    const disk = smallDisk(4);
    const path = join(disk?.folder ?? folder, 'some.backup');
    if (disk === null) linkToFullDisk(`${path}.unfinished`);
    // Noise, which does not compress, so that the disk fills before the last rows.
    for (let count = 0; count < 40; count += 1) await openPerson(bank);
    try {
      const work = writeBackup(database.pool, path);
      await expect(work).rejects.toBeInstanceOf(BackupError);
      await expect(work).rejects.toMatchObject({
        trouble: { code: 'not-written', file: { reason: 'ENOSPC' } },
      });
      expect(readdirSync(disk?.folder ?? folder)).toEqual([]);
    } finally {
      disk?.remove();
    }
  });

  test('that cannot be opened is reported, for reading and for writing', async () => {
    for (const path of [join(folder, 'none.backup'), folder]) {
      await expect(checkBackup(path)).rejects.toThrow(BackupError);
    }
    writeFileSync(join(folder, 'file'), '');
    const below = join(folder, 'file', 'some.backup');
    await expect(writeBackup(database.pool, below)).rejects.toThrow(BackupError);
  });

  test('is restored only into an empty database', async () => {
    await writeBackup(database.pool, file);
    const restoring = restoreBackup(database.pool, file, newRequestId());
    await expect(restoring).rejects.toMatchObject({ trouble: { code: 'database-in-use' } });
  });
});

describe('a damaged backup is refused before anything is created:', () => {
  const spoil = async (change: (bytes: Buffer) => Buffer): Promise<Pool> => {
    await writeBackup(database.pool, file);
    writeFileSync(file, change(readFileSync(file)));
    await expect(checkBackup(file)).rejects.toThrow(BackupError);
    const target = await emptySchema();
    await expect(restoreBackup(target, file, newRequestId())).rejects.toThrow(BackupError);
    return target;
  };
  const inText = (change: (text: string) => string) => (bytes: Buffer) =>
    gzipSync(change(gunzipSync(bytes).toString()));

  test.each([
    ['cut off in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['cut off at a line', inText((text) => text.split('\n').slice(0, -2).join('\n'))],
    ['changed by one digit', inText((text) => text.replace('9750', '9751'))],
    ['with a repeated line', inText((text) => text.replace(/\n(.*)\n/, '\n$1\n$1\n'))],
    ['not a backup', () => gzipSync('{"kind":"something"}\n')],
    ['not compressed', () => Buffer.from('hello')],
    ['empty', () => Buffer.alloc(0)],
    ['of a later format', inText((text) => text.replace('"format":1', '"format":2'))],
  ])('%s', async (_, change) => {
    const target = await spoil(change);
    expect(await target.rows('SHOW TABLES')).toEqual([]);
  });
});
