/**
 * A COMMIT that is still under way when its change is requested again: a plain read says that
 * nothing has happened, and a moment later it has. Every commit of the bank must handle that.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createBank, type Bank } from '../../../src/bank/index.ts';
import type * as m from '../../../src/bank/model/index.ts';
import { createPool, type Pool } from '../../../src/db/pool.ts';
import { integerOf } from '../../../src/db/rows.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { hourMs } from '../../../src/lib/durations.ts';
import { bankSettings } from '../bank/settings.ts';
import { detailsOf, placeOf } from '../crowd/customer.ts';
import { createTortureServer, type TortureServer } from '../server/server.ts';
import { peaceful, startTortureProxy, type CommitFault, type TortureProxy } from './proxy.ts';

const lateMs = 150;
const password = 'quartz-lantern-voyage';

describe.each(['late request', 'drop answer', 'drop request'] as const)('%s', (fault) => {
  let server: TortureServer;
  let proxy: TortureProxy;
  let direct: Pool;
  let pool: Pool;
  let bank: Bank;
  let people = 0;

  beforeAll(async () => {
    server = await createTortureServer({ folder: mkdtempSync(join(tmpdir(), 'passbook-late-')) });
    await server.start();
    const address = await server.freshSchema('late');
    direct = server.pool('late');
    proxy = await startTortureProxy(address);
    pool = createPool(proxy.address, { limits: { connections: 4 } });
    // No COMMITs of the bank's own work, which would take the faults.
    const own = { jobsEveryMs: hourMs, verifyEveryMs: hourMs, logEveryMs: hourMs };
    const settings = { ...bankSettings({ bcryptCost: 4, sessionIdleMs: 900_000 }), ...own };
    const secrets = { pepper: Buffer.alloc(32, 7), piiKey: Buffer.alloc(32, 9) };
    bank = await createBank({ pool, clock: systemClock, report: () => {}, settings, secrets });
  });
  afterAll(async () => {
    await bank.close();
    await pool.close();
    await proxy.close();
    await direct.close();
    await server.stop();
    await server.remove();
  });
  beforeEach(() => proxy.setPlan(peaceful));

  /** One COMMIT is affected, after this many others. */
  const spoilNext = (unspoilt = 0) => {
    const faults: (CommitFault | null)[] = [...Array.from({ length: unspoilt }, () => null), fault];
    proxy.setPlan({ ...peaceful, atCommit: () => faults.shift() ?? null, pauseMs: () => lateMs });
  };
  const registration = () => {
    people += 1;
    const discordUserId = `${800_000_000_000_000_000n + BigInt(people)}` as m.DiscordUserId;
    return { discordUserId, place: placeOf, details: detailsOf(people), password };
  };
  const audited = async (action: string) => {
    const sql = 'SELECT COUNT(*) AS rows_found FROM audit WHERE action = ?';
    const [row] = await direct.rows(sql, [action]);
    return integerOf(row!, 'rows_found');
  };

  test('a registration happens once and shows its codes', async () => {
    spoilNext();
    const { recoveryCodes, session } = await bank.customers.register(registration());
    expect(recoveryCodes).toHaveLength(8);
    expect(await bank.accounts.overview(session)).toHaveLength(1);
    expect(proxy.counts[fault]).toBeGreaterThan(0);
  });

  test('a login opens one session and is audited once', async () => {
    const person = registration();
    const { account } = await bank.customers.register(person);
    const before = await audited('LOGGED_IN');
    // The shared counts of the registration are written a second after it.
    await sleep(1_200);
    // The first one counts the attempt.
    spoilNext(1);
    const { accountNumber } = account;
    const { discordUserId, place } = person;
    const session = await bank.sessions.login({ discordUserId, place, accountNumber, password });
    expect(await bank.accounts.overview(session)).toHaveLength(1);
    expect(await audited('LOGGED_IN')).toBe(before + 1);
  });

  test('a logout ends the session and is audited once', async () => {
    const { session } = await bank.customers.register(registration());
    const before = await audited('LOGGED_OUT');
    spoilNext();
    await bank.sessions.logout(session);
    await expect(bank.accounts.overview(session)).rejects.toThrow('SESSION_EXPIRED');
    expect(await audited('LOGGED_OUT')).toBe(before + 1);
  });

  test('a payment is booked once, and its receipt is the first one', async () => {
    const { session } = await bank.customers.register(registration());
    const wish = { kind: 'exact', amount: 500n as m.Amount } as const;
    const order = { wish, memo: null, requestId: BigInt(people) as m.RequestId };
    spoilNext();
    const receipt = await bank.payments.deposit(session, order);
    expect(receipt.balanceAfter).toBe(500n);
    const again = await bank.payments.deposit(session, order);
    expect({ ...again, replayed: false }).toEqual({ ...receipt, replayed: false });
    const [account] = await bank.accounts.overview(session);
    expect(account!.balance).toBe(500n);
  });

  test('a card is taken once', async () => {
    const { session } = await bank.customers.register(registration());
    const { discordUserId } = session;
    const { requestId } = await bank.pending.open({
      discordUserId,
      kind: 'CONFIRM',
      command: 'transfer',
      payload: '{}',
    });
    spoilNext();
    const taken = await bank.pending.take(requestId, discordUserId, session);
    expect(taken?.takenNow).toBe(true);
    const again = await bank.pending.take(requestId, discordUserId, session);
    expect(again?.takenNow).toBe(false);
  });
});
