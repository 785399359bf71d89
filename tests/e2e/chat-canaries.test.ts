/**
 * Enters marked secrets and personal data in every form, in Discord and on the bank's page, also
 * while the database fails. Then searches for them in the log, all mails, all bot messages, the
 * page's answers and headers, and every row of the database.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/bot/command/loader.ts';
import { hasSecrets, shownFields } from '../../src/bot/forms/form.ts';
import type { Registry } from '../../src/bot/command/registry.ts';
import type { Answer, Player } from '../../src/sandbox/driver.ts';
import { textOf } from '../../src/sandbox/driver.ts';
import { testSecrets } from '../support/bank.ts';
import { dumpOf, escaped, type Canary, type Place } from '../support/canaries.ts';
import { linkOn, type PageAnswer, PageClient } from '../support/page-client.ts';
import { forge, nextMail, openChat } from './chat.ts';

const chat = openChat({ mail: true, secrets: 'both', settings: { stepUpAbove: 10_000n } });
const staff = { channel: 'staff' };
const typed = {
  full_name: 'Zelda Quixotania',
  phone: '+493077712345',
  date_of_birth: '1971-07-13',
  password: 'harbour velvet canary 71',
  wrong: 'orchid gravel canary 72',
  renewed: 'timber saffron canary 73',
  memo: 'memo canary nightingale',
  reason: 'reason canary goldfinch',
  query: 'query canary starling',
};
const sentTo: Player[] = [];
const said: string[] = [];
let registry: Registry;
let anna: Player;
let mona: Player;
let number = '';
let mailedCode = '';
let appSecret = '';
let recoveryCodes: readonly string[] = [];

const heard = (answer: Answer): string => {
  said.push(answer.text);
  return answer.text;
};
const details = () => ({
  full_name: typed.full_name,
  email: anna.email,
  phone: typed.phone,
  date_of_birth: typed.date_of_birth,
  gender: 'other',
});

beforeAll(async () => {
  registry = await loadCommands();
  [anna, mona] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Mona')]);
  sentTo.push(anna, mona);
  await anna.run('/register');
  heard(await anna.fill(details()));
  await anna.press('Choose password');
  const { password } = typed;
  // The one message that may contain recovery codes is not searched.
  const welcome = (await anna.fill({ password, password_again: password, terms: true })).text;
  number = /`(\d{10})`/.exec(welcome)![1]!;
  recoveryCodes = welcome.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g)!;
  await mona.run('/register');
  await mona.fill({
    ...details(),
    full_name: 'Mona Berg',
    email: mona.email,
    phone: '+493077799999',
  });
  await mona.press('Choose password');
  await mona.fill({
    password: 'walrus copper meadow 77',
    password_again: 'walrus copper meadow 77',
    terms: true,
  });
  heard(
    await mona.run(
      '/staff role grant',
      { member: mona, role: 'MANAGER', reason: typed.reason },
      staff,
    ),
  );
});

async function recover(): Promise<void> {
  await anna.run('/forgot-password');
  heard(await anna.fill({ account_number: number, email: anna.email, phone: typed.phone }));
  const mail = await nextMail(anna, /Code to reset your password/);
  mailedCode = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b/.exec(mail)![0];
  await anna.press('Enter code');
  const { renewed } = typed;
  heard(await anna.fill({ code: mailedCode, password: renewed, password_again: `${renewed}!` }));
  await anna.press('Edit');
  heard(await anna.fill({ code: recoveryCodes[0]!, password: renewed, password_again: renewed }));
}

async function logIn(): Promise<void> {
  await chat.database.pool.write('DELETE FROM login_counters');
  await anna.run('/login', {}, { channel: 'bank' });
  expect(heard(await anna.fill({ account_number: number, password: typed.renewed }))).toContain(
    'Logged in',
  );
}

/** Fills every text field of a form with a canary, even one of the wrong kind. */
function planted(path: string, second: boolean): Record<string, string> {
  const { form, second: other } = registry.get(path)!;
  // The first page: a second one opens with a button of the card.
  const shown = second ? other?.form : form;
  const fields = shown ? shownFields(shown) : [];
  const byKind = (name: string): string => {
    if (/password|proof/.test(name)) return typed.wrong;
    if (/code/.test(name)) return recoveryCodes[1]!;
    if (/mail/.test(name)) return anna.email;
    if (name === 'phone' || name === 'date_of_birth' || name === 'full_name') return typed[name];
    return name === 'reason' ? typed.reason : typed.memo;
  };
  return Object.fromEntries(
    fields.flatMap(([name, { control }]) =>
      control.kind === 'text' ? [[name, byKind(name)]] : [],
    ),
  );
}

/** What the page answered, and the secrets of its links and browser. */
const pages: PageAnswer[] = [];
const pageSecrets: string[] = [];

