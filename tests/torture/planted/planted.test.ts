/** Planted bugs must fit the current code. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { root } from '../support/folders.ts';
import { edited, type PlantedBug, StaleEdit } from './bug.ts';
import { plantedBugs } from './bugs.ts';

const run = promisify(execFile);

/** The files of a bug with its edits. */
function plantedTexts({ edits }: PlantedBug): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const edit of edits) {
    const text = texts.get(edit.file) ?? readFileSync(join(root, edit.file), 'utf8');
    texts.set(edit.file, edited(text, edit));
  }
  return texts;
}

describe('planted bugs', () => {
  test.each(plantedBugs)('$name fits its files', (bug) => {
    expect(plantedTexts(bug).size).toBeGreaterThan(0);
  });

  // Such a bug would be caught because it crashes, not because of what it does.
  test('name nothing that does not exist', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planted-'));
    try {
      const settings = join(folder, 'names.json');
      const rules = { 'eslint/no-undef': 'error' };
      const categories = { correctness: 'off' };
      const env = { node: true, es2024: true };
      writeFileSync(settings, JSON.stringify({ plugins: [], categories, rules, env }));
      for (const [place, bug] of plantedBugs.entries()) {
        for (const [file, text] of plantedTexts(bug)) {
          if (file.endsWith('.ts')) writeFileSync(join(folder, `${place}-${basename(file)}`), text);
        }
      }
      const oxlint = join(root, 'node_modules/.bin/oxlint');
      // It fails where it finds something.
      const { stdout } = await run(oxlint, ['-c', settings, folder]).catch(
        (error: unknown) => error as { readonly stdout: string },
      );
      expect(stdout).toContain('and 0 errors');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('are at least twenty, with unique names', () => {
    expect(new Set(plantedBugs.map(({ name }) => name)).size).toBe(plantedBugs.length);
    expect(plantedBugs.length).toBeGreaterThanOrEqual(20);
  });

  test('an edit that matches nowhere or twice is refused', () => {
    const edit = { file: 'any', find: 'a', replace: 'b' };
    expect(() => edited('none', edit)).toThrow(StaleEdit);
    expect(() => edited('a a', edit)).toThrow(StaleEdit);
    expect(edited('one a', edit)).toBe('one b');
  });
});
