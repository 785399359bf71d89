/** The page with a certificate of the operator's, in place of a proxy. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Logger } from '../../src/log/logger.ts';
import { type PageServer, servePage } from '../../src/page/index.ts';
import { withBank } from '../support/with-bank.ts';

const { bank } = withBank();
const logger: Logger = { event: () => {}, close: () => {} };
const parts = { bankName: 'Passbook', logger, desk: () => null, links: () => bank.links };
const folder = mkdtempSync(join(tmpdir(), 'passbook-tls-'));
const tls = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
let server: PageServer;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}

beforeAll(async () => {
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', tls.key, '-out', tls.certificate, '-days', '2'];
  execFileSync('openssl', ['req', ...kind, ...name, ...files], { stdio: 'ignore' });
  const port = await freePort();
  const publicUrl = `https://localhost:${port}`;
  server = await servePage(parts, { host: '127.0.0.1', port, publicUrl, tls });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly version: string;
}

async function ask(path: string, form: string | null = null): Promise<Got> {
  const type = 'application/x-www-form-urlencoded';
  const sent =
    form === null
      ? {}
      : { method: 'POST', headers: { origin: server.origin, 'content-type': type } };
  return new Promise((resolve, reject) => {
    const ca = readFileSync(tls.certificate);
    const asked = request(new URL(path, server.origin), { ...sent, ca }, (answer) => {
      const version = (answer.socket as unknown as { getProtocol(): string }).getProtocol();
      answer.resume();
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, version }),
      );
    });
    asked.on('error', reject);
    asked.end(form ?? '');
  });
}

test('is served over TLS, with HSTS', async () => {
  const page = await ask('/');
  expect(page.status).toBe(200);
  expect(page.version).toBe('TLSv1.3');
  expect(page.headers['strict-transport-security']).toBe('max-age=31536000');
  expect((await ask('/healthz')).status).toBe(200);
});

test('gives a cookie that only this host gets, and only over https', async () => {
  const discordUserId = '300000000000000001' as never;
  const { token } = await bank.links.issue({ discordUserId, content: '{}' });
  const desk = () => ({}) as never;
  const port = await freePort();
  const publicUrl = `https://localhost:${port}`;
  const other = await servePage({ ...parts, desk }, { host: '127.0.0.1', port, publicUrl, tls });
  const own = server;
  server = other;
  const opened = await ask('/open', `link=${token}`).finally(() => (server = own));
  await other.close();
  expect(opened.status).toBe(303);
  const [cookie = ''] = opened.headers['set-cookie'] as string[];
  expect(cookie).toMatch(/^__Host-passbook-browser=[\w-]{43};/);
  for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']) {
    expect(cookie).toContain(part);
  }
});

test('gives no answer without TLS', async () => {
  const plain = new Promise((resolve, reject) => {
    get({ host: 'localhost', port: server.port, path: '/' }, resolve).on('error', reject);
  });
  await expect(plain).rejects.toThrow(/hang up|ECONNRESET|Parse Error/);
});

test('does not start with a file that is missing or no certificate', async () => {
  const place = { host: '127.0.0.1', port: 0, publicUrl: 'https://localhost' };
  const missing = { ...tls, certificate: join(folder, 'missing.pem') };
  await expect(servePage(parts, { ...place, tls: missing })).rejects.toThrow(/ENOENT/);
  const nonsense = join(folder, 'nonsense.pem');
  writeFileSync(nonsense, 'no certificate');
  const wrong = { ...tls, certificate: nonsense };
  await expect(servePage(parts, { ...place, tls: wrong })).rejects.toThrow();
});
