/** How customers are told, in the chat: preferences, the inbox, closed direct messages. */
import { expect, test } from 'vitest';
import type { WorldSeed } from '../../src/sandbox/index.ts';
import { openPerson, pay, type Person } from '../support/bank.ts';
import type * as m from '../../src/bank/model/index.ts';
import { deposit, dmTexts, openChat, register, said } from './chat.ts';

const crowdSize = 200;
const rounds = 5;
const crowd = Array.from({ length: crowdSize }, (_, index) => `crowd${index}`);
const seed: WorldSeed = {
  application: { name: 'Passbook', description: 'A bank you use by chatting with it.' },
  people: [
    { key: 'anna', displayName: 'Anna' },
    { key: 'ben', displayName: 'Ben', ownsApplication: true },
    { key: 'payer', displayName: 'Payer' },
    ...crowd.map((key) => ({ key, displayName: key })),
  ],
  servers: [
    {
      key: 'customers',
      name: 'Gem Market',
      owner: 'ben',
      members: ['anna', 'payer', ...crowd],
      channels: [{ key: 'bank', name: 'bank', topic: 'Talk to the bank here' }],
    },
  ],
  hint: 'Type /register',
};
const chat = openChat({ seed });

const refusals = (): number => chat.log().match(/"code":"CLOSED"/g)?.length ?? 0;
const waiting = async (): Promise<number> =>
  (await chat.database.pool.rows(`SELECT id FROM outbox WHERE channel IN ('BOTH', 'DM')`)).length;

async function inTens<One>(all: readonly One[], work: (one: One) => Promise<unknown>) {
  for (let at = 0; at < all.length; at += 10) await Promise.all(all.slice(at, at + 10).map(work));
}

test('a customer chooses, and everything is in the inbox', async () => {
  const [anna, ben] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Ben')]);
  await register(anna, 'Anna Payer');
  await deposit(anna, '100');
  const to = await register(ben, 'Ben Okafor');

  expect(said(await ben.run('/notices'))).toContain('Money received** direct message');
  const changed = said(await ben.choose('Change how you are told', ['received-INBOX']));
  expect(changed).toContain('Money received** inbox only');
  expect(said(await ben.press('Quiet from 22:00 to 07:00'))).toContain('22:00-07:00 (UTC)');
  expect(said(await ben.press('No quiet hours'))).toContain('Quiet hours** none');

  await anna.run('/transfer', { to, amount: '5', memo: 'pizza' });
  await anna.press('Confirm');
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
  expect((await dmTexts(ben)).join('\n')).not.toContain('You received 5.00');

  const balance = said(await ben.run('/balance'));
  expect(balance).toContain('You have 1 new notice');
  expect(said(await ben.run('/balance'))).not.toContain('new notice');
  const inbox = said(await ben.run('/inbox'));
  expect(inbox).toContain('You received 5.00 GEM');
  expect(inbox).toContain('kept here, as you chose');
  expect(said(await ben.run('/inbox'))).not.toContain('●');
}, 120_000);

test('options change everything at once, and wrong ones are refused with their reason', async () => {
  const ben = await chat.driver.person('Ben');
  const done = said(
    await ben.run('/notices', {
      about: 'received',
      how: 'QUIET',
      from_amount: '2.50',
      quiet_hours: '10pm to 7am',
      time_zone: 'new york',
    }),
  );
  expect(done).toContain('Money received** direct message without a sound');
  expect(done).toContain('Payments from** 2.50 GEM');
  expect(done).toContain('22:00-07:00 (America/New York)');
  for (const [options, reason] of [
    [{ time_zone: 'Mars/Olympus' }, 'There is no such time zone'],
    [{ quiet_hours: '7-7' }, 'Both times are the same'],
    [{ quiet_hours: 'at night' }, 'Write two times'],
    [{ from_amount: 'much' }, 'That is not an amount'],
    [{ about: 'received', how: 'OFF' }, 'Only the weekly digest'],
    [{ how: 'DM' }, 'Choose both'],
  ] as const) {
    expect(said(await ben.run('/notices', options))).toContain(reason);
  }
  const off = said(await ben.run('/notices', { from_amount: 'off', quiet_hours: 'off' }));
  expect(off).toContain('Payments from** all are sent');
  expect(off).toContain('Quiet hours** none');
}, 60_000);

test('sentences lead to the cards', async () => {
  const ben = await chat.driver.person('Ben');
  expect(said(await ben.run('/ask', { text: 'show my inbox' }))).toContain('### Inbox');
  for (const text of ['stop messaging me at night', 'change my quiet hours']) {
    expect(said(await ben.run('/ask', { text }))).toContain('### Your notices');
  }
  expect(said(await ben.run('/ask', { text: 'list my standing orders' }))).toMatch(/order/i);
  expect(said(await ben.run('/ask', { text: 'show my payment requests' }))).toMatch(/request/i);
}, 60_000);

test('closed direct messages are refused once, and tried again when the person acts', async () => {
  const [anna, ben] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Ben')]);
  const pays = async (amount: string) => {
    await anna.run('/transfer', { member: ben, amount });
    await anna.press('Confirm');
    await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
  };
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
  await chat.driver.arm({ kind: 'close-dms', person: 'Ben' });
  const before = refusals();
  await pays('1');
  await pays('2');
  expect(refusals() - before).toBe(1);
  await chat.driver.arm({ kind: 'open-dms', person: 'Ben' });
  expect(said(await ben.run('/balance'))).toContain('You have 2 new notices');
  await pays('3');
  expect((await dmTexts(ben)).join('\n')).toContain('You received 3.00 GEM');
  expect(said(await ben.run('/inbox'))).toContain('you accept no direct messages');
}, 120_000);

test(`${rounds * crowdSize} notices to ${crowdSize} closed people cause ${crowdSize} refusals`, async () => {
  const { bank } = chat;
  const idOf = (key: string) => chat.sandbox.people[key] as m.DiscordUserId;
  const payer = await openPerson(bank, 1_000_000n, idOf('payer'));
  await bank.notices.change(payer.session, { ways: { sent: 'INBOX' } });
  const people: Person[] = [];
  await inTens(crowd, async (key) => {
    await chat.driver.arm({ kind: 'close-dms', person: idOf(key) });
    people.push(await openPerson(bank, 0n, idOf(key)));
  });
  const before = refusals();
  for (let round = 0; round < rounds; round += 1) {
    await inTens(people, async (person) => pay(bank, payer, person, 1n));
    await expect.poll(waiting, { timeout: 120_000, interval: 500 }).toBe(0);
    expect(refusals() - before).toBe(crowdSize);
  }
  const [row] = await chat.database.pool.rows(
    `SELECT COUNT(*) AS found FROM outbox WHERE kind = 'MONEY_RECEIVED' AND outcome = 'CLOSED'`,
  );
  expect(Number(row!['found'])).toBe(rounds * crowdSize + 2);
}, 600_000);
