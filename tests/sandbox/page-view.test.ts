/** Scrolling to the right content, and fitting into the window. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, phone } from '../support/browser.ts';
import { pageTest } from '../support/page-test.ts';

const toTop = (page: Page): Promise<void> =>
  page.locator('.scroller').evaluate((box) => void (box.scrollTop = 0));

/** Whether an element is fully visible in the window and all its scrolling parents. */
const isSeen = (part: Locator): Promise<boolean> =>
  part.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    const around = node.closest('.scroller, .dialog-body')?.getBoundingClientRect();
    return top >= (around?.top ?? 0) && bottom <= (around?.bottom ?? innerHeight);
  });

describeInBrowser('the visible content', () => {
  const here = pageTest();
  const { address, composer, dialog, last, open, run, say } = here;
  /** Waits for each answer: one that came later would scroll the page once more. */
  async function fillChannel(): Promise<void> {
    for (let times = 0; times < 2; times++) {
      await run('card');
      await last().getByRole('button', { name: 'Later' }).waitFor();
      await run('marks');
      await last().getByText('Small print').waitFor();
    }
  }

  test('includes the answer to an own command, wherever the person had scrolled', async () => {
    await fillChannel();
    await toTop(here.page);
    await here.page.getByRole('button', { name: 'Jump to present' }).waitFor();
    await run('ping');
    await last().getByText('Pong').waitFor();
    await expect.poll(() => isSeen(last())).toBe(true);
    await toTop(here.page);
    await say('my own words');
    await last().getByText('my own words').waitFor();
    await expect.poll(() => isSeen(last())).toBe(true);
  });

  test('includes the answer to a press and to a form, far above the end', async () => {
    await run('card');
    await last().getByRole('button', { name: 'Later' }).waitFor();
    const card = here.page.locator('.card').last();
    await run('marks');
    await run('marks');
    await last().getByText('Small print').waitFor();
    await card.getByRole('button', { name: 'Later' }).click();
    await last().getByText('It is later now').waitFor();
    await expect.poll(() => isSeen(last())).toBe(true);
    await card.getByRole('button', { name: 'Edit' }).click();
    await dialog().getByLabel('Name').fill('Annie');
    await here.page.keyboard.press('Enter');
    await last().getByText('name="Annie"').waitFor();
    await expect.poll(() => isSeen(last())).toBe(true);
  });

  test('includes a message changed by a press, although it grew', async () => {
    await run('grow');
    const grown = last();
    await grown.getByRole('button', { name: 'Grow' }).waitFor();
    await run('marks');
    await here.page.locator('.scroller').evaluate((box) => {
      const button = [...box.querySelectorAll('button')].findLast(
        ({ textContent }) => textContent === 'Grow',
      );
      button?.scrollIntoView({ block: 'end' });
    });
    await here.page.getByRole('button', { name: 'Grow' }).last().click();
    const text = here.page.getByText('The last line of it').last();
    await text.waitFor();
    await expect.poll(() => isSeen(text)).toBe(true);
  });

  test('stays where the person scrolled to while the content grew', async () => {
    await fillChannel();
    await here.page.locator('.scroller').evaluate((box) => {
      const row = document.createElement('li');
      row.style.height = '300px';
      box.querySelector('.messages')?.append(row);
      box.scrollTop = 0;
    });
    await here.page.getByRole('button', { name: 'Jump to present' }).waitFor();
    expect(await here.page.locator('.scroller').evaluate((box) => box.scrollTop)).toBe(0);
  });

  test('does not move for messages of others', async () => {
    await fillChannel();
    await toTop(here.page);
    const bo = await open(address('bo'));
    await say('from somebody else', bo);
    await last().getByText('from somebody else').waitFor();
    expect(await here.page.locator('.scroller').evaluate((box) => box.scrollTop)).toBe(0);
  });

  test(
    'includes a missing field with the error below its choices',
    { timeout: 90_000 },
    async () => {
      const problem = dialog().getByText('This field is required.');
      // At some of these heights the first choice is visible and the last one is not.
      for (let height = 420; height <= 820; height += 50) {
        await here.page.setViewportSize({ width: phone.width, height });
        await run('form choices');
        await dialog().getByLabel('Name').fill('Annie');
        await dialog().getByRole('button', { name: 'Submit' }).click();
        await problem.waitFor();
        await expect.poll(() => isSeen(problem)).toBe(true);
        await here.page.keyboard.press('Escape');
        await dialog().waitFor({ state: 'detached' });
      }
    },
  );

  test('always fits into the window', { timeout: 90_000 }, async () => {
    const narrow = await open(address(), { size: phone, touch: true });
    for (const on of [here.page, narrow]) {
      const beyond = () =>
        on.evaluate(() => {
          const { scrollHeight, scrollWidth } = document.documentElement;
          return { height: scrollHeight - innerHeight, width: scrollWidth - innerWidth };
        });
      const nothing = { height: 0, width: 0 };
      for (const command of ['card', 'marks', 'wide']) {
        await run(command, on);
        await expect.poll(beyond).toEqual(nothing);
      }
      await toTop(on);
      expect(await beyond()).toEqual(nothing);
      await on.keyboard.press('Control+k');
      expect(await beyond()).toEqual(nothing);
      await on.keyboard.press('Escape');
      await composer(on).fill('/');
      expect(await beyond()).toEqual(nothing);
    }
  });

  test('includes all words of a command’s options and its notice, on a phone', async () => {
    const narrow = await open(address(), { size: phone, touch: true });
    await say('/lend attic @Bo 5 for pizza', narrow);
    await narrow.locator('.chip[data-option="why"]').waitFor();
    const cut = await narrow
      .locator('.chip input')
      .evaluateAll((all) => all.filter((input) => input.scrollWidth > input.clientWidth).length);
    expect(cut).toBe(0);
    await narrow.keyboard.press('Escape');
    await say('/nonsense', narrow);
    const notice = await narrow.getByRole('alert').boundingBox();
    const list = await narrow.locator('.picker').boundingBox();
    expect(list!.y + list!.height).toBeLessThanOrEqual(notice!.y);
  });

  test('includes the whole message on a phone: no text overflows or is cut', async () => {
    const narrow = await open(address(), { size: phone, touch: true });
    await run('wide', narrow);
    await last(narrow).getByText('VERYLONG').first().waitFor();
    const cut = await last(narrow).evaluate((row) =>
      [...row.querySelectorAll('*')]
        .filter((node) => node.getBoundingClientRect().right > innerWidth)
        .map((node) => `${node.tagName} ${node.className}`),
    );
    expect(cut).toEqual([]);
  });
});
