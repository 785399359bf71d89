/** Payments from a shared account that wait until some of its managers approve them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { balancesOf } from '../support/accounts.ts';
import { exactly, newRequestId, pay, type Person } from '../support/bank.ts';
import { messagesTo, sendAll } from '../support/notices.ts';
import {
  agreeRule,
  askWithdrawal,
  changeRole,
  closeShared,
  grantOf,
  joinShared,
  leaveShared,
  openShared,
  removeFrom,
  setRule,
} from '../support/shared.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, cleo, staff } = withBank({
  hasStaff: true,
  balances: { anna: 100_000n, ben: 0n, cleo: 0n },
});
const manager = grantOf('MANAGER');

/** Anna, Max and Mona manage it, Ben spends; payments above 10.00 need one approval. */
let club: m.AccountNumber;
beforeEach(async () => {
  club = await openShared(bank, anna);
  await pay(bank, anna, { accountNumber: club } as Person, 20_000n);
  for (const person of [staff.max, staff.mona]) {
    await joinShared(bank, club, { by: anna, person, ...manager });
  }
  await joinShared(bank, club, { by: anna, person: ben, ...grantOf('SPENDER') });
  await agreeRule(bank, club, { by: anna, approver: staff.max, above: 1_000n });
});

const ask = async (by: Person, sum = 2_000n, requestId?: m.RequestId) =>
  askWithdrawal(bank, club, { by, sum, ...(requestId === undefined ? {} : { requestId }) });
const decide = async (
  by: Person,
  id: m.RequestId,
  verdict: 'APPROVED' | 'DECLINED' | 'CANCELLED',
) => bank.shared.decide(by.session, id, verdict);
const approve = async (by: Person, id: m.RequestId) => decide(by, id, 'APPROVED');
const stateOf = async (id: m.RequestId): Promise<unknown> => {
  const [row] = await database.pool.rows('SELECT state FROM shared_approvals WHERE id = ?', [id]);
  return row?.['state'];
};
const needTwo = async () => {
  const asked = await setRule(bank, club, { by: anna, above: 1_000n, needed: 2 });
  await approve(staff.mona, asked!.id);
};
const fundsOf = async () => {
  const found = await bank.shared.find(anna.session, { accountNumber: club }, 'READ');
  return { balance: found.balance, held: found.held };
};
const spentByBen = async () => {
  const { members } = await bank.shared.members(anna.session, club);
  return members.find(({ member }) => member === ben.discordUserId)?.spent;
};
const expire = async (id: m.RequestId) => {
  await database.pool.write('UPDATE shared_approvals SET expires_at = NOW(6) WHERE id = ?', [id]);
  await database.pool.write(
    `UPDATE jobs SET due_at = '2000-01-01' WHERE kind = 'END_APPROVALS' AND state = 'DUE'`,
  );
  await vi.waitFor(async () => expect(await stateOf(id)).toBe('EXPIRED'), { timeout: 10_000 });
};

