/** The alert rules as Prometheus reads them, and when they fire, by `promtool` of Debian's package. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../support/process.ts';

const promtool = process.env['PROMTOOL'] ?? 'promtool';
const has = spawnSync(promtool, ['--version']).status === 0;
const why = has ? '' : ' (skipped: no promtool here; install prometheus or set PROMTOOL)';

const run = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(promtool, words, {
    cwd: join(projectFolder, 'deploy'),
    encoding: 'utf8',
  });
  return { status, output: `${stdout}${stderr}` };
};

describe.skipIf(!has)(`the alert rules${why}`, () => {
  test('are valid', () => {
    expect(run('check', 'rules', 'alerts.yml')).toMatchObject({ status: 0 });
  });

  test('fire when they should, and not before', () => {
    const { status, output } = run('test', 'rules', 'alerts.test.yml');
    expect([status, output]).toEqual([0, expect.stringContaining('SUCCESS')]);
  });
});
