/** The offline page of the verifier, opened as a file in a browser without a network. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHash, createPrivateKey } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  checkpointText,
  detailsHash,
  Edge,
  encodeLeaf,
  type Entry,
  entryHashes,
  entrySalts,
  leafHash,
  logSigner,
  proofText,
  proveInclusion,
  referenceText,
  signNote,
  statementText,
  verifierKeyText,
} from '../../src/records/index.ts';
import { receiptText } from '../../src/records/receipt/index.ts';
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

const salt = Buffer.alloc(16, 3);
const [source, target] = [
  { accountId: 1n, seq: 1n, accountNumber: '1234567897' },
  { accountId: 2n, seq: 8n, accountNumber: '9876543217' },
];
const booked = {
  transactionId: 77n,
  bookedAt: 1_795_893_306_000_000n,
  kind: 'TRANSFER',
  memo: null,
};
const entries: Entry[] = [
  { ...booked, ...source, counterpartyId: 2n, amount: -500n, balanceAfter: 1_000n },
  { ...booked, ...target, counterpartyId: 1n, amount: 500n, balanceAfter: 500n },
];
const csv = 'date,amount\r\n2026-11-28,-5.00\r\n';
const receipt = {
  bank: 'Passbook',
  reference: referenceText(77n),
  kind: 'TRANSFER',
  bookedAt: '2026-11-28T19:15:06.000000Z',
  amount: 500n,
  currency: { code: 'GEM', scale: 2 },
  from: { name: 'Anna M.', numberTail: '7897' },
  to: { name: 'Ben O.', numberTail: '3217' },
  memo: null,
  tag: '0123-4567-89AB-CDEF',
  seal: 'FEDC-BA98-7654-3210',
};

async function proofs(): Promise<{ readonly payment: string; readonly statement: string }> {
  const leaf = encodeLeaf({
    kind: 'TRANSACTION',
    details: detailsHash(salt, entries),
    id: 77n,
    bookedAt: 1_795_893_306_000_000n,
    initiator: 'SESSION',
    initiatorId: null,
    customerId: null,
    fingerprint: Buffer.alloc(32),
    reversesId: null,
    postings: [{ kind: 'TRANSFER', amount: 500n, source, target }],
  });
  const edge = new Edge();
  for (const one of [Buffer.from('a'), leaf, Buffer.from('b')]) edge.append(leafHash(one));
  const head = { origin, size: 3, root: edge.root(), extensions: ['currency GEM 2'] };
  const path = await proveInclusion(1, 3, async () => edge.partial(0));
  const checkpoint = signNote(checkpointText(head), bank);
  const opened = {
    entry: entries[0]!,
    salt: entrySalts(salt, 2)[0]!,
    place: 0,
    others: [entryHashes(salt, entries)[1]!],
  };
  const statement = statementText({
    accountNumber: source.accountNumber,
    from: '2026-11-01',
    to: '2026-11-30',
    zone: 'Europe/Berlin',
    opening: 1_500n,
    closing: 1_000n,
    first: 1n,
    last: 1n,
    file: createHash('sha256').update(csv).digest(),
    entries: [{ opened, leaf, index: 1, path }],
    checkpoint,
  });
  return {
    payment: proofText({ leaf, index: 1, path, checkpoint }),
    statement: signNote(statement, bank),
  };
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
    const { payment, statement } = await proofs();
    const receiptFile = signNote(receiptText(receipt), bank);
    const files = {
      'right.tlog-proof': payment,
      'wrong.tlog-proof': payment.replace('index 1', 'index 2'),
      'receipt.txt': receiptFile,
      'changed.txt': receiptFile.replace('Ben O.', 'Ben P.'),
      'statement.csv': csv,
      'changed.csv': csv.replace('-5.00', '-4.00'),
      'statement.csv.proof': statement,
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
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

  test('compares a receipt and a statement with the log', async () => {
    expect(await choose('verifier-key', 'right.tlog-proof', 'receipt.txt')).toMatch(/is right\.$/);
    await page.getByText('accounts are those in the log').waitFor();
    const statement = ['verifier-key', 'statement.csv.proof'];
    expect(await choose(...statement, 'statement.csv')).toMatch(/is right\.$/);
    await page.getByText('closing balance 10.00 GEM').waitFor();
    expect(await choose('verifier-key', 'changed.txt')).toMatch(/is wrong/);
    expect(await choose(...statement, 'changed.csv')).toMatch(/is wrong/);
    expect(await choose(...statement)).toMatch(/not everything could be checked/);
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
