import { join } from 'node:path';
import { compile } from './build.mjs';
import { root } from './machine.mjs';
import { run } from './tool.mjs';

const program = join(root, '.local/torture/build/tests/torture/run.js');

/** Builds and runs the torture suite; arguments after -- choose stages. `check` sees its types. */
export async function torture(args) {
  if (!(await compile('tests/torture'))) return 1;
  return run(process.execPath, [program, ...args]);
}

export const soak = (args) => torture(['--soak', ...args]);