describe('a payment above the sum', () => {
  test('waits with its money set aside, and is booked by the last approval', async () => {
    const { id, needed, state } = await ask(ben);
    expect([needed, state]).toEqual([1, 'WAITING']);
    expect(await fundsOf()).toEqual({ balance: 20_000n, held: 2_000n });
    expect(await spentByBen()).toBe(2_000n);
    const approved = await approve(staff.max, id);
    expect(approved).toMatchObject({ state: 'APPROVED', approvedBy: ['Anna M.'] });
    expect(await fundsOf()).toEqual({ balance: 18_000n, held: 0n });
    expect(await spentByBen()).toBe(2_000n);
    const { entries } = await bank.statements.page(anna.session, {
      account: club,
      filter: {},
      size: 1,
    });
    expect(entries[0]).toMatchObject({ amount: 2_000n, kind: 'WITHDRAWAL', actor: 'Anna M.' });
  });

  test('names who approved it, in the result and in the messages', async () => {
    const names = [
      [staff.max, 'Max B.'],
      [staff.mona, 'Mona C.'],
    ] as const;
    for (const [person, name] of names) {
      const sql = 'UPDATE accounts SET holder_name = ? WHERE customer_id = ?';
      await database.pool.write(sql, [name, person.session.customerId]);
    }
    await needTwo();
    const asked = await ask(ben);
    for (const person of [anna, ben]) await sendAll(bank, person);
    await approve(staff.max, asked.id);
    const ended = await approve(staff.mona, asked.id);
    expect(ended).toMatchObject({ approvedBy: ['Max B.', 'Mona C.'], endedBy: 'Mona C.' });
    const claimed = await bank.outbox.claim(50);
    const moved = claimed.filter(({ notice }) => notice.kind === 'SHARED_MOVED');
    expect(moved.map(({ recipient }) => recipient)).toContain(ben.discordUserId);
    for (const { notice } of moved) {
      expect(notice).toMatchObject({ actor: 'Anna M.', approvedBy: ['Max B.', 'Mona C.'] });
    }
    const late = decide(anna, asked.id, 'DECLINED');
    await expect(late).rejects.toMatchObject({
      refused: { data: { state: 'APPROVED', by: 'Mona C.' } },
    });
    // A person who is no member learns neither that nor who it was.
    expect(await refusal(approve(cleo, asked.id))).toBe('SHARED_ROLE');
  });

  test('names who declined it, in the result and in the message', async () => {
    await database.pool.write('UPDATE accounts SET holder_name = ? WHERE customer_id = ?', [
      'Mona C.',
      staff.mona.session.customerId,
    ]);
    const { id } = await ask(ben);
    await sendAll(bank, ben);
    const ended = await decide(staff.mona, id, 'DECLINED');
    expect(ended).toMatchObject({ state: 'DECLINED', approvedBy: [], endedBy: 'Mona C.' });
    const [message] = await messagesTo(bank, ben);
    expect(message?.notice).toMatchObject({ approval: { endedBy: 'Mona C.' } });
    const late = approve(anna, id);
    await expect(late).rejects.toMatchObject({
      refused: { data: { state: 'DECLINED', by: 'Mona C.' } },
    });
  });

  test('is quoted with the approvals that it needs, and never booked without them', async () => {
    const order = { from: club, wish: exactly(2_000n), memo: null };
    const quote = await bank.payments.quoteWithdrawal(ben.session, order);
    expect(quote.approvals).toBe(1);
    const small = { ...order, wish: exactly(1_000n) };
    expect((await bank.payments.quoteWithdrawal(ben.session, small)).approvals).toBeUndefined();
    const confirmed = { ...order, requestId: newRequestId(), isProved: true };
    expect(await refusal(bank.payments.withdraw(ben.session, confirmed))).toBe('SHARED_APPROVAL');
    expect(await refusal(ask(ben, 1_000n))).toBe('SHARED_APPROVAL');
    expect(await fundsOf()).toEqual({ balance: 20_000n, held: 0n });
  });

  test('is never approved by its payer, nor by a member who is no manager', async () => {
    const { id } = await ask(anna);
    expect(await refusal(approve(anna, id))).toBe('SHARED_SELF');
    expect(await refusal(approve(ben, id))).toBe('SHARED_ROLE');
    expect(await refusal(approve(cleo, id))).toBe('SHARED_ROLE');
    await approve(staff.mona, id);
    expect(await stateOf(id)).toBe('APPROVED');
  });

  test('waits for two where the rule says so; one manager counts once', async () => {
    await needTwo();
    const { id } = await ask(ben);
    await approve(staff.max, id);
    expect((await approve(staff.max, id)).approvedBy).toHaveLength(1);
    expect(await stateOf(id)).toBe('WAITING');
    expect((await approve(staff.mona, id)).state).toBe('APPROVED');
    expect((await approve(staff.mona, id)).state).toBe('APPROVED');
    expect(await refusal(approve(anna, id))).toBe('SHARED_APPROVAL_OVER');
    expect(await fundsOf()).toEqual({ balance: 18_000n, held: 0n });
  });

  test('is asked for once per request, and counts towards the allowance at once', async () => {
    const requestId = newRequestId();
    const first = await ask(ben, 4_000n, requestId);
    expect((await ask(ben, 4_000n, requestId)).id).toBe(first.id);
    expect(await fundsOf()).toEqual({ balance: 20_000n, held: 4_000n });
    expect(await refusal(ask(ben, 4_000n))).toBe('SHARED_ALLOWANCE');
    expect(await refusal(ask(ben, 5_000n, requestId))).toBe('REQUEST_REUSED');
  });

  test('of a transfer reaches its payee, who reads of it when it is booked', async () => {
    const order = { from: club, accountNumber: cleo.accountNumber, wish: exactly(1_500n) };
    const confirmed = { ...order, memo: 'hall', requestId: newRequestId(), isProved: true };
    const { id } = await bank.payments.askManagers(anna.session, confirmed);
    expect(await sendAll(bank, cleo)).not.toContain('MONEY_RECEIVED');
    await approve(staff.max, id);
    expect(await balancesOf(bank, cleo)).toEqual([1_500n]);
    expect(await sendAll(bank, cleo)).toContain('MONEY_RECEIVED');
  });
});

