/** `npm run import` beside a bank that serves: reports, claims in the chat, killed processes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { verifyBooks } from '../../src/bank/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { projectFolder, run } from '../support/process.ts';
import { balanceOf, detailsFor, openChat, register, registerAs, said } from './chat.ts';

let database: TestDatabase;
const chat = openChat({
  database: async () => {
    database = await createTestDatabase();
    return database;
  },
});
const folder = mkdtempSync(join(tmpdir(), 'passbook-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const start = (...words: readonly string[]) => {
  const given = { PASSBOOK_DATA: folder, DATABASE_URL: database.url };
  return run(process.execPath, [join(projectFolder, 'dist/src/cli/import.js'), ...words], given);
};
async function imported(...words: readonly string[]) {
  const running = start(...words);
  const { code } = await running.exited;
  return { code, output: running.output };
}
const idOf = (number: number): string => `1${String(number).padStart(17, '0')}`;
/** CSV with this many balances of 0.01 to 99.99, and its path. */
function csvOf(name: string, count: number, first = 1): string {
  const path = join(folder, name);
  const rows = Array.from({ length: count }, (_, index) => {
    const cents = ((index * 37) % 9_999) + 1;
    return `${idOf(first + index)},${(cents / 100).toFixed(2)}`;
  });
  writeFileSync(path, `id,amount\n${rows.join('\n')}\n`);
  return path;
}
const countOf = async (table: string): Promise<number> =>
  Number((await database.pool.rows(`SELECT COUNT(*) AS n FROM ${table}`))[0]!['n']);
const correct = async () => expect((await verifyBooks(database.pool)).findings).toEqual([]);

test('a member finds the balance of the former bot at /register, a customer at once', async () => {
  const [anna, ben] = [await chat.driver.person('Anna'), await chat.driver.person('Ben')];
  await register(ben, 'Ben Ortiz');
  const { anna: annaId, ben: benId } = chat.sandbox.people as Record<string, string>;
  const path = join(folder, 'unbelievaboat.json');
  const rows = [
    { rank: '1', user_id: annaId, cash: 1000, bank: '250', total: 1250 },
    { rank: '2', user_id: benId, cash: '30', bank: 0, total: 30 },
    { rank: '3', user_id: idOf(3), cash: 'Infinity', bank: 0, total: 'Infinity' },
  ];
  writeFileSync(path, JSON.stringify(rows, null, 1));
  const dry = await imported('unbelievaboat', path, '--dry-run');
  expect(dry.output).toContain('1 balance of registered customers: 30.00 GEM');
  expect(dry.output).toContain(`line 16: ${idOf(3)}: the amount is infinite`);
  expect(dry.output).toContain('The sums agree: 1280 = 30 + 1250 + 0 + 0 + 0');
  expect(dry.output).toContain('nothing was written');
  expect([dry.code, await countOf('imports')]).toEqual([1, 0]);

  const first = await imported('unbelievaboat', path);
  expect([first.code, await countOf('imports')]).toEqual([1, 1]);
  expect(await balanceOf(ben)).toBe('30.00 GEM');
  const welcome = await registerAs(anna, detailsFor('Anna Berg'));
  expect(welcome).toContain('**1,250.00 GEM** waited for you');
  expect(await balanceOf(anna)).toBe('1,250.00 GEM');
  expect(said(await anna.run('/inbox'))).toContain('Moved in: 1,250.00 GEM');
  expect(said(await anna.run('/history'))).toContain('import');

  const again = await imported('unbelievaboat', path, '--infinity', '7');
  expect(again.output).toContain('2 balances imported before: 1,280.00 GEM');
  expect(again.output).toContain('Booked 1 balance, 7.00 GEM');
  expect(again.code).toBe(0);
  const [, reference = ''] = /as import (\S+)\./.exec(again.output) ?? [];
  expect((await imported('--undo', reference)).output).toContain('Took back 1 balance, 7.00 GEM');
  expect((await imported('--list')).output).toMatch(/unbelievaboat {2}1 balance, 7.00 GEM, undone/);
  await correct();
});

test('says what is wrong with the words, the file, or the reference', async () => {
  const wrong = join(folder, 'wrong.json');
  writeFileSync(wrong, '[\n{"user_id": 1,}]');
  const answers = [
    [[], 'npm run import -- SOURCE FILE'],
    [['csv', csvOf('a.csv', 1), '--negative', 'abs'], '--negative needs zero or refuse.'],
    [['unbelievaboat', wrong], 'The file is not valid JSON: see line 2.\nNothing was written.'],
    [['csv', join(folder, 'none.csv')], 'no such file or folder'],
    [['--undo', 'X'], 'This is no reference of an import.'],
  ] as const;
  for (const [words, sentence] of answers) {
    const { code, output } = await imported(...words);
    expect(output).toContain(sentence);
    expect(code).toBe(2);
  }
});

test('killed at random moments: all of it is written, or nothing', async () => {
  const path = csvOf('killed.csv', 4_000, 50_000);
  const before = await countOf('transactions');
  const whole = before + 4_000;
  const begun = performance.now();
  await imported('csv', path, '--dry-run');
  const usualMs = performance.now() - begun;
  const outcomes = new Set<number>();
  for (let round = 0; round < 5; round += 1) {
    const running = start('csv', path);
    await sleep(usualMs * (0.5 + Math.random() * 2));
    running.child.kill('SIGKILL');
    await running.exited;
    // The server may still be rolling back, or finishing a COMMIT that it has received.
    await expect
      .poll(async () => [before, whole].includes(await countOf('transactions')), {
        timeout: 20_000,
      })
      .toBe(true);
    outcomes.add(await countOf('transactions'));
    await correct();
  }
  const last = await imported('csv', path);
  expect(last.code).toBe(0);
  expect([await countOf('transactions'), [...outcomes].every((one) => one >= before)]).toEqual([
    whole,
    true,
  ]);
  await correct();
}, 180_000);

test('a file of 100,000 rows, killed at a random moment: nothing of it, or all', async () => {
  const count = 100_000;
  const path = csvOf('large.csv', count, 1_000_000);
  const before = await countOf('transactions');
  const killed = start('csv', path, '--closed');
  await sleep(2_000 + Math.random() * 6_000);
  killed.child.kill('SIGKILL');
  await killed.exited;
  const last = await imported('csv', path, '--closed');
  expect(last.output).toMatch(/Booked 100000 balances|Nothing new/);
  expect(last.output).toContain('The sums agree');
  expect([last.code, await countOf('transactions')]).toEqual([0, before + count]);
  await correct();
}, 300_000);
