/** Files that a customer saves are checked without the bank, against its published checkpoints. */
import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { amountOf, utc } from '../../src/bank/model/index.ts';
import { packStatement, type StatementFormat } from '../../src/documents/index.ts';
import { bigintOf } from '../../src/db/rows.ts';
import { verifyFiles } from '../../src/verifier/verify.ts';
import { exactly, newRequestId, pay, type Person } from '../support/bank.ts';
import { logRound } from '../support/log-round.ts';
import { openPot, roundUpInto } from '../support/pots.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, anna, ben, database } = withBank({
  balances: { anna: 10_000_000n, ben: 0n, carla: 0n },
  // The tests run the rounds.
  settings: { logEveryMs: 3_600_000, jobsEveryMs: 3_600_000 },
  leavesBooksUnchecked: true,
});

const keyFile = async () => ({
  name: 'verifier-key',
  bytes: Buffer.from((await bank.log.verifierKey())!),
});
const file = (name: string, content: string | Uint8Array) => ({
  name,
  bytes: Buffer.from(content as Uint8Array),
});
const year = new Date().getUTCFullYear();
const thisYear = { from: `${year}-01-01`, to: `${year}-12-31`, zone: utc };

async function statementFiles(
  { session }: Person,
  formats: readonly StatementFormat[],
  period: m.StatementPeriod = thisYear,
) {
  return bank.accountStatements.read(session, { period }, async (statement) => {
    const packed = await packStatement(statement, { formats, bankName: 'B', sizeMax: 10_000_000 });
    const proof = await statement.proof(hash('sha256', packed!.bytes, 'buffer'));
    return { document: file(packed!.name, packed!.bytes), proof };
  });
}

const check = async (...files: Parameters<typeof verifyFiles>[0][number][]) => {
  const { verdict, lines } = await verifyFiles([await keyFile(), ...files]);
  return { verdict, said: lines.map(({ text }) => text).join('\n') };
};

test('a receipt and the proof of its payment agree', async () => {
  const { requestId } = await pay(bank, anna, ben, 1_250n, 'pizza “日本”');
  await logRound(database.pool);
  const proved = await bank.proofs.payment(anna.session, requestId);
  if (proved.kind !== 'proved') throw new Error(proved.kind);
  const payment = file('payment', proved.file);
  const { text, proof } = await bank.receipts.of(ben.session, requestId);
  const right = await check(file('receipt.txt', text), payment);
  expect(right.said).toContain('kind, time, amount and accounts are those in the log');
  expect(right.verdict).toBe('good');
  const pdf = file('receipt.pdf', '%PDF');
  const sidecar = file('receipt.pdf.proof', (await proof(hash('sha256', pdf.bytes, 'buffer')))!);
  expect((await check(pdf, sidecar, payment)).verdict).toBe('good');
  const other = file('receipt.txt', text.replace('pizza', 'pasta'));
  expect((await check(other, payment)).verdict).toBe('bad');
});

test('a statement in each format has a proof, which shows nothing of others', async () => {
  const pot = await openPot(bank, anna);
  await roundUpInto(bank, anna, pot);
  await bank.payments.transfer(anna.session, {
    accountNumber: ben.accountNumber,
    wish: exactly(1_230n),
    memo: 'with a second posting',
    requestId: newRequestId(),
    roundUp: { amount: amountOf(70n), pot, potName: 'Trip' },
  });
  expect((await statementFiles(anna, ['csv'])).proof).toBeNull();
  await logRound(database.pool);
  for (const formats of [['pdf'], ['csv'], ['ofx', 'camt', 'hledger', 'beancount']] as const) {
    const { document, proof } = await statementFiles(anna, formats);
    const { verdict, said } = await check(document, file('s.proof', proof!));
    expect(said).toMatch(/balances and each entry \(\d+\) are in the log/);
    expect(verdict).toBe('good');
  }
  const { document, proof } = await statementFiles(ben, ['csv']);
  expect((await check(document, file('s.proof', proof!))).verdict).toBe('good');
  // The leaves name both accounts, as every proof of a payment; balances of others are hidden.
  const parts = proof!.split(/\s/).map((word) => Buffer.from(word, 'base64'));
  const isShown = async ({ accountNumber }: Person): Promise<boolean> => {
    const balance = await balanceOf(accountNumber);
    return parts.some((part) => part.includes(balance));
  };
  expect([await isShown(ben), await isShown(anna)]).toEqual([true, false]);
});

/** As eight bytes, as entries have it. */
async function balanceOf(accountNumber: string): Promise<Buffer> {
  const sql = 'SELECT balance FROM accounts WHERE account_number = ?';
  const [row] = await database.pool.rows(sql, [accountNumber]);
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(bigintOf(row!, 'balance'));
  return bytes;
}

test('a period without entries is proved by the entry before it', async () => {
  await pay(bank, anna, ben, 7n);
  await logRound(database.pool);
  const later = { from: `${year + 1}-01-01`, to: `${year + 1}-01-31`, zone: utc };
  const earlier = { from: '2020-01-01', to: '2020-01-31', zone: utc };
  for (const period of [later, earlier]) {
    const { document, proof } = await statementFiles(ben, ['csv'], period);
    const { verdict, said } = await check(document, file('s.proof', proof!));
    expect(said).toContain('balances and each entry (0)');
    expect(verdict).toBe('good');
  }
});

test('of many entries, the first and the last prove the balances', async () => {
  for (let count = 0; count < 310; count += 10) {
    await Promise.all(Array.from({ length: 10 }, async () => pay(bank, anna, ben, 1n)));
  }
  await logRound(database.pool);
  const { document, proof } = await statementFiles(ben, ['csv']);
  const { verdict, said } = await check(document, file('s.proof', proof!));
  expect(said).toMatch(/balances, first and last entry \(of \d+\) are in the log/);
  expect(verdict).toBe('good');
});

test('a row that the operator edits is noticed: the proof no longer fits the books', async () => {
  const { requestId } = await pay(bank, anna, ben, 500n);
  await logRound(database.pool);
  const kept = await statementFiles(ben, ['csv']);
  await database.pool.write('UPDATE entries SET memo = ? WHERE transaction_id = ?', [
    'another memo',
    requestId,
  ]);
  // What the customer kept stays proved; what the bank now says is not.
  expect((await check(kept.document, file('kept', kept.proof!))).verdict).toBe('good');
  const now = await bank.proofs.payment(ben.session, requestId);
  if (now.kind !== 'proved') throw new Error(now.kind);
  expect((await check(file('now', now.file))).verdict).toBe('bad');
});
