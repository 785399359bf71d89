/** The first minutes of a bank on a real server: only the token is set, the owner does the rest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { databaseUrl } from '../../src/lib/database-address.ts';
import { createLogger, type Logger } from '../../src/log/logger.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { describeInBrowser, launchBrowser, visit, type TestBrowser } from '../support/browser.ts';
import { dropSchema, newSchemaAddress } from '../support/database.ts';
import { testPage } from '../support/page-files.ts';
import { detailsFor, password, usualSeed } from './chat.ts';
import { Person } from './page-person.ts';

const folder = mkdtempSync(join(tmpdir(), 'passbook-setup-'));
const address = newSchemaAddress();
const printed: string[] = [];
let sandbox: Sandbox;
let logger: Logger;
let app: App;

const config = () =>
  readConfig({
    DISCORD_TOKEN: sandbox.botToken,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: databaseUrl(address),
    DATABASE_DURABILITY: 'relaxed',
    PASSBOOK_DATA: folder,
  });

async function openApp(): Promise<void> {
  const print = (line: string) => void printed.push(line);
  const failed = (error: unknown) => {
    throw error;
  };
  app = createApp({ config: config(), logger, version: '0', print, failed });
  await app.open();
}

beforeAll(async () => {
  logger = createLogger({ folder, level: 'debug' });
  sandbox = await startSandbox({ seed: usualSeed, folder: null, port: 0, page: testPage });
  await openApp();
});
afterAll(async () => {
  await app.close();
  await sandbox.close();
  await dropSchema(address);
  logger.close();
  rmSync(folder, { recursive: true, force: true });
});

describeInBrowser('setting a bank up in the page', () => {
  let browser: TestBrowser;
  let mona: Person;
  let max: Person;
  let ben: Person;

  beforeAll(async () => {
    browser = await launchBrowser();
    [mona, max, ben] = await Promise.all([
      sit('mona', 'bank'),
      sit('max', 'staff'),
      sit('ben', 'bank'),
    ]);
  });
  afterAll(async () => {
    await browser.close();
  });

  async function sit(key: string, channel: string): Promise<Person> {
    const { pageUrl, people, channels } = sandbox;
    return new Person(await visit(browser, `${pageUrl}#/${people[key]}/${channels[channel]}`));
  }
  async function register(person: Person, fullName: string): Promise<void> {
    await person.command('register');
    await person.fill({ ...detailsFor(fullName) }, ['Female']);
    await person.press('Choose password');
    await person.fill({ password, password_again: password }, ['I accept the terms']);
    await person
      .last()
      .getByText(/^\d{10}$/)
      .waitFor();
  }
  const opened = async (person: Person) =>
    person.last().getByText('The bank is open again').waitFor({ timeout: 20_000 });

  test('nobody but the owner of the bank can', async () => {
    await ben.command('setup');
    await ben.last().getByText('Only the owner of the bank can set it up').waitFor();
    await ben.picture('setup-refused');
  });

  test('the owner sees what is missing', async () => {
    await mona.command('setup');
    await mona.last().getByText('not set').first().waitFor();
    await mona.last().getByText('Choose a staff channel').waitFor();
    await mona.last().getByText('0 of 2').waitFor();
    await mona.look('setup-first');
  });

  test('a wrong channel is named, and what was typed is kept', async () => {
    await mona.goToServer('Bank staff');
    await mona.command('setup');
    await mona.last().getByText('not set').first().waitFor();
    await mona.press('Change');
    await mona.dialog().waitFor();
    await mona.picture('setup-form');
    await mona.fill({ staff_channel: '#stuff', currency: 'eur' });
    await mona.last().getByText('There is no such channel in this server').waitFor();
    await mona.look('setup-wrong-channel');
    await mona.press('Edit');
    await mona.dialog().waitFor();
    expect(await mona.dialog().getByLabel('Currency').inputValue()).toBe('eur');
    await mona.fill({ staff_channel: '#staff', log_channel: 'staff-log' }, [
      'After a teller approves them',
    ]);
  });

  test('the bank opens again with the settings, and the card says so', async () => {
    await opened(mona);
    const card = mona.last();
    for (const shown of ['Bank staff', 'EUR', 'After a teller approves them']) {
      await card.getByText(shown, { exact: false }).first().waitFor();
    }
    await mona.look('setup-opened');
    expect(printed).toContain('Passbook is open again');
  });

  test('the owner makes two managers', async () => {
    await register(mona, 'Mona Berg');
    await register(max, 'Max Stein');
    for (const member of ['Mona', 'Max']) {
      await mona.option('staff role grant', { member, role: 'MANAGER', reason: 'first managers' });
      await mona.last().getByText('Role granted').waitFor();
    }
    await mona.command('setup');
    await mona.last().getByText('All is set up').waitFor();
    await mona.picture('setup-complete');
  });

  test('the currency can change until something is booked, and the settings are kept', async () => {
    await app.close();
    await openApp();
    await register(ben, 'Ben Okafor');
    await ben.command('balance');
    await ben.last().getByText('0.00 EUR').first().waitFor();
  });

  test('then a manager asks, and the other one decides', async () => {
    await mona.option('setup', { deposits: 'Booked at once' });
    await mona.page.getByText('Waiting for a second person').last().waitFor();
    await mona.look('setup-asked');
    const card = max.page.locator('.message').filter({ hasText: 'Change the settings' }).last();
    await card.getByRole('button', { name: 'Approve' }).click();
    await max.page.getByText('Change the settings of the bank: approved').first().waitFor();
    await max.picture('setup-approved');
    await expect.poll(() => printed.at(-1), { timeout: 20_000 }).toBe('Passbook is open again');
    await ben.option('deposit', { amount: '20' });
    await ben.press('Confirm');
    await ben.last().getByText('Deposited 20.00 EUR').waitFor();
    await mona.option('setup', { currency: 'GOLD' });
    await mona.last().getByText('Money has been booked in the present currency').waitFor();
    await mona.picture('setup-currency');
  });

  test('the page had no error', () => {
    expect([mona, max, ben].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
