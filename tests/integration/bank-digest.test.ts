/** The weekly digest, by a clock that the test sets. */
import { beforeEach, expect, test } from 'vitest';
import { digestKind } from '../../src/bank/people/index.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { idSource } from '../../src/lib/ids.ts';
import { openPerson, pay } from '../support/bank.ts';
import { takeMessages } from '../support/messages.ts';
import { withBank } from '../support/with-bank.ts';

const dayMs = 24 * 3_600_000;
let now = Date.now();
const clock = { now: () => now };
const { database, bank, anna, ben } = withBank({ balances: { anna: 1_000n, ben: 0n } });
const nextId = idSource({ clock: systemClock, processNumber: 901n });

beforeEach(() => {
  now = Date.now();
});

const digests = async () => {
  await digestKind({ pool: database.pool, clock, nextId }).run(undefined as never);
  return (await takeMessages(bank)).filter(({ notice }) => notice.kind === 'DIGEST');
};

test('is made once a week, for those who want it, with the sums of the week', async () => {
  await bank.notices.change(ben.session, { ways: { digest: 'DM' }, timeZone: 'UTC' as never });
  await pay(bank, anna, ben, 30n);
  await pay(bank, anna, ben, 12n);
  await pay(bank, ben, anna, 2n);
  await takeMessages(bank);
  expect(await digests()).toEqual([]);
  now += 7 * dayMs;
  const [digest, ...others] = await digests();
  expect(others).toEqual([]);
  expect(digest).toMatchObject({
    recipient: ben.discordUserId,
    notice: {
      kind: 'DIGEST',
      received: { count: 2, total: 42n },
      sent: { count: 1, total: 2n },
    },
  });
  expect(await digests()).toEqual([]);
});

test('is not sent where nothing happened, and once for a bank that was down for weeks', async () => {
  const eve = await openPerson(bank);
  for (const { session } of [ben, eve]) {
    await bank.notices.change(session, { ways: { digest: 'DM' } });
  }
  await takeMessages(bank);
  now += 21 * dayMs;
  expect(await digests()).toEqual([]);
  const left = `SELECT id FROM outbox WHERE kind = 'DIGEST'`;
  expect(await database.pool.rows(left)).toEqual([]);
  const due = await database.pool.rows('SELECT digest_due_at FROM notice_settings');
  expect(
    due.every(
      (row) => String(row['digest_due_at']) > new Date(now).toISOString().replace('T', ' '),
    ),
  ).toBe(true);
});

test('ends when it is turned off, and moves with the time zone', async () => {
  await bank.notices.change(ben.session, { ways: { digest: 'DM' } });
  const dueAt = async () =>
    (await database.pool.rows('SELECT digest_due_at FROM notice_settings'))[0]!['digest_due_at'];
  const before = await dueAt();
  await bank.timeZones.choose(ben.session, 'Asia/Tokyo' as never);
  expect(await dueAt()).not.toBe(before);
  await bank.notices.change(ben.session, { ways: { digest: 'OFF' } });
  expect(await dueAt()).toBeNull();
});
