/** How customers choose to be told, and people to whom Discord takes no messages. */
import { describe, expect, test } from 'vitest';
import type { NoticeChanges } from '../../src/bank/index.ts';
import { pay } from '../support/bank.ts';
import { outcomeOf, takeAll, told } from '../support/messages.ts';
import { agedBy, inboxOf, messagesTo, quietNow, sendAll } from '../support/notices.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben } = withBank({ balances: { anna: 1_000n, ben: 0n } });

const set = async (changes: NoticeChanges, person = ben) =>
  bank.notices.change(person.session, changes);
const amountsIn = async () =>
  (await messagesTo(bank, ben)).flatMap(({ notice }) =>
    'entries' in notice ? notice.entries.map(({ amount }) => amount) : [],
  );
const newsOf = async ({ discordUserId, session }: typeof ben) =>
  (await bank.access.identify(discordUserId, session.place)).news ?? 0;

describe('the way of a category', () => {
  test('is a direct message, one without a sound, or the inbox alone', async () => {
    await pay(bank, anna, ben, 5n);
    const [loud] = await messagesTo(bank, ben);
    expect(loud?.isQuiet).toBe(false);
    await bank.outbox.sent(loud!.ids);
    await set({ ways: { received: 'QUIET' } });
    await pay(bank, anna, ben, 5n);
    const [quiet] = await messagesTo(bank, ben);
    expect(quiet?.isQuiet).toBe(true);
    await bank.outbox.sent(quiet!.ids);
    await set({ ways: { received: 'INBOX' } });
    await pay(bank, anna, ben, 5n);
    expect(await messagesTo(bank, ben)).toEqual([]);
    expect(await inboxOf(bank, ben)).toEqual([
      'MONEY_RECEIVED KEPT',
      'MONEY_RECEIVED SENT',
      'MONEY_RECEIVED SENT',
    ]);
  });

  test('is each customer’s own, and says nothing about other categories', async () => {
    await set({ ways: { received: 'INBOX' } });
    await pay(bank, anna, ben, 5n);
    expect(await sendAll(bank, anna)).toEqual(['MONEY_SENT']);
    await pay(bank, ben, anna, 5n);
    expect(await sendAll(bank, ben)).toEqual(['MONEY_SENT']);
    expect(await inboxOf(bank, anna)).toEqual(['MONEY_RECEIVED SENT', 'MONEY_SENT SENT']);
  });

  test('tells of what was kept once, but not of one’s own payments', async () => {
    await set({ ways: { received: 'INBOX', sent: 'INBOX' } });
    await sendAll(bank, ben);
    await pay(bank, anna, ben, 5n);
    await pay(bank, anna, ben, 5n);
    await sendAll(bank, ben);
    await pay(bank, ben, anna, 5n);
    await sendAll(bank, ben);
    expect(await newsOf(ben)).toBe(2);
    const { customerId } = ben.session;
    const taken = await Promise.all(
      Array.from({ length: 4 }, async () => bank.inbox.takeNews(customerId)),
    );
    expect(taken.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 2]);
    expect(await newsOf(ben)).toBe(0);
  });
});

describe('the threshold', () => {
  test('keeps smaller payments in the inbox, of several together those alone', async () => {
    await set({ threshold: 6n as never });
    await sendAll(bank, ben);
    for (const amount of [5n, 6n, 3n, 7n]) await pay(bank, anna, ben, amount);
    expect(await amountsIn()).toEqual([6n, 7n]);
    await set({ threshold: null });
    await pay(bank, anna, ben, 1n);
    const kept = (await inboxOf(bank, ben)).filter((line) => line === 'MONEY_RECEIVED KEPT');
    expect(kept).toHaveLength(2);
  });
});

