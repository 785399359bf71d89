/** The doctor's checks of the machine, of backups and of the last verification. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkDisk, checkNode, judgeDisk } from '../../../src/app/doctor/machine.ts';
import { checkPage } from '../../../src/app/doctor/page.ts';
import { sizeText } from '../../../src/app/doctor/size.ts';
import { checkBackups, checkDrill, checkVerification } from '../../../src/app/doctor/upkeep.ts';
import { noteDrill } from '../../../src/app/upkeep/drill.ts';
import { noteVerification } from '../../../src/app/verification.ts';
import { type Config, readConfig } from '../../../src/config/config.ts';
import type { PageConfig } from '../../../src/config/page.ts';
import { worstOf } from '../../../src/lib/finding.ts';

const dayMs = 86_400_000;
const now = Date.parse('2026-11-28T12:00:00Z');
const ago = (days: number) => new Date(now - days * dayMs);
let config: Config;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-doctor-'));
  config = { ...readConfig({ PASSBOOK_DATA: folder }), dataFolder: folder };
});
afterEach(() => rmSync(config.dataFolder, { recursive: true }));

test('an old Node is an error; this one is not', () => {
  expect(checkNode('20.18.1')).toMatchObject({ level: 'error', advice: /Install Node 20\.19/ });
  expect(checkNode('19.30.0').level).toBe('error');
  expect(checkNode('20.19.0').level).toBe('ok');
  expect(checkNode('24.0.0').level).toBe('ok');
  expect(checkNode()).toMatchObject({ level: 'ok', advice: null });
});

test('a disk that is nearly full is a warning, then an error', async () => {
  const gigabyte = 1024n ** 3n;
  expect(judgeDisk(5n * gigabyte).level).toBe('ok');
  expect(judgeDisk(gigabyte)).toMatchObject({ level: 'warning', says: /Only 1\.0 GB/ });
  expect(judgeDisk(gigabyte / 10n).level).toBe('error');
  expect((await checkDisk(config)).check).toBe('disk');
  const later = { ...config, dataFolder: join(config.dataFolder, 'not', 'yet') };
  expect((await checkDisk(later)).says).toMatch(/free/);
});

test('sizes are shown with one decimal', () => {
  expect(sizeText(1536n)).toBe('1.5 KB');
  expect(sizeText(1024n ** 4n)).toBe('1.0 TB');
});

test('the last verification: none, correct, old, and one that found something', async () => {
  const checked = async () => checkVerification(config, now);
  expect(await checked()).toMatchObject({ level: 'warning', advice: 'Run npm run verify-ledger.' });
  await noteVerification(config.dataFolder, { at: ago(1), isCorrect: true });
  expect(await checked()).toMatchObject({ level: 'ok', says: /27 November 2026/ });
  await noteVerification(config.dataFolder, { at: ago(9), isCorrect: true });
  expect((await checked()).level).toBe('warning');
  await noteVerification(config.dataFolder, { at: ago(1), isCorrect: false });
  expect((await checked()).level).toBe('error');
  writeFileSync(join(config.dataFolder, 'verified.json'), '{"at":');
  expect((await checked()).level).toBe('warning');
});

test('backups: none, one that is damaged, and the newest decides', async () => {
  const folder = join(config.dataFolder, 'backups');
  const checked = async () => (await checkBackups(config, now))[0];
  expect(await checked()).toMatchObject({ level: 'warning', says: /no backup/ });
  mkdirSync(folder);
  expect((await checked())?.level).toBe('warning');
  const path = join(folder, 'passbook-1.backup');
  writeFileSync(path, 'not a backup');
  utimesSync(path, ago(1), ago(1));
  expect(await checked()).toMatchObject({ level: 'error', says: /cannot be used: / });
});

test('the second folder has a line of its own', async () => {
  const copyTo = join(config.dataFolder, 'second');
  const copied = { ...config, backups: { ...config.backups, copyTo } };
  const found = await checkBackups(copied, now);
  expect(found.map(({ check, level }) => [check, level])).toEqual([
    ['backup', 'warning'],
    ['backup-copy', 'warning'],
  ]);
  expect(found[1]?.says).toMatch(/BACKUP_TO/);
});

test('the trial of restoring: never, correct, old, not allowed, and wrong books', async () => {
  const path = join(config.dataFolder, 'passbook-2026-11-27T12-00-00.backup');
  const after = async (days: number, result: 'correct' | 'wrong' | 'refused') => {
    await noteDrill(config.dataFolder, { at: ago(days), path, result });
    return checkDrill(config, now);
  };
  expect(await checkDrill(config, now)).toMatchObject({ level: 'warning', says: /never/ });
  expect(await after(1, 'correct')).toMatchObject({ level: 'ok', says: /27 November 2026/ });
  expect((await after(31, 'correct')).level).toBe('warning');
  expect(await after(1, 'refused')).toMatchObject({ level: 'warning', advice: /drill/ });
  expect(await after(1, 'wrong')).toMatchObject({ level: 'error', says: /2026-11-27T12/ });
});

test('the page: answering, away, another server, not set, and not used', async () => {
  let status = 200;
  let body = '{"alive":true}';
  const server = createServer((_, answer) => answer.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const publicUrl = `http://127.0.0.1:${port}`;
  const checked = async (change: Partial<PageConfig> = {}) =>
    checkPage({ ...config.page, secrets: 'page', publicUrl, ...change });
  expect(await checked()).toMatchObject({ level: 'ok', says: /answers at http/ });
  body = '{"message":"welcome"}';
  expect((await checked()).level).toBe('error');
  body = 'not JSON';
  expect((await checked()).level).toBe('error');
  status = 502;
  expect(await checked()).toMatchObject({ level: 'error', says: /\(HTTP 502\)/ });
  await new Promise((resolve) => server.close(resolve));
  expect(await checked()).toMatchObject({ level: 'error', says: /\(ECONNREFUSED\)/ });
  expect((await checked({ secrets: 'forms' })).level).toBe('warning');
  expect((await checked({ secrets: 'forms', publicUrl: null })).level).toBe('warning');
  expect((await checked({ secrets: 'both', publicUrl: null })).level).toBe('ok');
});

test('the worst level decides', () => {
  const of = (level: 'ok' | 'warning' | 'error') => ({ check: 'x', level, says: '', advice: null });
  expect(worstOf([])).toBe('ok');
  expect(worstOf([of('ok'), of('warning')])).toBe('warning');
  expect(worstOf([of('error'), of('warning')])).toBe('error');
});
