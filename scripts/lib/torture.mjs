import { join } from 'node:path';
import { root } from './machine.mjs';
import { run, tool } from './tool.mjs';

const program = join(root, '.local/torture/build/tests/torture/run.js');

/** Builds and runs the torture suite; arguments after -- choose stages. */
export async function torture(words) {
  const code = await tool('tsc', ['-p', 'tests/torture']);
  if (code !== 0) return code;
  return run(process.execPath, [program, ...words]);
}

export const soak = (words) => torture(['--soak', ...words]);