describe('quiet hours', () => {
  test('hold notices until they end, and send security notices at once', async () => {
    await set({ quiet: quietNow(), timeZone: 'UTC' as never });
    await pay(bank, anna, ben, 5n);
    expect(await sendAll(bank, ben)).toEqual([]);
    expect(await inboxOf(bank, ben)).toContain('MONEY_RECEIVED HELD');
    await set({ ways: { sent: 'QUIET' } });
    const [security] = await messagesTo(bank, ben);
    expect(told(security!)).toBe('NOTICES_LOWERED');
    await bank.outbox.sent(security!.ids);
    await database.pool.write("UPDATE outbox SET due_at = NOW(6) WHERE channel = 'HELD'");
    // They have not ended: it is held again.
    expect(await sendAll(bank, ben)).toEqual([]);
    await database.pool.write('UPDATE notice_settings SET quiet_from = quiet_until - 1');
    await database.pool.write("UPDATE outbox SET due_at = NOW(6) WHERE channel = 'HELD'");
    expect(await sendAll(bank, ben)).toEqual(['MONEY_RECEIVED']);
  });

  test('that are turned off release what they held', async () => {
    await set({ quiet: quietNow() });
    await pay(bank, anna, ben, 5n);
    await pay(bank, anna, ben, 6n);
    expect(await amountsIn()).toEqual([]);
    await set({ quiet: null });
    expect(await amountsIn()).toEqual([5n, 6n]);
  });
});

describe('a change', () => {
  test('is told to the customer when outgoing payments become less noticeable', async () => {
    await set({ ways: { sent: 'QUIET' } });
    expect((await messagesTo(bank, ben)).map(told)).toEqual(['NOTICES_LOWERED']);
    await agedBy(database.pool, 61);
    expect(await sendAll(bank, ben)).toEqual(['SECURITY']);
    await set({ ways: { sent: 'DM', received: 'INBOX' } });
    expect(await sendAll(bank, ben)).toEqual([]);
    await set({ threshold: 5n as never });
    expect(await sendAll(bank, ben)).toEqual(['SECURITY']);
    const actions = await database.pool.rows(
      `SELECT action FROM audit WHERE action LIKE 'NOTICES%' ORDER BY id`,
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'NOTICES_LOWERED',
      'NOTICES_CHANGED',
      'NOTICES_LOWERED',
    ]);
  });

  test('keeps what it does not name, and needs a live session', async () => {
    await set({ ways: { digest: 'QUIET' }, quiet: { from: 60, until: 30 } });
    await set({ timeZone: 'Asia/Tokyo' as never });
    expect(await bank.notices.settings(ben.session)).toMatchObject({
      ways: { digest: 'QUIET', received: 'DM' },
      quiet: { from: 60, until: 30 },
      threshold: null,
      timeZone: 'Asia/Tokyo',
    });
    await bank.sessions.logout(ben.session);
    expect(await outcomeOf(set({ quiet: null }))).toBe('SESSION_EXPIRED');
    expect(await outcomeOf(bank.notices.settings(ben.session))).toBe('SESSION_EXPIRED');
  });
});

describe('a person to whom Discord takes no messages', () => {
  test('gets none until they use the bank again', async () => {
    for (const amount of [5n, 6n]) await pay(bank, anna, ben, amount);
    await set({ ways: { sent: 'QUIET' } });
    const [first] = await messagesTo(bank, ben);
    await bank.outbox.refused(first!.ids, 'CLOSED');
    await pay(bank, anna, ben, 7n);
    expect(await messagesTo(bank, ben)).toEqual([]);
    expect(await inboxOf(bank, ben)).toEqual([
      'MONEY_RECEIVED CLOSED',
      'SECURITY CLOSED',
      'MONEY_RECEIVED CLOSED',
      'MONEY_RECEIVED CLOSED',
    ]);
    await pay(bank, anna, ben, 8n);
    expect(await sendAll(bank, ben)).toEqual([]);
    expect(await newsOf(ben)).toBe(1);
    await pay(bank, anna, ben, 9n);
    expect(await sendAll(bank, ben)).toEqual(['MONEY_RECEIVED']);
  });

  test.each(['GONE', 'NO_SERVER', 'CLOSED'] as const)(
    '%s: staff read of it once',
    async (reach) => {
      bank.staff.arrange({ ownerIds: [], cards: false, log: true });
      await pay(bank, anna, ben, 5n);
      const [first] = await messagesTo(bank, ben);
      await bank.outbox.refused(first!.ids, reach);
      await bank.outbox.refused(first!.ids, reach);
      await pay(bank, anna, ben, 6n);
      await sendAll(bank, ben);
      const lines = (await takeAll(bank.staffLog)).map(({ notice }) => notice);
      const unreached = lines.filter(({ kind }) => kind === 'UNREACHED');
      // That a person accepts no messages is no matter of the staff.
      expect(unreached).toMatchObject(reach === 'CLOSED' ? [] : [{ reach }]);
    },
  );
});
