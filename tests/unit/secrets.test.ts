import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, loadSecrets } from '../../src/app/secrets.ts';
import { readConfig } from '../../src/config/config.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passbook-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = () => join(folder, 'secrets.json');
const load = async (more: Readonly<Record<string, string>> = {}) =>
  loadSecrets(readConfig({ PASSBOOK_DATA: folder, ...more }));
const pepper = 'a pepper of more than thirty-two characters';
const piiKey = Buffer.alloc(32, 5).toString('base64');

test('are made once, for the owner alone, and read again', async () => {
  const first = await load();
  expect(first.madeNow).toBe(true);
  expect(statSync(path()).mode & 0o777).toBe(0o600);
  expect([first.secrets.pepper.length, first.secrets.piiKey.length]).toEqual([32, 32]);
  const second = await load();
  expect(second).toEqual({ secrets: first.secrets, madeNow: false });
});

test('differ from one bank to the next', async () => {
  const first = await load();
  rmSync(path());
  const second = await load();
  expect(second.secrets.pepper).not.toEqual(first.secrets.pepper);
  expect(second.secrets.piiKey).not.toEqual(first.secrets.piiKey);
});

test('are closed to others again when somebody opened the file', async () => {
  await load();
  chmodSync(path(), 0o644);
  await load();
  expect(statSync(path()).mode & 0o777).toBe(0o600);
});

test.each(['', '{', '{}', '{"version":1,"passwordPepper":"short","piiKey":"short"}'])(
  'are not made anew over a damaged file: %s',
  async (text) => {
    writeFileSync(path(), text);
    await expect(load()).rejects.toThrow('is damaged. Restore it from your backup.');
    expect(readFileSync(path(), 'utf8')).toBe(text);
  },
);

test('given by the settings need no file', async () => {
  const { secrets, madeNow } = await load({ PASSWORD_PEPPER: pepper, PII_KEY: piiKey });
  expect([madeNow, existsSync(path())]).toEqual([false, false]);
  expect(secrets).toEqual({ pepper: Buffer.from(pepper), piiKey: Buffer.alloc(32, 5) });
});

test('given only in part take the other from the file', async () => {
  const { secrets, madeNow } = await load({ PASSWORD_PEPPER: pepper });
  expect(madeNow).toBe(true);
  expect(secrets.pepper).toEqual(Buffer.from(pepper));
  expect(secrets.piiKey).toEqual((await load()).secrets.piiKey);
});

test('have fingerprints that tell them apart and do not hold them', () => {
  const one = fingerprint(Buffer.alloc(32, 1));
  expect(one).toMatch(/^[0-9a-f]{32}$/);
  expect(one).not.toBe(fingerprint(Buffer.alloc(32, 2)));
  expect(one).toBe(fingerprint(Buffer.alloc(32, 1)));
});