describe('its end', () => {
  test.each(['DECLINED', 'CANCELLED'] as const)(
    '%s returns all, and all read of it',
    async (verdict) => {
      const by = verdict === 'DECLINED' ? staff.max : ben;
      const { id } = await ask(ben);
      await decide(by, id, verdict);
      expect((await decide(by, id, verdict)).state).toBe(verdict);
      expect(await stateOf(id)).toBe(verdict);
      expect(await fundsOf()).toEqual({ balance: 20_000n, held: 0n });
      expect(await spentByBen()).toBe(0n);
      const told = await database.pool.rows(
        `SELECT customer_id FROM outbox WHERE kind = 'SHARED_APPROVAL_ENDED' AND subject_id = ?`,
        [id],
      );
      const others = [anna, ben, staff.max, staff.mona].filter((person) => person !== by);
      expect(new Set(told.map((row) => `${row['customer_id']}`))).toEqual(
        new Set(others.map(({ session }) => `${session.customerId}`)),
      );
      expect(await refusal(approve(staff.mona, id))).toBe('SHARED_APPROVAL_OVER');
    },
  );

  test('comes after three days without approvals, by the database’s time', async () => {
    const { id } = await ask(ben);
    await expire(id);
    expect(await stateOf(id)).toBe('EXPIRED');
    expect(await fundsOf()).toEqual({ balance: 20_000n, held: 0n });
    expect(await spentByBen()).toBe(0n);
    expect(await sendAll(bank, ben)).toContain('SHARED_APPROVAL_ENDED');
    expect(await refusal(approve(staff.max, id))).toBe('SHARED_APPROVAL_OVER');
  });

  test('by the time stays so when its payer is removed before it is noted', async () => {
    const { id } = await ask(ben);
    await database.pool.write('UPDATE shared_approvals SET expires_at = NOW(6) WHERE id = ?', [id]);
    await removeFrom(bank, club, { by: anna, person: ben });
    expect(await stateOf(id)).toBe('EXPIRED');
    expect(await fundsOf()).toEqual({ balance: 20_000n, held: 0n });
  });

  test.each(['removed', 'given another role', 'gone'])(
    'comes at once when its payer is %s',
    async (how) => {
      const { id } = await ask(ben);
      if (how === 'removed') await removeFrom(bank, club, { by: anna, person: ben });
      else if (how === 'gone') await leaveShared(bank, club, ben);
      else await changeRole(bank, club, { by: anna, person: ben, ...grantOf('VIEWER') });
      expect(await stateOf(id)).toBe('WITHDRAWN');
      expect(await fundsOf()).toEqual({ balance: 20_000n, held: 0n });
      expect(await refusal(approve(staff.max, id))).toBe('SHARED_APPROVAL_OVER');
    },
  );

  test('comes when its payer erases their data', async () => {
    await joinShared(bank, club, { by: anna, person: cleo, ...grantOf('SPENDER') });
    const { id } = await ask(cleo);
    await bank.privacy.erase(cleo.session, { requestId: newRequestId(), isProved: true });
    expect(await stateOf(id)).toBe('WITHDRAWN');
    expect(await fundsOf()).toEqual({ balance: 20_000n, held: 0n });
    expect(await refusal(approve(staff.max, id))).toBe('SHARED_APPROVAL_OVER');
  });

  test('comes when its payee can no longer be paid', async () => {
    const order = { from: club, accountNumber: cleo.accountNumber, wish: exactly(1_500n) };
    const confirmed = { ...order, memo: null, requestId: newRequestId(), isProved: true };
    const { id } = await bank.payments.askManagers(anna.session, confirmed);
    const gone = { requestId: newRequestId(), isProved: true };
    await bank.privacy.erase(cleo.session, gone);
    expect(await refusal(approve(staff.max, id))).toBe('TARGET_UNAVAILABLE');
    expect(await stateOf(id)).toBe('REFUSED');
    expect(await fundsOf()).toEqual({ balance: 20_000n, held: 0n });
  });
});

