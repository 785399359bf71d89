import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { phase, root, say } from './machine.mjs';
import { tool } from './tool.mjs';

const results = join(root, '.local/test-results.json');

/** Skipped tests by file, with the reason that the tests gave, if any. */
function skippedLines(report) {
  return report.testResults.flatMap(({ name, assertionResults }) => {
    const skipped = assertionResults.filter(
      ({ status }) => status !== 'passed' && status !== 'failed',
    );
    if (skipped.length === 0) return [];
    const reasons = [...new Set(skipped.map(({ meta }) => meta?.skippedBecause).filter(Boolean))];
    const why = reasons.length > 0 ? reasons.join('; ') : 'marked in the file';
    return [`  ${skipped.length} skipped in ${relative(root, name)}: ${why}`];
  });
}

/** Runs vitest and ends with one plain line that people and programs can read. */
export async function test(words) {
  mkdirSync(dirname(results), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const env = { UV_THREADPOOL_SIZE: '16', ...process.env };
  const begun = performance.now();
  const code = await tool('vitest', ['run', ...reporters, ...words], { env });
  phase('tests', begun);
  let report;
  try {
    report = JSON.parse(readFileSync(results, 'utf8'));
  } catch {
    say('The tests ended without a report.');
    return code || 1;
  }
  const { numPassedTests, numFailedTests, numTotalTests } = report;
  const skipped = numTotalTests - numPassedTests - numFailedTests;
  for (const line of skippedLines(report)) say(line);
  process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed, ${skipped} skipped\n`);
  return code;
}

const steps = [
  { name: 'format', run: () => tool('prettier', ['--check', '--log-level', 'warn', '.']) },
  { name: 'lint', run: () => tool('oxlint', ['--type-aware', '--quiet']) },
  { name: 'types', run: () => tool('tsc', ['-p', '.', '--noEmit']) },
  { name: 'types of the page', run: () => tool('tsc', ['-p', 'src/sandbox/page', '--noEmit']) },
  { name: 'types of the tests', run: () => tool('tsc', ['-p', 'tests']) },
];

/** Everything a commit must pass; `--static` leaves the tests out. */
export async function check(words) {
  const failed = [];
  for (const { name, run } of steps) {
    const code = await run();
    say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
    if (code !== 0) failed.push(name);
  }
  if (!words.includes('--static') && (await test(words)) !== 0) failed.push('tests');
  if (failed.length > 0) say(`Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}
