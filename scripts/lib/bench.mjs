import { join } from 'node:path';
import { fail, root } from './machine.mjs';
import { nodeOptions } from './start.mjs';
import { run, tool } from './tool.mjs';

const built = join(root, '.local/bench/build/tests/bench/main.js');

/** Compiles and runs the benchmarks. Measure on an otherwise idle machine. */
export async function bench(args) {
  if ((await tool('tsc', ['-p', 'tests/bench'])) !== 0) fail('The benchmarks do not compile.');
  const env = { UV_THREADPOOL_SIZE: '16', ...process.env };
  return run(process.execPath, [...nodeOptions, built, ...args], { env });
}
