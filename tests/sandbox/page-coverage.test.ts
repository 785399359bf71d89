/** The rest of what a bot may send and ask, drawn and used in a real browser. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, launchBrowser, visit, type Visit } from '../support/browser.ts';
import { startPageWorld, type PageWorld } from '../support/page-bot.ts';

describeInBrowser('the page, with the rest of what there is', () => {
  let world: PageWorld;
  let browser: Browser;
  let open: Visit;
  let page: Page;
  let roleId: string;

  beforeAll(async () => {
    [world, browser] = await Promise.all([startPageWorld(), launchBrowser()]);
    const { pageUrl, servers } = world.sandbox;
    const answer = await fetch(`${pageUrl}control/servers/${servers['cage']}/roles`, {
      method: 'POST',
      body: JSON.stringify({ name: 'Keeper' }),
    });
    const { roles } = (await answer.json()) as { readonly roles: readonly { id: string }[] };
    roleId = roles.at(-1)?.id ?? '';
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });
  beforeEach(async () => {
    const { pageUrl, people, channels } = world.sandbox;
    open = await visit(browser, `${pageUrl}#/${people['anna']}/${channels['lobby']}`);
    page = open.page;
    await composer().waitFor();
  });
  afterEach(async () => {
    expect(open.complaints).toEqual([]);
    await open.context.close();
  });

  const composer = () => page.getByRole('textbox', { name: /^Message/ });
  const last = () => page.locator('.message').last();
  const dialog = () => page.getByRole('dialog');
  async function run(command: string): Promise<void> {
    await composer().fill(`/${command}`);
    await composer().press('Enter');
    await page.keyboard.press('Enter');
  }

  test('runs a command of a group, with a role, a channel and a number', async () => {
    await composer().pressSequentially('/leaf');
    await page.keyboard.press('Enter');
    await page.keyboard.type('kee');
    await page.keyboard.press('Enter');
    await page.keyboard.type('where:qui');
    await page.keyboard.press('Enter');
    await page.keyboard.type('weight:2.5');
    await page.keyboard.press('Enter');
    const { channels } = world.sandbox;
    await last().getByText(`${roleId} | ${channels['quiet']} | 2.5`).waitFor();
  });

  test('chooses in each menu that fills itself; one was chosen before, one is off', async () => {
    const { people, channels } = world.sandbox;
    await run('menus');
    const message = page.locator('.message', { has: page.getByText('Switched off') }).last();
    const menu = (name: string) => message.getByRole('combobox', { name });
    await menu('Pick a role').click();
    await page.getByRole('option', { name: 'Keeper' }).click();
    await page.getByText(`Chose ${roleId}`).last().waitFor();
    await menu('Pick anybody').click();
    await page.getByRole('option', { name: 'Bo' }).click();
    await page.getByRole('option', { name: 'Keeper' }).click();
    await page.keyboard.press('Escape');
    await page.getByText(`Chose ${people['bo']}, ${roleId}`).waitFor();
    await menu('Pick a channel').click();
    await page.getByRole('option', { name: 'quiet-corner' }).click();
    await page.getByText(`Chose ${channels['quiet']}`).waitFor();
    expect(await menu('Chosen before').innerText()).toContain('Anna Albers');
    expect(await menu('Switched off').isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('uncovers a container, and a picture in it', async () => {
    await run('covered');
    await last().getByRole('button', { name: 'Spoiler' }).waitFor();
    expect(await last().getByText('Now you see me').count()).toBe(0);
    await last().getByRole('button', { name: 'Spoiler' }).press('Enter');
    await last().getByText('Now you see me').waitFor();
    await last().getByRole('link', { name: 'Open' }).waitFor();
    expect(await last().getByRole('link', { name: 'Hidden' }).count()).toBe(0);
    await last()
      .getByRole('button', { name: /Spoiler/ })
      .click();
    await last().getByRole('link', { name: 'Hidden' }).waitFor();
  });

  test('fills a form of the old kind', async () => {
    await run('old');
    await dialog().getByLabel('Nickname').fill('Annie');
    await page.keyboard.press('Enter');
    await last().getByText('nickname="Annie"').waitFor();
  });

  test('chooses people and roles in a form, or leaves them out', async () => {
    await run('form selects');
    await dialog().getByRole('combobox', { name: 'Channel' }).click();
    await page.getByRole('option', { name: 'lobby' }).click();
    await dialog().getByRole('combobox', { name: 'Anybody' }).click();
    await page.getByRole('option', { name: 'Keeper' }).click();
    await page.getByRole('option', { name: 'Cem' }).click();
    await page.keyboard.press('Escape');
    await dialog().getByRole('button', { name: 'Submit' }).click();
    const { people } = world.sandbox;
    await last().getByText(`anybody=["${roleId}","${people['cem']}"]`).waitFor();
    await last().getByText('role=[]').waitFor();
  });
});
