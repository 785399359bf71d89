/** Real cards in a language with long words, on the screen of a phone: nothing is cut. */
import { MessageFlags, Routes } from 'discord.js';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { render } from '../../src/bot/cards/render.ts';
import type { Reply } from '../../src/bot/cards/reply.ts';
import { balanceCard } from '../../src/bot/replies/accounts.ts';
import { quoteCard } from '../../src/bot/replies/money.ts';
import { codeAskedReply } from '../../src/bot/replies/profile.ts';
import { lockQuestion, lockedReply } from '../../src/bot/replies/security.ts';
import { safetyReply } from '../../src/bot/replies/second-factor.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, phone } from '../support/browser.ts';
import { pageTest } from '../support/page-test.ts';
import { inPseudo, pseudo } from '../support/pseudo.ts';

const currency: m.Currency = { code: 'GEM', scale: 2 };
const party: m.PartyView = { name: 'Wilhelmine Oberhuber-Vandenberghe', numberTail: '8719' };
const sum = 2n ** 53n - 1n;
const quote: m.Quote = {
  kind: 'TRANSFER',
  from: party,
  to: party,
  amount: sum as m.Amount,
  fee: 0n as m.Balance,
  balanceBefore: sum as m.Balance,
  balanceAfter: 0n as m.Balance,
  memo: 'pizza',
  wish: { kind: 'all' },
  firstPayment: true,
  needsProof: true,
};
const cards: Readonly<Record<string, () => Reply>> = {
  'a payment to confirm': () => quoteCard(quote, currency),
  'a code by mail': () => codeAskedReply(true),
  'the question before a lock': lockQuestion,
  'a locked account': () => lockedReply(true, true),
  'the security card': () => safetyReply(false, true),
  'an empty balance': () => balanceCard([], { currency, numberShown: false }),
};

/** Elements with such a text of which a part is outside the screen or hidden. */
const cutIn = async (page: Page, selector: string, text: RegExp): Promise<string[]> =>
  page.evaluate(
    ({ within, source, width }) => {
      const all = [...document.querySelectorAll<HTMLElement>(within)];
      return all
        .filter(({ innerText }) => new RegExp(source).test(innerText))
        .filter((element) => {
          const { right, left } = element.getBoundingClientRect();
          const isHidden = getComputedStyle(element).overflowX !== 'visible';
          const isWide = element.scrollWidth > element.clientWidth + 1;
          return left < 0 || right > width || (isHidden && isWide && element.clientWidth > 0);
        })
        .map(({ tagName, className }) => `${tagName}.${className}`);
    },
    { within: selector, source: text.source, width: phone.width },
  );

/** Rows lower than their text, which the next row would cover. */
const squeezed = async (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('dialog .option-row')]
      .filter((row) => row.scrollHeight > row.clientHeight + 1)
      .map((row) => row.innerText),
  );

test('the pseudo-language is longer than English and keeps what is not words', () => {
  expect(pseudo('Your **balance** is 12.50 GEM, see `/balance`', 200)).toBe(
    'Youryour **balancebalanceverordnungen** is 12.50 GEMgem, seesee `/balance`',
  );
});

describeInBrowser('on a phone', () => {
  const chat = pageTest();

  test.each(Object.entries(cards))('%s is shown whole', async (_, make) => {
    const { container } = render(make(), { path: 'transfer', row: 1n as m.RequestId });
    const lobby = chat.world.sandbox.channels['lobby']!;
    const components = [inPseudo(JSON.parse(JSON.stringify(container)))];
    const body = { components, flags: MessageFlags.IsComponentsV2 };
    const made = (await chat.world.client.rest.post(Routes.channelMessages(lobby), { body })) as {
      readonly id: string;
    };
    const page = await chat.open(chat.address(), { size: phone });
    await page.getByText('verordnungen').last().waitFor();
    const cut = await cutIn(page, 'main *', /verordnungen/);
    expect(cut).toEqual([]);
    expect(made.id).not.toBe('');
  });

  /** Changes the language of Bo's client. */
  const speak = async (locale: string): Promise<void> => {
    const { pageUrl, people } = chat.world.sandbox;
    const changed = await fetch(new URL(`/control/people/${people['bo']}`, pageUrl), {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ locale }),
    });
    expect(changed.ok).toBe(true);
  };

  test.each(['de', 'fr', 'es-ES', 'ja'])('the frame of the page is whole in %s', async (locale) => {
    await speak(locale);
    const page = await chat.open(chat.address('bo'), { size: phone });
    await page.locator('.composer textarea').waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe(locale.slice(0, 2));
    const placeholder = await page.locator('.composer textarea').getAttribute('placeholder');
    expect(placeholder).not.toMatch(/^Message #/);
    await page.locator('.menu-button').click();
    await page.locator('.switcher-button').click();
    await page.locator('.switcher-popup').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const frame = '.switcher-popup *, .sidebar-head p, .composer *, .welcome *';
    expect(await cutIn(page, frame, /\S/)).toEqual([]);
    await speak('en-US');
  });

  /** Words of the English dialogs that no other language has. */
  const englishWords = /\b(Language|Lets apps|Owns the|Servers and|Add a|Delete|Members|Allowed)\b/;

  test.each([
    ['de', 'Einstellungen', 'Befehle'],
    ['fr', 'Paramètres', 'Commandes'],
    ['es-ES', 'Ajustes', 'Comandos'],
    ['ja', '設定', 'コマンド'],
  ])('the dialogs are whole in %s', async (locale, settings, commands) => {
    await speak(locale);
    const page = await chat.open(chat.address('bo'), { size: phone });
    const dialog = page.getByRole('dialog').last();
    const check = async () => {
      expect(await dialog.innerText()).not.toMatch(englishWords);
      expect(await axeFindings(page)).toEqual([]);
      // The list of people is scrolled sideways.
      const inside = 'dialog *:not(.manager-list, .manager-list *)';
      expect(await cutIn(page, inside, /\S/)).toEqual([]);
      expect(await squeezed(page)).toEqual([]);
    };
    await page.locator('.menu-button').click();
    await page.locator('.switcher-button').click();
    await page.locator('.manage-people').click();
    await page.locator('.memberships').waitFor();
    await check();
    await page.keyboard.press('Escape');
    await page.locator('.menu-button').click();
    await page.locator('.sidebar-head button').click();
    await page.getByRole('tablist', { name: settings }).waitFor();
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await check();
    }
    expect(await page.getByRole('tab').last().innerText()).toContain(commands);
    await speak('en-US');
  });
});
