/** Staff look at a customer's requests in the chat and cancel one; asker and payers are sent a message. */
import { beforeAll, expect, test } from 'vitest';
import { type Answer, buttonsOf, type Player, textOf } from '../../src/sandbox/driver.ts';
import { balanceOf, deposit, openChat, register, said } from './chat.ts';
import { confirm } from './club.ts';

const chat = openChat();
const staff = { channel: 'staff' };
const reason = 'sent to the wrong people';
let anna: Player;
let ben: Player;
let viktor: Player;
let mona: Player;
let max: Player;
let account: { readonly account_number: string };
let reference = '';
/** What Viktor was asked, before it was cancelled. */
let toViktor: Awaited<ReturnType<Player['sees']>>;

const buttons = (answer: Answer): string[] =>
  answer.kind === 'message' ? buttonsOf(answer.message) : [];
/** The value of the first choice in the menu of the last message. */
const firstChoice = (person: Player): string =>
  /"options":\[\{[^}]*"value":"(\d+)"/.exec(JSON.stringify(person.message))![1]!;

beforeAll(async () => {
  const named = async (name: string) => chat.driver.person(name);
  [anna, ben, viktor, mona, max] = [
    await named('Anna'),
    await named('Ben'),
    await named('Viktor'),
    await named('Mona'),
    await named('Max'),
  ];
  account = { account_number: await register(anna, 'Anna Miller') };
  for (const [person, name] of [
    [ben, 'Ben Okafor'],
    [viktor, 'Viktor Lind'],
    [mona, 'Mona Berg'],
    [max, 'Max Stein'],
  ] as const) {
    await register(person, name);
  }
  await deposit(ben, '50');
  await mona.run('/staff role grant', { member: mona, role: 'MANAGER', reason }, staff);
  await mona.run('/staff role grant', { member: max, role: 'MANAGER', reason }, staff);
  for (const payer of [ben, viktor]) {
    await anna.run('/request create', { member: payer, amount: '10', memo: 'tickets' });
    expect(await confirm(anna)).toContain('1 person asked for 10.00 GEM');
  }
  toViktor = await viktor.sees('You are asked for 10.00 GEM', { dm: true });
  const asked = await ben.sees('You are asked for 10.00 GEM', { dm: true });
  await ben.press('Pay', { on: asked });
  expect(await confirm(ben)).toContain('Sent 10.00 GEM');
});

test('the list has what the customer asked for, and the audit trail that it was looked at', async () => {
  const list = said(await max.run('/staff request list', account, staff));
  expect(list).toContain('Nobody has asked this customer for money');
  expect(list).toContain('1 of 1 paid');
  expect(list).toContain('0 of 1 paid');
  const shown = await max.choose('Choose a request', [firstChoice(max)]);
  expect(said(shown)).toContain('0 of 1 person');
  reference = /Request ([0-9A-Z-]+)/.exec(said(shown))![1]!;
  expect(buttons(shown)).toContain('Cancel the request');
  const direct = said(await max.run('/staff request show', { request: reference }, staff));
  expect(direct).toContain('0 of 1 person');
  expect(said(await anna.run('/account access-log'))).toContain('Requests viewed');
});

test('a cancellation needs a reason, and says that nothing moved', async () => {
  await max.press('Cancel the request');
  const done = said(await max.fill({ reason }));
  expect(done).toContain('Request cancelled');
  expect(done).toContain('1 person can no longer pay it. Nothing moved.');
  const toAnna = await anna.sees('Your request for 10.00 GEM was cancelled', { dm: true });
  expect(textOf(toAnna)).toContain(reason);
  const told = await viktor.sees('The request for 10.00 GEM was cancelled', { dm: true });
  expect(textOf(told)).toContain('The bank’s staff cancelled it');
  expect(textOf(told)).not.toContain(reason);
});

test('afterwards nothing can be paid or cancelled, and what was paid stays', async () => {
  const change = { request: reference, reason };
  const again = said(await max.run('/staff request cancel', change, staff));
  expect(again).toContain('There was nothing left to cancel');
  expect(again).toContain('Nothing changed');
  const late = said(await viktor.press('Pay', { on: toViktor }));
  expect(late).toContain('cancelled');
  expect(late).toContain('Nothing moved');
  expect(await balanceOf(anna)).toBe('10.00 GEM');
  const report = said(await mona.run('/staff report', {}, staff));
  expect(report).toMatch(/1 cancelled/);
});

test('customers, and staff who are part of the request, are refused', async () => {
  const stranger = await viktor.run('/staff request list', account, staff).catch(String);
  expect(typeof stranger === 'string' ? stranger : said(stranger)).not.toContain('tickets');
  await anna.run('/request create', { member: max, amount: '3', memo: 'tea' });
  expect(await confirm(anna)).toContain('1 person asked for 3.00 GEM');
  said(await max.run('/staff request list', account, staff));
  await max.choose('Choose a request', [firstChoice(max)]);
  await max.press('Cancel the request');
  const refused = said(await max.fill({ reason }));
  expect(refused).toMatch(/your own|yourself|own account/i);
  expect(refused).toContain('Nothing changed');
});
