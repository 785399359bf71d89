/**
 * With SECRETS=page a customer registers with a passkey, logs in, pays, changes the profile,
 * unlocks, exports, sets an app up and recovers in Chromium; Discord gets none of the secrets.
 */
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/lib/clock.ts';
import { type Answer, type Player, textOf } from '../../src/sandbox/driver.ts';
import { describeInBrowser, launchBrowser, type TestBrowser, visit } from '../support/browser.ts';
import { codeOn, linkOn, PageClient } from '../support/page-client.ts';
import { addAuthenticator } from '../support/virtual-authenticator.ts';
import { deposit, detailsFor, nextMail, openChat, password, said } from './chat.ts';
import { cardOf, register } from './own-page.ts';
import { lookAt } from './own-page-look.ts';

let offsetMs = 0;
const clock = { now: () => systemClock.now() + offsetMs };
const settings = { stepUpAbove: 10_000n, fourEyesAbove: 0n };
const chat = openChat({ secrets: 'page', mail: true, settings, clock });
const staff = { channel: 'staff' };
const reason = 'by the book';
const changed = 'timber saffron meadow 81';
const recovered = 'walrus copper meadow 77';
const details = detailsFor('Anna Miller');
/** Everything secret that is typed or pressed in this file. */
const secrets = [password, changed, recovered];

