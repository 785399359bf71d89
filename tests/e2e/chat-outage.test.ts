/** The database dies during payments: no answer may be false, and each unknown is resolved. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { startLocalServer } from '../../src/db/local/server.ts';
import { ensureSchema, migrate } from '../../src/db/migrate.ts';
import { createPool } from '../../src/db/pool.ts';
import { textOf, type Player } from '../../src/sandbox/driver.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { migrationsFolder } from '../support/database.ts';
import { testCacheFolder } from '../support/database-server.ts';
import { processesNaming } from '../support/process.ts';
import { deposit, dmTexts, openChat, register, said, type ChatDatabase } from './chat.ts';

const folder = mkdtempSync(join(tmpdir(), 'passbook-outage-'));
const schema = 'passbook_outage';

/** On disk and durable, because it is killed; it restarts automatically. */
async function ownServer(): Promise<ChatDatabase> {
  const server = await startLocalServer({
    folder,
    schema,
    cacheFolder: testCacheFolder,
    searchPath: process.env['PATH'] ?? '',
    durability: 'strict',
    progress: () => {},
  });
  await ensureSchema(server.address);
  const pool = createPool(server.address);
  await migrate(pool, { folder: migrationsFolder, schema });
  const close = async () => {
    await pool.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { pool, close };
}

const chat = openChat({ database: ownServer });
const serverPid = (): number | undefined => processesNaming(`--datadir=${folder}`)[0];
const signal = (name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void => {
  const pid = serverPid();
  if (pid !== undefined) process.kill(pid, name);
};

let payers: Player[];
let bensNumber = '';

beforeAll(async () => {
  payers = await Promise.all(
    ['Anna', 'Clara', 'Dirk', 'Ella'].map(async (name) => chat.driver.person(name)),
  );
  bensNumber = await register(await chat.driver.person('Ben'), 'Ben Okafor');
  for (const payer of payers) {
    await register(payer, `${payer.person.displayName} Payer`);
    await deposit(payer, '1000');
  }
});

const referenceIn = (text: string): string | null =>
  /([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2})/.exec(text)?.[1] ?? null;

type Told = 'paid' | 'nothing' | 'unknown';

/** The outcome an answer states; throws if it states none of the three. */
function claimOf(text: string): Told {
  if (text.includes('### Sent')) return 'paid';
  if (text.includes('do not know yet')) return 'unknown';
  if (/Nothing (moved|was done)/.test(text)) return 'nothing';
  throw new Error(`This claims nothing: ${text}`);
}

/** Pays once through the card and checks that every answer is true. */
async function pay(payer: Player): Promise<{ told: Told; reference: string | null }> {
  const card = await payer.run('/transfer', { to: bensNumber, amount: '1' }, { withinMs: 40_000 });
  if (!said(card).includes('Send money?')) return { told: claimOf(said(card)), reference: null };
  const text = said(await payer.press('Confirm', { withinMs: 40_000 }));
  return { told: claimOf(text), reference: referenceIn(text) };
}

test('kill -9 during payments: every answer is true, and unknowns are resolved by message', async () => {
  const outcomes: { told: Told; reference: string | null; payer: Player }[] = [];
  const end = new AbortController();
  const paidSoFar = () => outcomes.filter(({ told }) => told === 'paid').length;
  const killer = (async () => {
    for (let kills = 0; kills < 4; kills += 1) {
      await sleep(700 + kills * 230);
      signal('SIGKILL');
    }
    // A busy machine pays later, and each kill costs a restart.
    await expect.poll(paidSoFar, { timeout: 60_000, interval: 200 }).toBeGreaterThan(5);
    await sleep(500);
    end.abort();
  })().finally(() => end.abort());
  const play = async (payer: Player): Promise<void> => {
    while (!end.signal.aborted) outcomes.push({ ...(await pay(payer)), payer });
  };
  await Promise.all([killer, ...payers.map(play)]);

  const booked = async (): Promise<number> =>
    (await chat.database.pool.rows("SELECT id FROM transactions WHERE kind = 'TRANSFER'")).length;
  const openRows = async (): Promise<number> =>
    (await chat.database.pool.rows("SELECT id FROM pending WHERE state = 'TAKEN'")).length;
  await expect.poll(openRows, { timeout: 30_000, interval: 500 }).toBe(0);

  const paid = outcomes.filter(({ told }) => told === 'paid');
  const unknown = outcomes.filter(({ told }) => told === 'unknown');
  expect(paid.length).toBeGreaterThan(5);
  let paidLater = 0;
  for (const { payer, reference } of unknown) {
    expect(reference).not.toBeNull();
    const texts = await dmTexts(payer);
    // A refusal by message says that nothing moved; a receipt has the reference.
    if (texts.some((text) => text.includes(reference ?? ''))) paidLater += 1;
  }
  const resolved = await Promise.all(payers.map(dmTexts));
  const receipts = resolved.flat().filter((text) => text.includes('### Sent'));
  expect(receipts.length).toBeGreaterThanOrEqual(paidLater);
  expect(await booked()).toBe(paid.length + paidLater);
  await expectBooksBalanced(chat.database.pool);
}, 180_000);

test('with a hanging database, forms and cards answer that nothing moved', async () => {
  const [anna] = payers;
  const card = await anna!.run('/transfer', { to: bensNumber, amount: '2' });
  if (card.kind !== 'message') throw new Error(card.text);
  signal('SIGSTOP');
  try {
    const form = await anna!.run('/withdraw');
    expect(form.text).toMatch(/The bank is busy/);
    expect((await anna!.run('/register')).kind).toBe('modal');
    await anna!.closeForm();
    expect(said(await anna!.run('/help', {}, { withinMs: 40_000 }))).toContain('/register');
    const press = anna!.press('Confirm', { on: card.message, withinMs: 40_000 });
    expect(claimOf(said(await press))).not.toBe('paid');
  } finally {
    signal('SIGCONT');
  }
  const again = await anna!.sees(/### (Sent 2\.00|Send money\?)/);
  expect(textOf(again)).toBeTruthy();
  await expectBooksBalanced(chat.database.pool);
}, 120_000);
