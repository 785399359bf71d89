/** Balances of another bot in the books: booked, claimed, undone. */
import { describe, expect, test } from 'vitest';
import { readImports, referenceOf, verifyBooks } from '../../src/bank/index.ts';
import { exactly, discordId, newRequestId, openPerson, pay } from '../support/bank.ts';
import { type Balances, fileOf, importInto, undoIn } from '../support/imports.ts';
import { inboxOf } from '../support/notices.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben } = withBank({ balances: { anna: 500n, ben: 0n } });

const count = async (sql: string): Promise<number> =>
  Number((await database.pool.rows(`SELECT COUNT(*) AS n FROM ${sql}`))[0]!['n']);
const overview = async (person: typeof anna) => (await bank.accounts.overview(person.session))[0]!;
const equity = async () => {
  const { lines } = await bank.books.trialBalance();
  return lines.find(({ kind }) => kind === 'EQUITY')!.balance;
};
const imported = async (balances: Balances, source?: string) =>
  importInto(database.pool, fileOf(balances, source));
const partsOf = ({ plan }: Awaited<ReturnType<typeof imported>>) => ({
  linked: plan.linked.length,
  unlinked: plan.unlinked.length,
  before: plan.before.length,
  refused: plan.refused.map(({ reason }) => reason),
});
const lastImport = async () => (await readImports(database.pool)).at(-1)!;
const correct = async () => expect((await verifyBooks(database.pool)).findings).toEqual([]);

describe('an import', () => {
  test('credits registered customers at once, and opens accounts for the others', async () => {
    const stranger = discordId();
    const result = await imported([
      [anna.discordUserId, 1_000n],
      [stranger, 2_500n],
    ]);
    expect(partsOf(result)).toEqual({ linked: 1, unlinked: 1, before: 0, refused: [] });
    expect((await overview(anna)).balance).toBe(1_500n);
    expect(await equity()).toBe(-3_500n);
    const { entries } = await bank.statements.page(anna.session, { size: 5, filter: {} });
    expect(entries[0]).toMatchObject({ kind: 'IMPORT', direction: 'in', initiator: 'IMPORT' });
    expect(await inboxOf(bank, anna)).toEqual(['MOVED_IN WAITING']);
    expect(await bank.access.identify(stranger, { guildId: null, channelId: '1' })).toMatchObject({
      customerId: null,
    });
    expect(await lastImport()).toMatchObject({ source: 'csv', rows: 2, units: 3_500n });
    expect(await count("audit WHERE action = 'BALANCES_IMPORTED'")).toBe(1);
    await correct();
  });

  test('of the same file books nothing new, of any file no person twice', async () => {
    const [stranger, other] = [discordId(), discordId()];
    const balances: Balances = [
      [anna.discordUserId, 1_000n],
      [stranger, 2_500n],
    ];
    await imported(balances);
    const again = await imported(balances);
    expect(again.reference).toBeNull();
    expect(partsOf(again)).toMatchObject({ linked: 0, unlinked: 0, before: 2 });
    const newer = await imported([
      [anna.discordUserId, 1_001n],
      [stranger, 2_500n],
      [other, 1n],
    ]);
    expect(partsOf(newer)).toEqual({
      linked: 0,
      unlinked: 1,
      before: 1,
      refused: ['IMPORTED_BEFORE'],
    });
    expect((await overview(anna)).balance).toBe(1_500n);
    const labelled = await imported([[anna.discordUserId, 7n]], 'csv:old');
    expect(partsOf(labelled)).toMatchObject({ linked: 1 });
    expect((await overview(anna)).balance).toBe(1_507n);
    await correct();
  });

  test('at the same moment as its twin books once', async () => {
    const balances: Balances = Array.from({ length: 50 }, () => [discordId(), 10n]);
    const results = await Promise.all([imported(balances), imported(balances)]);
    expect(results.filter(({ reference }) => reference !== null)).toHaveLength(1);
    expect(await equity()).toBe(-500n);
    await correct();
  });

  test('refuses what an account may not hold, and closed accounts', async () => {
    await bank.privacy.erase(ben.session, { requestId: newRequestId(), isProved: true });
    const result = await imported([
      [anna.discordUserId, 9_007_199_254_740_991n],
      [ben.discordUserId, 9_007_199_254_740_991n],
    ]);
    // Ben’s Discord id is free again: his former account is not his any more.
    expect(partsOf(result)).toEqual({
      linked: 0,
      unlinked: 1,
      before: 0,
      refused: ['BALANCE_TOO_LARGE'],
    });
    await correct();
  });

  test('of a file that an erased person spent gives nothing again', async () => {
    const balances: Balances = [[ben.discordUserId, 300n]];
    await imported(balances);
    await pay(bank, ben, anna, 300n);
    await bank.privacy.erase(ben.session, { requestId: newRequestId(), isProved: true });
    expect(partsOf(await imported(balances))).toMatchObject({ unlinked: 0, before: 1 });
    expect(await equity()).toBe(-300n);
  });

  test('writes nothing while payments are stopped', async () => {
    await database.pool.write(
      "INSERT INTO halts (halted_at, invariant, finding) VALUES (NOW(6), 'I1', 'test')",
    );
    await expect(imported([[discordId(), 5n]])).rejects.toMatchObject({ code: 'BANK_HALTED' });
    expect(await count('imports')).toBe(0);
  });
});

