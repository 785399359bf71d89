/** Every notice stays in its owner's inbox, whatever became of it. */
import { describe, expect, test } from 'vitest';
import { pruneInbox } from '../../src/bank/messages/index.ts';
import { integerOf } from '../../src/db/rows.ts';
import { newRequestId, openPerson, password, pay } from '../support/bank.ts';
import { outcomeOf, takeMessages } from '../support/messages.ts';
import { agedBy, inboxOf, messagesTo, sendAll } from '../support/notices.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben } = withBank({ balances: { anna: 1_000n, ben: 0n } });

const rows = async (where = 'TRUE'): Promise<number> => {
  const [row] = await database.pool.rows(`SELECT COUNT(*) AS found FROM outbox WHERE ${where}`);
  return integerOf(row!, 'found');
};

describe('a notice', () => {
  test('is one row from the booking to the inbox, for payee and payer each', async () => {
    await pay(bank, anna, ben, 5n);
    expect(await rows()).toBe(1);
    const sent = await takeMessages(bank);
    expect(sent.map(({ notice }) => notice.kind)).toEqual(['MONEY_RECEIVED', 'MONEY_SENT']);
    expect([await rows(), await rows("channel = 'INBOX' AND outcome = 'SENT'")]).toEqual([2, 2]);
    expect(await inboxOf(bank, ben)).toEqual(['MONEY_RECEIVED SENT']);
    expect(await inboxOf(bank, anna)).toEqual(['MONEY_SENT SENT']);
  });

  test('is in the inbox while it waits, and after it was given up', async () => {
    await pay(bank, anna, ben, 5n);
    expect(await inboxOf(bank, ben)).toEqual(['MONEY_RECEIVED WAITING']);
    const [message] = await messagesTo(bank, ben);
    await bank.outbox.failed(message!.ids, '500', true);
    expect(await inboxOf(bank, ben)).toEqual(['MONEY_RECEIVED FAILED']);
    expect(await bank.inbox.takeNews(ben.session.customerId)).toBe(0);
  });

  test('is read once it was listed', async () => {
    for (let count = 0; count < 3; count += 1) await pay(bank, anna, ben, 5n);
    await takeMessages(bank);
    const newest = await bank.inbox.page(ben.session, { size: 2 });
    expect([newest.unread, newest.entries.map(({ isNew }) => isNew)]).toEqual([3, [true, true]]);
    const older = await bank.inbox.page(ben.session, { size: 2, before: newest.older! });
    expect([older.unread, older.entries.length, older.older]).toEqual([1, 1, null]);
    const again = await bank.inbox.page(ben.session, { size: 2, after: older.newer! });
    expect(again.entries.map(({ id }) => id)).toEqual(newest.entries.map(({ id }) => id));
    expect(again.entries.map(({ isNew }) => isNew)).toEqual([false, false]);
    await pay(bank, anna, ben, 5n);
    await takeMessages(bank);
    await bank.inbox.readAll(ben.session);
    expect((await bank.inbox.page(ben.session, { size: 1 })).unread).toBe(0);
  });

  test('can be opened by its owner alone, with a live session', async () => {
    await pay(bank, anna, ben, 5n);
    await takeMessages(bank);
    const [item] = (await bank.inbox.page(ben.session, { size: 1 })).entries;
    expect(await bank.inbox.open(ben.session, item!.id)).toMatchObject({
      state: 'SENT',
      notice: { kind: 'MONEY_RECEIVED', entries: [{ amount: 5n }] },
    });
    expect(await bank.inbox.open(anna.session, item!.id)).toBeNull();
    expect(await bank.inbox.open(ben.session, 2n ** 63n - 1n)).toBeNull();
    await bank.sessions.logout(ben.session);
    const calls = [
      bank.inbox.page(ben.session, { size: 1 }),
      bank.inbox.open(ben.session, item!.id),
      bank.inbox.readAll(ben.session),
    ];
    expect(await Promise.all(calls.map(outcomeOf))).toEqual(Array(3).fill('SESSION_EXPIRED'));
  });

  test('is deleted after 90 days', async () => {
    await pay(bank, anna, ben, 5n);
    await takeMessages(bank);
    expect(await pruneInbox(database.pool, 10)).toBe(0);
    await database.pool.write(`UPDATE outbox SET due_at = due_at - INTERVAL 89 DAY`);
    expect(await pruneInbox(database.pool, 10)).toBe(0);
    await database.pool.write(`UPDATE outbox SET due_at = due_at - INTERVAL 1 DAY`);
    expect(await pruneInbox(database.pool, 10)).toBe(2);
    expect(await inboxOf(bank, ben)).toEqual([]);
  });

  test('is in the export, and goes at erasure', async () => {
    const eve = await openPerson(bank);
    await pay(bank, anna, eve, 5n);
    await takeMessages(bank);
    const { json } = await bank.privacy.export(eve.session, password);
    expect(JSON.parse(json)).toMatchObject({
      notices: { inbox: [{ kind: 'MONEY_RECEIVED', state: 'SENT', isRead: false }] },
    });
    await pay(bank, eve, anna, 5n);
    await sendAll(bank, eve);
    const { customerId } = eve.session;
    await bank.notices.change(eve.session, { quiet: { from: 0, until: 60 } });
    await bank.privacy.erase(eve.session, { requestId: newRequestId(), isProved: true });
    for (const table of ['outbox', 'inboxes', 'notice_settings']) {
      const sql = `SELECT 1 FROM ${table} WHERE customer_id = ?`;
      expect([table, await database.pool.rows(sql, [customerId])]).toEqual([table, []]);
    }
  });
});

