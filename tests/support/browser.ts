/** A real Chromium for the tests of the page; without one they are skipped with a message. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { describe, inject } from 'vitest';
import { executablePath } from './browser-path.ts';

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** `describe` for tests that need a browser. */
export function describeInBrowser(name: string, work: () => void): void {
  // The reporter of `npm test` reads the reason from the name.
  const why = executablePath ? '' : ' (skipped: no Chromium here; install it or set CHROMIUM)';
  describe.skipIf(!executablePath)(name + why, work);
}

/** A connection to the run's Chromium; closing it closes the windows opened through it. */
export async function launchBrowser(): Promise<Browser> {
  const answer = await fetch(inject('browserUrl'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return chromium.connect(text);
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors the page threw or logged, and requests that left the machine. */
  readonly complaints: readonly string[];
}

/** A separate window, as on another person's computer. */
export async function visit(
  browser: Browser,
  url: string,
  options: { readonly size?: typeof desktop; readonly touch?: boolean } = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: options.size ?? desktop,
    hasTouch: options.touch ?? false,
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') complaints.push(request.url());
  });
  page.setDefaultTimeout(8_000);
  await page.goto(url);
  return { context, page, complaints };
}
