/** Standing orders, the inbox, and what staff see of both and of requests, in the page. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, launchBrowser, visit, type TestBrowser } from '../support/browser.ts';
import { deposit, openChat, password, register } from './chat.ts';
import { confirm } from './club.ts';
import { Person } from './page-person.ts';

const chat = openChat();
const staff = { channel: 'staff' };
const reason = 'asked by phone';

describeInBrowser('standing orders in the page', () => {
  let browser: TestBrowser;
  let annasNumber = '';
  let bensNumber = '';
  const seated: Person[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    const [anna, ben, mona] = await Promise.all(
      ['Anna', 'Ben', 'Mona'].map(async (name) => chat.driver.person(name)),
    );
    annasNumber = await register(anna!, 'Anna Miller');
    bensNumber = await register(ben!, 'Ben Okafor');
    await register(mona!, 'Mona Berg');
    await deposit(anna!, '1000');
    await mona!.run('/staff role grant', { member: mona!, role: 'MANAGER', reason }, staff);
    await anna!.run('/request create', { member: ben!, amount: '12', memo: 'tickets' });
    await confirm(anna!);
  }, 60_000);
  afterAll(async () => {
    expect(seated.flatMap(({ complaints }) => complaints)).toEqual([]);
    await browser.close();
  });

  async function sit(key: string, channel: string): Promise<Person> {
    const { pageUrl, people, channels } = chat.sandbox;
    const person = new Person(
      await visit(browser, `${pageUrl}#/${people[key]}/${channels[channel]}`),
    );
    seated.push(person);
    return person;
  }

  test('rent is set up, and the next ten payments are leaves of a calendar', async () => {
    const anna = await sit('anna', 'bank');
    const rent = { to: bensNumber, amount: '120', every: 'month', day: 'last' };
    await anna.option('schedule create', { ...rent, time_zone: 'Berlin' });
    await anna.last().getByText('on the last day of the month').waitFor();
    await anna.look('order-question');
    await anna.press('Confirm');
    await anna.fill({ proof: password });
    await anna.last().getByText('Standing order 1 is set up').waitFor();
    await anna.command('schedule preview');
    await anna.last().getByRole('img').first().waitFor();
    await anna.last().getByText('Your money will not be enough on').waitFor();
    expect(await anna.last().getByText('Order 1').count()).toBeGreaterThan(0);
    await anna.look('calendar');
  }, 60_000);

  test('the inbox has what the bank has sent, with the way to each', async () => {
    const ben = await sit('ben', 'bank');
    await ben.command('inbox');
    await ben.last().getByText('You are asked for 12.00 GEM').first().waitFor();
    await ben.look('inbox');
  }, 60_000);

  test('staff see a customer’s orders, and pause one with a reason', async () => {
    const mona = await sit('mona', 'staff');
    await mona.option('staff order list', { account_number: annasNumber });
    await mona.last().getByText('Order 1').first().waitFor();
    await mona.look('staff-orders');
    await mona.option('staff order pause', { account_number: annasNumber, order: '1', reason });
    await mona.last().getByText('Order 1 is paused').waitFor();
    await mona.look('staff-order-paused');
  }, 60_000);

  test('staff see a customer’s requests, and cancel one with a reason', async () => {
    const mona = await sit('mona', 'staff');
    await mona.option('staff request list', { account_number: annasNumber });
    await mona.last().getByText('0 of 1 paid').first().waitFor();
    await mona.look('staff-requests');
    await mona.last().locator('.select').click();
    await mona.page.getByRole('option').first().click();
    await mona.last().getByText('0 of 1 person').first().waitFor();
    await mona.look('staff-request');
    await mona.press('Cancel the request');
    await mona.fill({ reason });
    await mona.last().getByText('Request cancelled').waitFor();
    await mona.look('staff-request-cancelled');
  }, 60_000);
});