describe('a sender that died after sending', () => {
  test('sends the same payments under the same id, without those that came later', async () => {
    await pay(bank, anna, ben, 5n);
    await pay(bank, anna, ben, 6n);
    const [first] = await messagesTo(bank, ben);
    expect(first?.ids).toHaveLength(2);
    await pay(bank, anna, ben, 7n);
    await agedBy(database.pool, 61);
    const [again] = await messagesTo(bank, ben);
    expect(again).toMatchObject({ ids: first!.ids, wasTried: true, isRepeated: false });
    await bank.outbox.sent(again!.ids);
    const [later] = await messagesTo(bank, ben);
    expect(later).toMatchObject({ wasTried: false, notice: { entries: [{ amount: 7n }] } });
  });

  test('after the time of the nonce sends it once more, marked, and then not again', async () => {
    await pay(bank, anna, ben, 5n);
    await messagesTo(bank, ben);
    await agedBy(database.pool, 121);
    const [second] = await messagesTo(bank, ben);
    expect(second).toMatchObject({ wasTried: true, isRepeated: true });
    await agedBy(database.pool, 61);
    // Discord still knows the second attempt.
    expect(await messagesTo(bank, ben)).toMatchObject([{ ids: second!.ids, isRepeated: true }]);
    await agedBy(database.pool, 121);
    expect(await messagesTo(bank, ben)).toEqual([]);
    expect(await inboxOf(bank, ben)).toEqual(['MONEY_RECEIVED UNSURE']);
  });

  test('what Discord refused is sent again as if it were new', async () => {
    await pay(bank, anna, ben, 5n);
    const [first] = await messagesTo(bank, ben);
    await bank.outbox.failed(first!.ids, '429', false);
    await pay(bank, anna, ben, 6n);
    await agedBy(database.pool, 600);
    expect(await messagesTo(bank, ben)).toMatchObject([
      { wasTried: false, isRepeated: false, notice: { entries: [{ amount: 5n }, { amount: 6n }] } },
    ]);
  });

  test('a lost answer is tried as the same message, and an error of Discord’s until the end', async () => {
    await pay(bank, anna, ben, 5n);
    const [first] = await messagesTo(bank, ben);
    await bank.outbox.lost(first!.ids, 'NOT_SENT', true);
    await pay(bank, anna, ben, 6n);
    await agedBy(database.pool, 6);
    const [again] = await messagesTo(bank, ben);
    expect(again).toMatchObject({ ids: first!.ids, wasTried: true, isRepeated: false });
    for (let attempt = 3; attempt <= 12; attempt += 1) {
      await bank.outbox.lost(again!.ids, 'DISCORD_0', false);
      await agedBy(database.pool, 3_600);
      const found = await messagesTo(bank, ben);
      expect(found).toMatchObject([{ ids: first!.ids, attempts: attempt, isRepeated: true }]);
    }
    await bank.outbox.lost(again!.ids, 'DISCORD_0', false);
    expect((await inboxOf(bank, ben)).at(-1)).toBe('MONEY_RECEIVED FAILED');
  });
});

test('a run of payments is claimed whole by one of several processes', async () => {
  for (let count = 0; count < 8; count += 1) await pay(bank, anna, ben, 1n);
  const [first] = await messagesTo(bank, ben);
  for (let round = 0; round < 5; round += 1) {
    await agedBy(database.pool, 61);
    const claims = await Promise.all(Array.from({ length: 6 }, async () => bank.outbox.claim(50)));
    const mine = claims.flat().filter(({ recipient }) => recipient === ben.discordUserId);
    for (const { ids } of mine) expect(ids).toEqual(first!.ids);
    expect(mine.length).toBeLessThanOrEqual(1);
  }
  const [last] = await messagesTo(bank, ben);
  await bank.outbox.sent(last?.ids ?? first!.ids);
  expect((await inboxOf(bank, ben)).filter((line) => line.endsWith('SENT'))).toHaveLength(8);
});
