/** The inspector in a real browser: showing traffic and injecting faults. */
import { expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, phone } from '../support/browser.ts';
import { pageTest } from '../support/page-test.ts';
import { callApi } from './support.ts';

describeInBrowser('the inspector in the page', () => {
  const here = pageTest();
  const { address, open, composer, last, run } = here;
  const inspector = () => here.page.getByRole('complementary', { name: 'Inspector' });
  const tab = (name: RegExp) => inspector().getByRole('tab', { name });

  test('shows an interaction by keyboard: limits, event, requests, answers', async () => {
    await run('slow');
    await last().getByText('Done thinking').waitFor();
    await here.page.keyboard.press('Alt+i');
    await inspector().getByText('/slow').first().waitFor();
    // Past the tabs (one stop) and the panel, to the newest interaction.
    await here.page.keyboard.press('Tab');
    await here.page.keyboard.press('Tab');
    await here.page.keyboard.press('Enter');
    await inspector().getByRole('heading', { name: '/slow' }).waitFor();
    await inspector().getByText('of 1.2 s').waitFor();
    await inspector().getByText('of 15 min').waitFor();
    await inspector().locator('summary', { hasText: 'INTERACTION_CREATE' }).press('Enter');
    await inspector().getByLabel('The event', { exact: true }).getByText('"slow"').waitFor();
    const edit = inspector().locator('.entry', { hasText: 'PATCH' });
    await edit.locator('summary').press('Enter');
    expect(await edit.getByLabel('The bot sent', { exact: true }).innerText()).toContain(
      '"content": "Done thinking"',
    );
    await edit.getByLabel('The sandbox answered', { exact: true }).waitFor();
    await inspector().getByText('first answer: thinking').waitFor();
    await here.page.keyboard.press('Escape');
    await inspector()
      .getByRole('button', { name: /\/slow/ })
      .first()
      .waitFor();
    await here.page.keyboard.press('Escape');
    await inspector().waitFor({ state: 'detached' });
    await expect
      .poll(() => composer().evaluate((node) => node === document.activeElement))
      .toBe(true);
  });

  test('can show only the interactions of one person', async () => {
    await run('hello');
    const { people } = here.world.sandbox;
    const bo = await open(address('bo'));
    await run('ping', bo);
    await bo.getByText('Pong').first().waitFor();
    await bo.close();
    await here.page.keyboard.press('Alt+i');
    const lines = inspector().locator('.interaction');
    await expect.poll(async () => (await lines.allInnerTexts()).join()).toContain('/ping');
    expect((await lines.allInnerTexts()).join()).toContain('/hello');
    const filter = inspector().getByLabel('Interactions of');
    await filter.selectOption({ label: 'Bo' });
    expect((await lines.allInnerTexts()).every((line) => line.includes('Bo'))).toBe(true);
    // The selection is kept while the details of one are shown.
    await lines.first().click();
    await here.page.keyboard.press('Escape');
    expect(await filter.inputValue()).toBe(people['bo']);
    expect(await axeFindings(here.page)).toEqual([]);
    await filter.selectOption({ label: 'everybody' });
    expect((await lines.allInnerTexts()).join()).toContain('/hello');
  });

  test('counts broken rules live, and opens the interaction of one', async () => {
    const button = here.page.getByRole('button', { name: /^Inspector/ });
    await run('never');
    await last().getByText('The application did not respond').waitFor();
    await expect.poll(() => button.getAttribute('aria-label')).toMatch(/\d+ rules? broken/);
    await last().getByRole('button', { name: 'Inspect' }).click();
    await inspector().getByRole('heading', { name: '/never' }).waitFor();
    await inspector().getByText('none within 1.2 s').waitFor();
    await inspector().getByText('The bot sent nothing.').waitFor();
    await callApi(here.world.sandbox, 'GET', '/guilds/1/gifts');
    await tab(/^Rules/).click();
    await inspector().getByText('404: Not Found').first().waitFor();
    await inspector().getByRole('button', { name: 'Show the interaction' }).first().click();
    await inspector().getByRole('heading', { name: '/never' }).waitFor();
    await tab(/^Requests/).click();
    const request = inspector().locator('.entry', { hasText: '/guilds/1/gifts' }).first();
    await request.locator('summary').click();
    await request.getByText('"message": "404: Not Found"').waitFor();
  });

  test('arms a fault for a request, shows it, and cancels it', async () => {
    await here.page.keyboard.press('Alt+i');
    await tab(/^Trouble/).click();
    const trouble = inspector();
    await trouble.getByLabel('What happens to it').selectOption('server-error');
    await trouble.getByLabel('Status').selectOption('503');
    await trouble.getByLabel('How often').fill('2');
    await trouble.getByRole('button', { name: 'Arm' }).click();
    await trouble.getByText('First answer: gets a server error (5xx)').waitFor();
    await trouble.getByText('2×').waitFor();
    await run('hello');
    await last().getByText('Hello from').waitFor();
    await trouble.getByText('Nothing is armed.').waitFor();
    await tab(/^Interactions/).click();
    await trouble
      .getByRole('button', { name: /\/hello/ })
      .first()
      .click();
    await expect.poll(() => trouble.getByText('fault: server-error').count()).toBe(2);
    await tab(/^Trouble/).click();
    await trouble.getByRole('button', { name: 'Lose', exact: true }).click();
    await trouble.getByRole('button', { name: 'Cancel: Event lost' }).click();
    await trouble.getByText('Nothing is armed.').waitFor();
  });

  test('shows the progress of a fault script, and stops it', async () => {
    await here.page.keyboard.press('Alt+i');
    await tab(/^Trouble/).click();
    const play = await fetch(`${here.world.sandbox.pageUrl}control/faults/script`, {
      method: 'POST',
      body: JSON.stringify([
        { onInteraction: 'hello', arm: { kind: 'server-error', route: 'POST /interactions/*' } },
        { onInteraction: 'never', afterMs: 500, arm: { kind: 'reconnect' } },
      ]),
    });
    expect(play.status).toBe(200);
    const step = (text: string) => inspector().getByRole('listitem').filter({ hasText: text });
    await step('After hello: First answer: gets a server error').getByText('Waiting').waitFor();
    await run('hello');
    await last().getByText('Hello from').waitFor();
    await inspector().getByText('Script: 1 of 2 steps done').waitFor();
    await step('After never, 500 ms: Ask to reconnect').getByText('Waiting').waitFor();
    expect(await axeFindings(here.page)).toEqual([]);
    await inspector().getByRole('button', { name: 'Stop the script' }).click();
    await inspector()
      .getByText(/^Script/)
      .waitFor({ state: 'detached' });
  });

  test('drops an event, and makes the bot reconnect', async () => {
    await here.page.keyboard.press('Alt+i');
    await tab(/^Trouble/).click();
    await inspector().getByRole('button', { name: 'Lose', exact: true }).click();
    await inspector().getByText('Event lost').waitFor();
    await run('ping');
    await last().getByText('The application did not respond').waitFor();
    await last().getByRole('button', { name: 'Inspect' }).click();
    await inspector().getByText('lost by a fault').waitFor();
    await tab(/^Trouble/).click();
    const resumed = new Promise((resolve) => here.world.client.once('shardResume', resolve));
    await inspector().getByRole('button', { name: 'Ask to reconnect' }).click();
    await resumed;
    await here.page.getByText('Parrot is offline.').waitFor({ state: 'detached' });
    await run('ping');
    await last().getByText('Pong').waitFor();
  });

  test('closes and opens any person’s direct messages', async () => {
    await here.page.keyboard.press('Alt+i');
    await tab(/^Trouble/).click();
    const { people } = here.world.sandbox;
    const box = inspector().getByRole('checkbox', { name: 'Bo' });
    // The box shows what was clicked before the server knows of it.
    const sending = async () =>
      here.world.client.users.send(people['bo'] ?? '', 'A word').then(
        () => 'sent',
        ({ code }: { readonly code: number }) => code,
      );
    await box.setChecked(true);
    await expect.poll(sending).toBe(50_007);
    await box.setChecked(false);
    await expect.poll(sending).toBe('sent');
    expect(await box.isChecked()).toBe(false);
  });

  test('axe finds nothing wrong in any tab, also on a phone, where it fits', async () => {
    await run('never');
    await last().getByText('The application did not respond').waitFor();
    await run('hello');
    await callApi(here.world.sandbox, 'GET', '/guilds/1/gifts');
    const narrow = await open(address(), { size: phone, touch: true });
    await narrow.getByRole('button', { name: /^Inspector/ }).click();
    await here.page.keyboard.press('Alt+i');
    for (const on of [here.page, narrow]) {
      const side = on.getByRole('complementary', { name: 'Inspector' });
      for (const name of [/^Requests/, /^Rules/, /^Trouble/, /^Interactions/]) {
        await side.getByRole('tab', { name }).click();
        expect(await axeFindings(on)).toEqual([]);
      }
      await side
        .getByRole('button', { name: /\/hello/ })
        .first()
        .click();
      await side.getByText('Traffic').waitFor();
      for (const summary of await side.locator('.entry summary').all()) await summary.click();
      await side.getByLabel('The bot sent', { exact: true }).first().waitFor();
      expect(await axeFindings(on)).toEqual([]);
      const wide = await on.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    }
  });
});
