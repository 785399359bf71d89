/** A real Chromium for the tests of the page; without one they are skipped with a message. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterEach, describe } from 'vitest';
import { executablePath } from './browser-path.ts';

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** `describe` for tests that need a browser. */
export function describeInBrowser(name: string, work: () => void): void {
  // The reporter of `npm test` reads the reason from the name.
  const why = executablePath ? '' : ' (skipped: no Chromium here; install it or set CHROMIUM)';
  describe.skipIf(!executablePath)(name + why, () => {
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await tellWhatIsShown(task.name);
    });
    work();
  });
}

/** A failure that comes once in fifty runs can only be explained by what the page showed. */
async function tellWhatIsShown(test: string): Promise<void> {
  for (const { page, complaints } of inVisit) {
    const shown = await page
      .locator('body')
      .ariaSnapshot({ timeout: 5_000 })
      .catch((error: unknown) => String(error));
    const focus = await page
      .evaluate('document.activeElement?.outerHTML.slice(0, 200)')
      .catch(String);
    console.error(
      [
        `${test}: the page ${page.url()} showed`,
        shown,
        `focus: ${String(focus)}`,
        ...(complaints ?? []),
      ].join('\n'),
    );
  }
}

/** What one file opens in the browser of its process. */
export interface TestBrowser {
  /** Closes the windows whose visits have not ended. */
  close(): Promise<void>;
}

interface Shared {
  readonly chromium: Browser;
  /** Windows that no visit uses. Loading the page there again takes a fraction of the time. */
  readonly idle: { readonly touch: Window[]; readonly mouse: Window[] };
}

/** One Chromium for all files of a process; it ends with the process. */
const holder = globalThis as { passbookTestBrowser?: Promise<Shared> };
const windows = new WeakMap<TestBrowser, Set<Window>>();
/** The windows of the visits that have not ended. */
const inVisit = new Set<Window>();

async function launch(): Promise<Shared> {
  const launched = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return { chromium: launched, idle: { touch: [], mouse: [] } };
}

const shared = async (): Promise<Shared> => (holder.passbookTestBrowser ??= launch());

export async function launchBrowser(): Promise<TestBrowser> {
  await shared();
  const opened = new Set<Window>();
  const browser: TestBrowser = {
    close: async () => {
      for (const window of opened) inVisit.delete(window);
      await Promise.all([...opened].map(({ context }) => context.close()));
    },
  };
  windows.set(browser, opened);
  return browser;
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors the page threw or logged, and requests that left the machine. */
  readonly complaints: readonly string[];
  /** Ends the visit. A later visit may get the same window, with empty storage and history. */
  leave(): Promise<void>;
}

interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Where complaints of the current visit go; null between visits. */
  complaints: string[] | null;
}

const usualLocale = 'en-US';

async function openWindow(
  { chromium: run }: Shared,
  hasTouch: boolean,
  locale: string,
): Promise<Window> {
  const context = await run.newContext({
    hasTouch,
    locale,
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const made: Window = { context, page, complaints: null };
  page.on('pageerror', (error) => made.complaints?.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') made.complaints?.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') {
      made.complaints?.push(request.url());
    }
  });
  // Long, because other test files use the processors at the same time.
  page.setDefaultTimeout(45_000);
  return made;
}

/** Leaves nothing of a visit in the window: neither storage nor history nor settings of media. */
async function emptyWindow({ context, page }: Window): Promise<void> {
  // A document of the same origin, which runs no script that could write to the storage again.
  await page.goto(new URL('/page/styles/icon.svg', page.url()).href);
  await page.evaluate('localStorage.clear(); sessionStorage.clear();');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const session = await context.newCDPSession(page);
  await session.send('Page.resetNavigationHistory');
  await session.detach();
}

/** A separate window, as on another person's computer. */
export async function visit(
  browser: TestBrowser,
  url: string,
  options: {
    readonly size?: typeof desktop;
    readonly touch?: boolean;
    /** The language of the browser; such a window is not used again. */
    readonly locale?: string;
  } = {},
): Promise<Visit> {
  const run = await shared();
  const { touch: hasTouch = false, locale = usualLocale } = options;
  const idle = hasTouch ? run.idle.touch : run.idle.mouse;
  const isUsual = locale === usualLocale;
  const taken = (isUsual ? idle.pop() : undefined) ?? (await openWindow(run, hasTouch, locale));
  const opened = windows.get(browser);
  opened?.add(taken);
  inVisit.add(taken);
  const { context, page } = taken;
  const complaints: string[] = [];
  taken.complaints = complaints;
  await page.setViewportSize(options.size ?? desktop);
  await page.goto(url);
  const leave = async (): Promise<void> => {
    taken.complaints = null;
    opened?.delete(taken);
    inVisit.delete(taken);
    if (!isUsual) return context.close();
    try {
      await emptyWindow(taken);
    } catch {
      // The page was closed, or its sandbox has stopped.
      return context.close();
    }
    idle.push(taken);
  };
  return { context, page, complaints, leave };
}
