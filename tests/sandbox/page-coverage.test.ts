/** Less common parts of messages, commands and forms, in a real browser. */
import { beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser } from '../support/browser.ts';
import { pageTest } from '../support/page-test.ts';

describeInBrowser('less common parts in the page', () => {
  const here = pageTest();
  const { composer, last, dialog, run } = here;
  let roleId: string;
  beforeAll(async () => {
    const { pageUrl, servers } = here.world.sandbox;
    const answer = await fetch(`${pageUrl}control/servers/${servers['cage']}/roles`, {
      method: 'POST',
      body: JSON.stringify({ name: 'Keeper' }),
    });
    const { roles } = (await answer.json()) as { readonly roles: readonly { id: string }[] };
    roleId = roles.at(-1)?.id ?? '';
  });

  test('runs a command in a group, with a role, a channel and a number', async () => {
    await composer().pressSequentially('/leaf');
    await here.page.keyboard.press('Enter');
    await here.page.keyboard.type('kee');
    await here.page.keyboard.press('Enter');
    await here.page.keyboard.type('where:qui');
    await here.page.keyboard.press('Enter');
    await here.page.keyboard.type('weight:2.5');
    await here.page.keyboard.press('Enter');
    const { channels } = here.world.sandbox;
    await last().getByText(`${roleId} | ${channels['quiet']} | 2.5`).waitFor();
  });

  test('chooses in each auto-filled menu; one has a default, one is disabled', async () => {
    const { people, channels } = here.world.sandbox;
    await run('menus');
    const message = here.page
      .locator('.message', { has: here.page.getByText('Switched off') })
      .last();
    const menu = (name: string) => message.getByRole('combobox', { name });
    await menu('Pick a role').click();
    await here.page.getByRole('option', { name: 'Keeper' }).click();
    await here.page.getByText(`Chose ${roleId}`).last().waitFor();
    await menu('Pick anybody').click();
    await here.page.getByRole('option', { name: 'Bo' }).click();
    await here.page.getByRole('option', { name: 'Keeper' }).click();
    await here.page.keyboard.press('Escape');
    await here.page.getByText(`Chose ${people['bo']}, ${roleId}`).waitFor();
    await menu('Pick a channel').click();
    await here.page.getByRole('option', { name: 'quiet-corner' }).click();
    await here.page.getByText(`Chose ${channels['quiet']}`).waitFor();
    expect(await menu('Chosen before').innerText()).toContain('Anna Albers');
    expect(await menu('Switched off').isDisabled()).toBe(true);
    expect(await axeFindings(here.page)).toEqual([]);
  });

  test('reveals a spoiler container, and a picture in it', async () => {
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

  test('fills an old-style form', async () => {
    await run('old');
    await dialog().getByLabel('Nickname').fill('Annie');
    await here.page.keyboard.press('Enter');
    await last().getByText('nickname="Annie"').waitFor();
  });

  test('chooses people and roles in a form, or leaves them out', async () => {
    await run('form selects');
    await dialog().getByRole('combobox', { name: 'Channel' }).click();
    await here.page.getByRole('option', { name: 'lobby' }).click();
    await dialog().getByRole('combobox', { name: 'Anybody' }).click();
    await here.page.getByRole('option', { name: 'Keeper' }).click();
    await here.page.getByRole('option', { name: 'Cem' }).click();
    await here.page.keyboard.press('Escape');
    await dialog().getByRole('button', { name: 'Submit' }).click();
    const { people } = here.world.sandbox;
    await last().getByText(`anybody=["${roleId}","${people['cem']}"]`).waitFor();
    await last().getByText('role=[]').waitFor();
  });
});
