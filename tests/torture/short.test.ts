/** The short form of the whole suite, run with the other tests. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, tortureFolder } from './support/folders.ts';

/** MySQL needs most of this time, to start again for every stage. */
const limitMs = 900_000;

/** Runs a Node program until it exits; returns its exit code and output. */
function run(program: string, words: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], { cwd: root, timeout: limitMs });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        output += data.toString();
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

test(
  'every stage in its short form: nothing lost, nothing doubled, nothing unknown',
  async () => {
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    // Types are checked by `npm run check`.
    const built = await run(compiler, ['-p', 'tests/torture', '--noCheck']);
    expect(built).toEqual({ code: 0, output: '' });
    const program = join(tortureFolder, 'build/tests/torture/run.js');
    const { code, output } = await run(program, ['--short']);
    expect(output).toContain('GREEN');
    expect(code).toBe(0);
  },
  limitMs,
);
