import { defineConfig } from 'vitest/config';

/** Pure tests share threads; tests that own a server or a process run isolated, one file at a time. */
export default defineConfig({
  test: {
    // Shared machines stall: in CI a test that fails is judged by its second run, and both show.
    retry: process.env['CI'] === undefined ? 0 : 1,
    testTimeout: 30_000,
    hookTimeout: 90_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['tests/{unit,tidy}/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'sandbox', include: ['tests/sandbox/**/*.test.ts'], pool: 'forks' },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/{integration,concurrency,property}/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          pool: 'forks',
          // MySQL takes longer than MariaDB, and most of all to set up and to start.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'torture',
          include: ['tests/torture/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 180_000,
        },
      },
    ],
  },
});