describeInBrowser('with secrets on the page alone', () => {
  let browser: TestBrowser;
  let page: Page;
  let anna: Player;
  let ben: Player;
  let max: Player;
  let bens = '';
  let number = '';
  let recoveryCodes: readonly string[] = [];
  let appSecret = '';
  let looked = 0;

  const main = async (): Promise<string> => page.locator('main').innerText();
  const open = async (answer: Answer): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(linkOn(cardOf(answer)));
    await page.waitForURL(/\/at\/\d+$/);
    expect(codeOn(await main())).toBe(codeOn(said(answer)));
  };
  /** Fills in the page of a card; returns what the card shows afterwards. */
  const fill = async (
    by: Player,
    answer: Answer,
    values: Readonly<Record<string, string>>,
  ): Promise<string> => {
    await open(answer);
    await lookAt(page, `form-${(looked += 1)}`);
    for (const [name, value] of Object.entries(values)) {
      await page.locator(`[name=${name}]`).fill(value);
    }
    const terms = page.locator('[name=terms]');
    if ((await terms.count()) > 0) await terms.check();
    await page.getByRole('button', { name: /^(Send|Approve)$/ }).click();
    await page.getByText('You can close this page').waitFor();
    return textOf(await by.seesChange(cardOf(answer), (card) => linkOn(card) === ''));
  };
  const byPasskey = async (by: Player, answer: Answer): Promise<string> => {
    await open(answer);
    await page.getByRole('button', { name: /passkey$/ }).click();
    await page.getByText('You can close this page').waitFor();
    return textOf(await by.seesChange(cardOf(answer), (card) => linkOn(card) === ''));
  };
  /** Within five minutes of the login, it would be the proof of a first payment. */
  const later = async (): Promise<void> => {
    const age = 'UPDATE sessions SET created_at = created_at - INTERVAL 5 MINUTE';
    await chat.database.pool.write(age);
  };
  const appCode = (): string => {
    offsetMs += 30_000;
    return generateSync({ secret: appSecret, epoch: Math.floor(clock.now() / 1_000) });
  };

  beforeAll(async () => {
    browser = await launchBrowser();
    const people = ['Anna', 'Ben', 'Mona', 'Max'].map(async (name) => chat.driver.person(name));
    const [first, second, third, fourth] = await Promise.all(people);
    [anna, ben, max] = [first!, second!, fourth!];
    bens = await register(ben, new PageClient(chat.pageUrl), detailsFor('Ben Okafor'));
    for (const [one, name] of [
      [third!, 'Mona Berg'],
      [max, 'Max Stein'],
    ] as const) {
      await register(one, new PageClient(chat.pageUrl), detailsFor(name));
      await third!.run('/staff role grant', { member: one, role: 'MANAGER', reason }, staff);
    }
    ({ page } = await visit(browser, `${chat.pageUrl}/`));
    await addAuthenticator(page);
  });
  afterAll(async () => browser.close());

  test('registers, and adds a passkey at once, without typing the password again', async () => {
    await anna.run('/register');
    await anna.fill({ ...details, email: anna.email });
    const card = await anna.press('Choose password');
    const welcome = await fill(anna, card, { password, password_again: password });
    number = /`(\d{10})`/.exec(welcome)![1]!;
    recoveryCodes = welcome.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g)!;
    expect(await main()).toContain('Add a passkey now?');
    await lookAt(page, 'registered');
    await page.getByRole('button', { name: 'Create the passkey' }).click();
    await page.getByText('Your passkey is added').waitFor();
    const added = await anna.sees('Your passkey is added');
    expect(textOf(added)).toContain('log in and approve payments');
    await anna.sees('A passkey was added to your account', { dm: true });
    // The card with the recovery codes stays.
    const cards = (await anna.messages()).map(textOf);
    expect(cards.some((text) => text.includes(recoveryCodes[0]!))).toBe(true);
  });

  test('logs in and pays with it', async () => {
    await anna.run('/logout');
    expect(await byPasskey(anna, await anna.run('/login'))).toContain('Logged in');
    expect(await deposit(anna, '500')).toContain('Deposited 500.00 GEM');
    await later();
    await anna.run('/transfer', { to: bens, amount: '5' });
    expect(await byPasskey(anna, await anna.press('Confirm'))).toContain('Sent 5.00 GEM');
  });

  test('changes the details, the password and the recovery codes', async () => {
    const phone = '+493077799111';
    const updated = await fill(anna, await anna.run('/profile update'), {
      phone,
      current_password: password,
    });
    expect(updated).toContain('Your details have been changed');
    const again = { current_password: password, password: changed, password_again: changed };
    const set = await fill(anna, await anna.run('/profile password'), again);
    expect(set).toContain('Your password has been changed');
    const asked = await anna.run('/profile recovery-codes');
    const codes = await fill(anna, asked, { current_password: changed });
    recoveryCodes = codes.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g)!;
    expect(recoveryCodes).toHaveLength(8);
    details.phone = phone;
  });

  test('exports the data', async () => {
    const asked = await anna.run('/privacy export');
    const exported = await fill(anna, asked, { current_password: changed });
    expect(exported).toMatch(/Your data/i);
  });

  test('locks the account and unlocks it with the password and a recovery code', async () => {
    await anna.run('/lock');
    await anna.press('Lock my account');
    const [, code = ''] = recoveryCodes;
    const unlocked = await fill(anna, await anna.run('/unlock'), { password: changed, code });
    expect(unlocked).toContain('Your account is unlocked');
    secrets.push(code);
  });

  test('recovers with the phone number and a mailed code', async () => {
    await anna.run('/forgot-password');
    const facts = { account_number: number, email: anna.email, phone: details.phone };
    await anna.fill(facts);
    const mail = await nextMail(anna, /Code to reset your password/);
    const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}-[0-9A-Z]\b/.exec(mail)![0];
    const values = { code, password: recovered, password_again: recovered };
    const done = await fill(anna, await anna.press('Enter code'), values);
    expect(done).toContain('Your new password is set');
    secrets.push(code);
    expect(await byPasskey(anna, await anna.run('/login'))).toContain('Logged in');
  });

  test('sets an authenticator app up, and pays with its code', async () => {
    await anna.run('/security');
    const begun = await byPasskey(anna, await anna.press('Set up an app'));
    appSecret = /`((?:[A-Z2-7]{4} ?)+)`/.exec(begun)![1]!.replaceAll(' ', '');
    const first = appCode();
    const enabled = await fill(anna, await anna.press('Enter code'), { code: first });
    expect(enabled).toContain('Your app is set up');
    await later();
    await anna.run('/withdraw', { amount: '101' });
    const second = appCode();
    const paid = await fill(anna, await anna.press('Confirm'), { proof: second });
    expect(paid).toContain('Withdrawn 101.00 GEM');
    secrets.push(first, second);
  });

  test('a manager approves a card of the staff channel with a passkey', async () => {
    await max.run('/security', {}, { channel: 'bank' });
    await max.press('Passkeys');
    await open(await max.press('Add a passkey'));
    await page.getByLabel('Name of the passkey').fill('Desk');
    await page.getByLabel('Current password').fill(password);
    await page.getByRole('button', { name: 'Create the passkey' }).click();
    await page.getByText('Your passkey is added').waitFor();
    const mona = await chat.driver.person('Mona');
    const wanted = { account_number: bens, amount: '7', side: 'credit', reason };
    await mona.run('/staff adjust', wanted, staff);
    const client = new PageClient(chat.pageUrl);
    await client.openFrom(cardOf(await mona.press('Confirm')));
    expect((await client.send({ proof: password })).status).toBe(200);
    const card = await max.sees('Adjust a balance?', staff);
    await open(await max.press('Approve', { on: card }));
    expect(await main()).toMatch(/7\.00 GEM/);
    await lookAt(page, 'staff');
    await page.getByRole('button', { name: 'Approve with a passkey' }).click();
    await page.getByText('You can close this page').waitFor();
    await max.seesChange(card, (one) => textOf(one).includes('approved'));
    expect(said(await ben.run('/balance'))).toContain('12.00 GEM');
  });

  test('no interaction that Discord got has a secret', async () => {
    const read = async (path: string) =>
      (await fetch(new URL(`/control/${path}`, chat.sandbox.pageUrl))).json();
    const { interactions } = (await read('inspector')) as { interactions: { id: string }[] };
    const events: string[] = [];
    for (const { id } of interactions) {
      const { event } = (await read(`inspector/interactions/${id}`)) as { event: object };
      events.push(JSON.stringify(event));
    }
    expect(events.length).toBeGreaterThan(30);
    expect(events.join('\n')).toContain(details.phone);
    for (const secret of secrets) expect(events.join('\n')).not.toContain(secret);
    expect(secrets.length).toBeGreaterThan(6);
  });
});
