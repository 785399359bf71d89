/** The bank in the browser: the chat page in Chromium, the real bot, a real database. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  describeInBrowser,
  desktop,
  launchBrowser,
  phone,
  visit,
  type TestBrowser,
} from '../support/browser.ts';
import { detailsFor, openChat, password } from './chat.ts';
import { Person } from './page-person.ts';

const chat = openChat();

describeInBrowser('the bank in the page', () => {
  let browser: TestBrowser;
  let anna: Person;
  let ben: Person;

  beforeAll(async () => {
    browser = await launchBrowser();
    [anna, ben] = await Promise.all([sit('anna'), sit('ben')]);
  });
  afterAll(async () => {
    await browser.close();
  });

  async function sit(key: string): Promise<Person> {
    const { pageUrl, people, channels } = chat.sandbox;
    const made = await visit(browser, `${pageUrl}#/${people[key]}/${channels['bank']}`);
    return new Person(made);
  }

  test('a first-time visitor sees a hint what to type', async () => {
    await anna.page.getByText('Type /register').waitFor();
    await anna.picture('arrived');
  });

  test('a word that names no command runs none', async () => {
    await anna.command('wire');
    await anna.page.getByRole('alert').getByText('There is no command /wire here').waitFor();
    expect(await anna.dialog().count()).toBe(0);
    await anna.page.getByRole('textbox', { name: /^Message/ }).fill('');
  });

  test('a visitor registers, and corrects each invalid field without retyping', async () => {
    await anna.command('register');
    const details = detailsFor('Anna Miller');
    await anna.fill({ ...details, phone: '12', date_of_birth: '1990-13-01' }, ['Female']);
    await anna.last().getByText('country code').first().waitFor();
    await anna.picture('details-to-fix');
    await anna.press('Edit');
    const form = anna.dialog();
    expect(await form.getByLabel('Full name').inputValue()).toBe('Anna Miller');
    expect(await form.getByLabel('E-mail').inputValue()).toBe(details.email);
    expect(await form.getByRole('radio', { name: 'Female', exact: true }).isChecked()).toBe(true);
    await anna.fill({ phone: details.phone, date_of_birth: '1990-12-31' });
    await anna.press('Choose password');
    await anna.dialog().getByText('never your Discord password').waitFor();
    await anna.picture('choose-password');
    await anna.fill({ password, password_again: password }, ['I accept the terms']);
    await anna
      .last()
      .getByText(/^\d{10}$/)
      .waitFor();
    await anna.picture('welcome');
    anna.number = await anna
      .last()
      .getByText(/^\d{10}$/)
      .innerText();
    await anna.page.setViewportSize(phone);
    const codes = anna.last().locator('code', { hasText: /-/ });
    const boxes = await codes.evaluateAll((all) => all.map((code) => code.getBoundingClientRect()));
    expect(boxes).toHaveLength(8);
    for (const [index, box] of boxes.entries()) {
      expect(box.height).toBeLessThan(30);
      expect(box.top).toBeGreaterThanOrEqual(boxes[index - 1]?.bottom ?? 0);
    }
    await anna.page.setViewportSize(desktop);
  });

  test('a customer logs out and in again, with the number pre-filled', async () => {
    await anna.command('logout');
    await anna.last().getByText('Logged out').waitFor();
    await anna.command('login');
    expect(await anna.dialog().getByLabel('Account number').inputValue()).toBe(anna.number);
    await anna.fill({ password: 'wrong horse battery' });
    await anna.last().getByRole('button', { name: 'Edit' }).waitFor();
    await anna.picture('wrong-password');
    // After a wrong password, the next attempt is allowed after a second.
    await anna.page.waitForTimeout(1_100);
    await anna.press('Edit');
    expect(await anna.dialog().getByLabel('Password').inputValue()).toBe('');
    await anna.fill({ password });
    await anna.last().getByRole('heading', { name: 'Logged in', exact: true }).waitFor();
  });

  test('a customer corrects a wrong amount and deposits', async () => {
    await anna.command('deposit');
    await anna.fill({ amount: '1e9', memo: 'first savings' });
    await anna.last().getByRole('button', { name: 'Edit' }).waitFor();
    await anna.picture('wrong-amount');
    await anna.press('Edit');
    expect(await anna.dialog().getByLabel('Amount').inputValue()).toBe('1e9');
    expect(await anna.dialog().getByLabel('Memo').inputValue()).toBe('first savings');
    await anna.fill({ amount: '1,250.50' });
    await anna.last().getByText('1,250.50 GEM').first().waitFor();
    await anna.picture('deposit-confirm');
    await anna.press('Confirm');
    await anna.last().getByText('Deposited 1,250.50 GEM').waitFor();
    await anna.picture('deposit-receipt');
  });

  test('a second person sees received money at once', async () => {
    await ben.command('register');
    await ben.fill(detailsFor('Ben Okafor'), ['Male']);
    await ben.press('Choose password');
    await ben.fill({ password, password_again: password }, ['I accept the terms']);
    await ben
      .last()
      .getByText(/^\d{10}$/)
      .waitFor();

    await anna.option('transfer', { amount: '12.50', member: 'Ben', memo: 'for *pizza*' });
    await anna.last().getByText('First payment to this account').waitFor();
    await anna.picture('transfer-confirm');
    await anna.press('Confirm');
    await anna.last().getByText('Sent 12.50 GEM').waitFor();
    await anna.picture('receipt');

    await ben.page.getByRole('button', { name: 'Direct messages' }).click();
    await ben.last().getByText('You received 12.50 GEM').waitFor();
    await ben.last().getByText('for *pizza*').waitFor();
    await ben.picture('notice');
    await ben.command('history');
    await ben.last().getByText('+12.50 GEM').waitFor();
    await ben.picture('history');
    await ben.command('balance');
    await ben.last().getByText('12.50 GEM').first().waitFor();
    await ben.picture('balance');
  });

  test('no rule of Discord was broken, and the page had no error', async () => {
    expect(await chat.driver.findings()).toEqual([]);
    expect([...anna.complaints, ...ben.complaints]).toEqual([]);
    expect(await ben.page.getByText(anna.number).count()).toBe(0);
  });
});
