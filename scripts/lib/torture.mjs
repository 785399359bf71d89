import { join } from 'node:path';
import { root } from './machine.mjs';
import { run, tool } from './tool.mjs';

const program = join(root, '.local/torture/build/tests/torture/run.js');

/** Builds and runs the torture suite; arguments after -- choose stages. `check` sees its types. */
export async function torture(args) {
  const code = await tool('tsc', ['-p', 'tests/torture', '--noCheck']);
  if (code !== 0) return code;
  return run(process.execPath, [program, ...args]);
}

export const soak = (args) => torture(['--soak', ...args]);
