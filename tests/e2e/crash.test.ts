/**
 * Goal: an acknowledged transfer survives any kill, and nothing is booked twice or after a refusal.
 * Method: ten people press 200 buttons at once, the database is killed, then the bot, both are
 * restarted, and all answers are compared with the books.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedWorld } from '../../src/app/sandbox.ts';
import { openDriver, textOf, type Driver, type Player } from '../../src/sandbox/driver.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import type { ChatMessage } from '../../src/sandbox/protocol/protocol.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { databasePid, openBooks } from '../support/private-books.ts';
import { ensureBuilt, nothingLeft, startBankProcess, type Running } from '../support/process.ts';
import { deposit, password, register, said } from './chat.ts';

const cardsPerPerson = 20;

const folder = mkdtempSync(join(tmpdir(), 'passbook-crash-'));
let sandbox: Sandbox;
let driver: Driver;
let bank: Running;
let attempts = 0;

async function startBank(): Promise<void> {
  bank = startBankProcess({
    PASSBOOK_DATA: folder,
    DISCORD_TOKEN: sandbox.botToken,
    DISCORD_API_URL: sandbox.apiUrl,
  });
  await bank.line(/^Passbook is open$/m);
}

beforeAll(async () => {
  await ensureBuilt();
  sandbox = await startSandbox({ seed: seedWorld('Passbook'), folder: null, port: 0 });
  driver = openDriver(sandbox.pageUrl, { editWithinMs: 15_000 });
  await startBank();
});
afterAll(async () => {
  driver.close();
  await bank.stop();
  await sandbox.close();
  expect(await nothingLeft(folder)).toBe(true);
  rmSync(folder, { recursive: true, force: true });
});

interface Press {
  readonly person: Player;
  readonly card: ChatMessage;
  /** Unique, so that each transfer in the books can be matched to a press. */
  readonly memo: string;
  readonly cents: number;
}

/** The first payment needs the password, unless the registration was in the last five minutes. */
async function payFirst(person: Player, to: string): Promise<void> {
  await person.run('/transfer', { to, amount: '1' });
  const answer = await person.press('Confirm');
  const paid = answer.kind === 'modal' ? await person.fill({ proof: password }) : answer;
  expect(said(paid)).toContain('Sent 1.00 GEM');
}

async function prepare(person: Player, to: string, index: number): Promise<Press[]> {
  await payFirst(person, to);
  const presses: Press[] = [];
  for (let number = 0; number < cardsPerPerson; number += 1) {
    const cents = 100 + number;
    const memo = `press ${attempts}-${index}-${number}`;
    const amount = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
    const answer = await person.run('/transfer', { to, amount, memo });
    if (answer.kind !== 'message') throw new Error(answer.text);
    presses.push({ person, card: answer.message, memo, cents });
  }
  return presses;
}

/** New people for each attempt, registered one after the other, so that no form is late. */
async function newCustomers(): Promise<{ person: Player; number: string }[]> {
  attempts += 1;
  const customers = [];
  for (const letter of 'ABCDEFGHIJ') {
    const person = await driver.person(`Person ${letter}${attempts}`);
    customers.push({ person, number: await register(person, `Person ${letter}son`) });
  }
  return customers;
}

type Said = 'sent' | 'nothing moved' | 'unknown' | 'no answer';

function judge(text: string): Said {
  if (/Sent \d/.test(text)) return 'sent';
  if (/Do not send it again/.test(text)) return 'unknown';
  return /Nothing moved/.test(text) ? 'nothing moved' : 'no answer';
}

test('200 presses at once, while the database and the bot are killed', async () => {
  const customers = await newCustomers();
  await Promise.all(customers.map(async ({ person }) => deposit(person, '1000')));
  const prepared = await Promise.all(
    customers.map(async ({ person }, index) =>
      prepare(person, customers[(index + 1) % customers.length]!.number, index),
    ),
  );
  const presses = prepared.flat();
  expect(presses).toHaveLength(200);

  let acknowledged = 0;
  const pressed = presses.map(async ({ person, card }) => {
    const answer = await person
      .press('Confirm', { on: card, withinMs: 10_000 })
      .catch((error: unknown) => ({ kind: 'failed', text: String(error) }) as const);
    if (judge(answer.text) === 'sent') acknowledged += 1;
    return judge(answer.text);
  });
  while (acknowledged < 10) await sleep(1);
  process.kill(databasePid(folder), 'SIGKILL');
  await sleep(150);
  process.kill(bank.pid, 'SIGKILL');
  await bank.exited;
  const heard = await Promise.all(pressed);
  await startBank();

  const books = openBooks(folder);
  const open = async () =>
    (await books.rows("SELECT id FROM pending WHERE kind = 'CONFIRM' AND state = 'TAKEN'")).length;
  for (let waited = 0; (await open()) > 0 && waited < 60_000; waited += 250) await sleep(250);
  expect(await open()).toBe(0);

  const rows = await books.rows('SELECT memo, amount FROM entries WHERE memo IS NOT NULL');
  const booked = new Map<string, number[]>();
  for (const row of rows) {
    const memo = String(row['memo']);
    booked.set(memo, [...(booked.get(memo) ?? []), Number(row['amount'])]);
  }
  const wrong = presses.flatMap(({ memo, cents, card, person }, index) => {
    const amounts = (booked.get(memo) ?? []).toSorted((a, b) => a - b);
    const once = amounts.length === 2 && amounts[0] === -cents && amounts[1] === cents;
    const told = heard[index];
    const right = told === 'sent' ? once : told === 'nothing moved' ? amounts.length === 0 : true;
    const atMostOnce = once || amounts.length === 0;
    return right && atMostOnce ? [] : [{ memo, told, amounts, card: textOf(card), id: person.id }];
  });
  expect(wrong).toEqual([]);
  expect(heard.filter((one) => one === 'sent').length).toBeGreaterThanOrEqual(10);
  expect(heard.filter((one) => one !== 'sent').length).toBeGreaterThan(0);
  await expectBooksBalanced(books);
  await books.close();
});
