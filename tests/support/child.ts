/** A program of the tests that needs a process of its own, bundled from its source. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import { root } from './source.ts';

const made = new Map<string, Promise<string>>();

async function make(source: string): Promise<string> {
  // Below the project, where its packages and migrations are found.
  const parent = join(root, '.local/test-children');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'child-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    input: { child: join(root, source) },
    platform: 'node',
    external: /^(?:node:|@?[a-z])/,
    logLevel: 'silent',
    output: { dir: folder, format: 'esm', sourcemap: 'inline' },
  });
  return join(folder, 'child.js');
}

/** The path of the program, made once per process of the tests. */
export async function childProgram(source: string): Promise<string> {
  const program = made.get(source) ?? make(source);
  made.set(source, program);
  return program;
}
