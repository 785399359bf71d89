import { describe, expect, test } from 'vitest';
import type { OutboxMessage, PendingAction, RequestId } from '../../src/bank/index.ts';
import { prunePending } from '../../src/bank/conversations/index.ts';
import { DatabaseError } from '../../src/db/errors.ts';
import type { Pool } from '../../src/db/pool.ts';
import { bigintOf } from '../../src/db/rows.ts';
import type { Scalar } from '../../src/db/text/scalars.ts';
import type { DatabaseSession } from '../../src/db/session.ts';
import type { Message } from '../../src/db/text/message.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { discordId, exactly, newRequestId, openBank, openPerson, pay } from '../support/bank.ts';
import { takeMessages } from '../support/messages.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna } = withBank({ balances: { anna: 0n } });

const payload = '{"memo":"for pizza 🍕"}';
const open = async (changes: Partial<PendingAction> = {}) =>
  bank.pending.open({
    discordUserId: anna.discordUserId,
    kind: 'CONFIRM',
    command: 'transfer',
    payload,
    ...changes,
  });
const find = async (id: RequestId, who = anna.discordUserId) => bank.pending.find(id, who);
const take = async (id: RequestId, who = anna.discordUserId) =>
  bank.pending.take(id, who, anna.session);
const age = async (column: string, seconds: number) =>
  database.pool.write(`UPDATE pending SET ${column} = ${column} - INTERVAL ? SECOND`, [seconds]);

/** The COMMIT of a transaction that takes a row is lost on its way there or back. */
const losingCommit = (session: DatabaseSession, losses: ('request' | 'answer')[]) => {
  let takes = false;
  return {
    ...session,
    together: async ({ statements, take }: Message, timeoutMs: number) => {
      const text = take();
      takes = text.includes(`state = 'TAKEN', taken_at`);
      return session.together({ statements, take: () => text }, timeoutMs);
    },
    write: async (sql: string, values: readonly Scalar[], timeoutMs: number) => {
      const lost = takes && sql === 'COMMIT' ? losses.pop() : undefined;
      const written = await session.write(lost === 'request' ? 'ROLLBACK' : sql, values, timeoutMs);
      if (lost === undefined) return written;
      throw new DatabaseError('The answer was lost', { kind: 'lost' });
    },
  };
};

describe('a conversation', () => {
  test('keeps its values sealed, readable only by its person', async () => {
    const action = await open();
    expect(action).toMatchObject({ kind: 'CONFIRM', payload, state: 'OPEN', session: null });
    const lifeMs = action.expiresAt.getTime() - Date.now();
    expect(lifeMs).toBeGreaterThan(4.8 * 60_000);
    expect(lifeMs).toBeLessThanOrEqual(5.1 * 60_000);
    expect(await find(action.requestId)).toEqual(action);
    expect(await find(action.requestId, discordId())).toBeNull();
    expect(await find(newRequestId())).toBeNull();
    const [row] = await database.pool.rows('SELECT payload FROM pending');
    expect(String(row!['payload'])).not.toContain('pizza');
  });

  test('is taken once by many presses', async () => {
    const { requestId } = await open();
    const presses = await Promise.all(Array.from({ length: 20 }, async () => take(requestId)));
    expect(presses.filter((press) => press?.takenNow)).toHaveLength(1);
    for (const press of presses) {
      expect(press?.action).toMatchObject({ state: 'TAKEN', payload });
      expect(press?.action.session?.id).toBe(anna.session.id);
    }
    expect(await take(requestId, discordId())).toBeNull();
  });

  test('is not taken if cancelled or expired', async () => {
    const cancelled = await open();
    expect(await bank.pending.cancel(cancelled.requestId, discordId())).toBe(false);
    expect(await bank.pending.cancel(cancelled.requestId, anna.discordUserId)).toBe(true);
    expect(await bank.pending.cancel(cancelled.requestId, anna.discordUserId)).toBe(false);
    expect(await take(cancelled.requestId)).toMatchObject({
      takenNow: false,
      action: { state: 'CANCELLED' },
    });
    const expired = await open();
    await age('expires_at', 301);
    expect(await find(expired.requestId)).toMatchObject({ state: 'EXPIRED' });
    expect(await take(expired.requestId)).toMatchObject({
      takenNow: false,
      action: { state: 'EXPIRED' },
    });
  });

  test('drafts live longer than confirm cards', async () => {
    const draft = await open({ kind: 'DRAFT' });
    await age('expires_at', 13 * 60);
    expect(await find(draft.requestId)).toMatchObject({ state: 'OPEN' });
    await age('expires_at', 61);
    expect(await find(draft.requestId)).toMatchObject({ state: 'EXPIRED' });
  });

  test('settles once, and a refusal is final', async () => {
    const [done, refused] = [await open(), await open()];
    await take(done.requestId);
    await take(refused.requestId);
    await bank.pending.settle(done.requestId, 'DONE');
    await bank.pending.settle(done.requestId, 'CANCELLED');
    await bank.pending.settle(refused.requestId, 'CANCELLED');
    await bank.pending.settle(refused.requestId, 'DONE');
    expect(await find(done.requestId)).toMatchObject({ state: 'DONE' });
    expect(await find(refused.requestId)).toMatchObject({ state: 'CANCELLED' });
    const open1 = await open();
    await bank.pending.settle(open1.requestId, 'DONE');
    expect(await find(open1.requestId)).toMatchObject({ state: 'OPEN' });
  });

  test('is cancelled when its person opens more than twenty', async () => {
    const first = await open();
    const second = await open();
    for (let count = 0; count < 19; count += 1) await open();
    expect(await find(first.requestId)).toMatchObject({ state: 'CANCELLED' });
    expect(await find(second.requestId)).toMatchObject({ state: 'OPEN' });
  });

  test('accepts a long form, and refuses more than a form can hold', async () => {
    const long = '🍕'.repeat(3_900);
    expect((await open({ payload: long })).payload).toBe(long);
    await expect(open({ payload: 'x'.repeat(16_001) })).rejects.toThrow('Defect');
  });

  test.each(['request', 'answer'] as const)(
    'is taken once although the %s of COMMIT is lost',
    async (loss) => {
      const { requestId } = await open();
      const losses = [loss];
      const losing: Pool = {
        ...database.pool,
        use: async (work) =>
          database.pool.use(async (session) => work(losingCommit(session, losses))),
      };
      const there = await openBank(losing);
      const first = await there.pending.take(requestId, anna.discordUserId, anna.session);
      const second = await there.pending.take(requestId, anna.discordUserId, anna.session);
      expect([first?.takenNow, second?.takenNow, losses]).toEqual([true, false, []]);
    },
  );
});