describe('while it waits', () => {
  test('the approval of a manager who loses the role no longer counts', async () => {
    await joinShared(bank, club, { by: anna, person: staff.teller, ...manager });
    await needTwo();
    const { id } = await ask(ben);
    await approve(staff.teller, id);
    await changeRole(bank, club, { by: anna, person: staff.teller, ...grantOf('VIEWER') });
    await approve(staff.mona, id);
    expect(await stateOf(id)).toBe('WAITING');
    // Also when the role comes back.
    await changeRole(bank, club, { by: anna, person: staff.teller, ...manager });
    const [waiting] = await bank.shared.approvals(anna.session);
    expect(waiting?.approvedBy).toHaveLength(1);
    await approve(staff.max, id);
    expect(await stateOf(id)).toBe('APPROVED');
  });

  test('a freeze of the account or of the manager holds for the approval', async () => {
    const { id } = await ask(ben);
    const frozen = { accountNumber: club, reason };
    await bank.counter.freeze(staff.teller.session, frozen);
    expect(await refusal(approve(staff.max, id))).toBe('ACCOUNT_FROZEN');
    expect(await stateOf(id)).toBe('WAITING');
    expect(await fundsOf()).toEqual({ balance: 20_000n, held: 2_000n });
    await decide(ben, id, 'CANCELLED');
  });

  test('the account cannot be closed', async () => {
    await ask(ben);
    expect(await refusal(closeShared(bank, club, anna))).toBe('ACCOUNT_NOT_EMPTY');
  });
});

