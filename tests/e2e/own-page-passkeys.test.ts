/** Passkeys on the bank's own page, in Chromium with its virtual authenticator. */
import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type Player, textOf } from '../../src/sandbox/driver.ts';
import { describeInBrowser, launchBrowser, type TestBrowser, visit } from '../support/browser.ts';
import { addAuthenticator, type VirtualAuthenticator } from '../support/virtual-authenticator.ts';
import { codeOn, linkOn, PageClient } from '../support/page-client.ts';
import { deposit, detailsFor, openChat, password, said } from './chat.ts';
import { cardOf, register } from './own-page.ts';
import { lookAt } from './own-page-look.ts';

const chat = openChat({ secrets: 'page', settings: { stepUpAbove: 10_000n } });

/** Asks the authenticator with the options of the page, changed as the test says; as JSON. */
const asked = (change = 'options') => `(async () => {
  const { options: own = '{}' } = document.querySelector('#passkey').dataset;
  const options = JSON.parse(own);
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(${change});
  return JSON.stringify((await navigator.credentials.get({ publicKey })).toJSON());
})()`;
const sent = (answer: string) => `(() => {
  document.querySelector('[name=passkey]').value = ${JSON.stringify(answer)};
  document.querySelector('#passkey').closest('form').submit();
})()`;

