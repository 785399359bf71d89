/** The page as people load it: every module in a file of its own. The other tests load one file. */
import { expect, test } from 'vitest';
import { describeInBrowser, launchBrowser, visit } from '../support/browser.ts';
import { startPageWorld } from '../support/page-bot.ts';

describeInBrowser('the page as it is built', () => {
  test('loads its modules one by one, and answers a command', async () => {
    const world = await startPageWorld({ page: {} });
    const browser = await launchBrowser();
    const { page, complaints } = await visit(browser, 'about:blank');
    const modules = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') modules.add(new URL(request.url()).pathname);
    });
    await page.goto(world.sandbox.pageUrl);
    const composer = page.getByRole('textbox', { name: /^Message/ });
    await composer.fill('/ping');
    await composer.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('.message').last().getByText('Pong').waitFor();
    expect(modules.size).toBeGreaterThan(100);
    expect(modules).toContain('/page/lib/preact/dist/preact.mjs');
    expect(complaints).toEqual([]);
    await browser.close();
    await world.close();
  });
});
