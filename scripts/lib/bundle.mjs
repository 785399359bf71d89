/**
 * Puts the program's modules into few files: loading some 1,400 one by one took most of a start.
 * Types are checked by `types` (build.mjs), so that a start does not wait for that.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { asciiCode, asciiMappings } from './ascii.mjs';
import { root } from './machine.mjs';

/** The programs, and the commands, which the bank loads by their file names. */
const entryFolders = ['src/cli', 'commands'];
const firstEntries = ['src/main.ts'];

function entries() {
  const found = entryFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  );
  const paths = [...firstEntries, ...found].map((path) => path.replaceAll('\\', '/'));
  return Object.fromEntries(paths.map((path) => [path.slice(0, -'.ts'.length), join(root, path)]));
}

/**
 * Relative and absolute paths are the project's own; the rest are packages and Node's modules. Of
 * zod only what is used is put in: its package loads 50 languages, some 8 MB of the bank's memory.
 */
const isPackage = (id) =>
  /^[^./]/.test(id) && !/^[A-Za-z]:/.test(id) && !id.startsWith('@oxc-') && id !== 'zod';

function writeAsAscii(path) {
  const code = readFileSync(path, 'utf8');
  const written = asciiCode(code);
  if (written === code) return;
  const map = JSON.parse(readFileSync(`${path}.map`, 'utf8'));
  map.mappings = asciiMappings(map.mappings, code);
  writeFileSync(path, written);
  writeFileSync(`${path}.map`, JSON.stringify(map));
}

/**
 * Writes `src/main.js`, `src/cli/*.js`, `commands/**` and what they share (`chunks/`) below
 * `folder`, and answers the paths written. Throws with the file and line of a fault.
 */
export async function bundle(folder) {
  const { rolldown } = await import('rolldown');
  const program = await rolldown({
    input: entries(),
    cwd: root,
    platform: 'node',
    external: isPackage,
    // Some modules are loaded late by one program and at once by another.
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await program.write({
    dir: folder,
    format: 'esm',
    sourcemap: true,
    // Names stay, so that an error's stack can be read; comments and white space go.
    minify: { mangle: false, compress: false, codegen: { removeWhitespace: true } },
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
  await program.close();
  const files = output.map(({ fileName }) => fileName);
  for (const name of files) if (name.endsWith('.js')) writeAsAscii(join(folder, name));
  return files;
}

/** A browser's module and all that it imports, as one readable script. It may import no package. */
export async function bundleScript(entry) {
  const { rolldown } = await import('rolldown');
  const program = await rolldown({
    input: join(root, entry),
    cwd: root,
    platform: 'browser',
    onLog(level, { code, message }) {
      if (code === 'UNRESOLVED_IMPORT') throw new Error(message);
      if (level === 'warn') process.stderr.write(`${message}\n`);
    },
  });
  const { output } = await program.generate({ format: 'iife' });
  await program.close();
  return output[0].code;
}
