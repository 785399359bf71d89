/** A database of commit 76fbc33 is migrated by today's start, and its customers are served. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  deriveKeys,
  parseReference,
  referenceOf,
  restoreBackup,
  verifyBooks,
  verifyChain,
  verifyLog,
  writeBackup,
} from '../../src/bank/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { ensureSchema } from '../../src/db/migrate.ts';
import { createPool, type Pool } from '../../src/db/pool.ts';
import { integerOf, textOf } from '../../src/db/rows.ts';
import {
  exactly,
  newRequestId,
  openBank,
  password,
  place,
  testSecrets,
  type TestBank,
} from '../support/bank.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { createTestDatabase, dropSchema, newSchemaAddress } from '../support/database.ts';
import { proofCode } from '../support/messages.ts';
import { reason, refusal } from '../support/staff.ts';
import {
  balanceThen,
  expected,
  idOf,
  loginAs,
  personNames,
  plain,
  upgradeOldDatabase,
  type UpgradedDatabase,
} from '../support/upgrade/old-database.ts';

const { people, references } = expected;
const chainKey = deriveKeys(testSecrets).chain;
const heads = expected.heads.map((head) => ({ ...head, link: BigInt(head.link) }));
const settings = { fourEyesAbove: 500n, canMail: true, logEveryMs: 200 };

let database: UpgradedDatabase;
let bank: TestBank;

beforeAll(async () => {
  database = await upgradeOldDatabase('long-ago');
});
afterAll(async () => {
  await bank?.close();
  await expectBooksBalanced(database.pool);
  await database.close();
});

const balanceSeen = async (session: m.Session): Promise<bigint> =>
  (await bank.accounts.overview(session))[0]!.balance;

/** References had a symbol less; the old form is still understood. */
function withReferenceOfToday(entry: object): object {
  const old = (entry as { readonly reference: string }).reference;
  const read = parseReference(old);
  if (!read.ok) throw new Error(read.reason.code);
  const reference = referenceOf(read.value);
  expect(reference.slice(0, old.length)).toBe(old);
  return { ...entry, reference };
}

async function columnsOf(pool: Pool): Promise<string[]> {
  const rows = await pool.rows(`
    SELECT table_name AS name, column_name AS part, is_nullable AS nullable
    FROM information_schema.columns
    WHERE table_schema = DATABASE()`);
  return rows
    .map((row) => `${textOf(row, 'name')}.${textOf(row, 'part')} ${textOf(row, 'nullable')}`)
    .toSorted();
}

describe('the start', () => {
  test('applies the migrations that came since, once', async () => {
    const migrated = ({ name }: { readonly name: string }) => name === 'database.migrated';
    expect(database.events.filter(migrated)).toHaveLength(1);
    const [history] = await database.pool.rows('SELECT COUNT(*) AS found FROM migrations');
    const again = await database.startAgain();
    expect(again.filter(migrated)).toEqual([]);
    const [later] = await database.pool.rows('SELECT COUNT(*) AS found FROM migrations');
    expect(integerOf(later!, 'found')).toBe(integerOf(history!, 'found'));
  });

  test('makes the same tables and columns as a start on an empty database', async () => {
    const fresh = await createTestDatabase();
    try {
      expect(await columnsOf(database.pool)).toEqual(await columnsOf(fresh.pool));
    } finally {
      await fresh.close();
    }
  });
});

