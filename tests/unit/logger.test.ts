import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DatabaseError } from '../../src/db/errors.ts';
import { createLogger, type Logger } from '../../src/log/logger.ts';
import { linkToFullDisk } from '../support/full-disk.ts';

let folder: string;
let logger: Logger;
let shown: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passbook-log-'));
  logger = createLogger({ folder, level: 'info' });
  shown = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    shown.push(text.toString());
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  logger.close();
  rmSync(folder, { recursive: true, force: true });
});

const path = () => join(folder, 'passbook.log');
const lines = () =>
  readFileSync(path(), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('writes an event with its facts, readable by its owner alone', () => {
  logger.event('bot.command', { command: 'transfer', step: 'run', discordUserId: '42', ms: 7 });
  expect(lines()).toMatchObject([
    { level: 'info', event: 'bot.command', command: 'transfer', step: 'run', ms: 7 },
  ]);
  expect(statSync(path()).mode & 0o777).toBe(0o600);
  expect(shown).toEqual([]);
});

test('leaves out facts that the event does not list', () => {
  const more = { ms: 1, password: 'canary-91', memo: 'canary-92' };
  logger.event('app.open', more);
  expect(readFileSync(path(), 'utf8')).not.toContain('canary');
});

test('leaves out values that do not have the form of their fact', () => {
  logger.event('bot.command', {
    command: 'My Secret Is canary-93!',
    discordUserId: 'canary-94',
    ms: 'canary-95',
  });
  expect(readFileSync(path(), 'utf8')).not.toContain('canary');
  expect(lines()).toMatchObject([{ command: '(unfit)', discordUserId: '(unfit)' }]);
});

test('keeps class and place of a foreign error, and not its words', () => {
  const foreign = Object.assign(new TypeError('canary-96\n    at canary-97 (x.ts:1:1)'), {
    code: 'ERR_X',
    sql: "INSERT INTO t VALUES ('canary-98')",
  });
  logger.event('bot.failed', { command: 'transfer', reference: 'R-1' }, foreign);
  const text = readFileSync(path(), 'utf8');
  expect(text).not.toContain('canary');
  expect(text).toContain('logger.test.ts');
  expect(lines()).toMatchObject([{ error: { class: 'TypeError', code: 'ERR_X' } }]);
  expect(shown.join('')).toBe('error: bot.failed command=transfer reference=R-1 TypeError\n');
});

test('keeps the words of our own errors, which hold no values', () => {
  const own = new DatabaseError('Database error 1146 (refused)', { kind: 'refused', errno: 1146 });
  logger.event('bot.failed', { command: 'transfer' }, own);
  expect(lines()).toMatchObject([
    { error: { class: 'DatabaseError', errno: 1146, detail: 'Database error 1146 (refused)' } },
  ]);
});

test('keeps no log when it is silent, and still shows what is grave', () => {
  const silent = createLogger({ folder: join(folder, 'silent'), level: 'silent' });
  silent.event('database.died', {});
  expect(readFileSync(join(folder, 'silent', 'passbook.log'), 'utf8')).toBe('');
  expect(shown).toEqual(['error: database.died\n']);
  silent.close();
});

test('begins a new file when one is full', () => {
  const small = createLogger({ folder: join(folder, 'small'), level: 'info', fileBytesMax: 300 });
  for (let ms = 0; ms < 10; ms += 1) small.event('app.open', { ms });
  small.close();
  const old = readFileSync(join(folder, 'small', 'passbook.old.log'), 'utf8');
  const now = readFileSync(join(folder, 'small', 'passbook.log'), 'utf8');
  expect(now).toContain('"ms":9');
  expect(old.length).toBeLessThan(450);
  expect(now.length).toBeLessThan(450);
});

test('goes on when the disk is full, and says so once', () => {
  const full = join(folder, 'full');
  mkdirSync(full);
  linkToFullDisk(join(full, 'passbook.log'));
  const losing = createLogger({ folder: full, level: 'info' });
  for (let ms = 0; ms < 3; ms += 1) losing.event('app.open', { ms });
  losing.close();
  expect(shown).toHaveLength(1);
  expect(shown[0]).toMatch(/log lines are being lost: .*passbook\.log.*no space left on the disk/);
});

test('says a failed start once: the log has it, the terminal gets it in words', () => {
  logger.event('app.start-failed', {}, new DatabaseError('no such host', { kind: 'lost' }));
  expect(lines()).toMatchObject([{ level: 'error', event: 'app.start-failed' }]);
  expect(shown).toEqual([]);
});
