/** Every form of the bank in a language with long words, on the screen of a phone: nothing is cut. */
import { ComponentType, Events, Routes } from 'discord.js';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { loadCommands } from '../../src/bot/command/loader.ts';
import type { Form } from '../../src/bot/forms/form.ts';
import { modalLimits, modalOf } from '../../src/bot/forms/modal.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, phone } from '../support/browser.ts';
import { pageTest } from '../support/page-test.ts';
import { inPseudo } from '../support/pseudo.ts';

const { title, label, hint: description, placeholder } = modalLimits;
const limits = { content: 1_000, title, label, description, placeholder };
const registry = await loadCommands();

/** A form that opens with a button; the page-bot leaves this id to other listeners. */
const opener = {
  type: ComponentType.ActionRow,
  components: [{ type: ComponentType.Button, style: 2, label: 'Open', custom_id: 'Ignore' }],
};

const pagesOf = (form: Form) => (form.more === undefined ? ([0] as const) : ([0, 1] as const));
const modals = [...registry.values()]
  .flatMap(({ form, second }) => [form, second?.form])
  .filter((form) => form !== null && form !== undefined)
  .flatMap((form) =>
    pagesOf(form).map((page) => modalOf(form, { customId: 'Ignored', values: {}, page })),
  )
  .map((modal) => inPseudo(JSON.parse(JSON.stringify(modal)), limits) as typeof modal);

/** Parts of the dialog that reach beyond the screen, or hide a part of their text. */
const cutIn = async (page: Page): Promise<string[]> =>
  page.evaluate(
    (width) =>
      [...document.querySelectorAll<HTMLElement>('dialog *')]
        .filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          const isHidden = getComputedStyle(element).overflowX !== 'visible';
          const isText = !['INPUT', 'TEXTAREA'].includes(element.tagName);
          const isWide = element.scrollWidth > element.clientWidth + 1;
          return left < 0 || right > width || (isText && isHidden && isWide && element.innerText);
        })
        .map(({ tagName, className, innerText }) => `${tagName}.${className}: ${innerText}`),
    phone.width,
  );

describeInBrowser('on a phone', () => {
  const chat = pageTest();

  test('every form is shown whole', async () => {
    const { client, sandbox } = chat.world;
    let next = 0;
    client.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isButton() || interaction.customId !== 'Ignore') return;
      void interaction.showModal(modals[next]!);
    });
    await client.rest.post(Routes.channelMessages(sandbox.channels['lobby']!), {
      body: { content: 'Forms', components: [opener] },
    });
    const page = await chat.open(chat.address(), { size: phone });
    const dialog = page.getByRole('dialog');
    const cut: string[] = [];
    expect(modals.length).toBeGreaterThan(40);
    for (next = 0; next < modals.length; next += 1) {
      await page.getByRole('button', { name: 'Open', exact: true }).last().click();
      await dialog.waitFor();
      const { title: name } = modals[next]!;
      cut.push(...(await cutIn(page)).map((part) => `${name}: ${part}`));
      if (next % 10 === 0) expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    expect(cut).toEqual([]);
  });
});