test('the report shows what waits for registrations', async () => {
  const boss = await openPerson(bank, 0n);
  const customerId = boss.session.customerId;
  await database.pool.write(
    "INSERT INTO staff (customer_id, role, granted_at) VALUES (?, 'AUDITOR', NOW(6))",
    [customerId],
  );
  await imported([
    [anna.discordUserId, 1_000n],
    [discordId(), 2_500n],
    [discordId(), 1n],
  ]);
  const { unclaimed, customers } = await bank.oversight.report(boss.session);
  expect([unclaimed, customers]).toEqual([{ people: 2, units: 2_501n }, 3]);
});

describe('a registration', () => {
  test('takes over what waits, and says so', async () => {
    const stranger = discordId();
    await imported([[stranger, 2_500n]]);
    await imported([[stranger, 40n]], 'red');
    const carla = await openPerson(bank, 0n, stranger);
    expect(await overview(carla)).toMatchObject({ balance: 2_540n, status: 'OPEN' });
    expect(await inboxOf(bank, carla)).toEqual(['MOVED_IN WAITING', 'MOVED_IN WAITING']);
    await pay(bank, carla, anna, 2_540n);
    expect(await count("customers WHERE discord_user_id LIKE 'u%'")).toBe(0);
    expect(await count("audit WHERE action = 'BALANCE_CLAIMED'")).toBe(1);
    await correct();
  });

  test('at the same moment as an import loses nothing', async () => {
    for (let round = 0; round < 10; round += 1) {
      const stranger = discordId();
      const [carla] = await Promise.all([
        openPerson(bank, 0n, stranger),
        imported([[stranger, 70n]], `csv:round-${round}`),
      ]);
      expect((await overview(carla)).balance).toBe(70n);
    }
    expect(await count("customers WHERE discord_user_id LIKE 'u%'")).toBe(0);
    await correct();
  });
});

describe('undoing', () => {
  test('takes everything back, and the file can be imported again', async () => {
    const stranger = discordId();
    const balances: Balances = [
      [anna.discordUserId, 1_000n],
      [stranger, 2_500n],
    ];
    await imported(balances);
    const { id } = await lastImport();
    expect(await undoIn(database.pool, id)).toEqual({ kind: 'UNDONE', rows: 2, units: 3_500n });
    expect((await overview(anna)).balance).toBe(500n);
    expect(await equity()).toBe(0n);
    expect(await inboxOf(bank, anna)).toEqual(['MOVED_BACK WAITING', 'MOVED_IN WAITING']);
    expect(await undoIn(database.pool, id)).toMatchObject({ kind: 'UNDONE_BEFORE' });
    await correct();
    expect(partsOf(await imported(balances))).toMatchObject({ linked: 1, unlinked: 1 });
    const carla = await openPerson(bank, 0n, stranger);
    expect((await overview(carla)).balance).toBe(2_500n);
    expect(await inboxOf(bank, carla)).toEqual(['MOVED_IN WAITING']);
    await correct();
  });

  test('is refused with the list of accounts that have changed since', async () => {
    const stranger = discordId();
    await imported([
      [anna.discordUserId, 1_000n],
      [stranger, 2_500n],
      [ben.discordUserId, 1n],
    ]);
    await pay(bank, anna, ben, 10n);
    const { id } = await lastImport();
    const tail = (number: string) => number.slice(-4);
    expect(await undoIn(database.pool, id)).toMatchObject({
      kind: 'TOUCHED',
      accounts: [
        { numberTail: tail(anna.accountNumber), amount: 1_000n },
        { numberTail: tail(ben.accountNumber), amount: 1n },
      ],
    });
    expect(await equity()).toBe(-3_501n);
    expect(await lastImport()).toMatchObject({ undoneAt: null });
  });

  test('takes back from a customer who has registered and not used it', async () => {
    const stranger = discordId();
    await imported([[stranger, 2_500n]]);
    const carla = await openPerson(bank, 0n, stranger);
    const { id } = await lastImport();
    expect(await undoIn(database.pool, id)).toMatchObject({ kind: 'UNDONE' });
    expect((await overview(carla)).balance).toBe(0n);
    await correct();
  });

  test('at the same moment as a payment: one of them wins', async () => {
    for (let round = 0; round < 10; round += 1) {
      const carla = await openPerson(bank, 0n);
      await imported([[carla.discordUserId, 90n]], `csv:round-${round}`);
      const { id } = await lastImport();
      const requestId = newRequestId();
      const paying = bank.payments
        .transfer(carla.session, {
          requestId,
          accountNumber: anna.accountNumber,
          wish: exactly(90n),
          memo: null,
        })
        .then(
          () => 'PAID',
          (error: { code?: string }) => error.code,
        );
      const [paid, undone] = await Promise.all([paying, undoIn(database.pool, id)]);
      expect([`PAID TOUCHED`, `FUNDS_INSUFFICIENT UNDONE`]).toContain(`${paid} ${undone.kind}`);
      expect((await overview(carla)).balance).toBe(0n);
    }
    await correct();
  });

  test('of an unknown import changes nothing', async () => {
    expect(await undoIn(database.pool, newRequestId())).toEqual({ kind: 'UNKNOWN' });
  });
});

test('an import is found by the reference that its report shows', async () => {
  const { reference } = await imported([[discordId(), 5n]]);
  expect(referenceOf((await lastImport()).id)).toBe(reference);
});