describe('what was recorded', () => {
  test('balances: the books, and the chain up to the published head, are correct', async () => {
    expect(await verifyBooks(database.pool)).toMatchObject(expected.books);
    const report = await verifyChain(database.pool, { key: chainKey, heads });
    expect(report).toEqual({ links: BigInt(expected.chainLinks), findings: [] });
    await expectBooksBalanced(database.pool);
  });

  test('is read by customers, staff and auditors as before', async () => {
    bank = await openBank(database.pool, { settings });
    const owner = people.mona.discordUserId;
    bank.staff.arrange({ ownerIds: [owner], cards: true, log: true });
    const { lines } = await bank.books.trialBalance();
    for (const line of expected.trialBalance.lines) expect(plain(lines)).toContainEqual(line);
    const max = await loginAs(bank, 'max');
    for (const name of personNames()) {
      const { accountNumber, served, history, profile } = people[name];
      const view = await bank.counter.view(max, { accountNumber });
      expect(plain(view), name).toMatchObject(served);
      if (history === null) continue;
      const session = name === 'max' ? max : await loginAs(bank, name);
      const page = await bank.statements.page(session, { filter: {}, size: 100 });
      expect(page.entries.length, name).toBe(history.entries.length);
      expect(plain(page.entries), name).toMatchObject(history.entries.map(withReferenceOfToday));
      const { details } = await bank.profile.view(session);
      expect(details, name).toEqual(profile!.details);
    }
  });

  test('the access log and the audit trail are whole', async () => {
    const anna = await loginAs(bank, 'anna');
    const { entries } = await bank.accounts.accessLog(anna, { size: 50 });
    const then = people.anna.access!.entries;
    expect(plain(entries.slice(-then.length))).toMatchObject(then);
    const auditor = await loginAs(bank, 'auditor');
    const rows: unknown[] = [];
    for (let before: bigint | null = null; ;) {
      const range = { size: 50, ...(before !== null && { before }) };
      const page = await bank.oversight.audit(auditor, { filter: {}, ...range });
      rows.push(...page.entries);
      if (page.older === null) break;
      before = page.older;
    }
    expect(plain(rows.slice(-expected.audit.length))).toMatchObject(expected.audit);
  });

  test('a payment asked for again with its old request is the old receipt', async () => {
    const { requestId, reference } = references['anna to ben']!;
    const order = { requestId: idOf(requestId), wish: exactly(1_234n), memo: 'für Pizza 🍕' };
    const { accountNumber } = people.ben;
    const anna = await loginAs(bank, 'anna');
    const receipt = await bank.payments.transfer(anna, { ...order, accountNumber });
    expect(receipt).toMatchObject({ ...withReferenceOfToday({ reference }), replayed: true });
    expect(await balanceSeen(anna)).toBe(balanceThen('anna'));
  });
});

describe('customers of that time', () => {
  test('pay to an old account number, and find it in their history', async () => {
    const [anna, gina] = [await loginAs(bank, 'anna'), await loginAs(bank, 'gina')];
    const { accountNumber } = people.gina;
    const order = { requestId: newRequestId(), wish: exactly(1_001n), memo: 'after the upgrade' };
    const receipt = await bank.payments.transfer(anna, { ...order, accountNumber });
    expect(receipt.balanceAfter).toBe(balanceThen('anna') - 1_001n);
    expect(await balanceSeen(gina)).toBe(balanceThen('gina') + 1_001n);
    const { entries } = await bank.statements.page(anna, { filter: {}, size: 2 });
    expect(entries[0]).toMatchObject({ amount: 1_001n, memo: 'after the upgrade' });
    expect(plain(entries[1])).toMatchObject(withReferenceOfToday(people.anna.history!.entries[0]!));
  });

  test('prove themselves with the authenticator app they had, and not by password', async () => {
    const cleo = await loginAs(bank, 'cleo');
    expect(await bank.secondFactor.isEnabled(cleo)).toBe(true);
    expect(await refusal(bank.access.prove(cleo, password))).toBe('CODE_NEEDED');
    const epoch = Math.floor(Date.now() / 1_000);
    await bank.access.prove(cleo, generateSync({ secret: people.cleo.totpSecret!, epoch }));
  });

  test('lift their own lock with an old recovery code', async () => {
    const { discordUserId, recoveryCodes, password: secret } = people.fred;
    expect(await refusal(loginAs(bank, 'fred'))).toBe('ACCOUNT_LOCKED');
    const code = proofCode(recoveryCodes[0]!);
    await bank.locks.unlock({ discordUserId, place, password: secret, code });
    expect(await balanceSeen(await loginAs(bank, 'fred'))).toBe(balanceThen('fred'));
  });

  test('stay frozen or erased; an erased customer may register again', async () => {
    const { accountNumber } = people.ben;
    const order = { requestId: newRequestId(), wish: exactly(1n), memo: null, accountNumber };
    const payment = bank.payments.transfer(await loginAs(bank, 'emil'), order);
    expect(await refusal(payment)).toBe('ACCOUNT_FROZEN');
    expect(await refusal(loginAs(bank, 'dora'))).toBe('CREDENTIALS_WRONG');
    const { discordUserId } = people.dora;
    const details = { ...(people.anna.profile!.details as unknown as m.PersonalDetails) };
    const anew = { ...details, email: 'dora.again@example.com', phone: '+4930777777' };
    const registered = { discordUserId, place, details: anew, password };
    const { session } = await bank.customers.register(registered);
    expect(await balanceSeen(session)).toBe(0n);
  });
});