/** Opens a form of Anna's on the page, by a button that her card may lack. */
async function onPage(path: string, step: 'edit-page' | 'next-page'): Promise<PageClient> {
  const help = await anna.run('/help', {}, { channel: 'bank' });
  if (help.kind !== 'message') throw new Error(help.text);
  await forge(chat, anna, { messageId: help.message.id, customId: `v1:${path}:${step}:` });
  const link = async () => linkOn((await anna.messages({ channel: 'bank' })).at(-1));
  await expect.poll(link).not.toBe('');
  const browser = new PageClient(chat.pageUrl);
  const token = await link();
  pages.push(await browser.open(token));
  pageSecrets.push(token.split('#')[1]!, browser.cookie.split('=')[1]!);
  return browser;
}

const tripped = ['credentials', 'customer_details', 'codes', 'pending', 'audit', 'accounts'];

describe('canaries entered in every form', () => {
  test('through the commands of a customer and a manager', async () => {
    for (const memo of [typed.memo, typed.memo.repeat(8)]) {
      heard(await anna.run('/deposit', { amount: '100', memo }));
    }
    heard(await anna.run('/deposit', { amount: '100', memo: typed.memo }));
    heard(await anna.press('Confirm'));
    await anna.run('/login');
    heard(await anna.fill({ account_number: number, password: typed.wrong }));
    await chat.database.pool.write('DELETE FROM login_counters');
    await anna.run('/profile password');
    const { password, renewed } = typed;
    heard(
      await anna.fill({ current_password: password, password: renewed, password_again: renewed }),
    );
    await anna.run('/profile update');
    heard(await anna.fill({ current_password: typed.wrong, email: `new.${anna.email}` }));
    heard(await anna.run('/history', { text: typed.query }));
    heard(await mona.run('/staff customer find', { query: anna.email }, staff));
    heard(await mona.run('/staff customer view', { account_number: number }, staff));
    heard(
      await mona.run(
        '/staff customer freeze',
        { account_number: number, reason: typed.reason },
        staff,
      ),
    );
    await recover();
    expect(said.join('\n')).toContain('Deposited 100.00 GEM');
    expect(said.join('\n')).toContain('Your new password is set');
  });

  test('with values of the wrong kind in every form', async () => {
    await logIn();
    for (const [path, { form, optionsRequired }] of registry) {
      // Discord itself asks for required options, so no form is opened.
      if (form === null || optionsRequired) continue;
      const by = path.startsWith('staff ') ? mona : anna;
      const opened = await by.run(
        `/${path}`,
        {},
        path.startsWith('staff ') ? staff : { channel: 'bank' },
      );
      if (opened.kind === 'modal') heard(await by.fill(planted(path, false), { unchecked: true }));
    }
    expect(said.length).toBeGreaterThan(20);
  });

  test('in every second form and in the password prompts of cards', async () => {
    await logIn();
    for (const [path, { second }] of registry) {
      if (second === null) continue;
      const card = await anna.run('/help', {}, { channel: 'bank' });
      if (card.kind !== 'message') throw new Error(card.text);
      await forge(chat, anna, { messageId: card.message.id, customId: `v1:${path}:next:` });
      await expect.poll(() => anna.modal !== null).toBe(true);
      heard(await anna.fill(planted(path, true), { unchecked: true }));
    }
    const order = { account_number: number, amount: '5', memo: typed.memo };
    heard(await mona.run('/staff deposit', order, staff));
    await mona.press('Confirm');
    heard(await mona.fill({ proof: typed.wrong }));
    expect(said.at(-1)).toContain('Nothing');
    await anna.run('/security', {}, { channel: 'bank' });
    await anna.press('Set up an app');
    // Recovery codes may be shown here, and only here.
    const begun = (await anna.fill({ proof: typed.renewed })).text;
    appSecret = /`((?:[A-Z2-7]{4} ?)+)`/.exec(begun)![1]!;
    await anna.press('Enter code');
    heard(await anna.fill({ code: '000000' }));
  });

  test('in every form of the page, right and wrong', async () => {
    await chat.database.pool.write('DELETE FROM login_counters');
    const { renewed, wrong } = typed;
    for (const [path, { form, second }] of registry) {
      for (const [step, asked] of [
        ['edit-page', form],
        ['next-page', second?.alone === true ? second.form : null],
      ] as const) {
        if (!asked || !hasSecrets(asked, 0)) continue;
        const browser = await onPage(path, step);
        for (const proof of [wrong, renewed]) {
          const values = { ...planted(path, step === 'next-page'), proof, current_password: proof };
          pages.push(await browser.send({ ...values, passkey: typed.memo }));
          pages.push(await browser.send(values));
        }
      }
    }
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.some(({ status }) => status === 422)).toBe(true);
  });

  test('while the database fails', async () => {
    const { pool } = chat.database;
    const { password, renewed } = typed;
    const good = {
      login: { account_number: number, password: renewed },
      register: details(),
      'forgot-password': { account_number: number, email: anna.email, phone: typed.phone },
      unlock: { password, code: recoveryCodes[2]! },
    };
    for (const table of tripped) {
      for (const [path, values] of Object.entries(good)) {
        await anna.run(`/${path}`, {}, { channel: 'bank' });
        await pool.write(`RENAME TABLE ${table} TO ${table}_away`);
        try {
          heard(await anna.fill(values));
        } finally {
          await pool.write(`RENAME TABLE ${table}_away TO ${table}`);
        }
      }
    }
    expect(chat.log()).toContain('bot.failed');
  });
});

