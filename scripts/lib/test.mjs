import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { types } from './build.mjs';
import { phase, root, say } from './machine.mjs';
import { tool } from './tool.mjs';

const results = join(root, '.local/test-results.json');

export const countsText = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** Runs vitest, optionally under another Node; results are null if the run was aborted. */
export async function runTests(args, { file = process.execPath, env = {} } = {}) {
  mkdirSync(dirname(results), { recursive: true });
  rmSync(results, { force: true });
  const reporters = ['--reporter=default', '--reporter=./scripts/lib/reporter.mjs'];
  const all = { UV_THREADPOOL_SIZE: '16', ...process.env, PASSBOOK_TEST_RESULTS: results, ...env };
  const code = await tool('vitest', ['run', ...reporters, ...args], { file, env: all });
  const report = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : null;
  for (const [where, why, count] of report?.lines ?? []) {
    say(`${count} skipped in ${where}: ${why}`);
  }
  if (report === null) say('The test run was aborted.');
  return { code: report === null ? code || 1 : code, results: report };
}

/** Tests in these folders run the sources; those that need the build make it themselves. */
const fromSources = /^(?:\.\/)?tests\/(?:unit|tidy|integration|concurrency|property|torture)\//;

/** Whether the chosen test files may need the build; true when none are named. */
export function needsBuild(args) {
  const paths = args.filter((arg) => !arg.startsWith('-'));
  return paths.length === 0 || !paths.every((path) => fromSources.test(path));
}

/** Runs vitest and prints one last line with the counts, for people and programs. */
export async function test(args) {
  const begun = performance.now();
  const { code, results: report } = await runTests(args);
  phase('tests', begun);
  if (report !== null) process.stdout.write(`${countsText(report.counts)}\n`);
  return code;
}

const steps = [
  { name: 'format', run: () => tool('prettier', ['--check', '--log-level', 'warn', '.']) },
  { name: 'lint', run: () => tool('oxlint', ['--type-aware', '--quiet']) },
  { name: 'types', run: types },
  { name: 'types of the tests', run: () => tool('tsc', ['-p', 'tests']) },
];

/** Everything a commit must pass; `--static` leaves the tests out. */
export async function check(args) {
  const failed = [];
  const step = async ({ name, run }) => {
    const code = await run();
    say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
    if (code !== 0) failed.push(name);
  };
  await Promise.all(steps.map(step));
  if (!args.includes('--static') && (await test(args)) !== 0) failed.push('tests');
  if (failed.length > 0) say(`Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}
