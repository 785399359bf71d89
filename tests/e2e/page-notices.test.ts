/** `/notices` and `/inbox` in the page, wide and narrow. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import {
  desktop,
  describeInBrowser,
  launchBrowser,
  phone,
  visit,
  type TestBrowser,
} from '../support/browser.ts';
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
    const { page } = ben;
    const look = async (step: string): Promise<void> => {
      for (const [name, size] of [
        ['wide', desktop],
        ['narrow', phone],
      ] as const) {
        await page.setViewportSize(size);
        await ben.last().scrollIntoViewIfNeeded();
        await ben.picture(`${step}-${name}`);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(size.width);
        expect(await axeFindings(page)).toEqual([]);
      }
      await page.setViewportSize(desktop);
    };
    await ben.command('notices');
    await ben.last().getByText('Weekly digest').first().waitFor();
    await look('notices');
    await ben.press('Weekly digest');
    await ben.last().getByText('No digest').waitFor();
    await ben.press('Inbox');
    await ben.last().getByText('You received 7.00 GEM').first().waitFor();
    await look('inbox');
    expect(ben.complaints).toEqual([]);
  });
});
