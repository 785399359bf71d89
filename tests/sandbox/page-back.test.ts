/** The browser's Back in the page: closes open layers and returns to earlier channels. */
import { expect, test } from 'vitest';
import { describeInBrowser, phone } from '../support/browser.ts';
import { pageTest } from '../support/page-test.ts';

describeInBrowser('Back', () => {
  const here = pageTest();
  const { address, composer, dialog, last, open, run } = here;
  const goTo = (channel: string) =>
    here.page.getByRole('button', { name: channel, exact: true }).click();
  const isAt = (channel: string) =>
    here.page.getByRole('heading', { name: channel, exact: true, level: 1 }).waitFor();

  test('closes a form, and the page stays in its channel', async () => {
    await run('form texts');
    await dialog().getByLabel('Name').fill('Annie');
    await here.page.goBack();
    await dialog().waitFor({ state: 'detached' });
    await isAt('lobby');
    await run('ping');
    await last().getByText('Pong').waitFor();
  });

  test('closes a list in a form first, then the form, also after a reload', async () => {
    await run('form selects');
    await dialog().getByRole('combobox', { name: 'Channel' }).click();
    const options = here.page.getByRole('option');
    await options.first().waitFor();
    await here.page.goBack();
    await expect.poll(() => options.count()).toBe(0);
    expect(await dialog().count()).toBe(1);
    await here.page.reload();
    await dialog().waitFor();
    await here.page.goBack();
    await dialog().waitFor({ state: 'detached' });
    await isAt('lobby');
  });

  test('skips layers that were closed in another way', async () => {
    await goTo('quiet-corner');
    await isAt('quiet-corner');
    await run('form texts');
    await dialog().waitFor();
    await here.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await run('form texts');
    await dialog().getByLabel('Name').fill('Annie');
    await here.page.keyboard.press('Enter');
    await last().getByText('name="Annie"').waitFor();
    await here.page.goBack();
    await isAt('lobby');
  });

  test('returns from a channel opened through a dialog', async () => {
    await here.page.keyboard.press('Control+k');
    await here.page.keyboard.type('quiet');
    await here.page.keyboard.press('Enter');
    await isAt('quiet-corner');
    await here.page.goBack();
    await isAt('lobby');
    await here.page.goForward();
    await isAt('quiet-corner');
  });

  test('closes a dialog, a menu and a profile', async () => {
    await here.page.keyboard.press('Control+k');
    await dialog().waitFor();
    await here.page.goBack();
    await dialog().waitFor({ state: 'detached' });
    await run('hello');
    await last().getByText('Hello from').click({ button: 'right' });
    const menu = here.page.getByRole('menu', { name: 'Message actions' });
    await menu.waitFor();
    await here.page.goBack();
    await menu.waitFor({ state: 'detached' });
    await here.page.getByRole('complementary').getByRole('button', { name: /^Bo/ }).click();
    await dialog().waitFor();
    await here.page.goBack();
    await dialog().waitFor({ state: 'detached' });
    await isAt('lobby');
  });

  test('closes a drawer and the inspector on a phone', async () => {
    const narrow = await open(address(), { size: phone, touch: true });
    await narrow.getByRole('button', { name: 'Channels and people' }).click();
    const places = narrow.getByRole('button', { name: 'quiet-corner' });
    await places.waitFor();
    await narrow.goBack();
    await places.waitFor({ state: 'hidden' });
    await narrow.getByRole('button', { name: /^Inspector/ }).click();
    const inspector = narrow.getByRole('complementary', { name: 'Inspector' });
    await inspector.waitFor();
    await narrow.goBack();
    await inspector.waitFor({ state: 'detached' });
    await composer(narrow).waitFor();
  });
});
