/** Managers and auditors read the audit trail by filter and page, and the report. */
import { describe, expect, test } from 'vitest';
import type { AuditFilter } from '../../src/bank/staff/oversight.ts';
import type * as m from '../../src/bank/model/index.ts';
import { dayMs, hourMs } from '../../src/lib/durations.ts';
import { firstIdAt } from '../../src/lib/ids.ts';
import { exactly, newRequestId, openBank, openPerson } from '../support/bank.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, staff, anna } = withBank({
  settings: { fourEyesAbove: 100_000n },
  hasStaff: true,
  balances: { anna: 30_000n },
});

const about = () => ({ accountNumber: anna.accountNumber, reason });
const audit = async (
  filter: AuditFilter = {},
  range: { readonly before?: bigint; readonly after?: bigint } = {},
  by = staff.auditor,
) => bank.oversight.audit(by.session, { filter, size: 5, ...range });
const today = new Date().toISOString().slice(0, 10);

describe('the audit', () => {
  test('shows actor, action and target, with role, reason, before and after', async () => {
    await bank.counter.freeze(staff.teller.session, about());
    const { entries } = await audit({ actions: ['ACCOUNT_FROZEN'] });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      action: 'ACCOUNT_FROZEN',
      actor: staff.teller.discordUserId,
      role: 'TELLER',
      about: { numberTail: anna.accountNumber.slice(-4) },
      reason,
      details: { before: 'OPEN', after: 'FROZEN' },
    });
  });

  test('is filtered by actor, account, action and days', async () => {
    await bank.counter.freeze(staff.teller.session, about());
    const all = { actor: staff.teller.discordUserId, target: anna.accountNumber };
    expect((await audit({ ...all, fromDate: today, toDate: today })).entries).toHaveLength(1);
    expect((await audit({ ...all, toDate: '2020-01-01' })).entries).toEqual([]);
    expect((await audit({ ...all, fromDate: '2199-01-01' })).entries).toEqual([]);
    expect(
      (await audit({ ...all, actions: ['ACCOUNT_FROZEN', 'ROLE_GRANTED'] })).entries,
    ).toHaveLength(1);
    expect((await audit({ ...all, actions: [] })).entries).toEqual([]);
    expect((await audit({ ...all, actor: staff.mona.discordUserId })).entries).toEqual([]);
    const strange = { target: '0000000000' as typeof anna.accountNumber };
    expect(await refusal(audit(strange))).toBe('CUSTOMER_UNKNOWN');
  });

  test('pages both ways without gaps while new rows arrive', async () => {
    const first = await audit();
    const second = await audit({}, { before: first.older! });
    await bank.counter.freeze(staff.teller.session, about());
    const back = await audit({}, { after: second.newer! });
    expect(back.entries.map(({ id }) => id)).toEqual(first.entries.map(({ id }) => id));
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((one, other) => (one > other ? -1 : 1)));
  });

  test('is readable only by managers and auditors, and reading is audited once', async () => {
    expect(await refusal(audit({}, {}, staff.teller))).toBe('STAFF_RIGHT_MISSING');
    expect(await refusal(audit({}, {}, anna))).toBe('STAFF_RIGHT_MISSING');
    const page = await audit({ target: anna.accountNumber });
    expect(page.older).toBeNull();
    await audit({ target: anna.accountNumber }, { before: page.entries.at(-1)!.id });
    const log = await bank.accounts.accessLog(anna.session, { size: 5 });
    expect(log.entries.map(({ action, actor }) => [action, actor])).toEqual([
      ['AUDIT_READ', staff.auditor.discordUserId],
    ]);
  });
});

