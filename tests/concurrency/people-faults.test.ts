/** Lost COMMITs while people change passwords, details and locks: done once, or not at all. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPool, type Pool } from '../../src/db/pool.ts';
import { hourMs } from '../../src/lib/durations.ts';
import {
  openBank,
  openPerson,
  password,
  place,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { startCommitProxy, type CommitProxy } from '../support/commit-proxy.ts';
import { testDatabase } from '../support/database.ts';
import { mailedCode, outcomeOf, takeMail, takeMessages, told } from '../support/messages.ts';

const database = testDatabase();
const renewed = 'walrus copper meadow 77';
const settings = { canMail: true };
/** No COMMITs of the bank's own work, which would take the faults. */
const quiet = { ...settings, jobsEveryMs: hourMs, verifyEveryMs: hourMs, logEveryMs: hourMs };
let proxy: CommitProxy;
let pool: Pool;
/** Uses the database through the proxy. */
let bank: TestBank;
let direct: TestBank;
let anna: Person;

beforeEach(async () => {
  proxy = await startCommitProxy(database.address);
  pool = createPool(proxy.address, { limits: { acquireMs: 500 } });
  bank = await openBank(pool, { settings: quiet, jobTime: () => new Date(0) });
  direct = await openBank(database.pool, { settings });
  anna = await openPerson(direct);
});
afterEach(async () => {
  await Promise.all([bank.close(), direct.close()]);
  await pool.close();
  await proxy.close();
});

const audited = async (action: string) =>
  (await database.pool.rows('SELECT id FROM audit WHERE action = ?', [action])).length;
const calm = async () => database.pool.write('DELETE FROM login_counters');
const opens = async (secret: string): Promise<boolean> => {
  await calm();
  const { discordUserId, accountNumber } = anna;
  const login = direct.sessions.login({ discordUserId, place, accountNumber, password: secret });
  return (await outcomeOf(login)) === 'done';
};

describe.each(['request', 'answer'] as const)('a lost COMMIT (%s)', (loss) => {
  test('of a lock is resolved: locked once, reported once', async () => {
    proxy.loseNext(loss);
    expect(await bank.locks.lock({ discordUserId: anna.discordUserId, place })).toBe(true);
    expect(proxy.lost).toBe(1);
    expect(await audited('ACCOUNT_LOCKED')).toBe(1);
    expect((await takeMessages(direct)).map(told)).toEqual(['ACCOUNT_LOCKED']);
    expect((await takeMail(direct)).map(told)).toEqual(['ACCOUNT_LOCKED']);
  });

  test('of a request for a code is resolved: one code, one mail', async () => {
    proxy.loseNext(loss);
    const { discordUserId, accountNumber, details } = anna;
    const { email, phone } = details;
    await bank.recovery.request({ discordUserId, place, accountNumber, email, phone });
    expect(proxy.lost).toBe(1);
    expect((await takeMail(direct)).map(told)).toEqual(['CODE RECOVERY']);
  });

  // The attempt is counted, then cleared, then the password is changed: three COMMITs.
  test.each([
    ['BANK_BUSY', 0],
    ['done', 1],
    ['done', 2],
  ])('during a password change: %s after %i commits', async (expected, passing) => {
    proxy.letPass(passing);
    proxy.loseNext(loss);
    const change = { currentPassword: password, password: renewed, place };
    expect(await outcomeOf(bank.profile.changePassword(anna.session, change))).toBe(expected);
    expect(proxy.lost).toBe(1);
    const done = expected === 'done';
    expect([await opens(renewed), await opens(password)]).toEqual([done, !done]);
    expect(await audited('PASSWORD_CHANGED')).toBe(done ? 1 : 0);
  });
});

test('a recovery with lost COMMITs happens once', async () => {
  const { discordUserId, accountNumber, details } = anna;
  const { email, phone } = details;
  await direct.recovery.request({ discordUserId, place, accountNumber, email, phone });
  const { code } = await mailedCode(direct);
  proxy.loseNext('answer', 4);
  const proof = { discordUserId, place, code, password: renewed };
  expect(await outcomeOf(bank.recovery.complete(proof))).toBe('done');
  expect(await opens(renewed)).toBe(true);
  expect(await audited('PASSWORD_RECOVERED')).toBe(1);
  expect((await takeMail(direct)).map(told)).toContain('PASSWORD_RECOVERED');
});
