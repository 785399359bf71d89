/** A backup of MariaDB can be restored on MySQL, and the reverse. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { restoreBackup } from '../../src/bank/backup/restore.ts';
import { writeBackup } from '../../src/bank/backup/write.ts';
import { verifyBooks } from '../../src/bank/audit/verifier-full.ts';
import { fetchedProgram, machinePrograms } from '../../src/db/local/program.ts';
import { startLocalServer, type LocalServer } from '../../src/db/local/server.ts';
import { ensureSchema } from '../../src/db/migrate.ts';
import { createPool, type Pool } from '../../src/db/pool.ts';
import { textOf } from '../../src/db/rows.ts';
import { exactly, newRequestId, openBank, openPerson, password, place } from '../support/bank.ts';
import { testCacheFolder } from '../support/database-server.ts';
import { dropSchema, newSchemaAddress, testDatabase } from '../support/database.ts';

const database = testDatabase();

const isMariaDb = async (pool: Pool) => {
  const [row] = await pool.rows('SELECT VERSION() AS version');
  return /mariadb/i.test(textOf(row!, 'version'));
};

/** Folders with programs: those in PATH, and those of `npm run fetch-database`. */
function searchPath(): string {
  const fetched = join(testCacheFolder, '../servers');
  const names = existsSync(fetched) ? readdirSync(fetched) : [];
  return [process.env['PATH'], ...names.map((name) => join(fetched, name, 'bin'))].join(delimiter);
}

/** A server of the other family; null if there is none. */
async function startOther(folder: string): Promise<LocalServer | null> {
  const other = (await isMariaDb(database.pool)) ? 'mysql' : 'mariadb';
  const cached = await fetchedProgram(join(testCacheFolder, 'mariadb'));
  const known = [...(await machinePrograms(searchPath())), ...(cached === null ? [] : [cached])];
  const program = known.find(({ family }) => family === other);
  if (program === undefined) return null;
  return startLocalServer({
    folder,
    schema: 'restored',
    cacheFolder: testCacheFolder,
    searchPath: program === cached ? '' : dirname(program.file),
    durability: 'relaxed',
    progress: () => {},
  });
}

/** Every row of every table, as the driver reads it. */
async function rowsOf(pool: Pool): Promise<Record<string, unknown>> {
  const select = `
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = DATABASE() AND table_name NOT IN ('audit', 'outbox', 'pending', 'sessions')`;
  const tables = (await pool.rows(select)).map((row) => textOf(row, 'name')).toSorted();
  const all = tables.map(async (name) => [
    name,
    await pool.rows(`SELECT * FROM \`${name}\` ORDER BY 1, 2`),
  ]);
  return Object.fromEntries(await Promise.all(all)) as Record<string, unknown>;
}

test('a backup can be restored on the other database family and back', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-families-'));
  const other = await startOther(join(folder, 'server'));
  const address = newSchemaAddress();
  context.onTestFinished(async () => {
    await other?.stop();
    await dropSchema(address);
    rmSync(folder, { recursive: true, force: true });
  });
  if (other === null) return context.skip('there is no server of the other family here');

  const bank = await openBank(database.pool);
  const [anna, ben] = [await openPerson(bank, 10_000n), await openPerson(bank)];
  const order = { requestId: newRequestId(), wish: exactly(250n), memo: "für 🍕, O'Neill \\ 語" };
  await bank.payments.transfer(anna.session, { ...order, accountNumber: ben.accountNumber });
  await bank.close();

  const [there, here] = [other.address, address].map((one) => createPool(one));
  const [first, second] = ['first', 'second'].map((name) => join(folder, `${name}.backup`));
  await ensureSchema(other.address);
  await ensureSchema(address);
  await writeBackup(database.pool, first!);
  await restoreBackup(there!, first!, newRequestId());
  expect(await isMariaDb(there!)).toBe(!(await isMariaDb(database.pool)));
  expect(await rowsOf(there!)).toEqual(await rowsOf(database.pool));
  await writeBackup(there!, second!);
  await restoreBackup(here!, second!, newRequestId());
  expect(await rowsOf(here!)).toEqual(await rowsOf(database.pool));
  for (const pool of [there!, here!]) {
    expect(await verifyBooks(pool)).toMatchObject({ findings: [], transactions: '2' });
  }

  const again = await openBank(here!);
  const { discordUserId, accountNumber } = anna;
  const session = await again.sessions.login({ discordUserId, place, accountNumber, password });
  expect((await again.accounts.overview(session))[0]).toMatchObject({ balance: 9_750n });
  await again.close();
  await Promise.all([there!.close(), here!.close()]);
});
