/** The offline page of the verifier, opened as a file in a browser without a network. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createPrivateKey } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  checkpointText,
  Edge,
  encodeLeaf,
  leafHash,
  logSigner,
  proofText,
  proveInclusion,
  signNote,
  verifierKeyText,
} from '../../src/records/index.ts';
import { executablePath } from '../support/browser-path.ts';
import { describeInBrowser, desktop, phone } from '../support/browser.ts';
import { root } from '../support/source.ts';

const origin = 'passbook/0011223344556677';
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 1)]),
  format: 'der',
  type: 'pkcs8',
});
const bank = logSigner(origin, privateKey);

async function paymentProof(): Promise<string> {
  const side = { accountId: 1n, seq: 1n, accountNumber: '1234567897' };
  const leaf = encodeLeaf({
    kind: 'TRANSACTION',
    details: Buffer.alloc(32, 9),
    id: 77n,
    bookedAt: 1_795_893_306_000_000n,
    initiator: 'SESSION',
    initiatorId: null,
    customerId: null,
    fingerprint: Buffer.alloc(32),
    reversesId: null,
    postings: [{ kind: 'TRANSFER', amount: 500n, source: side, target: side }],
  });
  const edge = new Edge();
  for (const one of [Buffer.from('a'), leaf, Buffer.from('b')]) edge.append(leafHash(one));
  const head = { origin, size: 3, root: edge.root(), extensions: ['currency GEM 2'] };
  const path = await proveInclusion(1, 3, async () => edge.partial(0));
  return proofText({ leaf, index: 1, path, checkpoint: signNote(checkpointText(head), bank) });
}

describeInBrowser('the verifier page', () => {
  let folder: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'passbook-verifier-'));
    writeFileSync(join(folder, 'verifier-key'), `${verifierKeyText(bank.key)}\n`);
    const proof = await paymentProof();
    writeFileSync(join(folder, 'right.tlog-proof'), proof);
    writeFileSync(join(folder, 'wrong.tlog-proof'), proof.replace('index 1', 'index 2'));
    // A browser of its own: it is offline, and opens a file.
    browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
    });
    context = await browser.newContext({ viewport: desktop, offline: true });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(join(root, 'dist/verifier.html')).href);
  });
  afterAll(async () => {
    await context?.close();
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const choose = async (...names: readonly string[]) => {
    await page.getByRole('button', { name: 'Remove all files' }).click();
    await page.locator('#files').setInputFiles(names.map((name) => join(folder, name)));
    return page.locator('#verdict').textContent();
  };

  test('proves a payment, at the size of a desktop and of a phone', async () => {
    expect(await choose('verifier-key', 'right.tlog-proof')).toMatch(/is right\.$/);
    await page.getByText('transfer of 5.00 GEM from account 1234567897').waitFor();
    await page.setViewportSize(phone);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(phone.width);
    await page.setViewportSize(desktop);
  });

  test('finds a changed proof, and says what it could not check', async () => {
    expect(await choose('verifier-key', 'wrong.tlog-proof')).toMatch(/is wrong/);
    expect(await choose('right.tlog-proof')).toMatch(/not everything could be checked/);
  });

  test('reads pasted text', async () => {
    await choose('verifier-key');
    await page.getByLabel('Or paste').fill('x');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText('cannot be read').waitFor();
  });

  test('loads nothing, and its policy allows only its own script', async () => {
    expect(complaints).toEqual([]);
    await page.evaluate(`(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "other"';
      document.body.append(script);
    })()`);
    expect(await page.title()).toBe('Verify records of a bank');
    complaints.length = 0;
  });
});
