/** A club's treasurer asks forty members for dues by naming a role, headless over REST and gateway. */
import { beforeAll, expect, test } from 'vitest';
import { type Answer, buttonsOf, type Player, textOf } from '../../src/sandbox/driver.ts';
import type * as m from '../../src/bank/model/index.ts';
import { referenceOf } from '../../src/bank/model/index.ts';
import { bigintOf } from '../../src/db/rows.ts';
import type { TestDatabase } from '../support/database.ts';
import { letExpire } from '../support/requests.ts';
import { balanceOf, dmTexts, openChat, register, said } from './chat.ts';
import {
  clubSeed,
  confirm,
  inTens,
  memberKeys,
  newRole,
  openAccounts,
  payFromMessage,
} from './club.ts';

const chat = openChat({ seed: clubSeed });
let tilda: Player;
let role = '';
const dues = { amount: '10', memo: 'dues 2027' };
const [wholes, parts] = [memberKeys.slice(0, 20), memberKeys.slice(20, 25)];
const [refuser, closed, late] = [memberKeys[30]!, memberKeys[31]!, memberKeys[32]!];

const play = async (key: string): Promise<Player> => chat.driver.person(chat.sandbox.people[key]!);
const waiting = async (): Promise<number> =>
  (await chat.database.pool.rows(`SELECT id FROM outbox WHERE channel IN ('BOTH', 'DM')`)).length;
const allSent = async () => expect.poll(waiting, { timeout: 60_000 }).toBe(0);
const requestId = async (): Promise<m.RequestId> => {
  const [row] = await chat.database.pool.rows('SELECT MAX(id) AS id FROM payment_requests');
  return bigintOf(row!, 'id') as m.RequestId;
};
const attachments = (answer: Answer) =>
  answer.kind === 'message' ? answer.message.attachments : [];

beforeAll(async () => {
  tilda = await play('tilda');
  await register(tilda, 'Tilda Quast');
  await openAccounts(chat);
  role = await newRole(chat, 'Rowers', ['tilda', 'nora', ...memberKeys]);
  await chat.driver.arm({ kind: 'close-dms', person: chat.sandbox.people[closed]! });
}, 120_000);

test('without the members intent the bot says who must switch it on, and keeps what was typed', async () => {
  await chat.driver.arm({ kind: 'members-intent-off' });
  const refused = await tilda.run('/request create', { role, ...dues });
  expect(said(refused)).toContain('Discord does not let this bank read who has a role');
  expect(said(refused)).toContain('Server Members Intent');
  expect(said(refused)).toContain('Nothing moved');
  expect(refused.kind === 'message' && buttonsOf(refused.message)).toContain('Edit');
  await chat.driver.arm({ kind: 'members-intent-on' });
  await tilda.press('Edit');
  expect(said(await tilda.fill({}))).toContain('Ask 40 people for 400.00 GEM?');
  said(await tilda.press('Cancel'));
});

test('forty members are asked; one without an account and the treasurer are not', async () => {
  const card = said(await tilda.run('/request create', { role, ...dues }));
  expect(card).toContain('Ask 40 people for 400.00 GEM?');
  expect(card).toContain(`Without an account here, not asked: <@${chat.sandbox.people['nora']}>`);
  expect(await confirm(tilda)).toContain('40 people asked for 400.00 GEM');
  await allSent();
  const asked = await Promise.all(
    memberKeys.map(async (key) =>
      (await dmTexts(await play(key))).some((text) => text.includes('You are asked for 10.00 GEM')),
    ),
  );
  expect(memberKeys.filter((_, index) => !asked[index])).toEqual([closed]);
  expect(await dmTexts(await play('nora'))).toEqual([]);
}, 120_000);

