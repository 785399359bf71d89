/** `/notices` and `/inbox` in the page, wide and narrow. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser, launchBrowser, visit, type TestBrowser } from '../support/browser.ts';
import { deposit, openChat, register } from './chat.ts';
import { Person } from './page-person.ts';

const chat = openChat();

describeInBrowser('notices in the page', () => {
  let browser: TestBrowser;

  beforeAll(async () => {
    browser = await launchBrowser();
    const [anna, ben] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Ben')]);
    const to = await register(ben, 'Ben Okafor');
    await register(anna, 'Anna Payer');
    await deposit(anna, '100');
    await ben.run('/notices', { about: 'received', how: 'INBOX' });
    for (const amount of ['5', '6.50', '7']) {
      await anna.run('/transfer', { to, amount, memo: 'pizza' });
      await anna.press('Confirm');
    }
  });
  afterAll(async () => {
    await browser.close();
  });

  test('what is set and what has arrived, wide and narrow', async () => {
    const { pageUrl, people, channels } = chat.sandbox;
    const ben = new Person(
      await visit(browser, `${pageUrl}#/${people['ben']}/${channels['bank']}`),
    );
    await ben.command('notices');
    await ben.last().getByText('Weekly digest').first().waitFor();
    await ben.look('notices');
    await ben.press('Weekly digest');
    await ben.last().getByText('No digest').waitFor();
    await ben.press('Inbox');
    await ben.last().getByText('You received 7.00 GEM').first().waitFor();
    await ben.look('inbox');
    expect(ben.complaints).toEqual([]);
  });
});
