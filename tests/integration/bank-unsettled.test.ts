/** Every confirmation ends: done, cancelled, or stuck until a manager settles it. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { PendingAction, RequestId } from '../../src/bank/index.ts';
import { rotateKeys } from '../../src/bank/backup/key-rotation.ts';
import { deriveKeys } from '../../src/bank/keys/keys.ts';
import { bigintOf } from '../../src/db/rows.ts';
import {
  balanceOf,
  exactly,
  openBank,
  openPerson,
  testSecrets,
  type Person,
} from '../support/bank.ts';
import { refusal } from '../support/staff.ts';
import { terminal } from '../../src/words/index.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, staff, anna, database } = withBank({ hasStaff: true, balances: { anna: 0n } });

beforeEach(async () => {
  await database.pool.write('DELETE FROM outbox');
});

async function take(by: Person = anna): Promise<RequestId> {
  const { discordUserId, session } = by;
  const card = { discordUserId, kind: 'CONFIRM', command: 'deposit', payload: '{}' } as const;
  const { requestId } = await bank.pending.open(card);
  await bank.pending.take(requestId, discordUserId, session);
  return requestId;
}
const silent = async () =>
  database.pool.write('UPDATE pending SET taken_at = taken_at - INTERVAL 61 SECOND');
const takeSilent = async (by: Person = anna): Promise<RequestId> => {
  const id = await take(by);
  await silent();
  return id;
};
const stateOf = async (id: RequestId, by: Person = anna) =>
  (await bank.pending.find(id, by.discordUserId))?.state;
const book = async (requestId: RequestId) =>
  bank.payments.deposit(anna.session, { requestId, wish: exactly(700n), memo: null });
const notices = async () => (await bank.outbox.claim(50)).map(({ notice }) => notice);
const claim = async (): Promise<readonly PendingAction[]> => bank.pending.claimUnsettled(15_000, 9);
const page = { after: 0n, limit: 9 };

describe('a row that can no longer run', () => {
  test.each([
    [true, 'DONE'],
    [false, 'CANCELLED'],
  ] as const)(
    'with its request booked: %s, ends as %s and notifies its owner',
    async (booked, end) => {
      const id = await takeSilent();
      if (booked) await book(id);
      expect(await bank.pending.conclude(id)).toBe(end);
      expect(await stateOf(id)).toBe(end);
      expect(await notices()).toMatchObject([{ kind: 'SETTLED', happened: booked }]);
      expect(await bank.pending.conclude(id)).toBeNull();
    },
  );

  test('is left alone while a process may still run it', async () => {
    const id = await take();
    expect(await bank.pending.conclude(id)).toBeNull();
    expect(await bank.pending.giveUp(id)).toBeNull();
    expect(await stateOf(id)).toBe('TAKEN');
    expect(await notices()).toEqual([]);
  });
});

describe('a row that was run repeatedly', () => {
  test('counts each claim, also across processes', async () => {
    const id = await takeSilent();
    const other = await openBank(database.pool);
    expect(await claim()).toMatchObject([{ requestId: id, attempts: 1 }]);
    await database.pool.write('UPDATE pending SET claimed_until = NOW(6)');
    expect(await other.pending.claimUnsettled(15_000, 9)).toMatchObject([{ attempts: 2 }]);
    await other.close();
  });

  test('gets stuck, is reported once and posted to staff', async () => {
    const id = await takeSilent();
    expect(await bank.pending.giveUp(id)).toBe('STUCK');
    expect(await bank.pending.giveUp(id)).toBeNull();
    expect(bank.events.filter(({ name }) => name === 'stuck')).toHaveLength(1);
    expect(await claim()).toEqual([]);
    const cards = await bank.staffCards.claim(9);
    const { discordUserId: member } = anna;
    expect(cards.map(({ notice }) => notice)).toMatchObject([
      { kind: 'STUCK', stuck: { id, member, command: 'deposit' } },
    ]);
    const { state } = (await bank.pending.take(id, member, anna.session))!.action;
    expect(state).toBe('STUCK');
  });

  test('that was booked after all is done, and its owner is notified', async () => {
    const id = await takeSilent();
    await book(id);
    expect(await bank.pending.giveUp(id)).toBe('DONE');
    expect(await notices()).toMatchObject([{ kind: 'SETTLED', happened: true }]);
  });

  test('is kept for more than a day, and blocks a key rotation until it is settled', async () => {
    const id = await takeSilent();
    await bank.pending.giveUp(id);
    const keys = { from: deriveKeys(testSecrets), to: deriveKeys(testSecrets) };
    const mark = { name: 'none', value: 'none' };
    await expect(rotateKeys(database.pool, { ...keys, mark })).rejects.toMatchObject({
      name: 'UnsettledError',
      count: 1,
    });
    expect(terminal.tools.rotateKeys.unsettled(1)).toContain('/staff stuck list');
    await bank.stuck.giveUp(staff.mona.session, id);
    await rotateKeys(database.pool, { ...keys, mark });
  });
});

describe('a stuck confirmation', () => {
  let id: RequestId;
  beforeEach(async () => {
    id = await takeSilent();
    await bank.pending.giveUp(id);
  });
  const actions = async () =>
    (await database.pool.rows(`SELECT action FROM audit WHERE action LIKE 'STUCK%'`)).map(
      (row) => row['action'],
    );

  test('is listed for managers, who can settle only those of others', async () => {
    expect(await bank.stuck.list(staff.mona.session, page)).toMatchObject([{ id }]);
    expect(await bank.stuck.list(staff.mona.session, { ...page, after: id })).toEqual([]);
    for (const by of [staff.teller, staff.auditor, anna]) {
      expect(await refusal(bank.stuck.list(by.session, page))).toBe('STAFF_RIGHT_MISSING');
      expect(await refusal(bank.stuck.tryAgain(by.session, id))).toBe('STAFF_RIGHT_MISSING');
      expect(await refusal(bank.stuck.giveUp(by.session, id))).toBe('STAFF_RIGHT_MISSING');
    }
    const own = await takeSilent(staff.mona);
    await bank.pending.giveUp(own);
    expect(await refusal(bank.stuck.giveUp(staff.mona.session, own))).toBe('STAFF_SELF');
  });

  test('gets as many new attempts', async () => {
    await bank.stuck.tryAgain(staff.mona.session, id);
    expect(await refusal(bank.stuck.tryAgain(staff.max.session, id))).toBe('STUCK_SETTLED');
    expect(await claim()).toMatchObject([{ requestId: id, attempts: 1, state: 'TAKEN' }]);
    expect(await actions()).toEqual(['STUCK_TRIED_AGAIN']);
  });

  test('is given up once by two managers at the same time', async () => {
    const codes = await Promise.all(
      [staff.mona, staff.max].map(async ({ session }) => refusal(bank.stuck.giveUp(session, id))),
    );
    expect(new Set(codes)).toEqual(new Set([null, 'STUCK_SETTLED']));
    expect(await stateOf(id)).toBe('CANCELLED');
    expect(await notices()).toMatchObject([{ kind: 'SETTLED', happened: false }]);
    expect(await bank.staffCards.claim(9)).toEqual([]);
    expect(await actions()).toEqual(['STUCK_GIVEN_UP']);
  });

  test('that was booked meanwhile ends as done when given up', async () => {
    await book(id);
    expect(await bank.stuck.giveUp(staff.mona.session, id)).toBe('DONE');
    expect(await balanceOf(bank, anna)).toBe(700n);
  });
});

describe('unreadable content', () => {
  test('of a conversation does not prevent others from being claimed', async () => {
    const [bad, good] = [await takeSilent(), await takeSilent()];
    await database.pool.write(`UPDATE pending SET payload = x'00' WHERE id = ?`, [bad]);
    const claimed = await claim();
    expect(claimed.map(({ requestId, payload }) => [requestId, payload])).toEqual([
      [bad, ''],
      [good, '{}'],
    ]);
    expect(bank.events).toContainEqual({ name: 'unreadable', what: 'conversation', id: bad });
  });

  test('of a message fails alone until it is given up', async () => {
    const mailing = await openBank(database.pool, { settings: { canMail: true } });
    const two = [await openPerson(mailing), await openPerson(mailing)];
    for (const { discordUserId, accountNumber, details } of two) {
      const { email, phone } = details;
      const place = { guildId: null, channelId: '1' };
      await mailing.recovery.request({ discordUserId, place, accountNumber, email, phone });
    }
    const [first] = await database.pool.rows(
      `SELECT id FROM outbox WHERE channel = 'MAIL' LIMIT 1`,
    );
    const id = bigintOf(first!, 'id');
    await database.pool.write(`UPDATE outbox SET sealed = x'00' WHERE id = ?`, [id]);
    expect(await mailing.mail.claim(9)).toHaveLength(1);
    expect(mailing.events).toContainEqual({ name: 'unreadable', what: 'message', id });
    await database.pool.write('UPDATE outbox SET due_at = NOW(6), attempts = 11 WHERE id = ?', [
      id,
    ]);
    expect(await mailing.mail.claim(9)).toEqual([]);
    expect(mailing.events).toContainEqual({
      name: 'noticeGivenUp',
      kind: 'CODE',
      reason: 'UNREADABLE',
    });
    await mailing.close();
  });
});

describe('the outbox of an older version', () => {
  test('leaves unknown kinds to a newer version, and reports each once', async () => {
    const ben = await openPerson(bank);
    for (const id of [1n, 2n]) {
      await database.pool.write(
        `INSERT INTO outbox (id, customer_id, kind, subject_id, due_at)
         SELECT ?, customer_id, 'OF_TOMORROW', 1, NOW(6) FROM accounts WHERE account_number = ?`,
        [id, ben.accountNumber],
      );
    }
    await book(await take());
    const wish = exactly(5n);
    const { accountNumber } = ben;
    const order = { requestId: await take(), wish, memo: null, accountNumber };
    await bank.payments.transfer(anna.session, order);
    const other = await openBank(database.pool);
    for (let poll = 0; poll < 3; poll += 1) {
      const found = await other.outbox.claim(9);
      const kinds = found.map(({ notice }) => notice.kind);
      if (poll === 0) expect(kinds).toEqual(['MONEY_RECEIVED', 'MONEY_SENT']);
    }
    expect(other.events.filter(({ name }) => name === 'kindUnknown')).toEqual([
      { name: 'kindUnknown', kind: 'OF_TOMORROW' },
    ]);
    const left = await database.pool.rows(`SELECT id FROM outbox WHERE kind = 'OF_TOMORROW'`);
    expect(left).toHaveLength(2);
    await other.close();
  });

  test('gives up a message that was claimed too often', async () => {
    const ben = await openPerson(bank);
    await book(await take());
    const { accountNumber } = ben;
    const order = { requestId: await take(), wish: exactly(5n), memo: null, accountNumber };
    await bank.payments.transfer(anna.session, order);
    await database.pool.write('UPDATE outbox SET attempts = 12');
    const found = await bank.outbox.claim(9);
    // The payer's message is made by this claim, and so has no attempts.
    expect(found.map(({ notice }) => notice.kind)).toEqual(['MONEY_SENT']);
    const left = await database.pool.rows(`SELECT kind FROM outbox WHERE channel = 'DM'`);
    expect(left).toEqual([{ kind: 'MONEY_SENT' }]);
    const reason = 'ATTEMPTS';
    expect(bank.events).toContainEqual({ name: 'noticeGivenUp', kind: 'MONEY_RECEIVED', reason });
  });
});
