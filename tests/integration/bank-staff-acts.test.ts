/** Every staff act that moves money counts for the person, with the decided amount. */
import { describe, expect, test } from 'vitest';
import { readMigrations } from '../../src/db/migrate-files.ts';
import { systemClock } from '../../src/lib/clock.ts';
import {
  discordId,
  exactly,
  newRequestId,
  openBank,
  openPerson,
  password,
  place,
  type Person,
} from '../support/bank.ts';
import {
  approve,
  approved,
  askDeposit,
  askedOnly,
  bookedAlone,
  fourEyesAbove,
  give,
  take,
} from '../support/staff-moves.ts';
import { reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const limit = 1_000n;
const settings = { staffLimitPerDay: limit, fourEyesAbove };
const ways = Object.entries({ ...bookedAlone, ...askedOnly, ...approved });
const dayMs = 86_400_000;
const { database, bank, staff, anna } = withBank({
  settings,
  hasStaff: true,
  balances: { anna: 800n },
});

/** Two managers give the account of `person` to a new Discord user, who logs in. */
async function relink(person: Person): Promise<Person> {
  const { accountNumber } = person;
  const member = discordId();
  const asked = await bank.counter.relink(staff.mona.session, { accountNumber, member, reason });
  if (asked.kind !== 'asked') throw new Error('no second manager was asked');
  await approve(bank, staff.max, asked.approval.id);
  const discordUserId = member;
  const login = { discordUserId, place, accountNumber, password };
  return { ...person, discordUserId, session: await bank.sessions.login(login) };
}

describe('the daily limit', () => {
  test.each(ways)('counts %s', async (_, move) => {
    const { mona: by, max: second } = staff;
    const moved = await move(bank, { by, second, to: anna });
    expect(await refusal(give(bank, by, anna, limit - moved + 1n))).toBe('STAFF_LIMIT_REACHED');
    if (moved < limit) expect(await refusal(give(bank, by, anna, limit - moved))).toBeNull();
  });

  test.each(ways)('refuses %s above it, and nothing moves', async (_, move) => {
    const { mona: by, max: second } = staff;
    await give(bank, by, await openPerson(bank), limit - 100n);
    const booked = async () =>
      (await database.pool.rows("SELECT id FROM transactions WHERE kind <> 'TRANSFER'")).length;
    const before = await booked();
    expect(await refusal(move(bank, { by, second, to: anna }))).toBe('STAFF_LIMIT_REACHED');
    expect(await booked()).toBe(before);
  });

  test('counts any number of acts', async () => {
    const wide = await openBank(database.pool, { settings: { staffLimitPerDay: 6_001n } });
    const { teller } = staff;
    await give(wide, teller, anna, 1n);
    const digits = '(SELECT 0 AS n' + ' UNION ALL SELECT 1'.repeat(9) + ')';
    await database.pool.write(
      `INSERT INTO staff_acts (audit_id, party_customer_id, actor_customer_id, amount, acted_at)
       SELECT ROW_NUMBER() OVER (), ?, ?, 1, NOW(6)
       FROM ${digits} AS a, ${digits} AS b, ${digits} AS c,
         (SELECT 1${' UNION ALL SELECT 1'.repeat(5)}) AS d`,
      [anna.session.customerId, teller.session.customerId],
    );
    expect(await refusal(give(wide, teller, anna, 1n))).toBe('STAFF_LIMIT_REACHED');
    await wide.close();
  });

  test('stays with the person after relinking', async () => {
    await give(bank, staff.teller, anna, limit - 100n);
    const teller = await relink(staff.teller);
    expect(await refusal(give(bank, teller, anna, 101n))).toBe('STAFF_LIMIT_REACHED');
    expect(await refusal(give(bank, teller, anna, 100n))).toBeNull();
  });

  test('uses the database’s clock', async () => {
    await give(bank, staff.teller, anna, limit);
    const clock = { ...systemClock, now: () => Date.now() + 3 * dayMs };
    const fast = await openBank(database.pool, { settings, clock });
    expect(await refusal(give(fast, staff.teller, anna, 1n))).toBe('STAFF_LIMIT_REACHED');
    await fast.close();
    await database.pool.write('UPDATE staff_acts SET acted_at = NOW(6) - INTERVAL 25 HOUR');
    expect(await refusal(give(bank, staff.teller, anna, 1n))).toBeNull();
  });

  test('holds for simultaneous acts of every kind', async () => {
    const people = await Promise.all([1, 2, 3].map(async () => openPerson(bank, 600n)));
    const ids = await Promise.all(people.map(async (one) => askDeposit(bank, one)));
    const { mona } = staff;
    const codes = await Promise.all([
      ...ids.map(async (id) => refusal(approve(bank, mona, id))),
      ...people.map(async (to) => refusal(take(bank, mona, to, exactly(600n)))),
    ]);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set([null, 'STAFF_LIMIT_REACHED']));
  });
});

describe('two members who serve each other', () => {
  test.each(ways)('are stopped at %s', async (_, move) => {
    const { mona: by, max: second, teller: to } = staff;
    await bank.payments.deposit(to.session, {
      requestId: newRequestId(),
      wish: exactly(800n),
      memo: null,
    });
    await give(bank, to, by, 10n);
    expect(await refusal(move(bank, { by, second, to }))).toBe('STAFF_CYCLE');
  });

  test('are stopped after one of them was relinked', async () => {
    await give(bank, staff.teller, staff.mona, 10n);
    const teller = await relink(staff.teller);
    expect(await refusal(give(bank, staff.mona, teller, 10n))).toBe('STAFF_CYCLE');
  });

  test('are stopped when the first act was an approval', async () => {
    await approve(bank, staff.teller, await askDeposit(bank, staff.mona, 10n));
    expect(await refusal(give(bank, staff.mona, staff.teller, 10n))).toBe('STAFF_CYCLE');
  });

  test('are stopped when they act at the same time', async () => {
    const { mona, max, teller } = staff;
    const pairs = [
      [mona, max],
      [max, teller],
      [teller, mona],
    ] as const;
    const codes = await Promise.all(
      pairs.map(async ([one, other]) =>
        Promise.all([refusal(give(bank, one, other, 1n)), refusal(give(bank, other, one, 1n))]),
      ),
    );
    for (const pair of codes) expect(pair.toSorted()).toEqual(['STAFF_CYCLE', null]);
  });
});

test('acts audited before the table existed are filled in', async () => {
  const [manager, second] = [staff.mona, staff.max];
  const free = await openBank(database.pool, { settings: { fourEyesAbove } });
  for (const [, move] of ways) {
    await move(free, { by: manager, second, to: await openPerson(free, 800n) });
  }
  const acts = async () =>
    database.pool.rows(
      `SELECT audit_id, party_customer_id, actor_customer_id, amount
       FROM staff_acts ORDER BY audit_id, party_customer_id`,
    );
  const before = await acts();
  expect(before.length).toBeGreaterThan(ways.length);
  await database.pool.write('DELETE FROM staff_acts');
  const migrations = await readMigrations('migrations');
  const filling = migrations.filter(({ name }) => name.includes('_fill_staff_acts'));
  for (const { statements } of [...filling, ...filling]) {
    for (const statement of statements) await database.pool.write(statement);
  }
  expect(await acts()).toEqual(before);
  const apart = await database.pool.rows(
    `SELECT s.audit_id FROM staff_acts AS s JOIN audit AS r ON r.id = s.audit_id
     WHERE s.acted_at <> r.occurred_at`,
  );
  expect(apart).toEqual([]);
  await free.close();
});
