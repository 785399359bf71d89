/** Payees in the page: choices while an account is typed, and the menu on a member. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  describeInBrowser,
  desktop,
  launchBrowser,
  phone,
  visit,
  type TestBrowser,
} from '../support/browser.ts';
import { deposit, openChat, register, said } from './chat.ts';
import { Person } from './page-person.ts';

const chat = openChat();

describeInBrowser('payees in the page', () => {
  let browser: TestBrowser;
  let anna: Person;
  let tail = '';

  beforeAll(async () => {
    browser = await launchBrowser();
    const [one, ben] = [await chat.driver.person('Anna'), await chat.driver.person('Ben')];
    await register(one, 'Anna Miller');
    tail = (await register(ben, 'Ben Okafor')).slice(-4);
    await deposit(one, '500');
    said(await one.run('/payee add', { nickname: 'landlord', member: ben }));
    await one.run('/pay', { member: ben, amount: '5' });
    said(await one.press('Confirm'));
    const { pageUrl, people, channels } = chat.sandbox;
    anna = new Person(await visit(browser, `${pageUrl}#/${people['anna']}/${channels['bank']}`));
  });
  afterAll(async () => {
    expect(anna.complaints).toEqual([]);
    await browser.close();
  });

  const listed = () => anna.page.getByRole('option');

  test('an account is chosen by its nickname, and paid with one press', async () => {
    const composer = anna.page.getByRole('textbox', { name: /^Message/ });
    await composer.fill('/transfer');
    await composer.press('Enter');
    await anna.page.keyboard.type('to:');
    await anna.page.keyboard.type('lan');
    const label = `landlord · Ben O. …${tail}`;
    await expect.poll(() => listed().allInnerTexts()).toEqual([label]);
    await anna.picture('payees-choices');
    await anna.page.setViewportSize(phone);
    await anna.picture('payees-choices-phone');
    await anna.page.setViewportSize(desktop);
    await anna.page.keyboard.press('Enter');
    await anna.page.keyboard.type('amount:400');
    await anna.page.keyboard.press('Tab');
    await anna.page.keyboard.type('name:Max Stein');
    await anna.page.keyboard.press('Tab');
    await anna.page.keyboard.press('Enter');
    await anna.last().getByText('does not match').waitFor();
    await anna.picture('payees-no-match');
    await anna.page.setViewportSize(phone);
    await anna.picture('payees-no-match-phone');
    await anna.page.setViewportSize(desktop);
  });

  test('a member is paid from their profile', async () => {
    await anna.page.getByRole('complementary').getByRole('button', { name: /^Ben/ }).click();
    const profile = anna.page.getByRole('dialog', { name: 'Profile of Ben' });
    await profile.getByRole('heading', { name: 'Apps' }).waitFor();
    await anna.picture('payees-menu');
    await profile.getByRole('button', { name: 'Send money' }).click();
    await anna.fill({ amount: '3' });
    await anna.last().getByText('Send money?').waitFor();
    await anna.press('Confirm');
    await anna.last().getByText('Sent 3.00 GEM').waitFor();
  });

  test('the list of payees fits a phone', async () => {
    await anna.command('payee list');
    await anna.last().getByText('landlord').waitFor();
    await anna.picture('payees-list');
    await anna.page.setViewportSize(phone);
    await anna.picture('payees-list-phone');
  });
});
