/** Several accounts in the page: the list, the sum, and the choice on a card. */
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

describeInBrowser('several accounts in the page', () => {
  let browser: TestBrowser;
  let anna: Person;

  const shot = async (name: string) => {
    await anna.picture(name);
    await anna.page.setViewportSize(phone);
    await anna.picture(`${name}-phone`);
    await anna.page.setViewportSize(desktop);
  };

  beforeAll(async () => {
    browser = await launchBrowser();
    const one = await chat.driver.person('Anna');
    await register(one, 'Anna Miller');
    await deposit(one, '500');
    said(await one.run('/account open', { kind: 'SAVINGS', name: 'Holiday' }));
    said(await one.press('Confirm'));
    said(await one.run('/transfer', { to: 'holiday', amount: '120' }));
    said(await one.press('Confirm'));
    const { pageUrl, people, channels } = chat.sandbox;
    anna = new Person(await visit(browser, `${pageUrl}#/${people['anna']}/${channels['bank']}`));
  });
  afterAll(async () => {
    expect(anna.complaints).toEqual([]);
    await browser.close();
  });

  test('the balance shows the sum and each account', async () => {
    await anna.command('balance');
    await anna.last().getByText('In all accounts').waitFor();
    await anna.last().getByText('Holiday').waitFor();
    await shot('accounts-balance');
    await anna.press('Your accounts');
    await anna.last().getByText('main account', { exact: true }).waitFor();
    await shot('accounts-list');
  });

  test('the account of a card is changed by a choice', async () => {
    await anna.command('withdraw');
    await anna.fill({ amount: '20' });
    await anna.last().getByText('360.00 GEM').waitFor();
    await shot('accounts-card');
    await anna.last().getByRole('combobox').click();
    await anna.page.getByRole('option', { name: /^Holiday/ }).click();
    await anna.last().getByText('100.00 GEM').waitFor();
    await shot('accounts-card-changed');
    await anna.press('Confirm');
    await anna.last().getByText('Balance before').waitFor();
  });

  test('closing says what is in the way', async () => {
    await anna.command('account close');
    await anna.fill({ account: 'holiday' });
    await anna.last().getByText('There is still').waitFor();
    await shot('accounts-close-refused');
  });
});
