/** A bank in a chat: real bot, sandbox, real database, and people to play. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { startMail } from '../../src/mail/sender.ts';
import type { Bank } from '../../src/bank/bank.ts';
import type { BankSettings } from '../../src/bank/index.ts';
import { startBot, type Bot } from '../../src/bot/client.ts';
import { systemClock, type Clock } from '../../src/lib/clock.ts';
import { createLogger, type Logger } from '../../src/log/logger.ts';
import {
  openDriver,
  textOf,
  type Answer,
  type Driver,
  type Player,
} from '../../src/sandbox/driver.ts';
import { startSandbox, type Sandbox, type WorldSeed } from '../../src/sandbox/index.ts';
import { openBank } from '../support/bank.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const seed: WorldSeed = {
  application: { name: 'Passbook', description: 'A bank you use by chatting with it.' },
  people: [
    { key: 'anna', displayName: 'Anna' },
    { key: 'ben', displayName: 'Ben' },
    { key: 'mona', displayName: 'Mona', ownsApplication: true },
    { key: 'max', displayName: 'Max' },
    { key: 'tara', displayName: 'Tara' },
    { key: 'viktor', displayName: 'Viktor' },
  ],
  servers: [
    {
      key: 'customers',
      name: 'Gem Market',
      owner: 'mona',
      members: ['anna', 'ben', 'max', 'tara', 'viktor'],
      channels: [{ key: 'bank', name: 'bank', topic: 'Talk to the bank here' }],
    },
    {
      key: 'staff',
      name: 'Bank staff',
      owner: 'mona',
      members: ['max', 'tara'],
      channels: [
        { key: 'staff', name: 'staff', topic: 'Staff' },
        { key: 'staff-log', name: 'staff-log', topic: 'One line each' },
      ],
    },
    {
      key: 'foreign',
      name: 'Another server',
      owner: 'viktor',
      members: ['tara'],
      channels: [{ key: 'general', name: 'general', topic: 'Not ours' }],
    },
  ],
  hint: 'Type /register',
};

export interface Chat {
  readonly sandbox: Sandbox;
  readonly driver: Driver;
  readonly database: ChatDatabase;
  readonly bank: Bank;
  readonly bot: Bot;
  /** Everything that was logged. */
  log(): string;
  /** Ends the bot and its bank and starts them again, on the same world. */
  restart(): Promise<void>;
  /** One more bot on the same token and database; the answer ends it. */
  twin(): Promise<() => Promise<void>>;
}

/** Rules that a file breaks on purpose: lost and doubled answers, a server the bot is not in. */
const demanded = /^(40060|50027|50001|answer within)/;

/** The database of one chat; a file may bring its own. */
export type ChatDatabase = Pick<TestDatabase, 'pool' | 'close'> &
  Partial<Pick<TestDatabase, 'botPool'>>;

export interface ChatOptions {
  readonly database?: () => Promise<ChatDatabase>;
  readonly clock?: Clock;
  readonly minimumAge?: number;
  readonly settings?: Partial<BankSettings>;
  /** Mails go to the sandbox's mailbox; without it the bank cannot mail. */
  readonly mail?: boolean;
}

