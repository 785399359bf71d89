/**
 * What the page refuses, one by one, with the machine's clock an hour off: one sentence on the
 * page, one in the chat where it has something to say, and nothing moved.
 */
import { beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/lib/clock.ts';
import { type Answer, buttonsOf, type Player, textOf } from '../../src/sandbox/driver.ts';
import { codeOn, linkOn, PageClient } from '../support/page-client.ts';
import { balanceOf, deposit, detailsFor, openChat, password, said } from './chat.ts';
import { cardOf, openFrom, register } from './own-page.ts';

const clock = { now: () => systemClock.now() + 3_600_000 };
const chat = openChat({ secrets: 'page', settings: { stepUpAbove: 10_000n }, clock });
let anna: Player;
let ben: Player;
let browser: PageClient;
let number = '';

beforeAll(async () => {
  [anna, ben] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Ben')]);
  browser = new PageClient(chat.pageUrl);
  number = await register(anna, browser, detailsFor('Anna Miller'));
  await register(ben, new PageClient(chat.pageUrl), detailsFor('Ben Okafor'));
  await deposit(anna, '500');
});

const asking = async (amount: string): Promise<Answer> => {
  await anna.run('/withdraw', { amount });
  return anna.press('Confirm');
};
const forgetFailures = async () => chat.database.pool.write('DELETE FROM login_counters');
const nothingMoved = async () => expect(await balanceOf(anna)).toBe('500.00 GEM');
const warnings = async () =>
  (await anna.messages()).map(textOf).filter((text) => text.includes('in another browser'));

test('a forwarded link is refused in the second browser, and its owner is notified once', async () => {
  const card = await asking('101');
  await openFrom(card, browser);
  const stranger = new PageClient(chat.pageUrl);
  for (let count = 0; count < 3; count += 1) {
    const refused = await stranger.openFrom(cardOf(card));
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('opened in another browser. Nothing changed.');
  }
  const notice = await anna.sees('Your link was opened in another browser');
  expect(textOf(notice)).toContain(codeOn(said(card)));
  expect(buttonsOf(notice)).toEqual(['New link', "Wasn't you?"]);
  expect(await warnings()).toHaveLength(1);
  await nothingMoved();
});

test('a link that another person opened first is refused to its owner, who gets a new one', async () => {
  const card = await asking('102');
  const thief = new PageClient(chat.pageUrl);
  expect((await thief.openFrom(cardOf(card))).status).toBe(200);
  // Without the owner's password it is of no use.
  const guess = await thief.send({ proof: 'not the password' });
  expect(guess.text).toContain('That is not your current password. Nothing changed.');
  const refused = await browser.openFrom(cardOf(card));
  expect(refused.text).toContain('opened in another browser');
  await forgetFailures();
  await nothingMoved();
  const link = await anna.press('New link');
  await openFrom(link, browser);
  expect(codeOn(said(link))).not.toBe(codeOn(said(card)));
});

test('a link of another person is of no use to a customer with their own password', async () => {
  await ben.run('/logout');
  const bens = await ben.run('/login');
  const opened = await browser.openFrom(cardOf(bens));
  expect(codeOn(opened.text)).toBe(codeOn(said(bens)));
  const refused = await browser.send({ account_number: number, password });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('The account number or password is wrong');
  const noted = await ben.seesChange(cardOf(bens), (one) => textOf(one).includes('is wrong'));
  expect(linkOn(noted)).toBe(linkOn(cardOf(bens)));
  await nothingMoved();
});

test('a wrong password is noted on the card, which keeps its link', async () => {
  const card = await asking('103');
  await openFrom(card, browser);
  const refused = await browser.send({ proof: 'not the password' });
  expect(refused.text).toContain('That is not your current password. Nothing changed.');
  const noted = await anna.seesChange(cardOf(card), (one) =>
    textOf(one).includes('That is not your current password.'),
  );
  expect(linkOn(noted)).toBe(linkOn(cardOf(card)));
  await forgetFailures();
  await nothingMoved();
});

test('a link that is too old is refused, and the chat offers a new one', async () => {
  await anna.run('/logout');
  const card = await anna.run('/login');
  await chat.database.pool.write(
    'UPDATE page_links SET expires_at = expires_at - INTERVAL 601 SECOND',
  );
  const refused = await browser.openFrom(cardOf(card));
  expect([refused.status, refused.text]).toEqual([
    410,
    expect.stringContaining('This link has expired. Nothing changed.'),
  ]);
  const notice = await anna.sees('Your link has expired');
  expect(buttonsOf(notice)).toEqual(['New link']);
  const link = await anna.press('New link', { on: notice });
  const page = await openFrom(link, browser);
  expect(page.html).toContain('name="account_number"');
  expect((await browser.send({ account_number: number, password })).status).toBe(200);
  await anna.seesChange(cardOf(link), (one) => textOf(one).includes('Logged in'));
});

test('a link that was used is refused, opened again and sent again', async () => {
  await anna.run('/logout');
  const card = await anna.run('/login');
  await openFrom(card, browser);
  expect((await browser.send({ account_number: number, password })).status).toBe(200);
  for (const answer of [
    await browser.send({ account_number: number, password }),
    await browser.openFrom(cardOf(card)),
  ]) {
    expect(answer.status).toBe(410);
    expect(answer.text).toContain('already been used. Your chat with the bank shows the result');
  }
  await nothingMoved();
});

test('a card that expired or was cancelled while its page was open is refused', async () => {
  const expired = await asking('104');
  await openFrom(expired, browser);
  await chat.database.pool.write("UPDATE pending SET expires_at = NOW(6) WHERE state = 'OPEN'");
  const late = await browser.send({ proof: password });
  expect([late.status, late.text]).toEqual([410, expect.stringContaining('Nothing moved')]);
  const cancelled = await asking('105');
  await openFrom(cancelled, browser);
  expect(said(await anna.press('Cancel'))).toContain('Nothing moved');
  const gone = await browser.send({ proof: password });
  expect([gone.status, gone.text]).toEqual([410, expect.stringContaining('Nothing moved')]);
  await nothingMoved();
});

test('without JavaScript a passkey cannot be made, and the page says so', async () => {
  await anna.run('/security');
  await anna.press('Passkeys');
  const card = await anna.press('Add a passkey');
  const page = await openFrom(card, browser);
  expect(page.text).toContain('This browser cannot use passkeys here. Nothing changed.');
  const sent = await browser.send({ name: 'Phone', proof: password });
  expect([sent.status, sent.text]).toEqual([
    422,
    expect.stringContaining('cannot use passkeys here. Nothing changed.'),
  ]);
  expect(said(await anna.press('Passkeys'))).toContain('You have no passkey yet');
});
