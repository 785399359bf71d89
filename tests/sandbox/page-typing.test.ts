/** Typing in the page: options after a command, names, notices, stored drafts. */
import { expect, test } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { pageTest } from '../support/page-test.ts';

describeInBrowser('text typed into the page', () => {
  const here = pageTest();
  const { address, composer, last, dialog, open, run, say } = here;
  const notice = (text: string | RegExp) => here.page.getByRole('alert').getByText(text);
  const chip = (name: string) => here.page.locator(`.chip[data-option="${name}"]`);
  const isFocused = () => composer().evaluate((node) => node === document.activeElement);

  test('after a command fills its options in order', async () => {
    await say('/send cake @Bo fast 3 true');
    expect(await chip('member').locator('input').inputValue()).toBe('Bo');
    await here.page.keyboard.press('Enter');
    await last().getByText('cake | bo | fast | 3 | true').waitFor();
    await say('/send "two words" slowly quiet: false');
    await here.page.keyboard.press('Enter');
    await last().getByText('two words | nobody | slow | once | false').waitFor();
  });

  test('fills optional options too, and one Enter sends it', async () => {
    await composer().pressSequentially('/lend @Bo 5');
    await here.page.getByText('to: Bo, amount: 5').waitFor();
    await here.page.keyboard.press('Enter');
    await last().getByText('nowhere | bo | 5 | no reason').waitFor();
    await composer().pressSequentially('/lend attic 5 for a long time');
    await here.page.keyboard.press('Enter');
    await last().getByText('attic | nobody | 5 | for a long time').waitFor();
    await composer().pressSequentially('/lend @Anna Albers 5');
    await here.page.keyboard.press('Enter');
    await last().getByText('nowhere | anna_albers | 5 | no reason').waitFor();
  });

  test('is never dropped: words that fit no option are shown, and nothing is sent', async () => {
    await composer().pressSequentially('/ping please');
    await here.page.keyboard.press('Enter');
    await here.page.getByText('No option accepts “please”.').waitFor();
    await here.page.keyboard.press('Escape');
    const shown = await here.page.locator('.message').count();
    await composer().pressSequentially('/lend @Nobody 5');
    await here.page.keyboard.press('Enter');
    await here.page.getByText('Choose one from the list.').waitFor();
    expect(await chip('to').locator('input').inputValue()).toBe('@Nobody');
    expect(await here.page.locator('.message').count()).toBe(shown);
  });

  test.each(['fpk', 'pg', 'nothing'])(
    'finds no command by letters of %s in between',
    async (typed) => {
      await composer().fill(`/${typed}`);
      await here.page.getByText('No command matches.').waitFor();
      await composer().press('Enter');
      await notice(`There is no command /${typed} here`).waitFor();
      await here.page.keyboard.press('Enter');
      expect(await composer().inputValue()).toBe(`/${typed}`);
    },
  );

  test.each(['fopi', 'uncovered'])(
    'takes %s, a guess, only when it is pointed at',
    async (typed) => {
      await composer().fill(`/${typed}`);
      await here.page.getByRole('option').first().waitFor();
      await composer().press('Enter');
      await notice(`There is no command /${typed} here`).waitFor();
      await composer().press('ArrowDown');
      await composer().press('Enter');
      await here.page.locator('.command-pill').waitFor();
    },
  );

  test('does not match people, choices or channels by scattered letters', async () => {
    await composer().pressSequentially('/send cake');
    await here.page.keyboard.press('Tab');
    await here.page.keyboard.type('member:nabr');
    expect(await here.page.getByRole('option').count()).toBe(0);
    await here.page.keyboard.press('Escape');
    await run('form selects');
    await dialog().getByRole('combobox', { name: 'Channel' }).click();
    await here.page.keyboard.type('qtcr');
    await here.page.getByText('Nothing found.').waitFor();
    await here.page.keyboard.press('Escape');
    await here.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await here.page.keyboard.press('Control+k');
    await here.page.keyboard.type('lby');
    await here.page.getByText('Nothing found.').waitFor();
  });

  test('hides a notice, as does time', async () => {
    await say('/nonsense');
    await notice('There is no command /nonsense here').waitFor();
    await composer().press('End');
    await here.page.keyboard.type('x');
    await notice(/no command/).waitFor({ state: 'detached', timeout: 1_000 });
    await composer().press('Enter');
    await notice('There is no command /nonsensex here').waitFor();
    await notice(/no command/).waitFor({ state: 'detached' });
    await composer().press('Enter');
    await notice('There is no command /nonsensex here').waitFor();
  });

  test('is kept across a reload and a switch of channels', async () => {
    await composer().fill('half a sentence');
    await here.page.reload();
    await expect.poll(() => composer().inputValue()).toBe('half a sentence');
    await here.page.getByRole('button', { name: 'quiet-corner' }).click();
    await here.page.getByRole('heading', { name: 'Welcome to #quiet-corner!' }).waitFor();
    expect(await composer().inputValue()).toBe('');
    await here.page.getByRole('button', { name: 'lobby' }).click();
    await expect.poll(() => composer().inputValue()).toBe('half a sentence');
    const other = await open(address());
    expect(await composer(other).inputValue()).toBe('');
    await composer().press('Enter');
    await last().getByText('half a sentence').waitFor();
    await here.page.reload();
    await composer().waitFor();
    expect(await composer().inputValue()).toBe('');
  });

  test('does not appear in another channel', async () => {
    await run('marks');
    await last().getByRole('button', { name: '/form texts' }).click();
    await here.page.locator('.command-pill').waitFor();
    await here.page.keyboard.press('Escape');
    await here.page.getByRole('button', { name: 'quiet-corner' }).click();
    await here.page.getByRole('heading', { name: 'Welcome to #quiet-corner!' }).waitFor();
    expect(await composer().inputValue()).toBe('');
  });

  test('in a command is kept across a reload, as are files', async () => {
    await here.page
      .getByLabel('Files to attach')
      .setInputFiles({ name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.from('X') });
    await here.page.getByRole('button', { name: 'Remove x.txt' }).waitFor();
    await say('/send cake @Bo');
    await here.page.reload();
    await expect.poll(() => chip('what').locator('input').inputValue()).toBe('cake');
    await here.page.keyboard.press('Enter');
    await last().getByText('cake | bo |').waitFor();
    await here.page.getByRole('button', { name: 'Remove x.txt' }).click();
  });

  test('in an open form is kept across a reload, except secrets, until it is closed', async () => {
    await run('form texts');
    await dialog().getByLabel('Name').fill('Annie');
    await dialog().getByLabel('Story').fill('Once');
    await here.page.reload();
    await expect.poll(() => dialog().getByLabel('Name').inputValue()).toBe('Annie');
    expect(await dialog().getByLabel('Story').inputValue()).toBe('Once');
    expect(await dialog().getByLabel('Town').inputValue()).toBe('Ulm');
    await here.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await run('form texts');
    expect(await dialog().getByLabel('Name').inputValue()).toBe('');
    await here.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await run('form secrets');
    await dialog().getByLabel('User').fill('annie');
    await dialog().getByLabel('Password').fill('walrus copper');
    await dialog().getByLabel('Number from the app').fill('123456');
    await here.page.reload();
    await expect.poll(() => dialog().getByLabel('User').inputValue()).toBe('annie');
    expect(await dialog().getByLabel('Password').inputValue()).toBe('');
    expect(await dialog().getByLabel('Number from the app').inputValue()).toBe('');
    const kept = await here.page.evaluate(() => JSON.stringify(sessionStorage));
    expect(kept).not.toMatch(/walrus|123456/);
    await here.page.keyboard.press('Escape');
    await expect.poll(isFocused).toBe(true);
  });
});
