/** The usual commands on the second server, whose limits each answer must keep, in three languages. */
import { beforeAll, expect, test } from 'vitest';
import { password } from '../support/bank.ts';
import { buttonsOf, type Person } from '../support/other-server/person.ts';
import { openOtherChat, register } from './other-server.ts';

const chat = openOtherChat({ causes: /^$/ });
let anna: Person;
let ben: Person;
let bensNumber = '';

beforeAll(async () => {
  anna = chat.join('Anna');
  ben = chat.join('Ben');
  await register(anna, 'Anna Miller');
  bensNumber = await register(ben, 'Ben Okafor');
});

test('a deposit, a payment by command and one by a sentence, each with a notice', async () => {
  await anna.run('/deposit', { amount: '100' });
  expect(await anna.confirm(password)).toContain('Deposited 100.00 GEM');
  await anna.run('/pay', { member: ben.user.id, amount: '5', memo: 'pizza' });
  expect(await anna.confirm(password)).toContain('Sent 5.00 GEM');
  await ben.sees('You received 5.00 GEM');
  expect(await anna.write(`send ${bensNumber} 7 for *tea*`)).toContain('7.00 GEM');
  expect(await anna.confirm(password)).toContain('Sent 7.00 GEM');
  await ben.sees('You received 7.00 GEM');
  expect(await anna.run('/balance')).toContain('88.00 GEM');
});

test('a form that was filled in wrongly is kept, and corrected', async () => {
  await anna.run('/transfer');
  expect(anna.hasForm).toBe(true);
  expect(await anna.fill({ to: bensNumber, amount: 'twelve pounds', memo: 'rent' })).toContain(
    'Nothing moved',
  );
  expect(buttonsOf(anna.message)).toContain('Edit');
  await anna.press('Edit');
  expect(await anna.fill({ amount: '1' })).toContain('1.00 GEM');
  await anna.press('Cancel');
});

test('statements and receipts arrive as files', async () => {
  await anna.run('/statement', { format: 'PDF' });
  expect([...anna.files.keys()].join()).toMatch(/\.pdf$/);
  await anna.run('/history');
  await anna.run('/receipt', { reference: /`([0-9A-Z]{4}-[0-9A-Z-]+)`/.exec(anna.text)![1]! });
  expect(anna.files.size).toBeGreaterThan(0);
});

test.each(['en-US', 'de', 'ja'])('in %s every card keeps the limits', async (locale) => {
  anna.locale = locale;
  const paths = ['/help', '/balance', '/history', '/inbox', '/notices', '/request list'];
  const more = ['/schedule list', '/schedule preview', '/payee list', '/account list', '/security'];
  for (const path of [...paths, ...more, '/profile view', '/session', '/language']) {
    expect(await anna.run(path)).not.toBe('');
  }
  expect(await anna.run('/request create', { member: ben.user.id, amount: '3' })).not.toBe('');
  expect(chat.server.world.refused).toEqual([]);
  anna.locale = 'en-US';
});

test('after a restart the commands are as before, and are not sent again', async () => {
  const before = [...chat.server.world.commands.values()];
  await chat.restart();
  expect([...chat.server.world.commands.values()]).toEqual(before);
  expect(chat.server.gateway.seen.identified).toBe(2);
  expect(await anna.run('/balance')).toContain('88.00 GEM');
});
