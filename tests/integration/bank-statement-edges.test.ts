/** Statements of periods with edges, in every format: summer time, empty, new and running months. */
import { describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { readClock } from '../../src/bank/index.ts';
import {
  packStatement,
  type StatementFormat,
  statementFormats,
} from '../../src/documents/index.ts';
import { exactly, newRequestId } from '../support/bank.ts';
import { isInstalled, newFolder, run } from '../support/judges/programs.ts';
import { withBank } from '../support/with-bank.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { bank, anna, staff, database } = withBank({
  hasStaff: true,
  balances: { anna: 0n },
  leavesBooksUnchecked: true,
});
const berlin = 'Europe/Berlin' as m.TimeZone;
const folder = newFolder();

async function depositAt(seq: number, amount: bigint, bookedAt: string): Promise<void> {
  const order = { requestId: newRequestId(), wish: exactly(amount), memo: 'edge' };
  await bank.payments.deposit(anna.session, order);
  await database.pool.write(
    `UPDATE entries SET booked_at = ? WHERE seq = ? AND account_id = (
       SELECT id FROM accounts WHERE account_number = ?)`,
    [bookedAt, seq, anna.accountNumber],
  );
}

async function fileOf(period: m.StatementPeriod, format: StatementFormat): Promise<Buffer> {
  return bank.accountStatements.read(anna.session, { period }, async (statement) => {
    const packing = { formats: [format], bankName: 'Passbook', sizeMax: 10_000_000 };
    const packed = await packStatement(statement, packing);
    return Buffer.from(packed!.bytes);
  });
}

/** The file as text; of a PDF what a reader shows. */
async function textOf(period: m.StatementPeriod, format: StatementFormat): Promise<string> {
  const bytes = await fileOf(period, format);
  if (format !== 'pdf') return bytes.toString();
  const path = join(folder, 'one.pdf');
  writeFileSync(path, bytes);
  return run('pdftotext', '-layout', path, '-');
}

const readable = statementFormats.filter((format) => format !== 'pdf' || isInstalled('pdftotext'));
const month = (number: string, last: string): m.StatementPeriod => ({
  from: `2026-${number}-01`,
  to: `2026-${number}-${last}`,
  zone: berlin,
});

/** How each format writes 1,234.56, a day, and that the period is still running. */
const shown: Readonly<
  Record<StatementFormat, { readonly sum: string; readonly day: string; readonly running: string }>
> = {
  pdf: { sum: '1,234.56', day: '2026-10-25', running: 'Provisional' },
  csv: { sum: '1234.56', day: '2026-10-25', running: 'PROVISIONAL_BALANCE' },
  hledger: { sum: '1234.56', day: '2026-10-25', running: ', provisional' },
  beancount: { sum: '1234.56', day: '2026-10-25', running: 'provisional' },
  ofx: { sum: '1234.56', day: '20261025', running: '' },
  camt: { sum: '1234.56', day: '2026-10-25', running: 'ITBD' },
};

describe.each(readable)('as %s', (format) => {
  test('the days of 23 and 25 hours have the entries of their clock', async () => {
    // 29 March in Berlin: from 23:00 to 22:00 UTC; 25 October: from 22:00 to 23:00 UTC.
    await depositAt(1, 100_000n, '2026-03-28 22:59:59.999999');
    await depositAt(2, 20_000n, '2026-03-29 21:59:59');
    await depositAt(3, 3_456n, '2026-10-25 22:59:59');
    await depositAt(4, 1n, '2026-10-25 23:00:00');
    const spring = await textOf({ from: '2026-03-29', to: '2026-03-29', zone: berlin }, format);
    const { sum, day } = shown[format];
    expect(spring).toContain(sum.replace('234.56', '200.00'));
    const autumn = await textOf({ from: '2026-03-30', to: '2026-10-25', zone: berlin }, format);
    expect(autumn).toContain(sum);
    expect(autumn).toContain(day);
    expect(autumn).not.toContain(sum.replace('56', '57'));
  });

  test('a month without entries has its balance', async () => {
    await depositAt(1, 123_456n, '2026-01-15 12:00:00');
    expect(await textOf(month('02', '28'), format)).toContain(shown[format].sum);
  });

  test('a closed month is the same bytes after more is booked', async () => {
    await depositAt(1, 123_456n, '2026-01-15 12:00:00');
    const before = await fileOf(month('01', '31'), format);
    await depositAt(2, 99n, '2026-02-01 00:00:00');
    await depositAt(3, 99n, '2026-02-02 00:00:00');
    expect((await fileOf(month('01', '31'), format)).equals(before)).toBe(true);
    await database.pool.write(
      "UPDATE accounts SET status = 'CLOSED', balance = 0 WHERE account_number = ?",
      [anna.accountNumber],
    );
    const about = { accountNumber: anna.accountNumber };
    const days = () => ({ from: '2026-01-01', to: '2026-01-31' });
    const closed = await bank.counter.statement(
      staff.auditor.session,
      { ...about, days },
      async ({ head }) => head,
    );
    expect([closed.closing, closed.period.zone]).toEqual([123_456n, 'UTC']);
  });

  test('of an account opened on the last day, and of the running month', async () => {
    const { day: today } = readClock(new Date(), berlin);
    await depositAt(1, 123_456n, '2026-01-31 22:59:59');
    await database.pool.write('UPDATE accounts SET opened_at = ? WHERE account_number = ?', [
      '2026-01-31 22:00:00',
      anna.accountNumber,
    ]);
    expect(await textOf(month('01', '31'), format)).toContain(shown[format].sum);
    const running = { from: today, to: today, zone: berlin };
    expect(await textOf(running, format)).toContain(shown[format].running);
    expect(await textOf(month('01', '31'), format)).not.toContain(shown[format].running || '\0');
  });
});

test('each statement that staff read is audited, with its days', async () => {
  const about = { accountNumber: anna.accountNumber };
  const days = (zone: m.TimeZone) => {
    expect(zone).toBe('Europe/Berlin');
    return { from: '2026-01-01', to: '2026-01-31' };
  };
  await bank.timeZones.choose(anna.session, berlin);
  await bank.counter.statement(staff.teller.session, { ...about, days }, async () => null);
  const log = await bank.accounts.accessLog(anna.session, { size: 5 });
  expect(log.entries[0]).toMatchObject({ action: 'STATEMENT_READ', role: 'TELLER' });
  const past = await bank.counter.viewAt(staff.teller.session, {
    ...about,
    moment: { day: '2026-01-31', time: null },
  });
  expect(past.past).toMatchObject({ zone: berlin, balances: [{ balance: 0n }] });
  await expect(
    bank.counter.statement(anna.session, { ...about, days }, async () => null),
  ).rejects.toMatchObject({ code: 'STAFF_RIGHT_MISSING' });
});
