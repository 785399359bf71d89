/** Pots of a shared account in the chat: opened, filled, seen, rounded up into, and closed. */
import { beforeAll, expect, test } from 'vitest';
import type { Player } from '../../src/sandbox/driver.ts';
import { deposit, openChat, register, said } from './chat.ts';

const chat = openChat({ settings: { throttleFactor: 1 } });
let anna: Player;
let ben: Player;
let main = '';
let pot = '';

const confirmed = async () => said(await anna.press('Confirm'));
const offered = async (command: string, option: string) =>
  (await anna.suggestions(command, { option, typed: '' }))?.map(({ name }) => name);

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  ben = await chat.driver.person('Ben');
  main = await register(anna, 'Anna Miller');
  await register(ben, 'Ben Okafor');
  await deposit(anna, '900');
  said(await anna.run('/account share open', { name: 'Chess club' }));
  await confirmed();
  const [, number = ''] = /`(\d{10})`/.exec(said(await anna.run('/account list'))) ?? [];
  expect(number).not.toBe('');
  said(await anna.run('/deposit', { amount: '90', into: 'Chess club' }));
  await confirmed();
});

test('is opened with a card that says who may use it', async () => {
  expect(await offered('/pot new', 'shared')).toHaveLength(1);
  const given = { name: 'Trip', goal: '200', shared: 'Chess club' };
  const card = said(await anna.run('/pot new', given));
  expect(card).toContain('Chess club');
  expect(card).toContain('Only managers of the account');
  const opened = await confirmed();
  expect(opened).toContain('Pot opened');
  pot = /`(\d{10})`/.exec(opened)?.[1] ?? '';
  const tail = pot.slice(-4);
  expect(await offered('/pot add', 'pot')).toEqual([`Chess club · Trip · …${tail} · 0.00 GEM`]);
});

test('is filled from the account alone, and shown in the list and the balance', async () => {
  const refused = said(await anna.run('/pot add', { pot: 'Trip', amount: '5', from: main }));
  expect(refused).toContain('takes money only from that account');
  const card = said(await anna.run('/pot add', { pot: 'Trip', amount: '50' }));
  expect(card).toContain('Chess club');
  expect(await confirmed()).toContain('40.00 GEM');
  for (const command of ['/pot list', '/balance']) {
    const answer = await anna.run(command);
    const shown = said(answer);
    expect(shown).toContain('**Chess club · Trip**');
    expect(shown).toContain('50.00 GEM of 200.00 GEM (25 %)');
    const files = answer.kind === 'message' ? answer.message.attachments : [];
    expect(files.map(({ filename }) => filename)).toEqual(['pots.png']);
  }
  const listed = said(await anna.run('/account list'));
  expect(listed).toContain(`**Chess club · Trip** \`${pot}\` · **50.00 GEM**`);
  const history = said(await anna.run('/history', { account: pot }));
  expect(history).toContain('50.00 GEM');
  expect(history).toContain('Anna M.');
});

test('takes the round-up of payments from the account', async () => {
  said(await anna.run('/pot round-up', { to: '1', pot: 'Trip' }));
  expect(await confirmed()).toContain('Payments from “Chess club” are rounded up');
  expect(said(await anna.run('/pot list'))).toContain('rounded up to the next unit');
  const paid = { amount: '4.30', member: ben, from: 'Chess club' };
  const card = said(await anna.run('/transfer', paid));
  expect(card).toContain('0.70 GEM into Trip');
  expect(await confirmed()).toContain('0.70 GEM into Trip');
  said(await anna.run('/pot round-up', { to: 'off', pot: 'Trip' }));
  expect(await confirmed()).toContain('no longer rounded up');
});

test('the account is closed after its pot', async () => {
  said(await anna.run('/withdraw', { amount: 'all', from: 'Chess club' }));
  await confirmed();
  const refused = said(await anna.run('/account share close', { account: 'Chess club' }));
  expect(refused).toContain('A pot of this account is open');
  expect(said(await anna.run('/pot close', { pot: 'Trip' }))).toContain('50.70 GEM in this pot');
  said(await anna.run('/pot take', { pot: 'Trip', amount: 'all' }));
  await confirmed();
  said(await anna.run('/pot close', { pot: 'Trip' }));
  expect(await anna.press('Close the pot').then(said)).toContain('The pot is closed');
});
