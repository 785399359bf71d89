/** A real Chromium for the tests of the page; where there is none they say so and are skipped. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { describe } from 'vitest';
import { root } from './source.ts';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const executablePath = process.env['CHROMIUM'] ?? places.find((place) => existsSync(place));

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** `describe` for what needs a browser. */
export function describeInBrowser(name: string, work: () => void): void {
  // The reporter of `npm test` reads the reason from the name.
  const why = executablePath ? '' : ' (skipped: no Chromium here; install it or set CHROMIUM)';
  describe.skipIf(!executablePath)(name + why, work);
}

export async function launchBrowser(): Promise<Browser> {
  buildPage();
  return chromium.launch({
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
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors the page threw or logged, and requests that left the machine. */
  readonly complaints: readonly string[];
}

/** A window of its own, as another person's computer would have. */
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

/** Compiles the page when its source is newer than what is built. */
function buildPage(): void {
  const built = join(root, 'dist/src/sandbox/page/main.js');
  const source = join(root, 'src/sandbox/page');
  const newest = Math.max(
    ...readdirSync(source, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', source], { cwd: root, stdio: 'inherit' });
}
