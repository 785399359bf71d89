import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './machine.mjs';
import { tool } from './tool.mjs';

/** Plays the most frequent tasks, writes docs/effort.md, and prints its table and the JSON. */
export async function figures() {
  const code = await tool('vitest', ['run', 'tests/e2e/chat-effort.test.ts', '-u']);
  if (code !== 0) return code;
  const page = readFileSync(join(root, 'docs/effort.md'), 'utf8');
  const table = page.split('\n').filter((line) => line.startsWith('|'));
  const json = readFileSync(join(root, '.local/figures.json'), 'utf8');
  process.stdout.write(`${table.join('\n')}\n\n${json}`);
  return 0;
}
