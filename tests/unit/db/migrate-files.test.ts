import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMigrations, splitStatements } from '../../../src/db/migrate-files.ts';

describe('a SQL text', () => {
  test.each([
    ['plain statements', 'A 1; B 2;\n', ['A 1', 'B 2']],
    ['a semicolon in text', 'A \'x;y\'; B "z;"', ["A 'x;y'", 'B "z;"']],
    ['escaped quotes', "A 'it''s; \\'; ok'; B", ["A 'it''s; \\'; ok'", 'B']],
    ['a quoted name', 'A `odd;name`; B', ['A `odd;name`', 'B']],
    ['comments', '-- a; b\nA 1; # c; d\n/* e; f */ B', ['A 1', 'B']],
    ['signs that are no comments', 'A 4--2; B 4/2', ['A 4--2', 'B 4/2']],
    ['comment signs in text', "A '-- x; # y /* z'", ["A '-- x; # y /* z'"]],
    ['nothing', ' ;; -- only a comment', []],
  ])('with %s is split', (_, text, statements) => {
    expect(splitStatements(text)).toEqual(statements);
  });
});

describe('a migrations folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'passbook-migrations-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text = 'SELECT 1') => writeFileSync(join(folder, name), text);

  test('is read in order', async () => {
    write('0002_add_notes.sql', 'B; C');
    write('0001_create_notes.sql', 'A');
    const migrations = await readMigrations(folder);
    expect(migrations.map(({ number, statements }) => [number, statements])).toEqual([
      [1, ['A']],
      [2, ['B', 'C']],
    ]);
  });

  test('has one hash for both kinds of line ends', async () => {
    write('0001_create_notes.sql', 'A;\nB');
    const [unix] = await readMigrations(folder);
    write('0001_create_notes.sql', 'A;\r\nB');
    const [windows] = await readMigrations(folder);
    expect(windows!.sha256).toBe(unix!.sha256);
  });

  test('may skip to the next ten', async () => {
    for (const name of ['0001_a.sql', '0100_b.sql', '0101_c.sql', '0310_d.sql']) write(name);
    const migrations = await readMigrations(folder);
    expect(migrations.map(({ number }) => number)).toEqual([1, 100, 101, 310]);
  });

  test.each([
    ['a ten first', ['0100_a.sql'], 'bad-number'],
    ['a gap within a ten', ['0001_a.sql', '0100_b.sql', '0102_c.sql'], 'bad-number'],
    ['a gap', ['0001_a.sql', '0003_c.sql'], 'bad-number'],
    ['a number given twice', ['0001_a.sql', '0001_b.sql'], 'bad-number'],
    ['another name', ['0001_a.sql', 'notes.sql'], 'bad-name'],
    ['capital letters', ['0001_Add.sql'], 'bad-name'],
  ])('is refused with %s', async (_, names, code) => {
    for (const name of names) write(name);
    await expect(readMigrations(folder)).rejects.toMatchObject({
      trouble: { code, file: names.at(-1) },
    });
  });
});
