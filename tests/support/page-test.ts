/** The start of every page test: a sandbox, a browser, and Anna in the lobby. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser, visit, type TestBrowser, type Visit } from './browser.ts';
import { startPageWorld, type PageWorld } from './page-bot.ts';

type VisitOptions = Parameters<typeof visit>[2];

export interface PageTest {
  readonly world: PageWorld;
  /** Anna's page, opened anew for each test. */
  readonly page: Page;
  /** The person's place: the part of the address after the page's own. */
  address(person?: string, channel?: string): string;
  /** Another window, closed after the test; errors in it also fail the test. */
  open(address: string, options?: VisitOptions): Promise<Page>;
  composer(on?: Page): Locator;
  last(on?: Page): Locator;
  dialog(on?: Page): Locator;
  /** Types a line and sends it; a command is picked by its name. */
  say(text: string, on?: Page): Promise<void>;
  /** Picks a command and sends it without options. */
  run(command: string, on?: Page): Promise<void>;
}

/** Prepares each test of the surrounding `describe`; page errors fail the test. */
export function pageTest(): PageTest {
  let world: PageWorld;
  let browser: TestBrowser;
  let anna: Page;
  const visits: Visit[] = [];

  const composer = (on = anna): Locator => on.locator('.composer textarea');
  const address = (person = 'anna', channel = 'lobby'): string => {
    const { pageUrl, people, channels } = world.sandbox;
    return `${pageUrl}#/${people[person]}/${channels[channel]}`;
  };
  const open = async (where: string, options: VisitOptions = {}): Promise<Page> => {
    const made = await visit(browser, where, options);
    visits.push(made);
    await composer(made.page).waitFor();
    return made.page;
  };
  const say = async (text: string, on = anna): Promise<void> => {
    await composer(on).fill(text);
    await composer(on).press('Enter');
  };

  beforeAll(async () => {
    [world, browser] = await Promise.all([startPageWorld(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });
  beforeEach(async () => {
    anna = await open(address());
  });
  afterEach(async () => {
    const opened = visits.splice(0);
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
    for (const { leave } of opened) await leave();
  });
  return {
    get world() {
      return world;
    },
    get page() {
      return anna;
    },
    address,
    open,
    composer,
    last: (on = anna) => on.locator('.message').last(),
    dialog: (on = anna) => on.getByRole('dialog'),
    say,
    run: async (command, on = anna) => {
      await say(`/${command}`, on);
      await on.keyboard.press('Enter');
    },
  };
}
