/** The page for keyboard and screen reader users: axe in every state, and keyboard only. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser, phone } from '../support/browser.ts';
import { pageTest } from '../support/page-test.ts';

async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

describeInBrowser('the page without a mouse', () => {
  const here = pageTest();
  const { address, composer, open, run } = here;

  test('axe finds nothing wrong in any state', { timeout: 120_000 }, async () => {
    const { page } = here;
    const states: [string, () => Promise<unknown>][] = [
      ['arrived', () => page.getByRole('heading', { name: /^Welcome/ }).waitFor()],
      ['picker', () => composer().fill('/')],
      ['options', () => composer().fill('/send ')],
      ['wrong option', () => page.keyboard.press('Enter')],
      ['member list', () => page.getByRole('textbox', { name: /^Add an/ }).fill('member:')],
      ['card', () => page.keyboard.press('Escape').then(() => run('card'))],
      ['marks', () => run('marks')],
      ['classic', () => run('classic')],
      ['select', () => page.getByRole('combobox', { name: 'Pick a fruit' }).click()],
      ['people select', () => page.getByRole('combobox', { name: 'Pick people' }).click()],
      ['form', () => run('form picks')],
      ['wrong form', () => page.getByRole('button', { name: 'Submit' }).click()],
      ['form select', () => page.getByRole('combobox', { name: 'Friend' }).click()],
      [
        'switcher',
        () => leave(page).then(() => page.getByRole('button', { name: /^You are/ }).click()),
      ],
      [
        'direct',
        () =>
          page.keyboard
            .press('Escape')
            .then(() => page.getByRole('button', { name: 'Direct messages' }).click()),
      ],
      [
        'profile',
        () => page.getByRole('complementary').getByRole('button', { name: /^Anna/ }).click(),
      ],
      [
        'mailbox',
        () =>
          page.keyboard
            .press('Escape')
            .then(() => page.getByRole('button', { name: /^Mailbox/ }).click()),
      ],
    ];
    const wrong: Record<string, string[]> = {};
    for (const [name, reach] of states) {
      await reach();
      await page.waitForTimeout(150);
      const found = await axeFindings(page);
      if (found.length > 0) wrong[name] = found;
    }
    expect(wrong).toEqual({});
  });

  test('axe finds nothing wrong on a phone with a drawer open', async () => {
    const page = await open(address(), { size: phone });
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Channels and people' }).click();
    await page.waitForTimeout(250);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('nothing is animated with reduced motion', async () => {
    const { page } = here;
    await run('slow');
    const dots = page.locator('.thinking .dots').last();
    const repeats = () => dots.evaluate((node) => getComputedStyle(node).animationIterationCount);
    await expect.poll(repeats).toBe('1');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await run('slow');
    await expect.poll(repeats).toBe('infinite');
  });

  test('everything can be reached and pressed with the keyboard', async () => {
    const { page } = here;
    await run('card');
    await page.locator('.card').last().getByRole('button', { name: 'Confirm' }).waitFor();
    const focused = () => page.evaluate(() => nameOf(document.activeElement));
    await page.evaluate(
      `globalThis.nameOf = (node) => node?.getAttribute('aria-label') || node?.textContent?.trim() || node?.tagName`,
    );
    const seen: string[] = [];
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        const { activeElement: node } = document;
        return node && node !== document.body ? getComputedStyle(node).outlineStyle : 'auto';
      });
      const name = await focused();
      // For a text field, the composer's frame shows the focus.
      if (!/^(Message|Add an)/.test(name)) expect([name, outline]).not.toEqual([name, 'none']);
      seen.push(name);
    }
    for (const wanted of ['Direct messages', 'The Cage', 'quiet-corner', 'Confirm', 'Read more']) {
      expect(seen.some((name) => name.startsWith(wanted))).toBe(true);
    }
    await page.locator('.card').last().getByRole('button', { name: 'Confirm' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('You pressed Confirm').waitFor();
    await page.getByRole('button', { name: /^You are/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.getByRole('button', { name: /^You are/ }).innerText())
      .toContain('Bo');
  });
});

/** Added to the page by the test. */
declare function nameOf(node: Element | null): string;