test('some pay whole, some in parts, one declines, one finds it in the inbox', async () => {
  await inTens(wholes, async (key) => {
    expect(await payFromMessage(await play(key), '10.00 GEM')).toContain('Sent 10.00 GEM');
  });
  await inTens(parts, async (key) => {
    const person = await play(key);
    expect(await payFromMessage(person, '10.00 GEM', '4')).toContain('Sent 4.00 GEM');
  });
  const [whole] = await Promise.all(parts.slice(0, 1).map(play));
  const rest = await whole!.sees('You are asked for 10.00 GEM', { dm: true });
  expect(said(await whole!.press('Pay', { on: rest }))).toContain('6.00 GEM');
  expect(await confirm(whole!)).toContain('Sent 6.00 GEM');

  const declining = await play(refuser);
  const asked = await declining.sees('You are asked for 10.00 GEM', { dm: true });
  expect(said(await declining.press('Decline', { on: asked }))).toContain('Request declined');
  await tilda.sees('Your request for 10.00 GEM was declined', { dm: true });

  const silent = await play(closed);
  expect(said(await silent.run('/inbox'))).toContain('You are asked for 10.00 GEM');
  const list = said(await silent.run('/request list'));
  expect(list).toContain('dues 2027');
  const due = await silent.choose('Choose a request', [await firstChoice(silent)]);
  expect(said(due)).toContain('A request for 10.00 GEM');
  said(await silent.press('Pay'));
  expect(await confirm(silent)).toContain('Sent 10.00 GEM');
}, 240_000);

/** The value of the first choice in the menu of the last message. */
async function firstChoice(person: Player): Promise<string> {
  const json = JSON.stringify(person.message);
  return /"options":\[\{[^}]*"value":"(\d+)"/.exec(json)![1]!;
}

test('the treasurer sees who has paid, as a table, a picture and CSV', async () => {
  const list = said(await tilda.run('/request list'));
  expect(list).toContain('22 of 40 paid');
  expect(list).toContain('236.00 GEM / 400.00 GEM');
  const shown = await tilda.choose('Choose a request', [await firstChoice(tilda)]);
  expect(said(shown)).toContain('22 of 40 people have paid');
  expect(said(shown)).toContain('236.00 GEM of 400.00 GEM');
  expect(said(shown)).toMatch(/part paid\*\*\n.*4\.00 GEM \/ 10\.00 GEM/);
  expect(attachments(shown).map(({ filename }) => filename)).toEqual(['paid.png']);
  const exported = await tilda.press('Export as CSV');
  const [file] = attachments(exported);
  const csv = await (await fetch(file!.url)).text();
  const rows = csv.trim().split('\r\n').slice(1);
  const count = (state: string) => rows.filter((row) => row.includes(`,${state},`)).length;
  expect([
    rows.length,
    count('PAID'),
    count('PART_PAID'),
    count('OPEN'),
    count('DECLINED'),
  ]).toEqual([40, 22, 4, 13, 1]);
  expect(await balanceOf(tilda)).toBe('236.00 GEM');
});

test('a reminder goes once to those who still can pay', async () => {
  const request = await requestId();
  const reference = referenceOf(request);
  said(await tilda.run('/request remind', { request: reference }));
  expect(await confirm(tilda)).toContain('17 people reminded');
  await allSent();
  const reminded = await Promise.all(
    memberKeys.map(async (key) =>
      (await dmTexts(await play(key))).filter((text) => text.includes('Reminder: you are asked')),
    ),
  );
  expect(reminded.filter(({ length }) => length === 1)).toHaveLength(17);
  expect(reminded.flat()).toHaveLength(17);
}, 60_000);

test('after it has expired nothing can be paid', async () => {
  const person = await play(late);
  const before = await balanceOf(person);
  await letExpire(chat.database as TestDatabase, await requestId());
  const asked = await person.sees('Reminder: you are asked for 10.00 GEM', { dm: true });
  const pressed = await person.press('Pay', { on: asked });
  expect(said(pressed)).toContain('This request has expired.');
  expect(said(pressed)).toContain('Nothing moved');
  expect(await balanceOf(person)).toBe(before);
  said(await tilda.run('/request list'));
  const shown = said(await tilda.choose('Choose a request', [await firstChoice(tilda)]));
  expect(shown).toContain('expired');
  expect(shown).not.toContain('**open**');
  expect(textOf(tilda.message!)).toContain('22 of 40 people have paid');
  expect(await balanceOf(tilda)).toBe('236.00 GEM');
});