describeInBrowser('a customer with a passkey', () => {
  let browser: TestBrowser;
  let page: Page;
  let device: VirtualAuthenticator;
  let anna: Player;
  let number = '';
  let elsewhere: Server;
  const complaints: string[] = [];

  const text = async (): Promise<string> => page.locator('main').innerText();
  const open = async (answer: Answer): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(linkOn(cardOf(answer)));
    await page.waitForURL(/\/at\/\d+$/);
    expect(codeOn(await text())).toBe(codeOn(said(answer)));
  };
  const shows = async (card: Answer, pattern: RegExp): Promise<void> => {
    await anna.seesChange(cardOf(card), (message) => pattern.test(textOf(message)));
  };
  const look = async (name: string): Promise<void> => lookAt(page, name);
  /** A card that waits for a proof, and its link. */
  const asking = async (amount: string): Promise<Answer> => {
    await chat.database.pool.write(
      'UPDATE sessions SET created_at = created_at - INTERVAL 5 MINUTE',
    );
    await anna.run('/withdraw', { amount });
    return anna.press('Confirm');
  };
  const balance = async (): Promise<string> => said(await anna.run('/balance'));
  const forgetFailures = async (): Promise<void> =>
    void (await chat.database.pool.write('DELETE FROM login_counters'));

  beforeAll(async () => {
    browser = await launchBrowser();
    anna = await chat.driver.person('Anna');
    const ben = await chat.driver.person('Ben');
    number = await register(ben, new PageClient(chat.pageUrl), detailsFor('Ben Okafor'));
    await register(anna, new PageClient(chat.pageUrl), detailsFor('Anna Miller'));
    await deposit(anna, '5000');
    const window = await visit(browser, `${chat.pageUrl}/`);
    ({ page } = window);
    page.on('console', (message) => {
      const isOwn = /Content Security Policy|Refused/.test(message.text());
      if (isOwn) complaints.push(message.text());
    });
    device = await addAuthenticator(page);
    elsewhere = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<div id="passkey"></div>');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await browser.close();
    elsewhere.close();
  });

  test('adds one with a name, the password and the device', async () => {
    await look('start');
    await anna.run('/security');
    await anna.press('Passkeys');
    const card = await anna.press('Add a passkey');
    await open(card);
    await page.getByLabel('Name of the passkey').fill('My phone');
    await page.getByLabel('Current password').fill(password);
    await look('add');
    await page.getByRole('button', { name: 'Create the passkey' }).click();
    await page.getByText('Your passkey is added').waitFor();
    await look('added');
    await shows(card, /Your passkey is added/);
    await anna.sees(/A passkey was added to your account/, { dm: true });
    expect(said(await anna.press('Passkeys'))).toContain('**My phone**');
  });

  test('logs in with it, without typing anything', async () => {
    await anna.run('/logout');
    const card = await anna.run('/login');
    await open(card);
    await look('login');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByText('You can close this page').waitFor();
    expect(await text()).toContain('Logged in');
    await shows(card, /Logged in/);
  });

  test('approves exactly the payment that the page shows', async () => {
    await chat.database.pool.write(
      'UPDATE sessions SET created_at = created_at - INTERVAL 5 MINUTE',
    );
    await anna.run('/transfer', { to: number, amount: '5' });
    const card = await anna.press('Confirm');
    await open(card);
    expect(await text()).toContain('You are about to send 5.00 GEM from Anna M.');
    expect(await text()).toContain('Ben O.');
    await look('approve');
    await page.getByRole('button', { name: 'Approve with a passkey' }).click();
    await page.getByText('Sent 5.00 GEM').waitFor();
    await shows(card, /Sent 5\.00 GEM/);
  });

  test('an answer for one card is refused for another, and twice for the same', async () => {
    const first = await asking('101');
    await open(first);
    const answer = await page.evaluate<string>(asked());
    const second = await asking('999');
    await open(second);
    const before = await balance();
    await page.evaluate(sent(answer));
    await page.getByText('This passkey was not accepted. Nothing moved.').waitFor();
    await look('refused');
    expect(await balance()).toBe(before);
    await forgetFailures();
    await open(first);
    await page.evaluate(sent(answer));
    await page.getByText('Withdrawn 101.00 GEM').waitFor();
    await page.goto(linkOn(cardOf(first)));
    await page.getByText('already been used').waitFor();
    await open(second);
    await page.evaluate(sent(answer));
    await page.getByText('not accepted').waitFor();
    await forgetFailures();
  });

  test('an altered answer, another origin and a user who was not verified are refused', async () => {
    const card = await asking('102');
    await open(card);
    const right = JSON.parse(await page.evaluate<string>(asked())) as {
      response: Record<string, string>;
    };
    const refused = async (answer: string): Promise<void> => {
      await forgetFailures();
      await page.evaluate(sent(answer));
      await page.getByText('This passkey was not accepted. Nothing moved.').waitFor();
    };
    const options = (await page.locator('#passkey').getAttribute('data-options'))!;
    const { signature = '' } = right.response;
    const other = signature.startsWith('MEQ') ? 'MEU' : 'MEQ';
    const changed = { ...right.response, signature: other + signature.slice(3) };
    await refused(JSON.stringify({ ...right, response: changed }));
    await refused('{"id":"no passkey"}');
    await refused('not even JSON');

    await open(card);
    await device.verifies(false);
    const unverified = await page.evaluate<string>(
      asked('{ ...options, userVerification: "discouraged" }'),
    );
    await refused(unverified);
    await device.verifies(true);

    const { port } = elsewhere.address() as { port: number };
    const third = await asking('103');
    await page.goto('about:blank');
    await page.goto(`http://localhost:${port}/`);
    const stolen = await page.evaluate<string>(asked(options));
    await open(third);
    await refused(stolen);
    await forgetFailures();
  });

  test('a copy is refused by its counter, and its owner is notified', async () => {
    const card = await asking('104');
    await open(card);
    await chat.database.pool.write('UPDATE passkeys SET counter = counter + 1000');
    const before = await balance();
    await page.getByRole('button', { name: 'Approve with a passkey' }).click();
    await page.getByText('counter is too low').waitFor();
    expect(await balance()).toBe(before);
    const seen = await anna.sees(/there may be a copy of it/, { dm: true });
    expect(textOf(seen)).toContain('Passkey refused');
    await chat.database.pool.write('UPDATE passkeys SET counter = 1');
    await forgetFailures();
  });

  test('one that was removed while the card waited is refused', async () => {
    const card = await asking('105');
    await open(card);
    await anna.run('/security');
    await anna.press('Passkeys');
    const removal = await anna.press('Remove My phone');
    const own = await page.context().newPage();
    await own.goto(linkOn(cardOf(removal)));
    await own.getByLabel('Password').fill(password);
    await own.getByRole('button', { name: 'Approve', exact: true }).click();
    await own.getByText('The passkey is removed').waitFor();
    await own.close();
    await page.getByRole('button', { name: 'Approve with a passkey' }).click();
    await page.getByText('This passkey was not accepted. Nothing moved.').waitFor();
    await forgetFailures();
  });

  test('the password works where the device does not', async () => {
    await device.remove();
    const card = await asking('106');
    await open(card);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByText('Withdrawn 106.00 GEM').waitFor();
    expect(complaints).toEqual([]);
  });
});
