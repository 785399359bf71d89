/** Messages in a real browser: replies, coloured code, pictures, staying at the end. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser } from '../support/browser.ts';
import { pageTest } from '../support/page-test.ts';

describeInBrowser('messages in the page', () => {
  const here = pageTest();
  const { last, say, run } = here;
  async function send(body: object) {
    const channel = await here.world.client.channels.fetch(
      here.world.sandbox.channels['lobby'] ?? '',
    );
    if (!channel?.isSendable()) throw new Error('The bot cannot write there');
    return channel.send(body);
  }

  test('show the message they answer, and scroll to it', async () => {
    const first = await send({ content: '**The first** of many <@1>' });
    for (let more = 0; more < 30; more += 1) await send({ content: `Number ${more}` });
    const reply = await first.reply('An answer');
    await last().getByText('An answer').waitFor();
    const line = last().getByRole('button', { name: 'The first of many @unknown-user' });
    const answered = here.page.locator(`[data-message="${first.id}"]`);
    await expect.poll(() => inView(answered)).toBe(false);
    await line.press('Enter');
    await expect.poll(() => answered.getAttribute('class')).toContain('flash');
    expect(await inView(answered)).toBe(true);
    await first.delete();
    await here.page.reload();
    const row = here.page.locator(`[data-message="${reply.id}"]`);
    await row.getByText('The first of many').waitFor();
    expect(await axeFindings(here.page)).toEqual([]);
  });

  test('name the person whose press was answered', async () => {
    await run('card');
    await last().getByRole('button', { name: 'Later' }).click();
    await last().getByText('It is later now').waitFor();
    await last().getByRole('button', { name: 'Click to see attachment' }).waitFor();
  });

  test('have code in colours with sufficient contrast', async () => {
    await run('marks');
    const keyword = last().locator('pre .hljs-keyword');
    expect(await keyword.innerText()).toBe('const');
    const plain = await last().locator('pre').innerText();
    expect(plain).toBe('const answer = 42;');
    const samples = ['diff\n-a\n+b', 'sql\nSELECT 1 -- x', 'js\n/** a */ class A {}\n`${b}`'];
    await say(samples.map((sample) => `\`\`\`${sample}\n\`\`\``).join('\n'));
    await last().locator('.hljs-title').waitFor();
    expect(await axeFindings(here.page)).toEqual([]);
    await say('```ansi\n\u001b[1;31mred\u001b[0m \u001b[41;37mon it\u001b[0m\n```');
    await last().locator('.ansi-41').waitFor();
    expect(await axeFindings(here.page)).toEqual([]);
  });

  test('show several pictures as a gallery', async () => {
    await run('album');
    const pictures = last().locator('.gallery.count-3 img');
    await expect.poll(() => pictures.count()).toBe(3);
    const boxes = await pictures.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ top, height }) => [top, height]),
    );
    const [large = [], upper = [], lower = []] = boxes;
    // A large one on the left, two stacked on the right.
    expect(large[0]).toBe(upper[0]);
    expect(lower[0]).toBeGreaterThan(upper[0] ?? 0);
    expect(large[1]).toBeGreaterThan(upper[1] ?? 0);
  });

  test('show only-emoji texts large, and mark edited texts at the end', async () => {
    await say('😀 🎉');
    await last().locator('.jumbo').waitFor();
    const sent = await send({ content: 'One\nTwo' });
    await sent.edit('One\nThree');
    const text = here.page.locator(`[data-message="${sent.id}"] .markdown`);
    await expect.poll(() => text.innerText()).toBe('One\nThree (edited)');
  });

  test('keep the newest in view while content above changes size', async () => {
    for (const command of ['card', 'classic', 'never', 'marks']) {
      await run(command);
      const end = here.page.locator('.scroller-inside');
      await expect.poll(() => end.evaluate(isAtEnd)).toBe(true);
    }
    await here.page.getByText('The application did not respond').first().waitFor();
    expect(await here.page.locator('.scroller-inside').evaluate(isAtEnd)).toBe(true);
    expect(await here.page.getByRole('button', { name: 'Jump to present' }).count()).toBe(0);
  });
});

const isAtEnd = (inside: Element): boolean => {
  const box = inside.parentElement;
  return box !== null && box.scrollHeight - box.scrollTop - box.clientHeight < 2;
};

const inView = (row: ReturnType<Page['locator']>): Promise<boolean> =>
  row.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
