/** Managing people, servers and roles in a real browser. */
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, phone } from '../support/browser.ts';
import { pageTest } from '../support/page-test.ts';

describeInBrowser('people and servers in the page', () => {
  const here = pageTest();
  const { address, open, composer, dialog } = here;
  const members = () => here.page.getByRole('complementary', { name: 'Members' });
  /** Earlier requests about servers are slower than later ones; true once all are answered. */
  const slowestFirst = async (count: number): Promise<() => boolean> => {
    let sent = 0;
    let answered = 0;
    await here.page.route('**/control/servers/**', async (route) => {
      sent += 1;
      await setTimeout((count - sent) * 300);
      await route.fulfill({ response: await route.fetch() });
      answered += 1;
    });
    return () => answered === count;
  };

  test('adds a role and gives it a colour and a member', async () => {
    await here.page.getByRole('button', { name: 'Settings of The Cage' }).press('Enter');
    await dialog()
      .getByRole('tab', { name: /^Roles/ })
      .click();
    await dialog().getByLabel('Name of a new role').fill('Teller');
    await here.page.keyboard.press('Enter');
    await dialog().getByRole('heading', { name: 'Teller' }).waitFor();
    await dialog().getByLabel('Colour').fill('#ff8800');
    await dialog().getByText('Saved.').waitFor();
    const box = dialog().getByRole('checkbox', { name: 'Manage messages' });
    await box.click();
    await expect.poll(() => box.isChecked()).toBe(true);
    const bothAnswered = await slowestFirst(2);
    await here.page.evaluate(`for (const name of ['Kick members', 'Ban members']) {
      for (const row of document.querySelectorAll('.option-row')) {
        if (row.textContent.startsWith(name)) row.querySelector('input').click();
      }
    }`);
    await expect.poll(bothAnswered).toBe(true);
    for (const name of ['Kick members', 'Ban members', 'Manage messages']) {
      const one = dialog().getByRole('checkbox', { name });
      await expect.poll(() => one.isChecked()).toBe(true);
    }
    expect(await axeFindings(here.page)).toEqual([]);
    await dialog()
      .getByRole('tab', { name: /^Members/ })
      .click();
    const bo = dialog().locator('li', { hasText: /^BBo/ });
    await bo.getByLabel('Teller').click();
    await expect.poll(() => bo.getByLabel('Teller').isChecked()).toBe(true);
    expect(await axeFindings(here.page)).toEqual([]);
    await here.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await members().getByRole('button', { name: /^Bo/ }).click();
    const own = dialog().getByLabel('Teller');
    expect(await own.isChecked()).toBe(true);
    expect(await axeFindings(here.page)).toEqual([]);
    await own.click();
    await expect.poll(() => own.isChecked()).toBe(false);
  });

  test('denies a command to everyone, allows it to one person, and denies it in a channel', async () => {
    const bo = await open(address('bo'));
    const offers = async (): Promise<number> => {
      const box = bo.getByRole('textbox', { name: /^Message/ });
      await box.fill('');
      await box.pressSequentially('/ping');
      return bo.getByRole('option', { name: /^\/ping/ }).count();
    };
    await expect.poll(offers).toBe(1);
    await here.page.getByRole('button', { name: 'Settings of The Cage' }).press('Enter');
    await dialog()
      .getByRole('tab', { name: /^Commands/ })
      .click();
    await dialog()
      .getByRole('button', { name: /^\/ping/ })
      .click();
    const choose = async (name: string, verdict: string): Promise<void> => {
      await dialog().getByLabel(name, { exact: true }).selectOption(verdict);
      await expect
        .poll(() => dialog().getByLabel(name, { exact: true }).inputValue())
        .toBe(verdict);
    };
    await choose('@everyone', 'denied');
    await expect.poll(offers).toBe(0);
    expect(await axeFindings(here.page)).toEqual([]);
    await choose('Bo', 'allowed');
    await expect.poll(offers).toBe(1);
    await choose('#lobby', 'denied');
    await expect.poll(offers).toBe(0);
    await dialog().getByRole('button', { name: '/ping Changed' }).waitFor();
    const allAnswered = await slowestFirst(3);
    // At once, before the server has answered the first: none of them may undo another.
    await here.page.evaluate(`for (const name of ['Bo', '#lobby', '@everyone']) {
      const choice = document.querySelector('[role="dialog"] select[aria-label="' + name + '"], dialog select[aria-label="' + name + '"]');
      choice.value = 'default';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    }`);
    await expect.poll(allAnswered, { timeout: 5000 }).toBe(true);
    await expect.poll(offers).toBe(1);
  });

  test('finds any channel and person by a few letters', async () => {
    await here.page.keyboard.press('Control+k');
    expect(await axeFindings(here.page)).toEqual([]);
    await here.page.keyboard.type('quco');
    await here.page.keyboard.press('Enter');
    await here.page.getByRole('heading', { name: 'Welcome to #quiet-corner!' }).waitFor();
    await here.page.keyboard.press('Control+k');
    await here.page.keyboard.type('cem');
    await here.page.keyboard.press('Enter');
    await expect
      .poll(() => here.page.getByRole('button', { name: /^You are/ }).innerText())
      .toContain('Cem');
    await here.page.getByRole('heading', { name: 'Welcome to #quiet-corner!' }).waitFor();
    await here.page.keyboard.press('Control+k');
    await here.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  test('transfers a server, renames it, and adds a channel', async () => {
    await here.page.getByRole('button', { name: 'Settings of The Cage' }).click();
    const owner = dialog().getByLabel('Owner');
    await owner.selectOption({ label: 'Bo' });
    await members()
      .getByRole('button', { name: /^Bo.*owner/ })
      .waitFor();
    await owner.selectOption({ label: 'Cem' });
    await members()
      .getByRole('button', { name: /^Cem.*owner/ })
      .waitFor();
    const name = dialog().getByLabel('Name');
    await name.fill('The Aviary');
    await name.press('Enter');
    await dialog().getByRole('heading', { name: 'The Aviary' }).waitFor();
    await name.fill('The Cage');
    await name.press('Enter');
    await dialog().getByRole('heading', { name: 'The Cage' }).waitFor();
    await dialog()
      .getByRole('tab', { name: /^Channels/ })
      .click();
    await dialog().getByLabel('Name of a new channel').fill('Loud Corner');
    await here.page.keyboard.press('Enter');
    await dialog().getByRole('button', { name: 'loud-corner' }).waitFor();
    expect(await axeFindings(here.page)).toEqual([]);
  });

  test('renames a channel, and deletes it after confirmation', async () => {
    await here.page.getByRole('button', { name: 'Settings of The Cage' }).click();
    await dialog()
      .getByRole('tab', { name: /^Channels/ })
      .click();
    await dialog().getByLabel('Name of a new channel').fill('Spare');
    await here.page.keyboard.press('Enter');
    await dialog().getByRole('button', { name: 'spare' }).click();
    const name = dialog().getByLabel('Name of the channel');
    await name.fill('Spare Room');
    await name.press('Enter');
    await here.page.getByRole('button', { name: 'spare-room' }).first().waitFor();
    const topic = dialog().getByLabel('Topic');
    await topic.fill('For guests');
    await topic.press('Enter');
    await dialog().getByRole('button', { name: 'spare-room For guests' }).waitFor();
    await topic.fill('');
    await topic.press('Enter');
    await dialog().getByRole('button', { name: 'spare-room', exact: true }).waitFor();
    await dialog().getByRole('button', { name: 'Delete #spare-room' }).press('Enter');
    expect(await axeFindings(here.page)).toEqual([]);
    // The Cancel button has the focus.
    await here.page.keyboard.press('Enter');
    await dialog().getByRole('button', { name: 'Delete #spare-room' }).press('Enter');
    await dialog().getByRole('button', { name: 'Yes, delete #spare-room' }).press('Enter');
    await expect.poll(() => here.page.getByText('spare-room').count()).toBe(0);
  });

  test('deletes a server, and moves people who had it open to another channel', async () => {
    await here.page.getByRole('button', { name: 'Add a server' }).click();
    await dialog().getByLabel('Name of the server').fill('Shed');
    await here.page.keyboard.press('Enter');
    await here.page.getByRole('heading', { name: 'Welcome to #general!' }).waitFor();
    await dialog().getByRole('button', { name: 'Delete the server' }).click();
    await dialog().getByText('Shed will be deleted').waitFor();
    await dialog().getByRole('button', { name: 'Yes, delete the server' }).click();
    await dialog().waitFor({ state: 'detached' });
    await here.page.getByRole('heading', { name: 'Welcome to #lobby!' }).waitFor();
    expect(await here.page.getByRole('button', { name: 'Shed' }).count()).toBe(0);
  });

  test('changes a person: name, language, direct messages, servers', async () => {
    await here.page.getByRole('button', { name: /^You are/ }).click();
    await here.page.getByRole('button', { name: 'Manage people' }).click();
    await dialog().getByLabel('Name of a new person').fill('Dora');
    await here.page.keyboard.press('Enter');
    await dialog().getByRole('heading', { name: 'Dora', exact: true }).waitFor();
    expect(await axeFindings(here.page)).toEqual([]);
    const name = dialog().getByLabel('Name', { exact: true });
    await name.fill('Dora Dahl');
    await name.press('Enter');
    await dialog().getByRole('heading', { name: 'Dora Dahl' }).waitFor();
    await dialog().getByLabel('Language').selectOption({ label: 'German' });
    await expect.poll(() => dialog().getByLabel('Language').inputValue()).toBe('de');
    const closed = dialog().getByLabel('Lets apps send direct messages');
    await closed.click();
    await expect.poll(() => closed.isChecked()).toBe(false);
    // A new person joins the open servers.
    const keepers = dialog().getByRole('checkbox', { name: 'Keepers' });
    for (const isIn of [false, true]) {
      await keepers.click();
      await expect.poll(() => keepers.isChecked()).toBe(isIn);
    }
    await dialog().getByRole('button', { name: 'Switch to Dora Dahl' }).click();
    await here.page.getByRole('button', { name: 'Keepers' }).waitFor();
    const { body } = await fetch(`${here.world.sandbox.pageUrl}control/people`).then(
      async (answer) => ({
        body: (await answer.json()) as {
          displayName: string;
          dmsClosed: boolean;
          locale: string;
        }[],
      }),
    );
    expect(body.at(-1)).toMatchObject({ displayName: 'Dora Dahl', dmsClosed: true, locale: 'de' });
  });

  test('explains refusals and what to do', async () => {
    await here.page.getByRole('button', { name: 'Add a server' }).click();
    await dialog().getByLabel('Name of the server').fill('Nest');
    await here.page.keyboard.press('Enter');
    await dialog().getByRole('heading', { name: 'Nest' }).waitFor();
    await here.page.getByRole('button', { name: 'Nest', exact: true }).waitFor();
    await dialog()
      .getByRole('tab', { name: /^Members/ })
      .click();
    const own = dialog().getByRole('checkbox', { name: 'Anna Albers' });
    expect(await own.isDisabled()).toBe(true);
    await dialog()
      .getByRole('tab', { name: /^Overview/ })
      .click();
    await dialog()
      .getByLabel(/is in it/)
      .click();
    await expect
      .poll(() =>
        dialog()
          .getByLabel(/is in it/)
          .isChecked(),
      )
      .toBe(false);
    await here.page.keyboard.press('Escape');
    await composer().fill('/ping');
    await composer().press('Enter');
    await here.page.getByText('There is no command /ping here').waitFor();
  });

  test('fits a phone, and axe finds nothing wrong there', async () => {
    const narrow = await open(address('cem'), { size: phone, touch: true });
    await narrow.getByRole('button', { name: 'Channels and people' }).click();
    await narrow.getByRole('button', { name: 'Settings of The Cage' }).click();
    const shown = narrow.getByRole('dialog');
    for (const name of [/^Roles/, /^Members/, /^Channels/, /^Commands/, /^Overview/]) {
      await shown.getByRole('tab', { name }).click();
      expect(await axeFindings(narrow)).toEqual([]);
      const wide = await narrow.evaluate(() =>
        [...document.querySelectorAll('dialog *')]
          .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
          .map((node) => node.className),
      );
      expect(wide).toEqual([]);
    }
  });
});
