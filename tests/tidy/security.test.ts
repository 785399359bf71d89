/** SECURITY.md names tests: each must exist. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/source.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const document = read('SECURITY.md');

/** Rows of the first table under a heading, each as its cells. */
function rowsUnder(heading: string): string[][] {
  const [, section = ''] = document.split(`\n## ${heading}\n`);
  const lines = (section.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** `path: name` of each test in a cell; a path applies until the next one. */
function promisesIn(cell: string): { readonly path: string; readonly name: string }[] {
  let path = '';
  return [...cell.matchAll(/`(tests\/[\w./-]+\.test\.ts)`|“([^”]+)”/g)].flatMap((match) => {
    if (match[1] !== undefined) path = match[1];
    return match[2] === undefined ? [] : [{ path, name: match[2] }];
  });
}

/** Titles of tests, and rows of tables that become titles. */
const hasTest = (path: string, name: string): boolean =>
  existsSync(join(root, path)) &&
  [`'${name}'`, `"${name}"`, `\`${name}\``, `\`${name} `].some((title) =>
    read(path).includes(title),
  );

describe('SECURITY.md', () => {
  const threats = rowsUnder('Threats');
  const sections = rowsUnder('ASVS 5.0, Level 2');

  test('names at least one test for every threat, and each of them exists', () => {
    expect(threats.length).toBeGreaterThan(25);
    const idle = threats.filter(([, , tests = '']) => promisesIn(tests).length === 0);
    expect(idle.map(([threat]) => threat)).toEqual([]);
    const missing = threats
      .flatMap(([, , tests = '']) => promisesIn(tests))
      .filter(({ path, name }) => !hasTest(path, name))
      .map(({ path, name }) => `${path}: ${name}`);
    expect(missing).toEqual([]);
  });

  test('says for every section whether it is met, or why not', () => {
    expect(sections.length).toBeGreaterThan(40);
    const wrong = sections
      .filter(([, met = '', how = '', deviation = '']) => {
        if (!['Yes', 'Partly', 'No', '–'].includes(met) || how === '') return true;
        return met === 'No' && deviation === '';
      })
      .map(([section]) => section);
    expect(wrong).toEqual([]);
  });

  test('names only files that exist', () => {
    const paths = [...document.matchAll(/`((?:src|tests|docs|scripts)\/[\w./-]+\.\w+)`/g)].map(
      (match) => match[1] ?? '',
    );
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
