/** Dues of forty members and a monthly rent, on a second server that speaks Discord's protocol. */
import { beforeAll, expect, test } from 'vitest';
import { textOf as columnOf } from '../../src/db/rows.ts';
import { password } from '../support/bank.ts';
import { type Person, textOf } from '../support/other-server/person.ts';
import { snowflake } from '../support/other-server/world.ts';
import { openAccount, openOtherChat, register } from './other-server.ts';

let now = Date.now();
const chat = openOtherChat({
  jobTime: () => new Date(now),
  heartbeatMs: 1_000,
  // One member accepts no direct messages, the account of another is gone.
  causes:
    /^POST \/channels\/\d+\/messages 50007 |^POST \/users\/@me\/channels 50033 |members 50001 /,
});
const role = { id: '', name: 'Rowers' };
let tilda: Person;
const members: Person[] = [];
const names = ['Berg', 'Conti', 'Dubois', 'Endo', 'Fischer'].flatMap((last) =>
  ['Ada', 'Bruno', 'Clara', 'Deniz', 'Emil', 'Fatou', 'Greta', 'Hugo'].map(
    (one) => `${one} ${last}`,
  ),
);
const dues = { amount: '10', memo: 'dues 2027' };

const inTurn = async (people: readonly Person[], work: (person: Person) => Promise<unknown>) => {
  for (let at = 0; at < people.length; at += 8) {
    await Promise.all(people.slice(at, at + 8).map(work));
  }
};
const paysDues = async (person: Person): Promise<void> => {
  await person.press('Pay', await person.sees('You are asked for 10.00 GEM'));
  expect(person.text).toContain('This pays a request by Tilda');
  expect(await person.confirm(password)).toContain('Sent 10.00 GEM');
};
const progress = async (): Promise<string> => {
  const [, line] = /(\d+ of 40 paid.*)/.exec(await tilda.run('/request list'))!;
  return line!;
};

beforeAll(async () => {
  role.id = snowflake();
  chat.guild.roles.push(role);
  tilda = chat.join('Tilda', [role.id]);
  await register(tilda, 'Tilda Quast');
  for (const name of names) {
    const member = chat.join(name, [role.id]);
    members.push(member);
    await openAccount(chat.bank, member, 2_000n);
  }
  chat.join('Nora', [role.id]);
  const [closed, gone] = [members[38]!, members[39]!];
  chat.server.world.closed.add(closed.user.id);
  chat.server.world.users.delete(gone.user.id);
}, 120_000);

test('the unmodified bot has identified and registered its commands', () => {
  const { gateway, world } = chat.server;
  expect(gateway.seen.identified).toBe(1);
  const counts = [...world.commands.values()].map(({ length }) => length);
  expect(counts).toHaveLength(2);
  expect(Math.min(...counts)).toBeGreaterThan(0);
});

test('the role is read only if Discord lets the bot', async () => {
  chat.server.world.canListMembers = false;
  const refused = await tilda.run('/request create', { role: role.id, ...dues });
  expect(refused).toContain('Discord does not let this bank read who has a role');
  expect(refused).toContain('Nothing moved');
  chat.server.world.canListMembers = true;
});

test('the treasurer asks forty members by naming the role; each is sent one message', async () => {
  const card = await tilda.run('/request create', { role: role.id, ...dues });
  expect(card).toContain('Ask 40 people for 400.00 GEM?');
  expect(card).toContain('Without an account here, not asked:');
  expect(await tilda.confirm(password)).toContain('40 people asked for 400.00 GEM');
  const reached = members.slice(0, 38);
  await Promise.all(reached.map(async (one) => one.sees('You are asked for 10.00 GEM')));
  expect(new Set(reached.map((one) => one.directMessages().length))).toEqual(new Set([1]));
  expect(await progress()).toContain('0 of 40 paid');
}, 60_000);

test('she sees at any time who has paid, as a table, a picture and CSV', async () => {
  await inTurn(members.slice(0, 7), paysDues);
  expect(await progress()).toContain('7 of 40 paid');
  await inTurn(members.slice(7, 20), paysDues);
  expect(await progress()).toContain('20 of 40 paid');
  const table = await tilda.choose('20 of 40 paid');
  expect(table).toContain('20 of 40 people have paid');
  expect([...tilda.files.keys()]).toEqual(['paid.png']);
  await tilda.press('Export as CSV');
  const [csv] = [...tilda.files.values()].map((bytes) => Buffer.from(bytes).toString('utf8'));
  expect(csv!.split('\r\n').filter((row) => row.includes(',PAID,'))).toHaveLength(20);
}, 60_000);

