/** A copy of the project for planted bugs; the project itself is not changed. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root, tortureFolder } from '../support/folders.ts';
import { edited, StaleEdit, type Edit } from './bug.ts';

const run = promisify(execFile);
const parts = ['src', 'commands', 'migrations', 'tests/torture', 'package.json', 'tsconfig.json'];
const shared = ['node_modules', '.local/cache'];

export interface TreeCopy {
  readonly folder: string;
  /** Plants the edits, or none, and builds; throws StaleEdit if one does not fit. */
  plant(edits: readonly Edit[]): Promise<void>;
}

/** A syntax error, or a name that does not exist: such a bug would crash, whatever it does. */
const mistakes = /error TS(1\d{3}|2304|2305|2339|2551|2552|2724):/;

/** Other types are not looked at, because such bugs may break them. */
async function build(folder: string): Promise<void> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const words = [compiler, '-p', 'tests/torture', '--noEmitOnError', 'false'];
  const told = await run(process.execPath, words, { cwd: folder }).then(
    () => '',
    (error: unknown) => (error as { stdout?: string }).stdout ?? '',
  );
  const mistake = told.split('\n').find((line) => mistakes.test(line));
  if (mistake !== undefined) throw new StaleEdit(`does not fit the code: ${mistake}`);
}

export async function copyTree(): Promise<TreeCopy> {
  const folder = join(tortureFolder, 'planted');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '.local'), { recursive: true });
  for (const part of parts) {
    await mkdir(dirname(join(folder, part)), { recursive: true });
    await cp(join(root, part), join(folder, part), { recursive: true });
  }
  for (const part of shared) await symlink(join(root, part), join(folder, part));
  const originals = new Map<string, string>();
  return {
    folder,
    plant: async (edits) => {
      for (const [file, text] of originals) await writeFile(join(folder, file), text);
      originals.clear();
      for (const edit of edits) {
        const path = join(folder, edit.file);
        const text = await readFile(path, 'utf8');
        if (!originals.has(edit.file)) originals.set(edit.file, text);
        await writeFile(path, edited(text, edit));
      }
      await build(folder);
    },
  };
}
