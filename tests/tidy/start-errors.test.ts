/** Each reason not to start is in the document, and reproduced by a test. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { terminal } from '../../src/words/index.ts';
import { projectFolder } from '../support/process.ts';
import { startErrors } from '../support/start-errors.ts';

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');

/** Sentences that report progress, or are part of another sentence. */
const others = new Set([
  'secretsMade',
  'proxyIgnored',
  'sandbox',
  'servers',
  'open',
  'openPage',
  'invite',
  'setUp',
  'phase',
  'reopening',
  'reopened',
  'closing',
  'closed',
  'closedUncleanly',
  'failed',
  'page',
  'metrics',
  'waiting',
  'discord',
  'secrets',
]);
const notOfDatabase = new Set([
  'name',
  'local',
  'gate',
  'migration',
  'answer',
  'unusable',
  'relaxed',
  'excessRights',
]);
const notOfLocal = new Set([
  'fetching',
  'settingUp',
  'starting',
  'waitingForFormer',
  'fetchFailed',
  'noProgram',
]);
const keysOf = (group: string, sentences: object, without: ReadonlySet<string> = new Set()) =>
  Object.keys(sentences)
    .filter((key) => !without.has(key))
    .map((key) => `${group}.${key}`);

test('every reason not to start is in the catalogue of the tests', () => {
  const { start, database } = terminal;
  const known = [
    ...keysOf('start', start, others),
    ...keysOf('start.secrets', start.secrets),
    'start.discord.tokenRefused',
    ...keysOf('database', database, notOfDatabase),
    ...keysOf('gate', database.gate),
    ...keysOf('migration', database.migration),
    ...keysOf('local', database.local, notOfLocal),
  ];
  expect(Object.keys(startErrors).toSorted()).toEqual(known.toSorted());
});

test('“When it does not start” in docs/operations.md has each', () => {
  const [, section = ''] = read('docs/operations.md').split('## When it does not start\n');
  const missing = Object.entries(startErrors).filter(
    ([, [says]]) => !section.includes(says.trim()),
  );
  expect(missing).toEqual([]);
});

test('a test contains the words of each', () => {
  const silent = Object.entries(startErrors).filter(
    ([, [says, file]]) => file !== null && !read(`tests/${file}.test.ts`).includes(says.trim()),
  );
  expect(silent).toEqual([]);
});
