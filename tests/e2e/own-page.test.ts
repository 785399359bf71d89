/** With SECRETS=page every secret is typed on the bank's own page; here by a browser without JS. */
import { beforeAll, expect, test } from 'vitest';
import type { Answer, Player } from '../../src/sandbox/driver.ts';
import { textOf } from '../../src/sandbox/driver.ts';
import { codeOn, linkOn, type PageAnswer, PageClient } from '../support/page-client.ts';
import { deposit, detailsFor, nextMail, openChat, password, said } from './chat.ts';

const chat = openChat({ secrets: 'page', mail: true, settings: { stepUpAbove: 10_000n } });
const renewed = 'walrus copper meadow 77';
let anna: Player;
let ben: Player;
let browser: PageClient;
let number = '';

const cardOf = (answer: Answer) => {
  if (answer.kind !== 'message') throw new Error(`Expected a card, got ${answer.kind}`);
  return answer.message;
};

/** Opens the link of a card and checks that both show the same code. */
async function openFrom(answer: Answer, by: PageClient): Promise<PageAnswer> {
  const page = await by.openFrom(cardOf(answer));
  expect(page.status).toBe(200);
  expect(codeOn(page.text)).toBe(codeOn(said(answer)));
  return page;
}

/** Fills in the page of the card; returns what the card shows afterwards. */
async function fillOnPage(
  person: Player,
  answer: Answer,
  { by, values }: { readonly by: PageClient; readonly values: Readonly<Record<string, string>> },
): Promise<string> {
  await openFrom(answer, by);
  const card = cardOf(answer);
  const sent = await by.send(values);
  expect(sent.text).toContain('You can close this page');
  const changed = await person.seesChange(card, (message) => linkOn(message) === '');
  return textOf(changed);
}

async function register(person: Player, name: string, by: PageClient): Promise<string> {
  await person.run('/register');
  await person.fill({ ...detailsFor(name), email: person.email });
  const asked = await person.press('Choose password');
  const values = { password, password_again: password, terms: 'yes' };
  const welcome = await fillOnPage(person, asked, { by, values });
  return /`(\d{10})`/.exec(welcome)![1]!;
}

beforeAll(async () => {
  [anna, ben] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Ben')]);
  browser = new PageClient(chat.pageUrl);
});

test('registers, logs out and logs in', async () => {
  number = await register(ben, 'Ben Okafor', new PageClient(chat.pageUrl));
  await register(anna, 'Anna Miller', browser);
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
  await anna.fill({ email: anna.email, phone: '+49302000002' });
  const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}-[0-9A-Z]\b/.exec(
    await nextMail(anna, /Code to reset your password/),
  )?.[0];
  const asked = await anna.press('Enter code');
  const values = { code: code ?? '', password: renewed, password_again: renewed };
  const done = await fillOnPage(anna, asked, { by: browser, values });
  expect(done).toContain('Your new password is set');
});
