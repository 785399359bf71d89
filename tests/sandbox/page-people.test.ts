/** The page with several people: switching, badges, mail, lost connections, a phone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, launchBrowser, phone, visit } from '../support/browser.ts';
import { startPageWorld } from '../support/page-bot.ts';
import { pageTest } from '../support/page-test.ts';

const switcher = (page: Page) => page.getByRole('button', { name: /^You are/ });

describeInBrowser('people at the page', () => {
  const here = pageTest();
  const { address, composer, open, run } = here;

  test('a first-time visitor has a person and a channel, and sees a hint until it is followed', async () => {
    const page = await open(here.world.sandbox.pageUrl);
    await page.getByRole('heading', { name: 'Welcome to #lobby!' }).waitFor();
    const hint = page.getByText('Type /hello and press Enter twice.');
    await hint.waitFor();
    await run('hello', page);
    await page.locator('.message').last().getByText('Hello from').waitFor();
    await hint.waitFor({ state: 'detached' });
    expect(new URL(page.url()).hash).toMatch(/^#\/\d+/);
  });

  test('two tabs are two people at once', async () => {
    const anna = here.page;
    const bo = await open(address('bo'));
    expect(await switcher(anna).innerText()).toContain('Anna Albers');
    expect(await switcher(bo).innerText()).toContain('Bo');
    await composer(bo).fill('good morning');
    await composer(bo).press('Enter');
    await anna.locator('.message').last().getByText('good morning').waitFor();
  });

  test('a direct message to another person is counted at the switcher, and opens from there', async () => {
    const anna = here.page;
    const bo = await open(address('bo'));
    await run('letter', bo);
    await bo.getByText('Look at your messages').waitFor();
    await switcher(anna).getByText('1 unread for other people').waitFor();
    await switcher(anna).click();
    await anna.getByRole('button', { name: /^Bo bo/ }).click();
    await expect.poll(() => switcher(anna).innerText()).toContain('Bo');
    await anna.getByRole('button', { name: 'Direct messages' }).click();
    await anna.getByText('A private word').waitFor();
    await bo.getByRole('navigation', { name: 'Servers' }).getByText('unread').first().waitFor({
      state: 'detached',
    });
  });

  test('a new person joins and becomes the current one', async () => {
    const { page } = here;
    await switcher(page).click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Give the new person a name.').waitFor();
    await page.getByLabel('Name of a new person').fill('Dora Dahl');
    await page.keyboard.press('Enter');
    await expect.poll(() => switcher(page).innerText()).toContain('Dora Dahl');
    await page.getByRole('complementary', { name: 'Members' }).getByText('Dora Dahl').waitFor();
    await run('ping', page);
    await page.locator('.message').last().getByText('Pong').waitFor();
  });

  test('a server is shown only to its members', async () => {
    const anna = here.page;
    expect(await anna.getByRole('button', { name: 'Keepers' }).count()).toBe(0);
    const cem = await open(address('cem'));
    await cem.getByRole('button', { name: 'Keepers' }).click();
    await cem.getByRole('heading', { name: 'desk', exact: true }).waitFor();
    // Another person's address opens one of the current person's own channels.
    const lost = await open(address('anna', 'desk'));
    await lost.getByRole('heading', { name: 'lobby', exact: true }).waitFor();
    await open(`${here.world.sandbox.pageUrl}#/404/404`);
  });

  test('mail arrives in the right mailbox', async () => {
    const page = await open(address('bo'));
    const mailer = createTransport(here.world.sandbox.smtpUrl);
    const send = (to: string, subject: string): Promise<unknown> =>
      mailer.sendMail({ from: 'parrot@example.org', to, subject, text: `<b>Code</b> for ${to}` });
    await send('bo@sandbox.example', 'Your code');
    await send('stranger@example.org', 'Not for Bo');
    await page.getByRole('button', { name: 'Direct messages' }).click();
    await page.getByRole('button', { name: /Mailbox.*1 unread/s }).click();
    await page.getByText('bo@sandbox.example', { exact: true }).waitFor();
    await page.getByText('<b>Code</b> for bo@sandbox.example').waitFor();
    expect(await page.getByText('Not for Bo').count()).toBe(0);
    await page.getByLabel('Also show mail to others (1)').check();
    await page.getByText('Not for Bo').waitFor();
    const unread = page.getByRole('button', { name: /Mailbox.*unread/s });
    await unread.waitFor({ state: 'detached' });
    mailer.close();
  });

  test('profiles show facts and lead to the bot or switch the person', async () => {
    const { page } = here;
    const members = page.getByRole('complementary', { name: 'Members' });
    await members.getByRole('button', { name: /^Cem/ }).click();
    const profile = page.getByRole('dialog', { name: 'Profile of Cem' });
    await profile.getByText('Owns Parrot').waitFor();
    await page.keyboard.press('Escape');
    await profile.waitFor({ state: 'detached' });
    await members.getByRole('button', { name: /^Parrot/ }).click();
    await page.getByText('Says everything there is to say.').waitFor();
    await page.getByRole('button', { name: 'Message', exact: true }).click();
    await page.getByRole('heading', { name: 'Parrot', exact: true }).first().waitFor();
    await page.goBack();
    await members.getByRole('button', { name: /^Cem/ }).click();
    await page.getByRole('button', { name: 'Switch to this person' }).click();
    await expect.poll(() => switcher(page).innerText()).toContain('Cem');
  });

  test('closed direct messages stay closed', async () => {
    const { page } = here;
    await page.getByRole('complementary').getByRole('button', { name: /^Anna/ }).click();
    const box = page.getByLabel('Let apps send me direct messages');
    // The checkbox shows the sandbox's state, so it changes after the answer, not the click.
    await box.click();
    await expect.poll(async () => box.isChecked()).toBe(false);
    await page.reload();
    await composer(page).waitFor();
    await page.getByRole('complementary').getByRole('button', { name: /^Anna/ }).click();
    expect(await box.isChecked()).toBe(false);
    await box.click();
    await expect.poll(async () => box.isChecked()).toBe(true);
  });

  test('fits a phone: nothing overflows, drawers open and close, fields do not zoom', async () => {
    for (const width of [360, phone.width]) {
      const size = { width, height: 700 };
      const page = await open(address(), { size, touch: true });
      const overflow = (): Promise<number> =>
        page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await run('card', page);
      await page.locator('.card').last().getByText('A card').waitFor();
      expect(await overflow()).toBeLessThanOrEqual(0);
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('.message *')]
          .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
          .map((node) => node.className),
      );
      expect(wide).toEqual([]);
      expect(await composer(page).evaluate((node) => getComputedStyle(node).fontSize)).toBe('16px');
      await page.getByRole('button', { name: 'Channels and people' }).click();
      await page.getByRole('button', { name: 'quiet-corner' }).click();
      await page.getByRole('heading', { name: 'Welcome to #quiet-corner!' }).waitFor();
      await page.getByRole('button', { name: 'Members' }).click();
      await page.getByRole('complementary', { name: 'Members' }).getByText('Cem').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('complementary', { name: 'Members' }).waitFor({ state: 'hidden' });
    }
  });
});

describeInBrowser('a page that loses its sandbox or bot', () => {
  test('says so, and recovers without losing a message', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'page-'));
    const world = await startPageWorld({ folder });
    const browser = await launchBrowser();
    const { page } = await visit(browser, world.sandbox.pageUrl);
    const composer = page.getByRole('textbox', { name: /^Message/ });
    await composer.fill('before');
    await composer.press('Enter');
    await page.locator('.message').last().getByText('before').waitFor();

    await world.client.destroy();
    await page.getByText('Parrot is offline.').waitFor();
    await composer.fill('/ping');
    await composer.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Cancel the command' }).click();

    await world.close();
    await page.getByText('The connection to the sandbox is lost.').waitFor();
    const port = Number(new URL(world.sandbox.pageUrl).port);
    const again = await startPageWorld({ folder, port });
    await page.getByText('The connection to the sandbox is lost.').waitFor({ state: 'detached' });
    await page.getByText('Parrot is offline.').waitFor({ state: 'detached' });
    expect(await page.locator('.message').getByText('before').count()).toBe(1);
    await composer.fill('after');
    await composer.press('Enter');
    await page.locator('.message').last().getByText('after').waitFor();

    await browser.close();
    await again.close();
    rmSync(folder, { recursive: true });
  });
});
