/** Several customers use one account: opening, invitations, roles, leaving, closing. */
import { describe, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { balancesOf } from '../support/accounts.ts';
import { exactly, newRequestId, pay, type Person } from '../support/bank.ts';
import { messagesTo, sendAll } from '../support/notices.ts';
import {
  changeRole,
  closeShared,
  grantOf,
  inviteTo,
  joinShared,
  leaveShared,
  openShared,
  removeFrom,
  rolesOf,
} from '../support/shared.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, cleo } = withBank({
  balances: { anna: 10_000n, ben: 500n, cleo: 0n },
});
const manager = grantOf('MANAGER');
const viewer = grantOf('VIEWER');

const payInto = async (from: Person, account: m.AccountNumber, sum: bigint) =>
  pay(bank, from, { accountNumber: account } as Person, sum);
const answer = async (person: Person, id: m.RequestId, verdict: 'ACCEPTED' | 'DECLINED') =>
  bank.shared.answer(person.session, id, verdict);

describe('opening', () => {
  test('makes an account of its own, which belongs to no person', async () => {
    const account = await openShared(bank, anna);
    const [shared] = await bank.shared.list(anna.session);
    expect(shared).toMatchObject({
      accountNumber: account,
      name: 'Chess club',
      type: 'SHARED',
      balance: 0n,
      shared: { role: 'MANAGER', allowance: null, readsAll: true },
    });
    expect(await balancesOf(bank, anna)).toEqual([10_000n]);
    expect(await bank.shared.list(ben.session)).toEqual([]);
  });

  test('happens once per request', async () => {
    const requestId = newRequestId();
    const first = await bank.shared.open(anna.session, { name: 'Chess club', requestId });
    expect(await bank.shared.open(anna.session, { name: 'Chess club', requestId })).toEqual(first);
    expect(await bank.shared.list(anna.session)).toHaveLength(1);
    const byBen = bank.shared.open(ben.session, { name: 'Chess club', requestId });
    expect(await refusal(byBen)).toBe('REQUEST_REUSED');
  });

  test('refuses a name that looks like a person, and a 21st account', async () => {
    expect(await refusal(openShared(bank, anna, 'Anna M.'))).toBe('SHARED_NAME');
    for (let count = 0; count < 20; count += 1) await openShared(bank, anna, `Club ${count}`);
    expect(await refusal(openShared(bank, anna))).toBe('SHARED_TOO_MANY');
  });
});

describe('an invitation', () => {
  test('is accepted by the invited person alone, and shown to the managers', async () => {
    const account = await openShared(bank, anna);
    const id = await inviteTo(bank, account, { by: anna, person: ben, ...manager });
    expect(await refusal(answer(cleo, id, 'ACCEPTED'))).toBe('SHARED_INVITATION_OVER');
    expect((await bank.shared.invitations(ben.session)).map((one) => one.id)).toEqual([id]);
    await answer(ben, id, 'ACCEPTED');
    await answer(ben, id, 'ACCEPTED');
    expect(await refusal(answer(ben, id, 'DECLINED'))).toBe('SHARED_INVITATION_OVER');
    expect(await rolesOf(bank, account, ben)).toEqual([
      [anna.discordUserId, 'MANAGER'],
      [ben.discordUserId, 'MANAGER'],
    ]);
    expect(await sendAll(bank, anna)).toContain('SHARED_CHANGED');
  });

  test('expires after seven days by the database’s time', async () => {
    const account = await openShared(bank, anna);
    const id = await inviteTo(bank, account, { by: anna, person: ben, ...viewer });
    await database.pool.write('UPDATE shared_invitations SET expires_at = NOW(6)');
    expect(await refusal(answer(ben, id, 'ACCEPTED'))).toBe('SHARED_INVITATION_OVER');
    expect(await bank.shared.invitations(ben.session)).toEqual([]);
    // Another one can be sent at once.
    await joinShared(bank, account, { by: anna, person: ben, ...viewer });
  });

  test('is refused to oneself, twice, to a member and to strangers', async () => {
    const account = await openShared(bank, anna);
    const invite = async (person: Person) =>
      inviteTo(bank, account, { by: anna, person, ...viewer });
    expect(await refusal(invite(anna))).toBe('SHARED_SELF');
    const stranger = { discordUserId: '999999999999999999' } as Person;
    expect(await refusal(invite(stranger))).toBe('SHARED_INVITEE_UNKNOWN');
    await invite(ben);
    expect(await refusal(invite(ben))).toBe('SHARED_ALREADY');
    await joinShared(bank, account, { by: anna, person: cleo, ...viewer });
    expect(await refusal(invite(cleo))).toBe('SHARED_ALREADY');
  });

  test('that is withdrawn can no longer be accepted', async () => {
    const account = await openShared(bank, anna);
    const id = await inviteTo(bank, account, { by: anna, person: ben, ...viewer });
    await removeFrom(bank, account, { by: anna, person: ben });
    expect(await refusal(answer(ben, id, 'ACCEPTED'))).toBe('SHARED_INVITATION_OVER');
  });

  test('that is over by its time stays so when the account is closed', async () => {
    const account = await openShared(bank, anna);
    const late = await inviteTo(bank, account, { by: anna, person: ben, ...viewer });
    const open = await inviteTo(bank, account, { by: anna, person: cleo, ...viewer });
    await database.pool.write('UPDATE shared_invitations SET expires_at = NOW(6) WHERE id = ?', [
      late,
    ]);
    await closeShared(bank, account, anna);
    const stored = 'SELECT state FROM shared_invitations WHERE id IN (?, ?) ORDER BY id';
    const rows = await database.pool.rows(stored, [late, open]);
    // What is over by its time stays OPEN in its row, and is read as EXPIRED.
    expect(rows.map(({ state }) => state)).toEqual(['OPEN', 'WITHDRAWN']);
  });
});