/** Called at the top of a test file; read the fields only inside tests and hooks. */
export function openChat(options: ChatOptions = {}): Chat {
  const clock = options.clock ?? systemClock;
  let database: ChatDatabase;
  let sandbox: Sandbox;
  let driver: Driver;
  let logger: Logger;
  let folder = '';
  let served: { readonly bank: Bank; readonly bot: Bot; close(): Promise<void> };

  const serve = async () => {
    const { minimumAge, mail: canMail = false } = options;
    const age = minimumAge === undefined ? {} : { minimumAge };
    const settings = { canMail, ...age, ...options.settings };
    // With no more rights than in service, so that a missing one is found.
    const bank = await openBank(database.botPool ?? database.pool, { clock, settings });
    const { botToken: token, apiUrl, servers, channels } = sandbox;
    const discord = {
      token,
      apiUrl,
      staffGuildId: servers['staff'] ?? null,
      staffChannelId: channels['staff'] ?? null,
      staffLogChannelId: channels['staff-log'] ?? null,
    };
    const config = { discord, bank: { name: 'Passbook' } };
    const bot = await startBot({ config, bank, logger, clock });
    const { smtpUrl } = sandbox;
    const mailer = canMail
      ? await startMail({ bank, bankName: 'Passbook', smtpUrl, mailFrom: null, logger })
      : null;
    const close = async () => {
      await bot.close();
      await mailer?.close();
      await bank.close();
    };
    return { bank, bot, close };
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'passbook-chat-'));
    logger = createLogger({ folder, level: 'debug' });
    database = await (options.database ?? createTestDatabase)();
    sandbox = await startSandbox({ seed, folder: null, port: 0 });
    driver = openDriver(sandbox.pageUrl, { editWithinMs: 15_000 });
    served = await serve();
  });
  afterAll(async () => {
    const findings = (await driver.findings()).filter(({ rule }) => !demanded.test(rule));
    expect(findings).toEqual([]);
    driver.close();
    await served.close();
    await sandbox.close();
    await database.close();
    logger.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get sandbox() {
      return sandbox;
    },
    get driver() {
      return driver;
    },
    get database() {
      return database;
    },
    get bank() {
      return served.bank;
    },
    get bot() {
      return served.bot;
    },
    log: () => readFileSync(join(folder, 'passbook.log'), 'utf8'),
    restart: async () => {
      await served.close();
      served = await serve();
    },
    twin: async () => (await serve()).close,
  };
}

export const password = 'quartz lantern voyage 41';

let registered = 0;

/** What a person with this name writes into the first form; e-mail and phone are their own. */
export function detailsFor(fullName: string) {
  registered += 1;
  return {
    full_name: fullName,
    email: `person${registered}@example.com`,
    phone: `+4930${2_000_000 + registered}`,
    date_of_birth: '1990-12-31',
    gender: 'female',
  };
}

/** Whatever came back, it must be a message; its text. */
export function said(answer: Answer): string {
  if (answer.kind !== 'message') throw new Error(`Expected a message, got: ${answer.text}`);
  return answer.text;
}

/** Registers through both forms and answers the new account number. */
export async function register(person: Player, fullName: string): Promise<string> {
  const welcome = await registerAs(person, detailsFor(fullName));
  const number = /`(\d{10})`/.exec(welcome)?.[1];
  if (number === undefined) throw new Error(`No account number in: ${welcome}`);
  return number;
}

/** Registers with these details and answers the welcome card. */
export async function registerAs(
  person: Player,
  details: ReturnType<typeof detailsFor>,
): Promise<string> {
  await person.run('/register');
  await person.fill(details);
  await person.press('Choose password');
  return said(await person.fill({ password, password_again: password, terms: true }));
}

export async function deposit(person: Player, amount: string): Promise<string> {
  await person.run('/deposit', { amount });
  return said(await person.press('Confirm'));
}

/** What the card says after the label, for example the balance. */
export const factIn = (text: string, label: string): string | undefined =>
  new RegExp(`^\\*\\*${label}\\*\\* (.*)$`, 'm').exec(text)?.[1]?.replaceAll('**', '');

export async function balanceOf(person: Player): Promise<string | undefined> {
  return factIn(said(await person.run('/balance')), 'Balance');
}

/** The texts of the bot's direct messages, oldest first. */
export const dmTexts = async (person: Player): Promise<string[]> =>
  (await person.dms()).map(textOf);

const readMails = new Set<string>();

/** Waits for mail that this has not answered before; its text. */
export async function nextMail(person: Player, pattern: RegExp): Promise<string> {
  const giveUpAt = performance.now() + 15_000;
  while (performance.now() < giveUpAt) {
    const mail = (await person.mail()).find(
      ({ id, subject }) => !readMails.has(id) && pattern.test(subject),
    );
    if (mail !== undefined) {
      readMails.add(mail.id);
      return mail.text;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No new mail with ${pattern} for ${person.email}`);
}

/** Presses a button that the message does not have, or no longer: a forged or a late press. */
export async function forge(
  chat: Chat,
  person: Player,
  press: { readonly messageId: string; readonly customId: string },
): Promise<void> {
  const response = await fetch(
    new URL(`/control/people/${person.id}/components`, chat.sandbox.pageUrl),
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...press, unchecked: true }),
    },
  );
  if (!response.ok) throw new Error(await response.text());
}
