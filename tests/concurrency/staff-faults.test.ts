/** Lost COMMITs of staff acts and erasures: the outcome is shown, never "nothing moved". */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Asked } from '../../src/bank/model/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { createPool, type Pool } from '../../src/db/pool.ts';
import {
  allOf,
  balanceOf,
  discordId,
  exactly,
  newRequestId,
  openBank,
  openPerson,
  place,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { startCommitProxy, type CommitProxy, type Loss } from '../support/commit-proxy.ts';
import { testDatabase } from '../support/database.ts';
import { outcomeOf } from '../support/messages.ts';
import { openStaff, reason, type Staff } from '../support/staff.ts';

const database = testDatabase();
const fourEyesAbove = 1_000n;
let proxy: CommitProxy;
let pool: Pool;
/** Uses the database through the proxy. */
let bank: TestBank;
let direct: TestBank;
let staff: Staff;
let anna: Person;

beforeEach(async () => {
  proxy = await startCommitProxy(database.address);
  pool = createPool(proxy.address, { limits: { acquireMs: 500 } });
  const settings = { fourEyesAbove };
  [bank, direct] = [
    await openBank(pool, { settings: { ...settings, deposits: 'approval' } }),
    await openBank(database.pool, { settings }),
  ];
  staff = await openStaff(direct);
  anna = await openPerson(direct, 5_000n);
});
afterEach(async () => {
  await Promise.all([bank.close(), direct.close()]);
  await pool.close();
  await proxy.close();
  await expectBooksBalanced(database.pool);
});

const adjustment = (amount: bigint) => ({
  requestId: newRequestId(),
  accountNumber: anna.accountNumber,
  amount: amount as m.Amount,
  side: 'credit' as const,
  reason,
});
const about = () => ({ accountNumber: anna.accountNumber, reason });
const idOf = (acted: { readonly kind: string } & Partial<Asked>): m.RequestId => {
  if (acted.approval === undefined) throw new Error('nobody was asked');
  return acted.approval.id;
};
const approve = async (id: m.RequestId, by = bank) =>
  by.approvals.decide(staff.max.session, { id, verdict: 'APPROVED' });
const asksOf = {
  adjust: async () => direct.corrections.adjust(staff.mona.session, adjustment(fourEyesAbove + 1n)),
  deposit: async () => ({
    kind: 'asked',
    ...(await direct.payments.askDeposit(anna.session, {
      requestId: newRequestId(),
      wish: exactly(700n),
      memo: null,
    })),
  }),
  relink: async () =>
    direct.counter.relink(staff.mona.session, { ...about(), member: discordId() }),
  role: async () => {
    const grant = { member: anna.discordUserId, role: 'TELLER', reason } as const;
    return direct.staff.grantRole(staff.mona.session, grant);
  },
  unfreeze: async () => {
    await direct.counter.freeze(staff.teller.session, about());
    return direct.counter.unfreeze(staff.mona.session, about());
  },
} as const satisfies Record<string, () => Promise<{ readonly kind: string } & Partial<Asked>>>;
const kinds = Object.keys(asksOf) as (keyof typeof asksOf)[];
const losses: readonly Loss[] = ['request', 'answer'];
const every = losses.flatMap((loss) => kinds.map((kind) => [loss, kind] as const));

describe('a lost COMMIT of an approval', () => {
  test.each(every)('(%s, %s) shows that it was approved', async (loss, kind) => {
    const id = idOf(await asksOf[kind]());
    proxy.loseNext(loss);
    expect(await approve(id)).toMatchObject({ id, state: 'APPROVED' });
    expect(proxy.lost).toBe(1);
    expect(await approve(id, direct)).toMatchObject({ state: 'APPROVED' });
  });

  test('that stays unknown is reported as unknown, and shown when repeated', async () => {
    const ids = [idOf(await asksOf.adjust()), idOf(await asksOf.role())];
    proxy.loseNext('answer', 1_000);
    const outcomes = await Promise.all(ids.map(async (id) => outcomeOf(approve(id))));
    expect(outcomes).toEqual(['OUTCOME_UNKNOWN', 'CHANGE_UNKNOWN']);
    for (const id of ids) expect(await approve(id, direct)).toMatchObject({ state: 'APPROVED' });
  });
});

const reversible = async (): Promise<m.RequestId> => {
  const requestId = newRequestId();
  const order = { requestId, wish: exactly(300n), memo: null };
  await direct.payments.withdraw(anna.session, order);
  return requestId;
};
/** Each with the row that must exist exactly once afterwards. */
const acts: Readonly<Record<string, readonly [action: string, run: () => Promise<unknown>]>> = {
  'an adjustment': [
    'ADJUST_BOOKED',
    async () => bank.corrections.adjust(staff.mona.session, adjustment(400n)),
  ],
  'a reversal': [
    'REVERSE_BOOKED',
    async () => {
      const transaction = await reversible();
      const asked = { requestId: newRequestId(), transaction, reason };
      return bank.corrections.reverse(staff.mona.session, asked);
    },
  ],
  'a correction that is asked': [
    'ADJUST_ASKED',
    async () => bank.corrections.adjust(staff.mona.session, adjustment(fourEyesAbove + 1n)),
  ],
  'a deposit that is asked': [
    'DEPOSIT_ASKED',
    async () => {
      const order = { requestId: newRequestId(), wish: exactly(700n), memo: null };
      return bank.payments.askDeposit(anna.session, order);
    },
  ],
  'a deposit over the counter': [
    'COUNTER_DEPOSIT',
    async () => {
      const order = { ...about(), requestId: newRequestId(), wish: exactly(50n), memo: null };
      return bank.counter.deposit(staff.teller.session, order);
    },
  ],
  'a freeze': ['ACCOUNT_FROZEN', async () => bank.counter.freeze(staff.teller.session, about())],
  'a relinking that is asked': [
    'RELINK_ASKED',
    async () => bank.counter.relink(staff.mona.session, { ...about(), member: discordId() }),
  ],
  'a revoked role': [
    'ROLE_REVOKED',
    async () => {
      const change = { member: staff.teller.discordUserId, reason };
      return bank.staff.revokeRole(staff.mona.session, change);
    },
  ],
  'a lock': [
    'ACCOUNT_LOCKED',
    async () => bank.locks.lock({ discordUserId: anna.discordUserId, place }),
  ],
  'a logout': ['LOGGED_OUT', async () => bank.sessions.logout(anna.session)],
  'a begun app': [
    'TOTP_BEGUN',
    async () => bank.secondFactor.begin(anna.session, { isProved: true }),
  ],
};
const audited = async (action: string): Promise<number> =>
  (await database.pool.rows('SELECT id FROM audit WHERE action = ?', [action])).length;

test.each(Object.keys(acts))('a lost answer to %s is resolved: done once', async (name) => {
  const [action, run] = acts[name]!;
  proxy.loseNext('answer');
  expect(await outcomeOf(run())).toBe('done');
  expect(proxy.lost).toBe(1);
  expect(await audited(action)).toBe(1);
});

test('an unknown outcome is never reported as not done', async () => {
  proxy.loseNext('answer', 1_000);
  const runs = ['an adjustment', 'a deposit over the counter', 'a revoked role', 'a logout'];
  const outcomes = await Promise.all(runs.map(async (name) => outcomeOf(acts[name]![1]())));
  expect(new Set(outcomes)).toEqual(new Set(['OUTCOME_UNKNOWN', 'CHANGE_UNKNOWN']));
});

test('an erasure with a lost COMMIT happens once, and a repeat shows that it is done', async () => {
  const wish = await allOf(direct, anna);
  const order = { requestId: newRequestId(), wish, memo: null };
  await direct.payments.withdraw(anna.session, order);
  const erasure = { requestId: newRequestId(), isProved: true };
  proxy.loseNext('answer');
  expect(await outcomeOf(bank.privacy.erase(anna.session, erasure))).toBe('done');
  expect(await outcomeOf(direct.privacy.erase(anna.session, erasure))).toBe('done');
  expect(await audited('PERSON_ERASED')).toBe(1);
});

test('a requested correction is found again, even after its session has ended', async () => {
  const asked = adjustment(fourEyesAbove + 1n);
  proxy.loseNext('answer', 1_000);
  const { session } = staff.mona;
  expect(await outcomeOf(bank.corrections.adjust(session, asked))).toBe('CHANGE_UNKNOWN');
  await direct.sessions.logout(session);
  expect(await direct.corrections.adjust(session, asked)).toMatchObject({ kind: 'asked' });
  expect(await audited('ADJUST_ASKED')).toBe(1);
  expect(await balanceOf(direct, anna)).toBe(5_000n);
});
