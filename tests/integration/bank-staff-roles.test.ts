/** Roles and approval requests, on the real database. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bank } from '../../src/bank/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { closeApproval, lockApproval } from '../../src/bank/staff/store/approvals.ts';
import { withTransaction } from '../../src/db/transaction.ts';
import { openBank, openPerson, type Person, place, type TestBank } from '../support/bank.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { takeAll } from '../support/messages.ts';
import { openStaff, reason, refusal, type Staff } from '../support/staff.ts';

let database: TestDatabase;
let bank: TestBank;
beforeAll(async () => {
  database = await createTestDatabase();
  bank = await openBank(database.pool);
});
afterAll(async () => {
  await bank.close();
  await database.close();
});

const grant = async (by: Person, to: Person, role: m.StaffRole) =>
  bank.staff.grantRole(by.session, { member: to.discordUserId, role, reason });
const revoke = async (by: Person, from: Person) =>
  bank.staff.revokeRole(by.session, { member: from.discordUserId, reason });
const decide = async (by: Person, id: m.RequestId, verdict: 'APPROVED' | 'DECLINED') =>
  bank.approvals.decide(by.session, { id, verdict });
const roleOf = async (person: Person) =>
  (await bank.access.identify(person.discordUserId, place)).staffRole;
async function ask(by: Person, to: Person, role: m.StaffRole): Promise<m.RequestId> {
  const acted = await grant(by, to, role);
  if (acted.kind !== 'asked') throw new Error('nobody was asked');
  return acted.approval.id;
}
const actions = async (target: Person) => {
  const rows = await database.pool.rows(
    `SELECT action, actor_discord_user_id AS actor, details, actor_role AS role, reason FROM audit
     WHERE target_customer_id = ? ORDER BY id`,
    [target.session.customerId],
  );
  return rows as { action: string; actor: string; details: string }[];
};

describe('before there are managers', () => {
  test('the owner appoints two managers and then has no rights any more', async () => {
    const [owner, first, second, third] = [
      await openPerson(bank),
      await openPerson(bank),
      await openPerson(bank),
      await openPerson(bank),
    ];
    bank.staff.arrange({ ownerIds: [owner.discordUserId], cards: true, log: true });
    expect(await bank.access.identify(owner.discordUserId, place)).toMatchObject({
      helpsAsOwner: true,
    });
    expect(await refusal(grant(first, first, 'MANAGER'))).toBe('STAFF_RIGHT_MISSING');
    expect(await refusal(grant(owner, first, 'TELLER'))).toBe('STAFF_RIGHT_MISSING');
    expect(await grant(owner, first, 'MANAGER')).toEqual({ kind: 'done' });
    expect(await refusal(grant(owner, first, 'MANAGER'))).toBe('ROLE_UNCHANGED');

    const wanted = await ask(first, third, 'TELLER');
    expect(await decide(owner, wanted, 'APPROVED')).toMatchObject({ state: 'APPROVED' });
    expect(await roleOf(third)).toBe('TELLER');

    expect(await grant(owner, second, 'MANAGER')).toEqual({ kind: 'done' });
    const identity = await bank.access.identify(owner.discordUserId, place);
    expect(identity).not.toHaveProperty('helpsAsOwner');
    expect(await refusal(grant(owner, third, 'MANAGER'))).toBe('STAFF_RIGHT_MISSING');
    expect(await refusal(bank.staff.listRoles(owner.session))).toBe('STAFF_RIGHT_MISSING');
    await revoke(first, second);
    await revoke(first, third);
    await revoke(first, first);
  });
});

describe('four eyes', () => {
  let staff: Staff;
  beforeAll(async () => {
    staff = await openStaff(bank);
  });

  test('a request changes nothing until a second manager approves it, once', async () => {
    const person = await openPerson(bank);
    const id = await ask(staff.mona, person, 'TELLER');
    expect(await roleOf(person)).toBeNull();
    expect(await refusal(grant(staff.max, person, 'TELLER'))).toBe('APPROVAL_WAITING');
    expect(await refusal(decide(staff.mona, id, 'APPROVED'))).toBe('APPROVAL_OWN');
    expect(await refusal(decide(staff.teller, id, 'APPROVED'))).toBe('STAFF_RIGHT_MISSING');
    expect(await refusal(decide(staff.auditor, id, 'DECLINED'))).toBe('STAFF_RIGHT_MISSING');
    expect(await refusal(decide(person, id, 'APPROVED'))).toBe('STAFF_RIGHT_MISSING');
    expect(await roleOf(person)).toBeNull();
    const approved = await decide(staff.max, id, 'APPROVED');
    expect(approved).toMatchObject({ state: 'APPROVED', checker: staff.max.discordUserId });
    expect(await roleOf(person)).toBe('TELLER');
    // The same press again shows the result; another person's is refused.
    expect(await decide(staff.max, id, 'APPROVED')).toEqual(approved);
    expect(await refusal(decide(staff.mona, id, 'DECLINED'))).toBe('APPROVAL_DECIDED');
    const rows = await actions(person);
    expect(rows.slice(-2)).toMatchObject([
      { action: 'ROLE_GRANT_ASKED', actor: staff.mona.discordUserId },
      { action: 'ROLE_GRANT_APPROVED', actor: staff.max.discordUserId, role: 'MANAGER', reason },
    ]);
    expect(JSON.parse(rows.at(-1)!.details)).toMatchObject({ role: 'TELLER' });
  });

  test('twenty simultaneous approvals act once, and each shows the result', async () => {
    const person = await openPerson(bank);
    const id = await ask(staff.mona, person, 'AUDITOR');
    const views = await Promise.all(
      Array.from({ length: 20 }, async () => decide(staff.max, id, 'APPROVED')),
    );
    expect(new Set(views.map(({ state }) => state))).toEqual(new Set(['APPROVED']));
    const made = (await actions(person)).filter(({ action }) => action === 'ROLE_GRANT_APPROVED');
    expect(made).toHaveLength(1);
  });

  test('a declined request stays declined, and its maker can withdraw one', async () => {
    const person = await openPerson(bank);
    const declined = await ask(staff.mona, person, 'TELLER');
    expect(await decide(staff.max, declined, 'DECLINED')).toMatchObject({ state: 'DECLINED' });
    expect(await refusal(decide(staff.max, declined, 'APPROVED'))).toBe('APPROVAL_DECIDED');
    const taken = await ask(staff.mona, person, 'TELLER');
    expect(await decide(staff.mona, taken, 'DECLINED')).toMatchObject({ state: 'DECLINED' });
    expect(await roleOf(person)).toBeNull();
  });

  test('an expired request cannot be approved and is not listed', async () => {
    const person = await openPerson(bank);
    const id = await ask(staff.mona, person, 'TELLER');
    const listed = async () =>
      (await bank.approvals.open(staff.max.session, { after: 0n, limit: 50 })).map((one) => one.id);
    expect(await listed()).toContain(id);
    await database.pool.write(
      'UPDATE approvals SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE id = ?',
      [id],
    );
    expect(await refusal(decide(staff.max, id, 'APPROVED'))).toBe('APPROVAL_EXPIRED');
    expect(await listed()).not.toContain(id);
  });

  test('staff cannot approve or request anything for themselves', async () => {
    expect(await refusal(grant(staff.mona, staff.mona, 'TELLER'))).toBe('STAFF_SELF');
    const id = await ask(staff.mona, staff.max, 'TELLER');
    expect(await refusal(decide(staff.max, id, 'APPROVED'))).toBe('APPROVAL_OWN');
    await decide(staff.mona, id, 'DECLINED');
  });

  test('a revoked role or an ended session stops a waiting confirmation at once', async () => {
    const person = await openPerson(bank);
    const third = await openPerson(bank);
    await decide(staff.max, await ask(staff.mona, third, 'MANAGER'), 'APPROVED');
    const id = await ask(staff.mona, person, 'TELLER');
    expect(await revoke(staff.mona, third)).toBe('MANAGER');
    expect(await refusal(decide(third, id, 'APPROVED'))).toBe('STAFF_RIGHT_MISSING');
    expect(await refusal(revoke(staff.mona, third))).toBe('ROLE_UNCHANGED');
    await bank.sessions.logout(third.session);
    expect(await refusal(decide(third, id, 'APPROVED'))).toBe('SESSION_EXPIRED');
    await decide(staff.max, id, 'DECLINED');
  });

  test('unknown requests and members are refused', async () => {
    expect(await refusal(decide(staff.max, 1n as m.RequestId, 'APPROVED'))).toBe(
      'APPROVAL_UNKNOWN',
    );
    const nobody = { member: '999999999999999999' as m.DiscordUserId, reason };
    const stranger = bank.staff.grantRole(staff.mona.session, { ...nobody, role: 'TELLER' });
    expect(await refusal(stranger)).toBe('CUSTOMER_UNKNOWN');
  });

  test('its card is changed once it is decided or expired', async () => {
    const place = (messageId: string) => ({ channelId: '111111111111111111', messageId });
    const post = async (messageId: string) => {
      const id = await ask(staff.mona, await openPerson(bank), 'TELLER');
      await bank.approvalCards.posted(id, place(messageId));
      await bank.approvalCards.posted(id, place(messageId));
      return id;
    };
    const [declined, expired, open] = [await post('1'), await post('2'), await post('3')];
    expect(await bank.approvalCards.claim(10)).toEqual([]);
    await decide(staff.max, declined, 'DECLINED');
    const past = 'UPDATE approvals SET expires_at = NOW(6) WHERE id = ?';
    await database.pool.write(past, [expired]);
    const claims = await Promise.all([bank.approvalCards.claim(10), bank.approvalCards.claim(10)]);
    const shown = claims.flat().map(({ messageId, approval }) => `${messageId} ${approval.state}`);
    expect(new Set(shown)).toEqual(new Set(['1 DECLINED', '2 EXPIRED']));
    expect(shown).toHaveLength(2);
    await bank.approvalCards.closed('1');
    await bank.approvalCards.failed('2', 'NOT_SENT', false);
    const left = async () =>
      (await database.pool.rows('SELECT message_id FROM approval_cards ORDER BY message_id')).map(
        (row) => row['message_id'],
      );
    expect(await left()).toEqual(['2', '3']);
    await bank.approvalCards.failed('2', 'DISCORD_10008', true);
    expect(await left()).toEqual(['3']);
    expect(bank.events).toContainEqual({
      name: 'noticeGivenUp',
      kind: 'APPROVAL',
      reason: 'DISCORD_10008',
    });
    await decide(staff.max, open, 'APPROVED');
    await bank.approvalCards.closed('3');
  });

  test('its card waits for a decision that is being committed as its time is over', async () => {
    const id = await ask(staff.mona, await openPerson(bank), 'TELLER');
    await bank.approvalCards.posted(id, { channelId: '111111111111111111', messageId: '6' });
    await database.pool.write('UPDATE approvals SET expires_at = NOW(6) WHERE id = ?', [id]);
    let claimed: ReturnType<Bank['approvalCards']['claim']> | undefined;
    await withTransaction(database.pool, async (tx) => {
      await lockApproval(tx, id);
      await closeApproval(tx, id, { state: 'DECLINED', checker: staff.max.session });
      claimed = bank.approvalCards.claim(10);
      await sleep(200);
    });
    expect(await claimed).toMatchObject([{ messageId: '6', approval: { state: 'DECLINED' } }]);
    await bank.approvalCards.closed('6');
  });

  test('its card is given up when no attempt to change it ends', async () => {
    const id = await ask(staff.mona, await openPerson(bank), 'TELLER');
    await bank.approvalCards.posted(id, { channelId: '111111111111111111', messageId: '4' });
    await decide(staff.max, id, 'DECLINED');
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      const [card] = await bank.approvalCards.claim(10);
      expect(card).toMatchObject({ messageId: '4', attempts: attempt });
      await database.pool.write('UPDATE approval_cards SET due_at = NOW(6)');
    }
    expect(await bank.approvalCards.claim(10)).toEqual([]);
    expect(await database.pool.rows('SELECT 1 FROM approval_cards')).toEqual([]);
    const givenUp = { name: 'noticeGivenUp', kind: 'APPROVAL', reason: 'NO_ANSWER' };
    expect(bank.events).toContainEqual(givenUp);
  });

  test('one of a kind of a newer version is left to that version', async () => {
    const id = await ask(staff.mona, await openPerson(bank), 'TELLER');
    await bank.approvalCards.posted(id, { channelId: '111111111111111111', messageId: '5' });
    const newer = `UPDATE approvals SET kind = 'NEWER', expires_at = NOW(6) + INTERVAL ? HOUR
      WHERE id = ?`;
    await database.pool.write(newer, [1, id]);
    const open = await bank.approvals.open(staff.max.session, { after: 0n, limit: 50 });
    expect(open.map((request) => request.id)).not.toContain(id);
    expect(await refusal(decide(staff.max, id, 'APPROVED'))).toBe('APPROVAL_UNKNOWN');
    await database.pool.write(newer, [-1, id]);
    expect(await bank.approvalCards.claim(10)).toEqual([]);
    await database.pool.write('DELETE FROM approval_cards');
  });

  test('the staff channels are notified', async () => {
    const person = await openPerson(bank);
    await database.pool.write('DELETE FROM outbox');
    const id = await ask(staff.mona, person, 'TELLER');
    const cards = await takeAll(bank.staffCards);
    expect(cards.at(-1)?.notice).toMatchObject({ kind: 'APPROVAL', approval: { id } });
    await decide(staff.max, id, 'APPROVED');
    expect(await takeAll(bank.staffCards)).toEqual([]);
    const lines = (await takeAll(bank.staffLog)).map(({ notice }) => notice);
    expect(lines).toContainEqual(
      expect.objectContaining({
        kind: 'STAFF_ACT',
        action: 'ROLE_GRANT_APPROVED',
        actor: staff.max.discordUserId,
        reason,
      }),
    );
  });
});