test('who takes no messages, or has no account at Discord, loses nothing', async () => {
  const [closed, gone] = [members[38]!, members[39]!];
  expect(await closed.run('/inbox')).toContain('You are asked for 10.00 GEM');
  await closed.run('/request list');
  await closed.choose('dues 2027');
  await closed.press('Pay');
  expect(await closed.confirm(password)).toContain('Sent 10.00 GEM');
  expect(gone.directMessages()).toEqual([]);
  expect(await progress()).toContain('21 of 40 paid');
  const open = "SELECT id FROM request_dues WHERE state = 'OPEN'";
  expect(await chat.database.pool.rows(open)).toHaveLength(19);
});

test('a press while the connection is cut is answered after the bot has resumed', async () => {
  const { gateway } = chat.server;
  const payer = members[20]!;
  const before = gateway.seen.resumed;
  gateway.cut();
  await paysDues(payer);
  const between = gateway.seen.resumed;
  expect(between).toBeGreaterThan(before);
  gateway.askToReconnect();
  await paysDues(members[21]!);
  await expect.poll(() => gateway.seen.resumed).toBeGreaterThan(between);
  expect(gateway.seen.identified).toBe(1);
  expect(await progress()).toContain('23 of 40 paid');
  await expect.poll(() => gateway.seen.heartbeats, { timeout: 10_000 }).toBeGreaterThan(2);
});

test('a reminder goes to those who have not paid; after a cancellation they are told', async () => {
  await tilda.run('/request list');
  await tilda.choose('23 of 40 paid');
  await tilda.press('Remind');
  expect(await tilda.confirm(password)).toContain('17 people reminded');
  const waiting = members.slice(22, 38);
  await Promise.all(waiting.map(async (one) => one.sees('Reminder: you are asked for 10.00 GEM')));
  await tilda.run('/request list');
  await tilda.choose('23 of 40 paid');
  await tilda.press('Cancel the request');
  expect(await tilda.confirm(password)).toContain('Request cancelled');
  await Promise.all(
    waiting.map(async (one) => one.sees('The request for 10.00 GEM was cancelled')),
  );
  const [late] = waiting;
  const asked = await late!.sees('Reminder: you are asked for 10.00 GEM');
  expect(await late!.press('Pay', asked)).toContain('Nothing moved');
  expect(await tilda.run('/balance')).toContain('230.00 GEM');
}, 60_000);

test('rent leaves by itself on the last day of each month', async () => {
  const landlord = chat.join('Ben');
  const to = await register(landlord, 'Ben Okafor');
  const year = new Date(now).getUTCFullYear() + 1;
  now = Date.parse(`${year}-01-05T12:00:00Z`);
  const terms = {
    to,
    amount: '20',
    every: 'month',
    day: 'last',
    time_zone: 'Berlin',
    memo: 'rent',
  };
  expect(await tilda.run('/schedule create', terms)).toContain('on the last day of the month');
  expect(await tilda.confirm(password)).toContain('Standing order 1 is set up');
  await tilda.run('/schedule preview');
  expect([...tilda.files.keys()].every((name) => name.endsWith('.png'))).toBe(true);
  const paid = async () => {
    const rows = await chat.database.pool.rows(
      "SELECT due_date FROM order_occurrences WHERE state = 'PAID' ORDER BY number",
    );
    return rows.map((row) => columnOf(row, 'due_date'));
  };
  const dates: string[] = [];
  for (const month of [1, 2, 3, 4]) {
    const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    now = Date.parse(`${last}T00:30:00Z`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await paid()).toEqual(dates);
    now = Date.parse(`${last}T11:00:00Z`);
    dates.push(last);
    await expect.poll(paid, { timeout: 15_000 }).toEqual(dates);
  }
  expect(await tilda.run('/balance')).toContain('150.00 GEM');
  await landlord.sees('20.00 GEM');
  const told = async () =>
    tilda.directMessages().filter(({ json }) => textOf(json).includes('Standing order paid'))
      .length;
  await expect.poll(told, { timeout: 10_000 }).toBe(4);
}, 90_000);
