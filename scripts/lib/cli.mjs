import { join } from 'node:path';
import { root } from './machine.mjs';
import { run } from './tool.mjs';

/** Runs a tool of `src/cli` with the arguments after the two hyphens. */
export const cli = (name) => (args) =>
  run(process.execPath, ['--enable-source-maps', join(root, `dist/src/cli/${name}.js`), ...args]);
