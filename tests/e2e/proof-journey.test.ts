/**
 * The built bank, from a payment to its proof: a customer takes a receipt, a proof and a statement;
 * a person who has only what the bank publishes checks them; then the operator edits one row.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedWorld } from '../../src/app/sandbox.ts';
import { type Answer, type Driver, openDriver, type Player } from '../../src/sandbox/driver.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { openBooks } from '../support/private-books.ts';
import { ensureBuilt, type Running, runToEnd, startBankProcess } from '../support/process.ts';
import { deposit, register, said } from './chat.ts';

const folder = mkdtempSync(join(tmpdir(), 'passbook-proof-'));
/** What the customer has, for example on a phone. */
const phone = join(folder, 'phone');
/** What anyone can download from the bank. */
const published = join(folder, 'data', 'log');
let sandbox: Sandbox;
let driver: Driver;
let bank: Running;
let anna: Player;

const messageOf = (answer: Answer) => {
  if (answer.kind !== 'message') throw new Error(answer.text);
  return answer.message;
};

/** Keeps the files of an answer in a folder of their own and returns their paths. */
async function keep(answer: Answer): Promise<string[]> {
  const place = mkdtempSync(join(phone, 'files-'));
  const files = messageOf(answer).attachments.map(async ({ url, filename }) => {
    const path = join(place, filename);
    writeFileSync(path, Buffer.from(await (await fetch(url)).arrayBuffer()));
    return path;
  });
  return Promise.all(files);
}

const verify = async (...files: string[]) =>
  runToEnd(process.execPath, [
    'dist/src/cli/verify.js',
    join(published, 'verifier-key'),
    join(published, 'checkpoint'),
    ...files,
  ]);

/** The log is written every 30 s; until then the answer says so, and has no file. */
async function proofOf(reference: string): Promise<string[]> {
  let files: string[] = [];
  const look = async () => {
    files = await keep(await anna.run('/prove payment', { reference }));
    return files.length;
  };
  await expect.poll(look, { timeout: 150_000, interval: 3_000 }).toBeGreaterThan(0);
  return files;
}

beforeAll(async () => {
  mkdirSync(phone);
  await ensureBuilt();
  sandbox = await startSandbox({ seed: seedWorld('Passbook'), folder: null, port: 0 });
  driver = openDriver(sandbox.pageUrl, { editWithinMs: 15_000 });
  bank = startBankProcess({
    PASSBOOK_DATA: join(folder, 'data'),
    DISCORD_TOKEN: sandbox.botToken,
    DISCORD_API_URL: sandbox.apiUrl,
  });
  await bank.line(/^Passbook is open$/m);
  anna = await driver.person('Anna');
});
afterAll(async () => {
  driver.close();
  await bank.stop();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a payment is proved to a stranger, and an edited row is found', async () => {
  const ben = await driver.person('Ben');
  await register(anna, 'Anna Miller');
  const bensNumber = await register(ben, 'Ben Okafor');
  await deposit(anna, '40');
  await anna.run('/transfer', { to: bensNumber, amount: '12.50', memo: 'club dues' });
  const booked = await anna.press('Confirm');
  const reference = /[0-9A-Z]{4}(?:-[0-9A-Z]{3,4}){3}/.exec(said(booked))![0];
  const proofFiles = await proofOf(reference);
  const receipt = await anna.press('Receipt', { on: messageOf(booked) });
  const receiptFiles = await keep(await anna.press('Text', { on: messageOf(receipt) }));
  const statementFiles = await keep(await anna.run('/statement', { format: 'csv' }));
  expect(statementFiles).toHaveLength(2);

  const given = [...receiptFiles, ...proofFiles, ...statementFiles];
  const good = await verify(...given);
  expect(good).toMatchObject({ code: 0 });
  expect(good).toMatchObject({ code: 0 });
  expect(good.output).toContain('12.50');

  const books = openBooks(folder);
  await books.write("UPDATE entries SET memo = 'a gift' WHERE memo = 'club dues'");
  await books.close();
  const [edited] = await keep(await anna.run('/prove payment', { reference }));
  const bad = await verify(edited!);
  expect(bad.code).not.toBe(0);
  // What was taken before the edit still holds: the bank cannot take it back.
  expect(await verify(...given)).toMatchObject({ code: 0 });
});
