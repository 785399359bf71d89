/** Pots in the page: the goal, the picture of the balance, a lock, and a payment rounded up. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Player } from '../../src/sandbox/driver.ts';
import {
  describeInBrowser,
  desktop,
  launchBrowser,
  phone,
  visit,
  type TestBrowser,
} from '../support/browser.ts';
import { dayIn } from '../support/pots.ts';
import { deposit, openChat, register, said } from './chat.ts';
import { Person } from './page-person.ts';

const chat = openChat();

describeInBrowser('pots in the page', () => {
  let browser: TestBrowser;
  let anna: Person;
  let one: Player;
  let ben: Player;

  const shot = async (name: string) => {
    await anna.picture(name);
    await anna.page.setViewportSize(phone);
    await anna.picture(`${name}-phone`);
    await anna.page.setViewportSize(desktop);
  };
  const reads = async (content: string) => anna.last().getByText(content).first().waitFor();

  beforeAll(async () => {
    browser = await launchBrowser();
    one = await chat.driver.person('Anna');
    await register(one, 'Anna Miller');
    await deposit(one, '500');
    ben = await chat.driver.person('Ben');
    await register(ben, 'Ben Ortiz');
    said(await one.run('/pot new', { name: 'Bike' }));
    said(await one.press('Confirm'));
    const { pageUrl, people, channels } = chat.sandbox;
    anna = new Person(await visit(browser, `${pageUrl}#/${people['anna']}/${channels['bank']}`));
  });
  afterAll(async () => {
    expect(anna.complaints).toEqual([]);
    await browser.close();
  });

  test('a pot is opened with a goal, and money is put into it', async () => {
    await anna.command('pot new');
    await anna.fill({ name: 'Trip', goal: '200', date: dayIn(-1) });
    await reads('must be after today');
    await anna.press('Edit');
    await anna.fill({ date: dayIn(200) });
    await reads('Open this pot?');
    await shot('pots-new');
    await anna.press('Confirm');
    await reads('Pot opened');
    await anna.press('Add');
    await anna.fill({ pot: 'trip', amount: '120' });
    await reads('Put money into the pot?');
    await anna.press('Confirm');
    await reads('Put 120.00 GEM into the pot');
  });

  test('the balance shows free and saved money, also as a picture', async () => {
    await anna.command('balance');
    await reads('120.00 GEM of 200.00 GEM (60 %)');
    await reads('380.00 GEM');
    await anna.last().locator('img').first().waitFor();
    await shot('pots-balance');
  });

  test('a payment to another person is rounded up, on the card and the receipt', async () => {
    await anna.command('pot round-up');
    await anna.dialog().waitFor();
    await anna.dialog().getByText('The next whole unit').click();
    await anna.fill({ pot: 'trip' });
    await reads('A payment of 12.30 GEM also saves 0.70 GEM.');
    await shot('pots-round-up');
    await anna.press('Confirm');
    await reads('Your payments are rounded up');
    const card = said(await one.run('/pay', { member: ben, amount: '12.30' }));
    expect(card).toContain('Round-up');
    expect(card).toContain('0.70 GEM into Trip');
    const receipt = said(await one.press('Confirm'));
    expect(receipt).toContain('0.70 GEM into Trip');
    expect(receipt).toContain('367.00 GEM');
  });

  test('a locked pot is neither emptied nor closed, until its release', async () => {
    await anna.command('pot lock');
    await anna.fill({ pot: 'trip', until: dayIn(30), wait: '0' });
    await reads('Lock this pot?');
    await shot('pots-lock');
    await anna.press('Lock the pot');
    await reads('The pot is locked');
    await anna.command('pot take');
    await anna.fill({ pot: 'trip', amount: '20' });
    await reads('This pot is locked until');
    await shot('pots-locked');
    await anna.press('Ask for early release');
    await reads('It opens at once.');
    await anna.press('Confirm');
    await reads('You can take money out now.');
  });

  test('closing a pot with money offers to take it out first', async () => {
    await anna.command('pot close');
    await anna.fill({ pot: 'trip' });
    await reads('There is still 120.70 GEM in this pot.');
    await shot('pots-close');
    await anna.press('Take it all out');
    await reads('Take money out of the pot?');
    await anna.press('Confirm');
    await reads('Took 120.70 GEM out of the pot');
    await anna.press('Your pots');
    await reads('Bike');
    await shot('pots-list');
  });
});
