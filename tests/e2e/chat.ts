/** A bank in a chat: real bot, sandbox, real database, and simulated people. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { startMail } from '../../src/mail/sender.ts';
import type { Bank } from '../../src/bank/bank.ts';
import type { BankSettings } from '../../src/bank/index.ts';
import { startBot, type Bot } from '../../src/bot/client.ts';
import { checkDiscord } from '../../src/bot/doctor/discord.ts';
import { systemClock, type Clock } from '../../src/lib/clock.ts';
import { createLogger, type Logger } from '../../src/log/logger.ts';
import { type PageServer, servePage } from '../../src/page/index.ts';
import {
  fieldsOf,
  openDriver,
  textOf,
  type Answer,
  type Driver,
  type Player,
} from '../../src/sandbox/driver.ts';
import { startSandbox, type Sandbox, type WorldSeed } from '../../src/sandbox/index.ts';
import type { OpenModal } from '../../src/sandbox/protocol/protocol.ts';
import { openBank, password } from '../support/bank.ts';
import { testInstallation } from '../support/setup.ts';
import { testPage } from '../support/page-files.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

export const usualSeed: WorldSeed = {
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
  /** The origin of the bank's own page. */
  readonly pageUrl: string;
  /** All log lines. */
  log(): string;
  /** Restarts the bot and its bank with the same sandbox. */
  restart(): Promise<void>;
  /** Starts another bot with the same token and database; the returned function stops it. */
  twin(): Promise<() => Promise<void>>;
}

/** Rules that a test file breaks on purpose: lost and repeated answers, a missing server. */
const demanded = /^(40060|50027|50001|answer within)/;

/** The database of one chat; a test file may use its own. */
export type ChatDatabase = Pick<TestDatabase, 'pool' | 'close'> &
  Partial<Pick<TestDatabase, 'botPool'>>;

export interface ChatOptions {
  readonly database?: () => Promise<ChatDatabase>;
  readonly clock?: Clock;
  readonly minimumAge?: number;
  readonly settings?: Partial<BankSettings>;
  /** The people and servers; those above unless given. */
  readonly seed?: WorldSeed;
  /** Refusals of Discord that the tests of the file cause on purpose, besides `demanded`. */
  readonly causes?: RegExp;
  /** Sends mail to the sandbox's mailbox; without it the bank sends no mail. */
  readonly mail?: boolean;
  /** Of jobs and standing orders, in place of the database's clock. */
  readonly jobTime?: () => Date;
  /** Of the sandbox alone. */
  readonly discordClock?: Clock;
  /** The bank as the bot gets it, for a process that dies between two steps. */
  readonly botsBank?: (bank: Bank) => Bank;
  /** Serves the bank's own page; without it secrets are typed into forms of Discord alone. */
  readonly secrets?: 'page' | 'both';
}