describe('roles', () => {
  test('are changed by another manager, and never by oneself', async () => {
    const account = await openShared(bank, anna);
    await joinShared(bank, account, { by: anna, person: ben, ...viewer });
    expect(await refusal(changeRole(bank, account, { by: ben, person: anna, ...viewer }))).toBe(
      'SHARED_ROLE',
    );
    expect(await refusal(changeRole(bank, account, { by: anna, person: anna, ...viewer }))).toBe(
      'SHARED_SELF',
    );
    await changeRole(bank, account, { by: anna, person: ben, ...grantOf('SPENDER') });
    const again = changeRole(bank, account, { by: anna, person: ben, ...grantOf('SPENDER') });
    expect(await refusal(again)).toBe('SHARED_ALREADY');
    const { members } = await bank.shared.members(ben.session, account);
    expect(members[1]).toMatchObject({ role: 'SPENDER', allowance: 5_000n, spent: 0n });
  });

  test('of a person who is neither a member nor invited cannot be changed', async () => {
    const account = await openShared(bank, anna);
    const change = changeRole(bank, account, { by: anna, person: ben, ...viewer });
    expect(await refusal(change)).toBe('SHARED_MEMBER_UNKNOWN');
    const removal = removeFrom(bank, account, { by: anna, person: ben });
    expect(await refusal(removal)).toBe('SHARED_MEMBER_UNKNOWN');
  });

  test('the last manager cannot leave; a second one can', async () => {
    const account = await openShared(bank, anna);
    await joinShared(bank, account, { by: anna, person: ben, ...viewer });
    expect(await refusal(leaveShared(bank, account, anna))).toBe('SHARED_LAST_MANAGER');
    await changeRole(bank, account, { by: anna, person: ben, ...manager });
    await leaveShared(bank, account, anna);
    expect(await bank.shared.list(anna.session)).toEqual([]);
    expect(await refusal(leaveShared(bank, account, ben))).toBe('SHARED_LAST_MANAGER');
    expect(await refusal(bank.shared.members(anna.session, account))).toBe('SHARED_ROLE');
  });

  test('of two managers who leave at once, one stays', async () => {
    const account = await openShared(bank, anna);
    await joinShared(bank, account, { by: anna, person: ben, ...manager });
    const left = await Promise.all(
      [anna, ben].map(async (person) => refusal(leaveShared(bank, account, person))),
    );
    expect(new Set(left)).toEqual(new Set(['SHARED_LAST_MANAGER', null]));
  });

  test('the last manager cannot erase themselves', async () => {
    const account = await openShared(bank, cleo);
    const erase = async () =>
      bank.privacy.erase(cleo.session, { requestId: newRequestId(), isProved: true });
    expect(await refusal(erase())).toBe('ERASURE_IMPOSSIBLE');
    await joinShared(bank, account, { by: cleo, person: ben, ...manager });
    await sendAll(bank, ben);
    await erase();
    const [left] = await messagesTo(bank, ben);
    expect(left?.notice).toMatchObject({ kind: 'SHARED_CHANGED', event: 'LEFT', about: null });
    expect(await rolesOf(bank, account, ben)).toEqual([[ben.discordUserId, 'MANAGER']]);
  });
});

