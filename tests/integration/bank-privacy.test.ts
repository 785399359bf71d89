/** Exported data is complete and harmless; erased data is gone, and the books stay. */
import { describe, expect, test } from 'vitest';
import { verifyBooks } from '../../src/bank/audit/verifier-full.ts';
import { integerOf } from '../../src/db/rows.ts';
import { newRequestId, password, place, pay } from '../support/bank.ts';
import { openStaff, reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben } = withBank({
  asBot: true,
  settings: { canMail: true },
  balances: { anna: 900n, ben: 0n },
});

const payBen = async (amount: bigint, memo: string | null) => pay(bank, anna, ben, amount, memo);
const erase = async (isProved = true, requestId = newRequestId()) =>
  bank.privacy.erase(anna.session, { requestId, isProved });

describe('an export', () => {
  test('has details, account, logins, staff look-ups and every entry', async () => {
    const { teller } = await openStaff(bank);
    await payBen(100n, 'for pizza');
    await bank.counter.view(teller.session, { accountNumber: anna.accountNumber });
    const { json, csv } = await bank.privacy.export(anna.session, password);
    const told = JSON.parse(json) as Record<string, unknown>;
    expect(told).toMatchObject({
      details: anna.details,
      discordUser: anna.discordUserId,
      accounts: [
        {
          accountNumber: anna.accountNumber,
          balance: '800',
          entriesInFile: 2,
          entriesAreAll: true,
        },
      ],
      staffWhoLooked: [{ action: 'CUSTOMER_VIEWED', role: 'TELLER' }],
    });
    const [header, newest, oldest, rest] = csv.split('\n');
    expect(header).toBe('booked at,kind,in,out,balance,counterparty,memo,reference,account');
    expect(newest).toContain(',TRANSFER,,1.00,8.00,Anna M.,for pizza,');
    expect(oldest).toContain(',DEPOSIT,9.00,,9.00,Cash desk,,');
    expect(rest).toBe('');
  });

  test('has no memo that a spreadsheet would run as a formula', async () => {
    for (const memo of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '"=1"', 'a,b\n=c'])
      await payBen(1n, memo);
    const { csv } = await bank.privacy.export(anna.session, password);
    for (const cell of csv.matchAll(/(?:^|,)"?([^",\n]*)/gm)) {
      expect(cell[1]).not.toMatch(/^[=+@\t\r-]/);
    }
  });

  test('needs the password, or a code', async () => {
    expect(await refusal(bank.privacy.export(anna.session, 'not my password'))).toBe(
      'PASSWORD_WRONG',
    );
  });
});

describe('an erasure', () => {
  test('needs an empty account, a proof, and no role or freeze', async () => {
    expect(await refusal(erase(false))).toBe('STEP_UP_NEEDED');
    expect(await refusal(erase())).toBe('ERASURE_IMPOSSIBLE');
    await payBen(900n, null);
    const { mona, teller } = await openStaff(bank);
    const about = { accountNumber: anna.accountNumber, reason };
    expect(
      await refusal(
        bank.privacy.erase(mona.session, { requestId: newRequestId(), isProved: true }),
      ),
    ).toBe('ERASURE_IMPOSSIBLE');
    await bank.counter.freeze(teller.session, about);
    expect(await refusal(erase())).toBe('SESSION_EXPIRED');
  });

  test('removes the person and keeps the books correct', async () => {
    await payBen(400n, null);
    const { email, phone } = anna.details;
    const changes = { fullName: 'Anna Quist', email, phone };
    await bank.profile.update(anna.session, { ...changes, currentPassword: password });
    await payBen(500n, null);
    const requestId = newRequestId();
    await erase(true, requestId);
    await erase(true, requestId);
    expect(await refusal(bank.accounts.overview(anna.session))).toBe('SESSION_EXPIRED');
    expect((await bank.access.identify(anna.discordUserId, place)).customerId).toBeNull();
    const [row] = await database.pool.rows(
      `SELECT (SELECT COUNT(*) FROM customer_details) AS details,
        (SELECT COUNT(*) FROM credentials) AS credentials,
        (SELECT COUNT(DISTINCT customer_id) FROM recovery_codes) AS codes,
        (SELECT COUNT(DISTINCT customer_id) FROM name_words) AS words,
        (SELECT COUNT(*) FROM former_details) AS former,
        (SELECT COUNT(*) FROM accounts WHERE status = 'CLOSED') AS closed,
        (SELECT COUNT(*) FROM audit WHERE action = 'PERSON_ERASED') AS erased`,
    );
    const counts = ['details', 'credentials', 'codes', 'words', 'former', 'closed', 'erased'];
    expect(counts.map((name) => integerOf(row!, name))).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect((await verifyBooks(database.pool)).findings).toEqual([]);
    const page = await bank.statements.page(ben.session, { filter: {}, size: 5 });
    expect(page.entries.map(({ counterparty }) => counterparty.name)).toEqual([
      'Closed account',
      'Closed account',
    ]);
  });

  test('allows the person to register again with the same e-mail and phone', async () => {
    await payBen(900n, null);
    await erase();
    const { discordUserId, details } = anna;
    const again = await bank.customers.register({ discordUserId, place, details, password });
    expect(again.account.accountNumber).not.toBe(anna.accountNumber);
    expect(await refusal(pay(bank, ben, anna, 1n))).toBe('TARGET_UNAVAILABLE');
  });

  test('simultaneous with a payment loses no money', async () => {
    await payBen(890n, null);
    const outcomes = await Promise.all([refusal(erase()), refusal(payBen(10n, null))]);
    expect(outcomes.filter((code) => code === null).length).toBeGreaterThan(0);
  });
});
