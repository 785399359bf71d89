/** With SECRETS=page every secret is typed on the bank's own page; here by a browser without JS. */
import { beforeAll, expect, test } from 'vitest';
import { type Player, textOf } from '../../src/sandbox/driver.ts';
import { PageClient } from '../support/page-client.ts';
import { deposit, detailsFor, nextMail, openChat, password } from './chat.ts';
import { cardOf, fillOnPage, openFrom, register } from './own-page.ts';

const chat = openChat({ secrets: 'page', mail: true, settings: { stepUpAbove: 10_000n } });
const renewed = 'walrus copper meadow 77';
const details = detailsFor('Anna Miller');
let anna: Player;
let ben: Player;
let browser: PageClient;
let number = '';

beforeAll(async () => {
  [anna, ben] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Ben')]);
  browser = new PageClient(chat.pageUrl);
});

test('registers, logs out and logs in', async () => {
  number = await register(ben, new PageClient(chat.pageUrl), detailsFor('Ben Okafor'));
  await register(anna, browser, details);
  await deposit(anna, '500');
  await anna.run('/logout');
  const asked = await anna.run('/login');
  const page = await openFrom(asked, browser);
  expect(page.html).toContain('autocomplete="current-password"');
  expect(page.html).toMatch(/name="account_number"[^>]*value="\d{10}"/s);
  const [, account = ''] = /value="(\d{10})"/.exec(page.html) ?? [];
  const wrong = await browser.send({ account_number: account, password: 'not the password' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('The account number or password is wrong');
  expect(wrong.html).not.toContain('not the password');
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const right = await browser.send({ account_number: account, password });
  expect(right.status).toBe(200);
  expect(right.text).toContain('Logged in');
  await anna.seesChange(cardOf(asked), (message) => textOf(message).includes('Logged in'));
});

test('goes on after the login with what was wanted', async () => {
  await anna.run('/logout');
  await anna.run('/transfer', { to: number, amount: '5' });
  const asked = await anna.press('Log in');
  const card = await fillOnPage(anna, asked, {
    by: browser,
    values: { account_number: (await accountOf(anna)) ?? '', password },
  });
  expect(card).toContain('First payment to this account');
});

async function accountOf(person: Player): Promise<string | undefined> {
  const identity = await chat.bank.access.identify(person.id as never, {
    guildId: null,
    channelId: '0',
  });
  return identity.accountNumber ?? undefined;
}

test('approves exactly the payment shown, and the card becomes its receipt', async () => {
  await chat.database.pool.write('UPDATE sessions SET created_at = created_at - INTERVAL 5 MINUTE');
  const asked = await anna.run('/transfer', { to: number, amount: '5' });
  expect(asked.kind).toBe('message');
  const link = await anna.press('Confirm');
  const page = await openFrom(link, browser);
  expect(page.text).toContain('You are about to send 5.00 GEM from Anna M.');
  const wrong = await browser.send({ proof: 'not the password' });
  expect(wrong.text).toContain('That is not your current password. Nothing changed.');
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const sent = await browser.send({ proof: password });
  expect(sent.text).toContain('Sent 5.00 GEM');
  await anna.seesChange(cardOf(link), (message) => textOf(message).includes('Sent 5.00 GEM'));
});

test('recovers with a code from the mailbox', async () => {
  await anna.run('/logout');
  await anna.run('/forgot-password');
  await anna.fill({ email: anna.email, phone: details.phone });
  const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}-[0-9A-Z]\b/.exec(
    await nextMail(anna, /Code to reset your password/),
  )?.[0];
  const asked = await anna.press('Enter code');
  const values = { code: code ?? '', password: renewed, password_again: renewed };
  const done = await fillOnPage(anna, asked, { by: browser, values });
  expect(done).toContain('Your new password is set');
});

test('no secret that was typed on the page is in the log, the database, a header or a page', async () => {
  const { rows } = chat.database.pool;
  const tables = (await rows('SHOW TABLES', [])).map((row) => `${Object.values(row)[0]}`);
  const stored = await Promise.all(
    tables.map(async (table) =>
      (await rows(`SELECT * FROM \`${table}\``, [])).map((row) =>
        Object.values(row).map((value) =>
          Buffer.isBuffer(value) ? value.toString('latin1') : `${value}`,
        ),
      ),
    ),
  );
  const page = await browser.request('/');
  const headers = [...page.headers].flat().join();
  const everywhere = [chat.log(), stored.flat(2).join('\n'), headers, page.html].join('\n');
  expect(everywhere).toContain('page-proof');
  for (const secret of [password, renewed, 'not the password', browser.cookie.split('=')[1]!]) {
    expect(everywhere).not.toContain(secret);
  }
});
