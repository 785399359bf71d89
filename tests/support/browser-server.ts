/**
 * Vitest's global set-up for the tests of the page: one Chromium for the whole run, which starts
 * when the first of them asks for it.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { buildPage } from './browser-build.ts';
import { executablePath } from './browser-path.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Returns the address of the shared browser. */
    browserUrl: string;
  }
}

interface Shared {
  users: number;
  readonly url: Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Two projects run this file, each in its own copy, but share one browser. */
const holder = globalThis as { passbookTestBrowser?: Shared | undefined };

async function launch(): Promise<BrowserServer> {
  buildPage();
  return chromium.launchServer({
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

function startShared(): Shared {
  let browser: Promise<BrowserServer> | undefined;
  const server = createServer((_, response) => {
    browser ??= launch();
    browser.then(
      (launched) => response.end(launched.wsEndpoint()),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const url = new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    });
  });
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    await (await browser)?.close();
  };
  return { users: 0, url, stop };
}

export default async function setup(project: TestProject) {
  const shared = (holder.passbookTestBrowser ??= startShared());
  shared.users += 1;
  project.provide('browserUrl', await shared.url);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    holder.passbookTestBrowser = undefined;
    await shared.stop();
  };
}