describe('reading', () => {
  test('starts at joining, or has all entries, as the manager chose', async () => {
    const account = await openShared(bank, anna);
    await payInto(anna, account, 700n);
    await joinShared(bank, account, { by: anna, person: ben, ...viewer });
    await joinShared(bank, account, { by: anna, person: cleo, ...viewer, readsAll: true });
    await payInto(anna, account, 50n);
    const sums = async ({ session }: Person) => {
      const page = await bank.statements.page(session, { account, filter: {}, size: 10 });
      return page.entries.map(({ amount }): bigint => amount);
    };
    expect(await sums(anna)).toEqual([50n, 700n]);
    expect(await sums(ben)).toEqual([50n]);
    expect(await sums(cleo)).toEqual([50n, 700n]);
    const zone = 'UTC' as m.TimeZone;
    const period = { from: '2020-01-01', to: '2099-01-01', zone };
    const opening = await bank.accountStatements.read(
      ben.session,
      { period, account },
      async ({ head, lines }) => {
        const all: bigint[] = [];
        for await (const some of lines()) all.push(...some.map(({ amount }) => amount));
        return [head.holderName, head.opening, head.closing, ...all];
      },
    );
    expect(opening).toEqual(['Chess club', 700n, 750n, 50n]);
    await removeFrom(bank, account, { by: anna, person: ben });
    expect(await refusal(sums(ben))).toBe('SESSION_EXPIRED');
  });

  test('managers read of money that came in; the payer gets the usual message', async () => {
    const account = await openShared(bank, anna);
    await joinShared(bank, account, { by: anna, person: cleo, ...viewer });
    await sendAll(bank, anna);
    await payInto(ben, account, 40n);
    const [message] = await messagesTo(bank, anna);
    expect(message?.notice).toMatchObject({
      kind: 'SHARED_MOVED',
      account: { name: 'Chess club' },
      direction: 'in',
      amount: 40n,
    });
    expect(await sendAll(bank, cleo)).not.toContain('SHARED_MOVED');
  });

  test('a first payment to it shows its name', async () => {
    const account = await openShared(bank, anna);
    const quote = await bank.payments.quoteTransfer(ben.session, {
      target: { accountNumber: account },
      wish: exactly(5n),
      memo: null,
      name: 'chess club',
    });
    expect(quote).toMatchObject({ to: { name: 'Chess club' }, nameCheck: 'MATCH' });
  });
});

describe('closing', () => {
  test('needs an empty account and a manager; its history stays readable', async () => {
    const account = await openShared(bank, anna);
    await joinShared(bank, account, { by: anna, person: ben, ...viewer });
    expect(await refusal(closeShared(bank, account, ben))).toBe('SHARED_ROLE');
    const id = await inviteTo(bank, account, { by: anna, person: cleo, ...viewer });
    await closeShared(bank, account, anna);
    expect(await refusal(answer(cleo, id, 'ACCEPTED'))).toBe('SHARED_INVITATION_OVER');
    expect(await refusal(payInto(ben, account, 5n))).toBe('TARGET_UNAVAILABLE');
    const page = await bank.statements.page(ben.session, { account, filter: {}, size: 10 });
    expect(page.entries).toEqual([]);
    const other = await openShared(bank, anna, 'Tennis');
    await payInto(anna, other, 5n);
    expect(await refusal(closeShared(bank, other, anna))).toBe('ACCOUNT_NOT_EMPTY');
  });
});