describe('at once', () => {
  test('two managers who press together book one payment', async () => {
    await needTwo();
    for (let round = 0; round < 5; round += 1) {
      const { id } = await ask(anna);
      const codes = await Promise.all(
        [staff.max, staff.mona].map(async (person) => refusal(approve(person, id))),
      );
      expect(codes).toEqual([null, null]);
      expect(await stateOf(id)).toBe('APPROVED');
    }
    expect(await fundsOf()).toEqual({ balance: 10_000n, held: 0n });
  });

  test('a press that may not approve is refused, also if another one books meanwhile', async () => {
    const { id } = await ask(anna);
    const pressed: Promise<string | null>[] = [];
    // Both have seen that it waits, and decide one after the other.
    await database.pool.use(async (session) => {
      const lockHolder = `SELECT id FROM customers WHERE id = (
        SELECT customer_id FROM accounts WHERE account_number = ?) FOR UPDATE`;
      await session.write('START TRANSACTION', [], 20_000);
      await session.rows(lockHolder, [club], 20_000);
      for (const person of [staff.max, anna]) {
        pressed.push(refusal(approve(person, id)));
        await sleep(400);
      }
      await session.write('ROLLBACK', [], 20_000);
    });
    expect(await Promise.all(pressed)).toEqual([null, 'SHARED_SELF']);
    expect(await stateOf(id)).toBe('APPROVED');
    expect(await fundsOf()).toEqual({ balance: 18_000n, held: 0n });
  });

  test('approval, decline and cancellation: one of them wins', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await ask(ben, 1_001n);
      const before = await fundsOf();
      await Promise.all([
        ...Array.from({ length: 4 }, async () => refusal(approve(staff.max, id))),
        ...Array.from({ length: 4 }, async () => refusal(decide(staff.mona, id, 'DECLINED'))),
        ...Array.from({ length: 4 }, async () => refusal(decide(ben, id, 'CANCELLED'))),
      ]);
      const paid = (await stateOf(id)) === 'APPROVED' ? 1_001n : 0n;
      expect(await fundsOf()).toEqual({ balance: before.balance - paid, held: 0n });
    }
  });

  test('32 payments of one member never exceed the allowance', async () => {
    const tries = await Promise.all(
      Array.from({ length: 32 }, async () => refusal(ask(ben, 1_200n))),
    );
    expect(tries.filter((code) => code === null)).toHaveLength(4);
    expect(await fundsOf()).toEqual({ balance: 20_000n, held: 4_800n });
  });
});

describe('the rule', () => {
  test('is set alone by the only manager, later approved by as many as it needs', async () => {
    const own = await openShared(bank, cleo, 'Tennis');
    expect(await refusal(setRule(bank, own, { by: cleo, above: 1n }))).toBe('SHARED_APPROVERS');
    await needTwo();
    const asked = await setRule(bank, club, { by: anna, above: null });
    expect(asked).toMatchObject({ needed: 2, state: 'WAITING' });
    expect(await refusal(setRule(bank, club, { by: anna, above: 5n }))).toBe('SHARED_ALREADY');
    expect(await refusal(approve(anna, asked!.id))).toBe('SHARED_SELF');
    await approve(staff.max, asked!.id);
    expect((await bank.shared.members(ben.session, club)).rule).toMatchObject({ needed: 2 });
    await approve(staff.mona, asked!.id);
    expect((await bank.shared.members(ben.session, club)).rule).toBeNull();
    await bank.payments.withdraw(ben.session, {
      requestId: newRequestId(),
      from: club,
      wish: exactly(2_000n),
      memo: null,
    });
  });

  test('keeps enough managers: none can remove those who would approve', async () => {
    await needTwo();
    const removal = removeFrom(bank, club, { by: anna, person: staff.max });
    expect(await refusal(removal)).toBe('SHARED_APPROVERS');
    const demotion = changeRole(bank, club, { by: anna, person: staff.max, ...grantOf('VIEWER') });
    expect(await refusal(demotion)).toBe('SHARED_APPROVERS');
    expect(await refusal(leaveShared(bank, club, staff.max))).toBe('SHARED_APPROVERS');
  });

  test('a manager who came after it approves nothing for three days', async () => {
    await joinShared(bank, club, { by: anna, person: cleo, ...manager });
    const { id } = await ask(ben);
    expect(await refusal(approve(cleo, id))).toBe('SHARED_APPROVER_NEW');
    await database.pool.write(
      `UPDATE shared_members SET manages_since = NOW(6) - INTERVAL 4 DAY WHERE customer_id = ?`,
      [cleo.session.customerId],
    );
    await database.pool.write(`UPDATE shared_rules SET set_at = NOW(6) - INTERVAL 5 DAY`);
    await approve(cleo, id);
    expect(await stateOf(id)).toBe('APPROVED');
  });
});
