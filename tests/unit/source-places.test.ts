/** A stack of the built program names the source, also behind characters that were escaped. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, expect, test } from 'vitest';
import { errorFacts } from '../../src/log/error-facts.ts';
import { sourcePlace } from '../../src/log/source-places.ts';
import { root } from '../support/source.ts';

interface Ascii {
  asciiCode(code: string): string;
  asciiMappings(mappings: string, code: string): string;
}

const folder = mkdtempSync(join(tmpdir(), 'passbook-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = `export const texts = ['Überweisung', '送金', '😀'];
export const found = /[ä-ü送]/u.test(texts[1]);
function first() { return texts; }
export function fail() {
  throw new Error(\`\${first()[0]} → …\`);
}
`;

async function built(): Promise<string> {
  for (const name of ['src', 'dist']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'src/part.js'), source);
  const program = await rolldown({ input: join(folder, 'src/part.js'), platform: 'node' });
  await program.write({
    file: join(folder, 'dist/part.js'),
    sourcemap: true,
    minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
  });
  await program.close();
  return join(folder, 'dist/part.js');
}

test('the place of an error in the source, in a program written with ASCII alone', async () => {
  const path = await built();
  const href = pathToFileURL(join(root, 'scripts/lib/ascii.mjs')).href;
  const { asciiCode, asciiMappings } = (await import(href)) as Ascii;
  const code = readFileSync(path, 'utf8');
  const map = JSON.parse(readFileSync(`${path}.map`, 'utf8')) as { mappings: string };
  map.mappings = asciiMappings(map.mappings, code);
  writeFileSync(path, asciiCode(code));
  writeFileSync(`${path}.map`, JSON.stringify(map));
  expect(readFileSync(path, 'utf8')).toMatch(/^[\0-\x7f]*$/);

  const part = (await import(pathToFileURL(path).href)) as {
    readonly texts: readonly string[];
    readonly found: boolean;
    fail(): never;
  };
  expect(part.texts).toEqual(['Überweisung', '送金', '😀']);
  expect(part.found).toBe(true);
  let thrown: unknown;
  try {
    part.fail();
  } catch (error) {
    thrown = error;
  }
  expect((thrown as Error).message).toBe('Überweisung → …');
  expect(errorFacts(thrown).stack[0]).toMatch(/src\/part\.js:5:\d+\)$/);
});

test('the map is read once for a stack, and not kept after it', async () => {
  const other = join(folder, 'dist', 'other.js');
  // Columns 1 and 11 of the first line come from lines 1 and 2 of one source.
  const map = { version: 3, file: 'other.js', sources: ['../src/other.ts'], names: [] };
  writeFileSync(`${other}.map`, JSON.stringify({ ...map, mappings: 'AAAA,UACA' }));
  const frame = (column: number) => `at pay (${pathToFileURL(other).href}:1:${column})`;
  const place = pathToFileURL(join(folder, 'src', 'other.ts')).href;
  expect(sourcePlace(frame(1))).toBe(`at pay (${place}:1:1)`);
  rmSync(`${other}.map`);
  expect(sourcePlace(frame(11))).toBe(`at pay (${place}:2:1)`);
  await nextTurn();
  expect(sourcePlace(frame(12))).toBe(frame(12));
  expect(sourcePlace(frame(11))).toBe(`at pay (${place}:2:1)`);
});
