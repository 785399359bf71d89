/** The order of the rooms of `src/bank`, and of all source folders. */
import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, sourcesBelow, type Source } from '../support/source.ts';

/** Lowest first: a room imports only rooms that are listed before it. */
const rooms = [
  'model',
  'keys',
  'audit',
  'messages',
  'throttle',
  'links',
  'jobs',
  'ledger',
  'accounts',
  'records',
  'imports',
  'people',
  'shared',
  'payments',
  'conversations',
  'staff',
  'backup',
] as const;
const filesSideBySideMax = 25;

const sources = sourcesBelow('src', 'commands');
const bank = sources.filter(({ path }) => path.startsWith('src/bank/'));
const roomOf = (path: string): string | null => /^src\/bank\/([^/]+)\//.exec(path)?.[1] ?? null;
const level = (room: string): number => rooms.findIndex((one) => one === room);

/** Every import between folders, with its files. */
function folderArrows(files: readonly Source[]): Map<string, Map<string, string>> {
  const arrows = new Map<string, Map<string, string>>();
  for (const { path, imports } of files) {
    const from = posix.dirname(path);
    for (const target of imports) {
      const to = posix.dirname(target);
      if (!/^(src|commands)(\/|$)/.test(target) || to === from) continue;
      const targets = arrows.get(from) ?? new Map<string, string>();
      arrows.set(from, targets.set(to, `${path} imports ${target}`));
    }
  }
  return arrows;
}

/** Cycles of folders, each as its list of imports. */
function circles(arrows: Map<string, Map<string, string>>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (folder: string, trail: readonly string[], why: readonly string[]): void => {
    const start = trail.indexOf(folder);
    if (start >= 0) {
      found.push(why.slice(start));
      return;
    }
    if (done.has(folder)) return;
    for (const [target, reason] of arrows.get(folder) ?? []) {
      visit(target, [...trail, folder], [...why, reason]);
    }
    done.add(folder);
  };
  for (const folder of arrows.keys()) visit(folder, [], []);
  return found;
}

describe('rooms', () => {
  test('are the ones listed here', () => {
    const found = readdirSync(join(root, 'src/bank'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
    expect(found).toEqual([...rooms].sort());
  });

  test('import only lower rooms, through their index.ts', () => {
    const wrong = bank.flatMap(({ path, imports }) => {
      const room = roomOf(path);
      return imports
        .filter((target) => target.startsWith('src/bank/') && roomOf(target) !== room)
        .filter((target) => {
          const other = roomOf(target);
          if (other === null) return room !== null;
          const isDoor = target === `src/bank/${other}/index.ts`;
          return !isDoor || (room !== null && level(other) >= level(room));
        })
        .map((target) => `${path} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test('are entered from outside through src/bank/index.ts only', () => {
    const wrong = sources
      .filter(({ path }) => !path.startsWith('src/bank/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter((target) => target.startsWith('src/bank/') && target !== 'src/bank/index.ts')
          .filter(
            (target) =>
              !(/^src\/(words|talk|config|log)\//.test(path) && roomOf(target) === 'model'),
          )
          .map((target) => `${path} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe('folders', () => {
  test('import each other in one direction', () => {
    expect(circles(folderArrows(sources))).toEqual([]);
  });

  test(`hold at most ${filesSideBySideMax} files side by side`, () => {
    const counts = new Map<string, number>();
    for (const { path } of sources) {
      const folder = posix.dirname(path);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > filesSideBySideMax)).toEqual([]);
  });
});
