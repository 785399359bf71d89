/** Vitest's global set-up for the tests of the page: the page in one file, made once for each run. */
import { buildPage } from './browser-build.ts';
import { executablePath } from './browser-path.ts';

/** Two projects run this file, each in its own copy. */
const holder = globalThis as { passbookTestPage?: Promise<void> };

export default async function setup(): Promise<void> {
  if (executablePath) await (holder.passbookTestPage ??= buildPage());
}