describe('an unsettled row', () => {
  test('is claimed by one process, with its session', async () => {
    const [taken, settled] = [await open(), await open()];
    await take(taken.requestId);
    await take(settled.requestId);
    await bank.pending.settle(settled.requestId, 'DONE');
    expect(await bank.pending.claimUnsettled(10_000, 10)).toEqual([]);
    await age('taken_at', 11);
    const other = await openBank(database.pool);
    const claims = await Promise.all(
      [bank, other, bank, other].map(async (one) => one.pending.claimUnsettled(10_000, 10)),
    );
    expect(claims.flat()).toMatchObject([
      { requestId: taken.requestId, state: 'TAKEN', payload, session: { id: anna.session.id } },
    ]);
    expect(await bank.pending.claimUnsettled(10_000, 10)).toEqual([]);
    await age('claimed_until', 61);
    expect(await bank.pending.claimUnsettled(10_000, 10)).toHaveLength(1);
  });

  test('is kept, while settled and abandoned rows are deleted after a day', async () => {
    const [taken, forgotten] = [await open(), await open()];
    await take(taken.requestId);
    const { pool } = database;
    const tomorrow = { now: () => systemClock.now() + 25 * 3_600_000 };
    expect(await bank.pending.claimUnsettled(10_000, 10)).toEqual([]);
    expect(await prunePending({ pool, clock: systemClock }, 10)).toBe(0);
    expect(await find(forgotten.requestId)).not.toBeNull();
    expect(await prunePending({ pool, clock: tomorrow }, 10)).toBe(1);
    expect(await find(forgotten.requestId)).toBeNull();
    expect(await find(taken.requestId)).not.toBeNull();
  });
});

const amountsOf = ({ notice }: OutboxMessage) =>
  'entries' in notice ? notice.entries.map(({ amount }) => amount) : [];
/** Notices to payees; those to payers are settled at once. */
async function told(on = bank, limit = 50) {
  const claimed = await on.outbox.claim(limit);
  const sent = claimed.filter(({ notice }) => notice.kind === 'MONEY_SENT');
  for (const { ids } of sent) await on.outbox.sent(ids);
  return claimed
    .filter((message) => !sent.includes(message))
    .map((message) => ({
      ids: message.ids,
      amounts: amountsOf(message),
      to: message.recipient,
    }));
}

