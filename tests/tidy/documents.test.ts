/** Compares the documents with the code. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { botRights } from '../../src/app/database-users.ts';
import { errorCodes } from '../../src/bank/model/base/errors.ts';
import { grantStatements } from '../../src/db/rights.ts';
import { filesBelow, readSource, root, sourcesBelow } from '../support/source.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = ['README.md', 'SECURITY.md', ...filesBelow('docs', '.md')];

interface Package {
  readonly scripts: Record<string, string>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}
const manifest = JSON.parse(read('package.json')) as Package;
const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });

const pictureBytesMax = 150_000;

describe('documents', () => {
  test('link only to files that exist', () => {
    const broken = documents.flatMap((document) =>
      [...read(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
        .map((match) => match[1] ?? '')
        .filter((target) => !existsSync(join(root, dirname(document), target)))
        .map((target) => `${document} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test('show every picture, and none is too large', () => {
    const text = documents.map(read).join('\n');
    const wrong = filesBelow('docs/images', '.png').filter(
      (path) =>
        !text.includes(path.replace('docs/', '')) ||
        statSync(join(root, path)).size > pictureBytesMax,
    );
    expect(wrong).toEqual([]);
  });

  test('name only source files that exist', () => {
    const broken = documents.flatMap((document) =>
      [...read(document).matchAll(/`((?:src|commands|tests|migrations|scripts)\/[\w./-]+\.\w+)`/g)]
        .map((match) => match[1] ?? '')
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${document} → ${path}`),
    );
    expect(broken).toEqual([]);
  });

  test('errors.md has one row per error code', () => {
    const listed = [...read('docs/errors.md').matchAll(/^\| `([A-Z_]+)`/gm)].map((row) => row[1]);
    expect(new Set(listed)).toEqual(new Set(errorCodes));
  });

  test('every error code is reached by a test', () => {
    const tests = sourcesBelow('tests/integration', 'tests/e2e', 'tests/support/stage');
    const reached = tests.map(({ text }) => text).join('\n');
    const silent = errorCodes.filter((code) => !new RegExp(`\\b${code}\\b`).test(reached));
    expect(silent).toEqual([]);
  });

  test('operations.md shows the grants that the bot needs', () => {
    const grantee = { schema: 'passbook', user: "'passbook'@'%'" };
    const statements = grantStatements(grantee, botRights).map((statement) => `${statement};`);
    const [, shown] =
      /<!-- grants -->\n\n```sql\n([\s\S]*?)\n```/.exec(read('docs/operations.md')) ?? [];
    expect(shown?.split('\n')).toEqual(statements);
  });

  test('dependencies.md gives each dependency a reason', () => {
    const listed = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)`/gm)].map(
      (row) => row[1],
    );
    expect(new Set(listed)).toEqual(new Set(dependencies));
  });

  test('decisions have one number each', () => {
    const numbers = filesBelow('docs/decisions', '.md').map((path) => /\/(\d{4})-/.exec(path)?.[1]);
    expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(4, '0')));
  });

  test('every npm script that a document names exists', () => {
    const named = documents.flatMap((document) =>
      [...read(document).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? ''),
    );
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});

describe('dependencies', () => {
  test('are pinned exactly', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(([, version]) => !/^\d/.test(version))
      .map(([name]) => name);
    expect(loose).toEqual([]);
  });

  test('are imported by the product, tools by their commands', () => {
    const used = new Set(
      [...sourcesBelow('src', 'commands', 'tests'), readSource('vitest.config.ts')].flatMap(
        (source) => source.imports,
      ),
    );
    const byCommand = /^(typescript|prettier|oxlint|oxlint-tsgolint|@vitest\/coverage-v8|@types\/)/;
    const idle = dependencies.filter(
      (name) =>
        !byCommand.test(name) &&
        ![...used].some((target) => target === name || target.startsWith(`${name}/`)),
    );
    expect(idle).toEqual([]);
  });
});
