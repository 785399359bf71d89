/** Why a private database server does not start: each reason with the real program. */
import { spawn } from 'node:child_process';
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explain } from '../../src/app/explain.ts';
import { choosePrograms } from '../../src/db/local/choose.ts';
import { initialise } from '../../src/db/local/initialise.ts';
import { startLocalServer, type LocalServerOptions } from '../../src/db/local/server.ts';
import { testCacheFolder } from '../support/database-server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passbook-server-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const choice = {
  cacheFolder: testCacheFolder,
  searchPath: process.env['PATH'] ?? '',
  progress: () => {},
};

const start = async (more: Partial<LocalServerOptions> = {}) =>
  startLocalServer({ ...choice, folder, schema: 'passbook', durability: 'relaxed', ...more });

async function explained(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => explain(error).join('\n'),
  );
}

/** A process on the data folder that does not end by itself. */
const stubborn = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)';

/** Half of each file: no server starts with that. */
function damage(data: string): void {
  for (const name of readdirSync(data).filter((one) => /^ibdata|^ib_log|\.ibd$/.test(one))) {
    const path = join(data, name);
    truncateSync(path, Math.floor(statSync(path).size / 2) + 7);
  }
}

describe('a private server does not start', () => {
  test('in a folder of another user', async () => {
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(folder, 65_534, 65_534);
    // The folder of another user: everybody but root may read it, and none may own it.
    const other = isRoot ? folder : '/usr';
    expect(await explained(start({ folder: other }))).toContain('belongs to another user');
  });

  test('while another server takes over its folder again and again', async () => {
    const words = ['-e', stubborn, join(folder, 'data')];
    const servers = [1, 2].map(() => spawn(process.execPath, words, { stdio: 'ignore' }));
    const [former, next] = servers.map(({ pid }) => `${pid}`);
    writeFileSync(join(folder, 'db.pid'), former!);
    try {
      const explanation = explained(start());
      await sleep(1_000);
      writeFileSync(join(folder, 'db.pid'), next!);
      expect(await explanation).toContain('is still using');
    } finally {
      for (const server of servers) server.kill('SIGKILL');
    }
  }, 60_000);

  test('when its system tables cannot be written', async () => {
    const [program] = await choosePrograms(null, choice);
    // The folder for temporary files is missing.
    const made = initialise(program!, folder);
    expect(await explained(made)).toContain('The private database could not be set up: ');
  });

  test('when it takes too long to answer, or its data is damaged', async () => {
    mkdirSync(folder, { recursive: true });
    const server = await start();
    await server.stop();
    expect(await explained(start({ readyWithinMs: 0 }))).toContain(
      'The private database server did not answer',
    );
    damage(join(folder, 'data'));
    expect(await explained(start())).toContain('The private database server exited at once: ');
  });
});
