import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { Order } from './tests/support/order.ts';

/**
 * Files of one project share processes, so that each process loads the bank once. Every file that
 * needs them has its own schema, sandbox and ports; whatever it starts, it ends.
 */
export default defineConfig({
  test: {
    // Half of the time a file waits: for servers to start, for pauses and retries.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: Order },
    experimental: { fsModuleCache: true, fsModuleCachePath: '.local/cache/vitest' },
    isolate: false,
    // Shared machines stall: in CI a test that fails is judged by its second run, and both show.
    retry: process.env['CI'] === undefined ? 0 : 1,
    testTimeout: 90_000,
    // The bank looks for mail and messages once a second; Vitest would poll for no longer than that.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        // Not threads: Node crashes now and then when a thread that has loaded a native module ends.
        test: { name: 'pure', include: ['tests/{unit,tidy}/**/*.test.ts'], pool: 'forks' },
      },
      {
        extends: true,
        test: {
          name: 'sandbox',
          include: ['tests/sandbox/**/*.test.ts'],
          globalSetup: ['tests/support/page-setup.ts'],
          pool: 'forks',
        },
      },
      {
        extends: true,
        test: {
          // One project, so that a process loads the bank once for all of these folders.
          name: 'bank',
          include: ['tests/{integration,concurrency,property,e2e}/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts', 'tests/support/page-setup.ts'],
          pool: 'forks',
          // MySQL takes longer than MariaDB, and most of all to set up and to start.
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'torture',
          include: ['tests/torture/**/*.test.ts'],
          pool: 'forks',
          testTimeout: 900_000,
        },
      },
    ],
  },
});