/** Call at the top of a test file; read the fields only inside tests and hooks. */
export function openChat(options: ChatOptions = {}): Chat {
  const clock = options.clock ?? systemClock;
  let database: ChatDatabase;
  let sandbox: Sandbox;
  let driver: Driver;
  let logger: Logger;
  let folder = '';
  let served: { readonly bank: Bank; readonly bot: Bot; close(): Promise<void> };

  let pageServer: PageServer | null = null;
  let open: { readonly bank?: Bank; readonly bot?: Bot } = {};
  const openPage = async (): Promise<PageServer> =>
    servePage(
      {
        bankName: 'Passbook',
        logger,
        desk: () => open.bot?.desk ?? null,
        links: () => open.bank?.links ?? null,
      },
      { host: '127.0.0.1', port: 0, publicUrl: null, tls: null },
    );

  const serve = async () => {
    const { minimumAge, mail: canMail = false, jobTime } = options;
    const age = minimumAge === undefined ? {} : { minimumAge };
    const ownPage = pageServer === null ? {} : { page: { origin: pageServer.origin } };
    const settings = { canMail, ...age, ...ownPage, ...options.settings };
    // With the rights of the real bot, so that a missing right is found.
    const times = { clock, ...(jobTime && { jobTime }) };
    const bank = await openBank(database.botPool ?? database.pool, { ...times, settings });
    const { botToken: token, apiUrl, servers, channels } = sandbox;
    const discord = {
      token,
      apiUrl,
      staffGuildId: servers['staff'] ?? null,
      staffChannelId: channels['staff'] ?? null,
      staffLogChannelId: channels['staff-log'] ?? null,
    };
    const { secrets } = options;
    const page = pageServer === null || !secrets ? null : { url: pageServer.origin, secrets };
    const config = { discord, bank: { name: 'Passbook' }, dataFolder: folder, page };
    // Of the doctor's checks, those of Discord.
    const examine = async () => checkDiscord(config);
    open = { bank };
    const botsBank = options.botsBank?.(bank) ?? bank;
    const bot = await startBot({
      config,
      bank: botsBank,
      logger,
      clock,
      examine,
      installation: testInstallation,
    });
    open = { bank, bot };
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
    const { seed = usualSeed, discordClock = systemClock } = options;
    const place = { folder: null, port: 0, page: testPage } as const;
    sandbox = await startSandbox({ seed, ...place, clock: discordClock });
    driver = openDriver(sandbox.pageUrl, { editWithinMs: 15_000 });
    if (options.secrets !== undefined) pageServer = await openPage();
    served = await serve();
  });
  afterAll(async () => {
    const findings = (await driver.findings()).filter(
      ({ rule }) => !demanded.test(rule) && options.causes?.test(rule) !== true,
    );
    expect(findings).toEqual([]);
    driver.close();
    await served.close();
    await pageServer?.close();
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
    get pageUrl() {
      if (pageServer === null) throw new Error('The chat was opened without a page');
      return pageServer.origin;
    },
    log: () => readFileSync(join(folder, 'passbook.log'), 'utf8'),
    restart: async () => {
      await served.close();
      served = await serve();
    },
    twin: async () => (await serve()).close,
  };
}

export { password };

let registered = 0;

/** Values for the first form of a person with this name; e-mail and phone are unique. */
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

/** The text of an answer, which must be a message. */
export function said(answer: Answer): string {
  if (answer.kind !== 'message') throw new Error(`Expected a message, got: ${answer.text}`);
  return answer.text;
}

/** The form of an answer, which must be one. */
export function formIn(answer: Answer): OpenModal {
  if (answer.kind !== 'modal') throw new Error(`Expected a form, got: ${answer.text}`);
  return answer.modal;
}

/** What the form of an answer is filled with, by field. */
export const prefilledIn = (answer: Answer): Record<string, unknown> =>
  Object.fromEntries(fieldsOf(formIn(answer)).map((one) => [one.customId, one.prefilled]));

/** Registers through both forms and returns the new account number. */
export async function register(person: Player, fullName: string): Promise<string> {
  const welcome = await registerAs(person, detailsFor(fullName));
  const number = /`(\d{10})`/.exec(welcome)?.[1];
  if (number === undefined) throw new Error(`No account number in: ${welcome}`);
  return number;
}

/** Registers with these details and returns the welcome card. */
export async function registerAs(
  person: Player,
  details: ReturnType<typeof detailsFor>,
): Promise<string> {
  formIn(await person.run('/register'));
  await person.fill(details);
  formIn(await person.press('Choose password'));
  return said(await person.fill({ password, password_again: password, terms: true }));
}

export async function deposit(person: Player, amount: string): Promise<string> {
  await person.run('/deposit', { amount });
  return said(await person.press('Confirm'));
}

/** The text after a label on a card, for example the balance. */
export const factIn = (text: string, label: string): string | undefined =>
  new RegExp(`^\\*\\*${label}\\*\\* (.*)$`, 'm').exec(text)?.[1]?.replaceAll('**', '');

/** The large amount on the balance card. */
export const balanceIn = (text: string): string | undefined => /^# (.*)$/m.exec(text)?.[1];

export async function balanceOf(person: Player): Promise<string | undefined> {
  return balanceIn(said(await person.run('/balance')));
}

/** The texts of the bot's direct messages, oldest first. */
export const dmTexts = async (person: Player): Promise<string[]> =>
  (await person.dms()).map(textOf);

const readMails = new Set<string>();

/** Waits for mail not returned before; returns its text. */
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

/** Presses a button that the message does not have: a forged or late press. */
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
