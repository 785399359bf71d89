/** What an erasure removes, in every column of every table, and what it must keep. */
import { beforeEach, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { textOf, type Row } from '../../src/db/rows.ts';
import {
  discordId,
  exactly,
  newRequestId,
  openBank,
  openPerson,
  password,
  place,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { closesBalanced } from '../support/books.ts';
import { testDatabase } from '../support/database.ts';
import { takeMessages } from '../support/messages.ts';
import { openStaff, reason, refusal, type Staff } from '../support/staff.ts';

const database = testDatabase();
let bank: TestBank;
let staff: Staff;
let anna: Person;

beforeEach(async () => {
  const settings = { canMail: true, deposits: 'approval' } as const;
  bank = await openBank(database.botPool, { settings });
  staff = await openStaff(bank);
  anna = await openPerson(bank);
});
closesBalanced(database, () => bank);

/** The audit trail is append-only; a throttle's count is deleted when its window ends. */
const kept = ['audit.actor_discord_user_id', 'audit.details', 'throttles.name'];

const selectColumns = `
  SELECT table_name AS table_name, column_name AS column_name
  FROM information_schema.columns
  WHERE table_schema = ?
    AND data_type IN ('varchar', 'char', 'text', 'varbinary', 'binary', 'blob', 'enum')`;

/** The columns that contain one of the texts, as `table.column`. */
async function columnsWith(texts: readonly string[]): Promise<string[]> {
  const columns = await database.pool.rows(selectColumns, [database.address.schema]);
  const found: string[] = [];
  for (const row of columns) {
    const [table, column] = [textOf(row, 'table_name'), textOf(row, 'column_name')];
    const rows = await database.pool.rows(`SELECT \`${column}\` AS cell FROM \`${table}\``);
    const has = ({ cell }: Row) =>
      texts.some((text) =>
        (Buffer.isBuffer(cell) ? cell : Buffer.from(String(cell))).includes(text),
      );
    if (rows.some(has)) found.push(`${table}.${column}`);
  }
  return found.toSorted();
}

const erase = async (who = anna) =>
  bank.privacy.erase(who.session, { requestId: newRequestId(), isProved: true });
const askDeposit = async (): Promise<m.RequestId> => {
  const order = { requestId: newRequestId(), wish: exactly(700n), memo: null };
  return (await bank.payments.askDeposit(anna.session, order)).approval.id;
};
const decide = async (by: Person, id: m.RequestId, verdict: 'APPROVED' | 'DECLINED') =>
  bank.approvals.decide(by.session, { id, verdict });
const outboxOf = async (channel: string): Promise<number> =>
  (await database.pool.rows('SELECT id FROM outbox WHERE channel = ?', [channel])).length;

/** Everything a customer may leave behind: changed details, codes, requests, wrong attempts. */
async function live(): Promise<void> {
  const { email, phone } = anna.details;
  await bank.languages.choose(anna.discordUserId, 'de');
  const changes = { fullName: 'Anna Quistorp', phone, currentPassword: password };
  await bank.profile.update(anna.session, { ...changes, email: `new.${email}` });
  await bank.pending.open({
    discordUserId: anna.discordUserId,
    kind: 'DRAFT',
    command: 'transfer',
    payload: '{}',
  });
  const { discordUserId } = anna;
  const stranger = { discordUserId, place, accountNumber: staff.mona.accountNumber };
  await refusal(bank.sessions.login({ ...stranger, password: 'a wrong guess 123' }));
  await bank.recovery.request({ ...stranger, email, phone });
  await askDeposit();
}

async function relink(person: Person): Promise<Person> {
  const { accountNumber } = person;
  const discordUserId = discordId();
  await bank.languages.seen(person.discordUserId, 'fr');
  const order = { accountNumber, member: discordUserId, reason };
  const acted = await bank.counter.relink(staff.mona.session, order);
  if (acted.kind !== 'asked') throw new Error('no second manager was asked');
  await decide(staff.max, acted.approval.id, 'APPROVED');
  const login = { discordUserId, place, accountNumber, password };
  return { ...person, discordUserId, session: await bank.sessions.login(login) };
}

test('removes every Discord id that the account was bound to', async () => {
  const former = await relink(anna);
  const last = await relink(former);
  await takeMessages(bank);
  await erase(last);
  const found = await columnsWith([anna, former, last].map((one) => one.discordUserId));
  expect(found.filter((column) => !kept.includes(column))).toEqual([]);
});

test('removes the person from every column except the audit trail and expiring counts', async () => {
  const { discordUserId, accountNumber, details } = anna;
  const former = discordId();
  await database.pool.write('UPDATE customers SET discord_user_id = ? WHERE discord_user_id = ?', [
    former,
    discordUserId,
  ]);
  const asked = { accountNumber, member: discordUserId, reason };
  const acted = await bank.counter.relink(staff.mona.session, asked);
  if (acted.kind !== 'asked') throw new Error('nobody was asked');
  await decide(staff.max, acted.approval.id, 'APPROVED');
  anna = {
    ...anna,
    session: await bank.sessions.login({ discordUserId, place, accountNumber, password }),
  };
  await live();
  const { fullName, email, phone } = details;
  const personal = [discordUserId, email, phone, fullName, 'Quistorp', 'Anna Q.'];
  expect(await columnsWith([discordUserId])).toEqual(
    expect.arrayContaining([
      'approvals.content',
      'login_counters.subject',
      'sessions.discord_user_id',
    ]),
  );
  await erase();
  const found = await columnsWith(personal);
  expect(found.filter((column) => !kept.includes(column))).toEqual([]);
  const places = await database.pool.rows(
    `SELECT s.id FROM sessions AS s JOIN customers AS c ON c.id = s.customer_id
     WHERE c.discord_user_id LIKE 'x%' AND s.guild_id IS NOT NULL`,
  );
  expect(places).toEqual([]);
});

test('keeps lines for the staff channels, and removes the person’s own messages', async () => {
  await bank.counter.view(staff.teller.session, { accountNumber: anna.accountNumber });
  await askDeposit();
  await bank.locks.lock({ discordUserId: anna.discordUserId, place });
  const about = { accountNumber: anna.accountNumber, reason };
  await bank.counter.unlock(staff.teller.session, about);
  const { discordUserId, accountNumber } = anna;
  const session = await bank.sessions.login({ discordUserId, place, accountNumber, password });
  const before = { log: await outboxOf('LOG'), staff: await outboxOf('STAFF') };
  expect(await outboxOf('DM')).toBeGreaterThan(0);
  await erase({ ...anna, session });
  expect({ log: await outboxOf('LOG'), staff: await outboxOf('STAFF') }).toEqual(before);
  expect(await outboxOf('DM')).toBe(0);
  expect(await outboxOf('MAIL')).toBe(0);
});

test('a declined deposit of an erased customer writes no message', async () => {
  const id = await askDeposit();
  await erase();
  expect(await decide(staff.teller, id, 'DECLINED')).toMatchObject({ state: 'DECLINED' });
  expect(await outboxOf('DM')).toBe(0);
});

test('a message written during an erasure is not delivered', async () => {
  const [row] = await database.pool.rows('SELECT id FROM customers WHERE discord_user_id = ?', [
    anna.discordUserId,
  ]);
  await erase();
  await database.pool.write(
    `INSERT INTO outbox (id, customer_id, kind, subject_id, due_at)
     SELECT 1, ?, 'SECURITY', MAX(id), NOW(6) FROM audit WHERE action = 'REGISTERED'`,
    [row!['id'] as string],
  );
  await database.pool.write(
    "UPDATE audit SET action = 'ACCOUNT_LOCKED' WHERE action = 'REGISTERED'",
  );
  expect(await takeMessages(bank)).toEqual([]);
  expect(await outboxOf('DM')).toBe(0);
});

test('an erased account cannot be bound to a Discord user again, or get money or a role', async () => {
  const { accountNumber, discordUserId } = anna;
  const relink = async () =>
    bank.counter.relink(staff.mona.session, { accountNumber, member: discordId(), reason });
  const earlier = await relink();
  const grant = { member: discordUserId, role: 'TELLER', reason } as const;
  const role = await bank.staff.grantRole(staff.mona.session, grant);
  const deposit = await askDeposit();
  await erase();
  expect(await refusal(relink())).toBe('ACCOUNT_CLOSED');
  for (const waiting of [earlier, role]) {
    if (waiting.kind !== 'asked') throw new Error('nobody was asked');
    const { id } = waiting.approval;
    expect(await refusal(decide(staff.max, id, 'APPROVED'))).toBe('ACCOUNT_CLOSED');
    expect(await decide(staff.max, id, 'DECLINED')).toMatchObject({ state: 'DECLINED' });
  }
  expect(await refusal(decide(staff.teller, deposit, 'APPROVED'))).toBe('ACCOUNT_CLOSED');
  const bound = await database.pool.rows('SELECT customer_id FROM staff');
  expect(bound).toHaveLength(4);
});