describe('the outbox', () => {
  const rich = async () =>
    bank.payments.deposit(anna.session, {
      requestId: newRequestId(),
      wish: exactly(100n),
      memo: null,
    });

  test('keeps the order per person when sending fails', async () => {
    const ben = await openPerson(bank);
    await rich();
    await pay(bank, anna, ben, 1n);
    const [first] = await told();
    expect(first?.amounts).toEqual([1n]);
    for (const units of [2n, 3n]) await pay(bank, anna, ben, units);
    // A message under way holds back later ones.
    expect(await told()).toEqual([]);
    await bank.outbox.failed(first!.ids, '500', false);
    expect(await told()).toEqual([]);
    await database.pool.write('UPDATE outbox SET due_at = NOW(6)');
    const [again] = await told();
    expect(again?.amounts).toEqual([1n, 2n, 3n]);
    await bank.outbox.sent(again!.ids);
    expect(await database.pool.rows("SELECT id FROM outbox WHERE channel <> 'INBOX'")).toEqual([]);
  });

  test('combines ten payments in one message, and keeps other notices in order', async () => {
    const ben = await openPerson(bank);
    await rich();
    for (let count = 0; count < 12; count += 1) await pay(bank, anna, ben, 1n);
    const [ten] = await told();
    expect(ten?.amounts).toHaveLength(10);
    await bank.outbox.sent(ten!.ids);
    // Between the two that remain.
    const [last] = await database.pool.rows(
      "SELECT MAX(id) AS id FROM outbox WHERE kind = 'MONEY_RECEIVED'",
    );
    await database.pool.write('UPDATE outbox SET kind = ? WHERE id = ?', [
      'NEW_LOGIN',
      bigintOf(last!, 'id'),
    ]);
    await pay(bank, anna, ben, 2n);
    const [one] = await told();
    expect(one?.amounts).toEqual([1n]);
    await bank.outbox.sent(one!.ids);
    // A session that does not exist needs no notice.
    expect((await told()).map(({ amounts }) => amounts)).toEqual([[2n]]);
  });

  test('is shared by several processes without sending twice', async () => {
    await rich();
    const people = await Promise.all(Array.from({ length: 10 }, async () => openPerson(bank)));
    for (const person of people) await pay(bank, anna, person, 5n);
    const other = await openBank(database.pool);
    const claims = await Promise.all([bank, other, bank, other].map(async (one) => told(one, 4)));
    const ids = claims.flat().flatMap((one) => one.ids);
    expect(new Set(ids).size).toBe(ids.length);
    for (;;) {
      const rest = await told();
      if (rest.length === 0) break;
      ids.push(...rest.flatMap((one) => one.ids));
    }
    expect([ids.length, new Set(ids).size]).toEqual([10, 10]);
  });

  test('combines ten payments for a payer, and none is sent twice', async () => {
    await rich();
    const ben = await openPerson(bank);
    for (let count = 0; count < 12; count += 1) await pay(bank, anna, ben, 1n);
    const other = await openBank(database.pool);
    const claims = await Promise.all(
      [bank, other, bank, other].map(async (one) => one.outbox.claim(50)),
    );
    const first = claims.flat();
    for (const { ids } of first) await bank.outbox.sent(ids);
    const rest = await takeMessages(bank);
    const toPayer = [...first, ...rest].filter(({ notice }) => notice.kind === 'MONEY_SENT');
    expect(toPayer.map((message) => [message.recipient, amountsOf(message).length])).toEqual([
      [anna.discordUserId, 10],
      [anna.discordUserId, 2],
    ]);
    const references = toPayer.flatMap(({ notice }) =>
      'entries' in notice ? notice.entries.map(({ reference }) => reference) : [],
    );
    expect(new Set(references).size).toBe(12);
    expect(await database.pool.rows("SELECT id FROM outbox WHERE channel <> 'INBOX'")).toEqual([]);
    await other.close();
  });

  test('messages of a dead sender are available again after the lease', async () => {
    await bank.payments.deposit(anna.session, {
      requestId: newRequestId(),
      wish: exactly(100n),
      memo: null,
    });
    await pay(bank, anna, await openPerson(bank), 5n);
    const first = await bank.outbox.claim(10);
    expect(first.map(({ notice }) => notice.kind)).toEqual(['MONEY_RECEIVED', 'MONEY_SENT']);
    expect(await bank.outbox.claim(10)).toEqual([]);
    await database.pool.write('UPDATE outbox SET due_at = due_at - INTERVAL 61 SECOND');
    expect(await bank.outbox.claim(10)).toEqual(
      first.map((one) => ({ ...one, attempts: 2, wasTried: true })),
    );
  });

  test('gives up after twelve attempts, or at once after a final failure', async () => {
    await rich();
    const [ben, eve] = [await openPerson(bank), await openPerson(bank)];
    await pay(bank, anna, ben, 5n);
    await pay(bank, anna, eve, 6n);
    const [toBen, toEve] = await told();
    await bank.outbox.failed(toEve!.ids, '50007', true);
    for (let attempt = 2; attempt <= 12; attempt += 1) {
      await bank.outbox.failed(toBen!.ids, '500', false);
      await database.pool.write('UPDATE outbox SET due_at = NOW(6)');
      expect(await bank.outbox.claim(10)).toMatchObject([{ ids: toBen!.ids, attempts: attempt }]);
    }
    await bank.outbox.failed(toBen!.ids, '500', false);
    expect(await database.pool.rows("SELECT id FROM outbox WHERE channel <> 'INBOX'")).toEqual([]);
    expect(bank.events).toEqual([
      { name: 'noticeGivenUp', kind: 'MONEY_RECEIVED', reason: '50007' },
      { name: 'noticeGivenUp', kind: 'MONEY_RECEIVED', reason: '500' },
    ]);
  });
});
