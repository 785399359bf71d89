/**
 * Vitest's global set-up: one private server for the whole run, in memory where the system allows
 * it, or the server that DATABASE_URL names, with one migrated schema that tests copy
 * (database.ts).
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { databaseUrl } from '../../src/lib/database-address.ts';
import { startLocalServer, type LocalServer } from '../../src/db/local/server.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { lockFolder } from '../../src/lib/folder-lock.ts';
import { makeTemplate, type Template } from './database-template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the test server; its schema is `passbook_test`, which nothing uses itself. */
    databaseUrl: string;
    databaseTemplate: Template;
  }
}

export const testCacheFolder = fileURLToPath(new URL('../../.local/cache', import.meta.url));

const prefix = 'passbook-test-';
const abandonedAfterMs = 10 * 60_000;

/** Memory, because tests need no durability and a folder on disk would make them wait. */
function fastPlace(): string {
  const memory = '/dev/shm';
  const isMemory = statSync(memory, { throwIfNoEntry: false })?.isDirectory() === true;
  return isMemory ? memory : tmpdir();
}

const fastFolder = (): string => mkdtempSync(join(fastPlace(), prefix));

/** Deletes folders in memory that killed runs left behind. */
async function removeAbandoned(): Promise<void> {
  const now = systemClock.now();
  for (const name of readdirSync(fastPlace())) {
    const folder = join(fastPlace(), name);
    const stat = statSync(folder, { throwIfNoEntry: false });
    const isOld = stat !== undefined && now - stat.mtimeMs > abandonedAfterMs;
    if (!name.startsWith(prefix) || !isOld || stat.uid !== process.getuid?.()) continue;
    const lock = await lockFolder(folder);
    if (lock === null) continue;
    rmSync(folder, { recursive: true, force: true });
    await lock.release();
  }
}

async function startServer() {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: async () => {} };
  await removeAbandoned();
  const folder = fastFolder();
  const server: LocalServer = await startLocalServer({
    folder,
    schema: 'passbook_test',
    cacheFolder: testCacheFolder,
    searchPath: process.env['PATH'] ?? '',
    durability: 'relaxed',
    progress: ({ code }) => process.stderr.write(`database server: ${code}\n`),
  });
  return {
    url: databaseUrl(server.address),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export default async function setup(project: TestProject) {
  const { url, stop } = await startServer();
  const { template, drop } = await makeTemplate(url);
  project.provide('databaseUrl', url);
  project.provide('databaseTemplate', template);
  return async () => {
    await drop();
    await stop();
  };
}
