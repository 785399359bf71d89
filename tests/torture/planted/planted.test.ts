/** Planted bugs must fit the current code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/folders.ts';
import { edited, StaleEdit } from './bug.ts';
import { plantedBugs } from './bugs.ts';

describe('planted bugs', () => {
  test.each(plantedBugs)('$name fits its files', ({ edits }) => {
    const texts = new Map<string, string>();
    for (const edit of edits) {
      const text = texts.get(edit.file) ?? readFileSync(join(root, edit.file), 'utf8');
      texts.set(edit.file, edited(text, edit));
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
