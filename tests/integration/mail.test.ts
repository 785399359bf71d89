/** Mail from the outbox through a real SMTP server. */
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startMail } from '../../src/mail/sender.ts';
import { createLogger, type Logger } from '../../src/log/logger.ts';
import {
  openBank,
  openPerson,
  password,
  place,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
let bank: TestBank;
let anna: Person;
let ben: Person;
let folder: string;
let logger: Logger;
let closing: (() => Promise<void>)[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passbook-mail-'));
  logger = createLogger({ folder, level: 'debug' });
  bank = await openBank(database.pool, { settings: { canMail: true } });
  [anna, ben] = [await openPerson(bank), await openPerson(bank)];
  closing = [];
});
afterEach(async () => {
  for (const close of closing.toReversed()) await close();
  await bank.close();
  logger.close();
  rmSync(folder, { recursive: true });
});

interface Received {
  readonly to: readonly string[];
  readonly mail: Email;
}
type Verdict = { readonly responseCode: number } | null;

/** A server that answers each recipient as `judge` says, at a free port of this machine. */
async function openServer(judge: (address: string) => Verdict = () => null) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) => {
      const verdict = judge(address);
      done(verdict && Object.assign(new Error('refused'), verdict));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          received.push({ to, mail });
          done();
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const close = async () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  closing.push(close);
  return { received, url: `smtp://127.0.0.1:${port}`, close };
}

async function openMailer(smtpUrl: string, bankName = 'Passbook') {
  const worker = await startMail({ bank, bankName, smtpUrl, mailFrom: null, logger });
  closing.push(async () => worker.close());
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  while (!(await holds())) {
    if (performance.now() > giveUpAt) throw new Error('Waited 10 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const ask = async (person: Person) => {
  const { discordUserId, accountNumber, details } = person;
  const { email, phone } = details;
  await bank.recovery.request({ discordUserId, place, accountNumber, email, phone });
};
const waiting = async (): Promise<number> => {
  const rows = await database.pool.rows(`SELECT id FROM outbox WHERE channel = 'MAIL'`);
  return rows.length;
};

describe('a mail', () => {
  test('goes to one address, in plain text, from the bank', async () => {
    const { received, url } = await openServer();
    await openMailer(url);
    await ask(anna);
    await until(async () => received.length === 1 && (await waiting()) === 0);
    const [{ to, mail }] = received as [Received];
    expect(to).toEqual([anna.details.email]);
    expect(mail.from).toEqual({ name: 'Passbook', address: 'no-reply@passbook.invalid' });
    expect(mail.to).toEqual([{ name: '', address: anna.details.email }]);
    expect(mail.subject).toBe('Passbook: Code to reset your password');
    expect(mail.text).toMatch(/Your code: [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\n/);
    expect(mail.html).toBeUndefined();
    expect([mail.cc ?? [], mail.bcc ?? [], mail.attachments]).toEqual([[], [], []]);
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    const log = readFileSync(join(folder, 'passbook.log'), 'utf8');
    expect(log).not.toContain(anna.details.email);
  });

  test('has only our headers, for any name of the bank', async () => {
    const { received, url } = await openServer();
    await openMailer(url, 'Gem\r\nBcc: all@example.com\r\n\r\n<b>"Bank"</b>, x@example.com');
    await ask(anna);
    await until(() => received.length === 1);
    const [{ to, mail }] = received as [Received];
    expect(to).toEqual([anna.details.email]);
    expect(mail.bcc).toBeUndefined();
    expect(mail.from?.address).toBe('no-reply@passbook.invalid');
    expect(mail.text).toContain('Your code: ');
  });

  test('that a server refuses for good is given up, and others are sent', async () => {
    const { received, url } = await openServer((address) =>
      address === anna.details.email ? { responseCode: 550 } : null,
    );
    await openMailer(url);
    await Promise.all([ask(anna), ask(ben)]);
    await until(async () => received.length === 1 && (await waiting()) === 0);
    expect(received[0]!.to).toEqual([ben.details.email]);
    expect(bank.events).toContainEqual({
      name: 'noticeGivenUp',
      kind: 'CODE',
      reason: 'SMTP_550',
    });
  });

  test('that a server refuses for now waits, and later ones wait behind it', async () => {
    let busy = true;
    const { received, url } = await openServer(() => (busy ? { responseCode: 451 } : null));
    await openMailer(url);
    await bank.profile.update(anna.session, {
      ...anna.details,
      phone: '+4930555123',
      currentPassword: password,
    });
    await bank.locks.lock({ discordUserId: anna.discordUserId, place });
    const log = () => readFileSync(join(folder, 'passbook.log'), 'utf8');
    await until(() => log().includes('SMTP_451'));
    busy = false;
    await database.pool.write(`UPDATE outbox SET due_at = NOW(6) WHERE channel = 'MAIL'`);
    await until(() => received.length === 2);
    expect(received.map(({ mail }) => mail.subject)).toEqual([
      'Passbook: Profile changed',
      'Passbook: Account locked',
    ]);
    expect(received[0]!.mail.text).toContain('Your details were changed: phone number.');
  });

  test('waits for an unavailable server, and is given up after twelve attempts', async () => {
    const { url, close } = await openServer();
    await close();
    closing.pop();
    await ask(anna);
    await openMailer(url);
    const attempts = async () => {
      const [row] = await database.pool.rows(`SELECT attempts FROM outbox WHERE channel = 'MAIL'`);
      return row === undefined ? null : Number(row['attempts']);
    };
    await until(async () => (await attempts()) === 1);
    await until(() => readFileSync(join(folder, 'passbook.log'), 'utf8').includes('mail.failed'));
    expect(bank.events).toEqual([]);
    await database.pool.write(`UPDATE outbox SET attempts = 11, due_at = NOW(6)`);
    await until(() => bank.events.length > 0);
    expect(bank.events).toMatchObject([{ name: 'noticeGivenUp', kind: 'CODE' }]);
    expect(await attempts()).toBeNull();
  });

  test('with an expired code is not sent', async () => {
    await ask(anna);
    await database.pool.write('UPDATE codes SET expires_at = NOW(6)');
    const { received, url } = await openServer();
    await openMailer(url);
    await ask(ben);
    await until(async () => (await waiting()) === 0);
    expect(received.map(({ to }) => to[0])).toEqual([ben.details.email]);
  });
});
