/** What a bank takes that nobody uses yet, started as by `npm start`, without the sandbox. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { seedWorld } from '../../src/app/sandbox.ts';
import { databaseUrl } from '../../src/lib/database-address.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { dropSchema, newSchemaAddress } from '../support/database.ts';
import { ensureBuilt, run } from '../support/process.ts';
import { root } from '../support/source.ts';

/** Measured: 105 to 110. Lower than docs/performance.md, because this waits for a quiet bank. */
const residentMaxMb = 125;
const hasProc = existsSync('/proc/self/status');

function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}

test.skipIf(!hasProc)('an idle bank takes little memory', async () => {
  await ensureBuilt();
  const address = newSchemaAddress();
  const folder = mkdtempSync(join(tmpdir(), 'passbook-memory-'));
  const sandbox = await startSandbox({ seed: seedWorld('Small'), folder: null, port: 0 });
  const launcher = pathToFileURL(join(root, 'scripts/lib/start.mjs')).href;
  const { nodeOptions } = (await import(launcher)) as { readonly nodeOptions: readonly string[] };
  const bank = run(process.execPath, [...nodeOptions, 'dist/src/main.js'], {
    PASSBOOK_DATA: folder,
    DATABASE_URL: databaseUrl(address),
    DATABASE_DURABILITY: 'relaxed',
    DISCORD_TOKEN: sandbox.botToken,
    DISCORD_API_URL: sandbox.apiUrl,
    UV_THREADPOOL_SIZE: '16',
    MALLOC_ARENA_MAX: '2',
  });
  try {
    await bank.line(/^Passbook is open$/m);
    await expect
      .poll(() => residentMb(bank.pid), { timeout: 30_000, interval: 500 })
      .toBeLessThan(residentMaxMb);
  } finally {
    await bank.stop();
    await sandbox.close();
    await dropSchema(address);
    rmSync(folder, { recursive: true, force: true });
  }
});