describe('searching for the canaries', () => {
  const mails = async () => {
    const inboxes = await Promise.all(sentTo.map(async (one) => one.mail()));
    return [...inboxes.flat(), ...(await chat.driver.mail())];
  };
  const canaries = (): Canary[] => {
    const nowhere: readonly string[] = [];
    const { pepper, piiKey } = testSecrets;
    const key = (bytes: Uint8Array) => [
      Buffer.from(bytes).toString('hex'),
      Buffer.from(bytes).toString('base64'),
    ];
    return [
      { name: 'password', values: [typed.password], home: nowhere },
      { name: 'wrong password', values: [typed.wrong], home: nowhere },
      { name: 'new password', values: [typed.renewed], home: nowhere },
      { name: 'mailed code', values: [mailedCode, mailedCode.replaceAll('-', '')], home: ['mail'] },
      {
        name: 'recovery codes',
        values: recoveryCodes.flatMap((code) => [code, code.replaceAll('-', '')]),
        home: nowhere,
      },
      { name: 'app secret', values: [appSecret, appSecret.replaceAll(' ', '')], home: nowhere },
      { name: 'bot token', values: [chat.sandbox.botToken], home: nowhere },
      { name: 'pepper', values: key(pepper), home: nowhere },
      { name: 'PII key', values: key(piiKey), home: nowhere },
      { name: 'e-mail', values: [anna.email], home: ['said', 'page'] },
      { name: 'phone', values: [typed.phone], home: ['said', 'page'] },
      { name: 'name', values: ['Quixotania'], home: ['said', 'page'] },
      { name: 'birth date', values: [typed.date_of_birth], home: ['said'] },
      { name: 'links and browsers of the page', values: pageSecrets, home: ['cookie'] },
      {
        name: 'memo',
        values: [typed.memo],
        home: ['said', 'page', 'entries.memo', 'approvals.content'],
      },
      {
        name: 'reason',
        values: [typed.reason],
        home: ['said', 'audit.details', 'audit.reason', 'approvals.reason'],
      },
      { name: 'search words', values: [typed.query], home: ['said'] },
    ];
  };

  test('finds no secret or personal data where it must not be', async () => {
    const places: Place[] = [
      { where: 'log', content: chat.log() },
      ...(await mails()).map(({ subject, text }) => ({
        where: 'mail',
        content: `${subject}\n${text}`,
      })),
      { where: 'said', content: said.join('\n') },
      ...pages.map(({ html }) => ({ where: 'page', content: html })),
      ...pages.flatMap(({ headers }) =>
        [...headers].map(([name, value]) => ({
          where: name === 'set-cookie' ? 'cookie' : 'headers',
          content: value,
        })),
      ),
      ...(await anna.dms()).map((message) => ({
        where: 'direct messages',
        content: textOf(message),
      })),
      ...(await dumpOf(chat.database.pool)),
    ];
    expect(escaped(canaries(), places)).toEqual([]);
    expect(canaries().length).toBeGreaterThanOrEqual(14);
    // Proves that each canary was entered: it is found where it may be.
    expect(
      places.some(({ where, content }) => where === 'entries.memo' && content === typed.memo),
    ).toBe(true);
    expect(said.join('\n')).toContain('Quixotania');
    expect(mailedCode).toMatch(/-/);
    expect(appSecret.length).toBeGreaterThan(20);
  });

  test('finds canaries in every encoding', () => {
    const canary = { name: 'x', values: ['Canary 1'], home: ['home'] };
    const forms = ['a Canary 1 b', 'canary 1', 'Canary%201', Buffer.from('Canary 1')];
    for (const content of forms)
      expect(escaped([canary], [{ where: 'log', content }])).toEqual(['x in log']);
    const encoded = Buffer.from('Canary 1').toString('base64');
    expect(escaped([canary], [{ where: 'log', content: `a ${encoded}` }])).toEqual(['x in log']);
    expect(escaped([canary], [{ where: 'home', content: 'Canary 1' }])).toEqual([]);
  });
});
