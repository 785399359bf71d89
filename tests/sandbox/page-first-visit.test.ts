/** The first browser that opens the page gives everyone its language; messages without a mention. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { discordLocale } from '../../src/sandbox/page/manage/languages.ts';
import { describeInBrowser, launchBrowser, type TestBrowser, visit } from '../support/browser.ts';
import { startPageWorld, type PageWorld } from '../support/page-bot.ts';

test.each([
  [['de-AT', 'en'], 'de'],
  [['en-GB'], 'en-GB'],
  [['en'], 'en-US'],
  [['es-MX'], 'es-419'],
  [['es-ES'], 'es-ES'],
  [['pt', 'fr-CA'], 'fr'],
  [['xx'], null],
])('a browser in %j is Discord’s %s', (languages, locale) => {
  expect(discordLocale(languages)).toBe(locale);
});

describeInBrowser('a new sandbox', () => {
  let world: PageWorld;
  let browser: TestBrowser;

  beforeAll(async () => {
    [world, browser] = await Promise.all([startPageWorld(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const localesOf = async (): Promise<Readonly<Record<string, string>>> => {
    const answer = await fetch(new URL('/control/people', world.sandbox.pageUrl));
    const people = (await answer.json()) as { displayName: string; locale: string }[];
    return Object.fromEntries(people.map(({ displayName, locale }) => [displayName, locale]));
  };
  const chooseFor = async (id: string, locale: string): Promise<void> => {
    await fetch(new URL(`/control/people/${id}`, world.sandbox.pageUrl), {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ locale }),
    });
  };
  const visitIn = async (locale: string) => {
    const made = await visit(browser, world.sandbox.pageUrl, { locale });
    await made.page.locator('.composer textarea').waitFor();
    return made;
  };

  test('speaks the language of the first browser, except for people with a language', async () => {
    await chooseFor(world.sandbox.people['bo']!, 'ja');
    const first = await visitIn('de-DE');
    expect(await first.page.evaluate('document.documentElement.lang')).toBe('de');
    expect(await first.page.locator('.composer textarea').getAttribute('placeholder')).toMatch(
      /^Nachricht an/,
    );
    await first.leave();
    const second = await visitIn('fr-FR');
    expect(await second.page.evaluate('document.documentElement.lang')).toBe('de');
    await second.leave();
    const locales = await localesOf();
    expect(locales['Bo']).toBe('ja');
    expect(new Set(Object.values(locales))).toEqual(new Set(['de', 'ja']));
  });

  test('says once that the bot cannot read a message without a mention', async () => {
    const { page, leave } = await visitIn('de-DE');
    const composer = page.locator('.composer textarea');
    const hint = page.getByRole('alert').filter({ hasText: '@Parrot' });
    const send = async (text: string) => {
      await composer.fill(text);
      await composer.press('Enter');
      await page.locator('.message').filter({ hasText: text }).last().waitFor();
    };
    await send('hallo @Parrot');
    expect(await hint.count()).toBe(0);
    await send('schick Ben 5');
    await hint.waitFor();
    await hint.getByRole('button').click();
    await send('noch einmal');
    expect(await hint.count()).toBe(0);
    await leave();
  });
});