describe('the report', () => {
  test('counts customers, deposits held and the flow of the day, and the books balance', async () => {
    const order = { requestId: newRequestId(), memo: null };
    await bank.payments.withdraw(anna.session, { ...order, wish: exactly(4_000n) });
    await bank.counter.freeze(staff.teller.session, about());
    const report = await bank.oversight.report(staff.mona.session);
    expect(report).toMatchObject({
      customers: 5,
      accounts: { OPEN: 4, FROZEN: 1, CLOSED: 0, LOCKED: 0 },
      held: 26_000n,
    });
    expect(report.days).toHaveLength(14);
    expect(report.days.at(-1)).toEqual({
      day: today,
      deposited: 30_000n,
      withdrawn: 4_000n,
      transferred: 0n,
      adjustedIn: 0n,
      adjustedOut: 0n,
      transactions: 2,
    });
    expect(report.days[0]).toMatchObject({ deposited: 0n, transactions: 0 });
    const { debits, credits, lines } = report.trialBalance;
    expect([debits, credits]).toEqual([26_000n, 26_000n]);
    expect(lines).toContainEqual({ kind: 'CASH', side: 'DEBIT', balance: 26_000n });
  });

  test('counts adjustments by direction, and no reversed transactions', async () => {
    const { session } = staff.mona;
    const adjust = async (side: 'credit' | 'debit', minorUnits: bigint) => {
      const amount = minorUnits as m.Amount;
      const asked = { requestId: newRequestId(), ...about(), amount, side };
      return bank.corrections.adjust(session, asked);
    };
    const reverse = async (transaction: m.RequestId) =>
      bank.corrections.reverse(session, { requestId: newRequestId(), transaction, reason });
    await adjust('credit', 700n);
    await adjust('debit', 200n);
    const mistaken = await adjust('credit', 11n);
    const order = { requestId: newRequestId(), memo: null, wish: exactly(4_000n) };
    await bank.payments.withdraw(anna.session, order);
    await reverse(order.requestId);
    if (mistaken.kind === 'booked') await reverse(mistaken.receipt.requestId);
    const { days, held } = await bank.oversight.report(session);
    expect(held).toBe(30_500n);
    expect(days.at(-1)).toEqual({
      day: today,
      deposited: 30_000n,
      withdrawn: 0n,
      transferred: 0n,
      adjustedIn: 700n,
      adjustedOut: 200n,
      transactions: 7,
    });
  });

  test('its oldest day includes requests made on the day before', async () => {
    const oldestMs = Date.parse(today) - 13 * dayMs;
    const order = { requestId: firstIdAt(oldestMs - 23 * hourMs) as m.RequestId, memo: null };
    await bank.payments.deposit(anna.session, { ...order, wish: exactly(77n) });
    const bookedAt = `${new Date(oldestMs).toISOString().slice(0, 10)} 00:30:00`;
    // The account's other entry is moved as well, so that its time does not run back.
    await database.pool.write('UPDATE entries SET booked_at = ?', [bookedAt]);
    await database.pool.write('UPDATE transactions SET booked_at = ? WHERE id = ?', [
      bookedAt,
      order.requestId,
    ]);
    const { days } = await bank.oversight.report(staff.mona.session);
    expect(days[0]).toMatchObject({ deposited: 77n, transactions: 1 });
  });

  test('and the trial balance work above the maximum of one account', async () => {
    const most = 2n ** 53n - 1n;
    const limits = { limitPerTransaction: most, limitPerDay: most };
    const rich = await openBank(database.pool, { settings: limits });
    for (let one = 0; one < 3; one += 1) await openPerson(rich, most);
    const { days, held, trialBalance } = await rich.oversight.report(staff.mona.session);
    const total = 3n * most + 30_000n;
    expect([held, days.at(-1)?.deposited]).toEqual([total, total]);
    expect(trialBalance).toMatchObject({ debits: total, credits: total });
    expect((await rich.books.trialBalance()).lines).toContainEqual({
      kind: 'CASH',
      side: 'DEBIT',
      balance: total,
    });
    await rich.close();
  });

  test('is only for managers and auditors', async () => {
    expect(await refusal(bank.oversight.report(staff.auditor.session))).toBeNull();
    expect(await refusal(bank.oversight.report(staff.teller.session))).toBe('STAFF_RIGHT_MISSING');
    await bank.sessions.logout(staff.mona.session);
    expect(await refusal(bank.oversight.report(staff.mona.session))).toBe('SESSION_EXPIRED');
  });
});
