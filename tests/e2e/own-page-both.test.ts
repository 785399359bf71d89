/** With SECRETS=both each form stays in Discord, and a button beside it leads to the bank's page. */
import { beforeAll, expect, test } from 'vitest';
import { type Player, textOf } from '../../src/sandbox/driver.ts';
import { PageClient } from '../support/page-client.ts';
import { openChat, password, register, said } from './chat.ts';
import { cardOf, openFrom } from './own-page.ts';

const chat = openChat({ secrets: 'both' });
const onPage = 'On the bank’s page';
let anna: Player;
let number = '';
let browser: PageClient;

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  number = await register(anna, 'Anna Miller');
  browser = new PageClient(chat.pageUrl);
  await anna.run('/logout');
});

test('the command and the button open the form, the button beside it the page', async () => {
  expect((await anna.run('/login')).kind).toBe('modal');
  await anna.closeForm();
  await anna.run('/balance');
  expect((await anna.press('Log in')).kind).toBe('modal');
  await anna.closeForm();
  const link = await anna.press(onPage);
  await openFrom(link, browser);
  expect((await anna.press('Use a form here')).kind).toBe('modal');
  await anna.closeForm();
});

test('a link goes on after the bank was restarted, with what was wanted', async () => {
  await anna.run('/balance');
  const link = await anna.press(onPage);
  const page = await openFrom(link, browser);
  expect(page.html).toContain(`value="${number}"`);
  await chat.restart();
  const sent = await browser.send({ account_number: number, password });
  expect(sent.status).toBe(200);
  await anna.seesChange(cardOf(link), (message) => textOf(message).includes('0.00 GEM'));
});

test('a session that ended elsewhere refuses the proof, on the page and in the chat', async () => {
  await anna.run('/security');
  const link = await anna.press(onPage);
  await openFrom(link, browser);
  await anna.run('/logout');
  const sent = await browser.send({ proof: password });
  expect([sent.status, sent.text]).toEqual([410, expect.stringContaining('You are not logged in')]);
  expect(said(await anna.run('/security'))).toContain('You are not logged in');
});
