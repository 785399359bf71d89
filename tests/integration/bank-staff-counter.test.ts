/** Staff look up customers, freeze accounts and serve at the counter, on the real database. */
import { describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { balanceOf, exactly, newRequestId } from '../support/bank.ts';
import { takeMessages, told } from '../support/messages.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, staff, anna } = withBank({ hasStaff: true, balances: { anna: 100_000n } });

const about = () => ({ accountNumber: anna.accountNumber });
const because = () => ({ ...about(), reason });
const spend = async (amount = 100n) =>
  bank.payments.withdraw(anna.session, {
    requestId: newRequestId(),
    wish: exactly(amount),
    memo: null,
  });
const order = (amount: bigint, requestId = newRequestId()) => ({
  ...about(),
  requestId,
  wish: exactly(amount),
  memo: null,
});

describe('looking', () => {
  test('finds by number, member, e-mail and words of the name, and customers see each look', async () => {
    const { session } = staff.auditor;
    const queries = [anna.accountNumber, 'Anna Miller', 'MÍLLER', 'maria anna'];
    for (const query of queries) {
      const found = await bank.counter.find(session, { query });
      expect(found.map(({ account }) => account.accountNumber)).toContain(anna.accountNumber);
    }
    for (const query of ['Mill', 'Anna M.', 'Anna Smith', '…']) {
      const nobody = await bank.counter.find(session, { query }).catch(() => []);
      expect(nobody).toEqual([]);
    }
    const [one] = await bank.counter.find(session, { member: anna.discordUserId });
    expect(one).toMatchObject({ member: anna.discordUserId, holder: { name: 'Anna M.' } });
    const { details } = await bank.counter.details(session, about());
    expect(details.fullName).toBe('Anna Maria Miller');
    const byEmail = await bank.counter.find(session, { query: details.email });
    expect(byEmail).toEqual([one]);
    await bank.counter.view(session, about());
    const log = await bank.accounts.accessLog(anna.session, { size: 50 });
    const actions = log.entries.map((entry) => entry.action);
    expect(actions).toContain('CUSTOMER_VIEWED');
    expect(actions).toContain('DETAILS_SHOWN');
    expect(log.entries[0]).toMatchObject({ actor: staff.auditor.discordUserId, role: 'AUDITOR' });
  });

  test('is refused to customers, and finds nothing for unknown ones', async () => {
    expect(await refusal(bank.counter.view(anna.session, about()))).toBe('STAFF_RIGHT_MISSING');
    const nobody = { accountNumber: '1234567897' as m.AccountNumber };
    expect(await refusal(bank.counter.view(staff.teller.session, nobody))).toBe('CUSTOMER_UNKNOWN');
    expect(await bank.counter.find(staff.teller.session, { query: 'nobody@example.com' })).toEqual(
      [],
    );
  });
});

describe('freezing', () => {
  test('ends the session, stops debits at once, and needs two people to lift', async () => {
    await bank.counter.freeze(staff.teller.session, because());
    expect(await refusal(spend())).toBe('SESSION_EXPIRED');
    expect(await refusal(bank.counter.freeze(staff.teller.session, because()))).toBe(
      'STATE_UNCHANGED',
    );
    const taken = bank.counter.withdraw(staff.teller.session, order(100n));
    expect(await refusal(taken)).toBe('ACCOUNT_FROZEN');
    await bank.counter.deposit(staff.teller.session, order(100n));
    const asked = await bank.counter.unfreeze(staff.teller.session, because());
    if (asked.kind !== 'asked') throw new Error('nobody was asked');
    const approved = { id: asked.approval.id, verdict: 'APPROVED' } as const;
    expect(await refusal(bank.approvals.decide(staff.teller.session, approved))).toBe(
      'STAFF_RIGHT_MISSING',
    );
    await bank.approvals.decide(staff.mona.session, approved);
    const [view] = await bank.counter.find(staff.mona.session, { query: anna.accountNumber });
    expect(view?.account.status).toBe('OPEN');
    const messages = (await takeMessages(bank)).filter(
      ({ recipient }) => recipient === anna.discordUserId,
    );
    expect(messages.map(told)).toEqual(['ACCOUNT_FROZEN', 'MOVED_BY_STAFF', 'ACCOUNT_UNFROZEN']);
  });

  test('staff lift an owner’s lock, once', async () => {
    const place = { guildId: null, channelId: '1' };
    await bank.locks.lock({ discordUserId: anna.discordUserId, place });
    await bank.counter.unlock(staff.teller.session, because());
    const again = bank.counter.unlock(staff.teller.session, because());
    expect(await refusal(again)).toBe('STATE_UNCHANGED');
  });

  test('auditors change nothing, and staff cannot serve themselves', async () => {
    for (const act of [bank.counter.freeze, bank.counter.unfreeze, bank.counter.unlock]) {
      expect(await refusal(act(staff.auditor.session, because()))).toBe('STAFF_RIGHT_MISSING');
    }
    const own = { accountNumber: staff.teller.accountNumber, reason };
    expect(await refusal(bank.counter.unfreeze(staff.teller.session, own))).toBe('STAFF_SELF');
  });
});

describe('over the counter', () => {
  test('books once per request in the name of the teller, and reports the teller', async () => {
    const { session } = staff.teller;
    const placed = order(5_000n);
    const receipts = await Promise.all(
      Array.from({ length: 10 }, async () => bank.counter.deposit(session, placed)),
    );
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);
    expect(receipts.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const taken = await bank.counter.withdraw(session, order(1_000n));
    expect(taken).toMatchObject({ kind: 'WITHDRAWAL', balanceAfter: 104_000n });
    expect(await balanceOf(bank, anna)).toBe(104_000n);
    const log = await bank.accounts.accessLog(anna.session, { size: 50 });
    expect(log.entries.map(({ action }) => action)).toEqual([
      'COUNTER_WITHDRAWAL',
      'COUNTER_DEPOSIT',
    ]);
  });

  test('quotes and refuses as booking would', async () => {
    const { session } = staff.teller;
    const quote = await bank.counter.quoteWithdrawal(session, order(1_000n));
    expect(quote).toMatchObject({ kind: 'WITHDRAWAL', balanceAfter: 99_000n });
    const all: m.AmountWish = { kind: 'all' };
    const share = bank.counter.quoteDeposit(session, { ...about(), wish: all, memo: null });
    expect(await refusal(share)).toBe('AMOUNT_UNCLEAR');
    expect(await refusal(bank.counter.withdraw(session, order(100_001n)))).toBe(
      'FUNDS_INSUFFICIENT',
    );
    const own = { ...order(10n), accountNumber: staff.teller.accountNumber };
    expect(await refusal(bank.counter.deposit(session, own))).toBe('STAFF_SELF');
    expect(await refusal(bank.counter.deposit(staff.auditor.session, order(10n)))).toBe(
      'STAFF_RIGHT_MISSING',
    );
    expect(await refusal(bank.counter.deposit(anna.session, order(10n)))).toBe(
      'STAFF_RIGHT_MISSING',
    );
    await bank.staff.revokeRole(staff.mona.session, {
      member: staff.teller.discordUserId,
      reason,
    });
    expect(await refusal(bank.counter.deposit(session, order(10n)))).toBe('STAFF_RIGHT_MISSING');
    expect(await balanceOf(bank, anna)).toBe(100_000n);
  });
});