describe('staff of that time', () => {
  test('reverse an old transfer, and only once', async () => {
    const mona = await loginAs(bank, 'mona');
    const transaction = idOf(references['gina to fred']!.requestId);
    const reversal = () => ({ requestId: newRequestId(), transaction, reason });
    const corrected = await bank.corrections.reverse(mona, reversal());
    expect(corrected).toMatchObject({ kind: 'booked', receipt: { amount: 450n } });
    expect(await refusal(bank.corrections.reverse(mona, reversal()))).toBe('REVERSAL_DONE');
    const before = idOf(references['taken and booked']!.requestId);
    const older = { requestId: newRequestId(), transaction: before, reason };
    expect((await bank.corrections.reverse(mona, older)).kind).toBe('asked');
  });

  test('find no request that waited too long, and cannot decide one', async () => {
    const max = await loginAs(bank, 'max');
    const open = await bank.approvals.open(max, { after: 0n, limit: 20 });
    const openIds = open.map(({ id }) => `${id}`);
    for (const id of Object.values(expected.waiting)) {
      expect(openIds).not.toContain(id);
      const decision = { id: idOf(id), verdict: 'APPROVED' } as const;
      expect(await refusal(bank.approvals.decide(max, decision))).toBe('APPROVAL_EXPIRED');
    }
    const late = { id: idOf(expected.decided.declined), verdict: 'APPROVED' } as const;
    expect(await refusal(bank.approvals.decide(max, late))).toBe('APPROVAL_DECIDED');
  });
});

test('the log begins with the old chain, and covers old and new rows', async () => {
  const logKey = deriveKeys(testSecrets).log;
  const report = async (checkpoints: readonly string[]) =>
    verifyLog(database.pool, { key: logKey, checkpoints, nowMs: Date.now() });
  const chain = await verifyChain(database.pool, { key: chainKey, heads });
  expect(chain).toEqual({ links: BigInt(expected.chainLinks), findings: [] });
  await expect.poll(async () => bank.log.checkpoint(), { timeout: 20_000 }).not.toBeNull();
  const checkpoint = (await bank.log.checkpoint())!;
  const { leaves, findings } = await report([checkpoint]);
  expect(findings).toEqual([]);
  expect(leaves).toBeGreaterThan(Number(chain.links));
  // The first leaf commits to the last link: a changed chain is found through the log.
  await database.pool.write('UPDATE chain SET hash = REVERSE(hash) ORDER BY link DESC LIMIT 1');
  expect((await report([checkpoint])).findings).toMatchObject([{ code: 'LEAF_CHANGED', leaf: 0 }]);
  await database.pool.write('UPDATE chain SET hash = REVERSE(hash) ORDER BY link DESC LIMIT 1');
});

test('a backup of the upgraded database is restored, and serves', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-upgrade-'));
  const address = newSchemaAddress();
  await ensureSchema(address);
  const pool = createPool(address, { limits: { connections: 4 } });
  const balance = await balanceSeen(await loginAs(bank, 'anna'));
  try {
    const file = join(folder, 'upgraded.backup');
    const written = await writeBackup(database.pool, file);
    expect(await restoreBackup(pool, file, newRequestId())).toEqual(written);
    expect((await verifyBooks(pool)).findings).toEqual([]);
    const restored = await openBank(pool, { settings });
    const session = await loginAs(restored, 'anna');
    expect((await restored.accounts.overview(session))[0]!.balance).toBe(balance);
    await restored.close();
  } finally {
    await pool.close();
    await dropSchema(address);
    rmSync(folder, { recursive: true, force: true });
  }
});
