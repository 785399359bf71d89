/** A locked pot takes money, but nothing leaves it until its day or its early release. */
import { expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { hourMs } from '../../src/lib/durations.ts';
import { balancesOf } from '../support/accounts.ts';
import { newRequestId } from '../support/bank.ts';
import { takeMessages, told } from '../support/messages.ts';
import { addTo, dayIn, endLock, lockPot, openPot, releasePot, takeFrom } from '../support/pots.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna } = withBank({ balances: { anna: 10_000n } });

const close = async (account: m.AccountNumber) =>
  bank.accounts.close(anna.session, { account, requestId: newRequestId() });
async function filled(): Promise<m.AccountNumber> {
  const pot = await openPot(bank, anna);
  await addTo(bank, anna, pot, 1_000n);
  return pot;
}
const lockOf = async () => (await bank.pots.find(anna.session, null)).pot!.lock;

test('a locked pot takes money, and neither pays nor can be closed', async () => {
  const pot = await filled();
  const days = 30;
  const locked = await lockPot(bank, anna, pot, { days, waitHours: 24 });
  const until = new Date(`${dayIn(days)}T00:00:00Z`);
  expect(locked.pot!.lock).toEqual({ until, waitHours: 24, releaseAt: null });
  await addTo(bank, anna, pot, 500n);
  await expect(takeFrom(bank, anna, pot, 1n)).rejects.toMatchObject({
    refused: { code: 'POT_LOCKED', data: { until, pot } },
  });
  expect(await refusal(close(pot))).toBe('POT_LOCKED');
  expect(await balancesOf(bank, anna)).toEqual([8_500n, 1_500n]);
});

test('an empty locked pot cannot be closed either', async () => {
  const pot = await openPot(bank, anna);
  await lockPot(bank, anna, pot, { days: 2, waitHours: 0 });
  expect(await refusal(close(pot))).toBe('POT_LOCKED');
  await endLock(database, pot);
  expect(await close(pot)).toMatchObject({ status: 'CLOSED' });
});

test('the lock ends by the time of the database', async () => {
  const pot = await filled();
  await lockPot(bank, anna, pot, { days: 2, waitHours: 72 });
  await endLock(database, pot);
  expect(await lockOf()).toBeNull();
  await takeFrom(bank, anna, pot, 1_000n);
  expect(await close(pot)).toMatchObject({ status: 'CLOSED' });
});

test('a lock ends on a later day within ten years, and only becomes longer', async () => {
  const pot = await filled();
  const judge = async (untilDay: string, waitHours: number) =>
    refusal(bank.pots.judgeLock(anna.session, { pot, untilDay, waitHours }));
  for (const days of [0, -3, 3_700]) expect(await judge(dayIn(days), 0)).toBe('POT_DATE');
  await lockPot(bank, anna, pot, { days: 30, waitHours: 24 });
  expect(await judge(dayIn(29), 24)).toBe('POT_LOCK_SHORTER');
  expect(await judge(dayIn(30), 23)).toBe('POT_LOCK_SHORTER');
  const shorter = lockPot(bank, anna, pot, { days: 29, waitHours: 24 });
  expect(await refusal(shorter)).toBe('POT_LOCK_SHORTER');
  await lockPot(bank, anna, pot, { days: 31, waitHours: 48 });
  expect(await lockOf()).toMatchObject({ waitHours: 48 });
});

test('an early release opens the pot after the wait, is told, and is asked for once', async () => {
  const pot = await filled();
  expect(await refusal(releasePot(bank, anna, pot))).toBe('POT_NOT_LOCKED');
  await lockPot(bank, anna, pot, { days: 30, waitHours: 24 });
  await takeMessages(bank);
  const requestId = newRequestId();
  const before = Date.now();
  const released = await bank.pots.release(anna.session, { pot, requestId });
  expect(await bank.pots.release(anna.session, { pot, requestId })).toEqual(released);
  const at = released.pot!.lock!.releaseAt!.getTime();
  expect(at - before).toBeGreaterThan(24 * hourMs - 5_000);
  expect(at - before).toBeLessThan(24 * hourMs + 60_000);
  expect((await takeMessages(bank)).map(told)).toEqual(['POT_RELEASE_ASKED']);
  expect(await refusal(releasePot(bank, anna, pot))).toBe('POT_RELEASING');
  expect(await refusal(takeFrom(bank, anna, pot, 1n))).toBe('POT_LOCKED');
  await endLock(database, pot);
  await takeFrom(bank, anna, pot, 1n);
});

test('a wait of no hours opens it at once, and a wait beyond the lock at its end', async () => {
  const pot = await filled();
  await lockPot(bank, anna, pot, { days: 30, waitHours: 0 });
  expect((await releasePot(bank, anna, pot)).pot!.lock).toBeNull();
  await takeFrom(bank, anna, pot, 1n);
  await lockPot(bank, anna, pot, { days: 1, waitHours: 72 });
  const { until, releaseAt } = (await releasePot(bank, anna, pot)).pot!.lock!;
  expect(releaseAt).toEqual(until);
});

test('locking again calls the early release off', async () => {
  const pot = await filled();
  await lockPot(bank, anna, pot, { days: 30, waitHours: 24 });
  await releasePot(bank, anna, pot);
  await lockPot(bank, anna, pot, { days: 30, waitHours: 24 });
  expect(await lockOf()).toMatchObject({ releaseAt: null });
  const sql = 'SELECT action FROM audit WHERE action LIKE ? ORDER BY id';
  const rows = await database.pool.rows(sql, ['POT%']);
  expect(rows.map(({ action }) => action)).toEqual([
    'POT_LOCKED',
    'POT_RELEASE_ASKED',
    'POT_LOCKED',
  ]);
});

test('of a lock and money taken at once, the money leaves before the lock or not at all', async () => {
  const pot = await filled();
  const [locked, ...taken] = await Promise.allSettled([
    lockPot(bank, anna, pot, { days: 2, waitHours: 0 }),
    ...Array.from({ length: 16 }, async () => takeFrom(bank, anna, pot, 10n)),
  ]);
  expect(locked.status).toBe('fulfilled');
  const left = BigInt(taken.filter(({ status }) => status === 'fulfilled').length) * 10n;
  expect(await balancesOf(bank, anna)).toEqual([9_000n + left, 1_000n - left]);
  expect(await refusal(takeFrom(bank, anna, pot, 10n))).toBe('POT_LOCKED');
});
