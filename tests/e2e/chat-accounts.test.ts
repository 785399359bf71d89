/** Several accounts in the chat: opened, chosen while typing and on cards, closed. */
import { beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, fieldsOf, type Player, textOf } from '../../src/sandbox/driver.ts';
import { balanceIn, deposit, formIn, openChat, register, said } from './chat.ts';

const chat = openChat({ settings: { throttleFactor: 1 } });
let anna: Player;
let ben: Player;
let main = '';
let holiday = '';

const offered = async (command: string, option: string, typed = '') =>
  (await anna.suggestions(command, { option, typed }))?.map(({ name }) => name);
const confirmed = async () => said(await anna.press('Confirm'));

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  ben = await chat.driver.person('Ben');
  main = await register(anna, 'Anna Miller');
  await register(ben, 'Ben Okafor');
  await deposit(anna, '900');
});

describe('with one account', () => {
  test('no card shows a list of accounts, and the balance is as before', async () => {
    const card = await anna.run('/withdraw', { amount: '1' });
    expect(JSON.stringify(card)).not.toContain('string_select');
    expect(said(card)).not.toContain('another account');
    const balance = await anna.run('/balance');
    expect(balanceIn(said(balance))).toBe('900.00 GEM');
    if (balance.kind !== 'message') throw new Error(balance.text);
    expect(buttonsOf(balance.message)).not.toContain('Your accounts');
    expect(said(await anna.run('/history'))).not.toContain('another account');
  });

  test('the only account cannot be closed', async () => {
    const refused = said(await anna.run('/account close', { account: main }));
    expect(refused).toContain('This is your only account');
    expect(refused).toContain('Nothing moved');
  });
});

describe('a second account', () => {
  test('is opened with a card and a press, and shown beside the first', async () => {
    const card = said(await anna.run('/account open', { kind: 'SAVINGS', name: 'Holiday' }));
    expect(card).toContain('Open another account?');
    const opened = await confirmed();
    expect(opened).toContain('Account opened');
    holiday = /`(\d{10})`/.exec(opened)?.[1] ?? '';
    const list = said(await anna.run('/account list'));
    expect(list).toContain(main);
    expect(list).toContain(`**Holiday** \`${holiday}\``);
    const balance = said(await anna.run('/balance'));
    expect(balanceIn(balance)).toBe('900.00 GEM');
    expect(balance).toContain('In all accounts');
  });

  test('is offered where one’s accounts and payees are typed', async () => {
    const tail = holiday.slice(-4);
    const label = `Holiday · …${tail} · 0.00 GEM`;
    expect(await offered('/transfer', 'from', 'hol')).toEqual([label]);
    expect(await offered('/deposit', 'into', 'hol')).toEqual([label]);
    expect(await offered('/history', 'account')).toHaveLength(2);
    expect(await offered('/transfer', 'to', 'hol')).toEqual([`Holiday · …${tail}`]);
  });

  test('receives an own transfer by its name, also in a sentence', async () => {
    said(await anna.run('/transfer', { to: 'holiday', amount: '100' }));
    expect(await confirmed()).toContain('Sent 100.00 GEM');
    await anna.say('send holiday 20', { dm: true });
    const card = await anna.sees('Send money?', { dm: true });
    expect(textOf(card)).toContain(`…${holiday.slice(-4)}`);
    expect(said(await anna.press('Confirm', { on: card }))).toContain('Sent 20.00 GEM');
  });

  test('pays where it is named; Edit keeps it though the form does not show it', async () => {
    const typed = { to: main, amount: '7', from: 'Holiday' };
    expect(said(await anna.run('/transfer', typed))).toContain(`…${holiday.slice(-4)}`);
    const form = formIn(await anna.press('Edit'));
    expect(fieldsOf(form).map(({ customId }) => customId)).not.toContain('from');
    const again = said(await anna.fill({ amount: '8' }));
    expect(again).toContain('8.00 GEM');
    expect(again).toContain('Balance after** 112.00 GEM');
    expect(await confirmed()).toContain('Sent 8.00 GEM');
  });

  test('is kept when the rest of the form is still missing', async () => {
    const card = await anna.run('/withdraw', { from: 'Holiday' });
    expect(card.kind).not.toBe('modal');
    await anna.press('Fill in the rest');
    expect(said(await anna.fill({ amount: '2' }))).toContain('Balance after** 110.00 GEM');
    await anna.press('Cancel');
  });

  test('is chosen on the card, which is then made anew', async () => {
    const card = await anna.run('/withdraw', { amount: '5' });
    expect(said(card)).toContain('Balance after** 783.00 GEM');
    const chosen = said(await anna.choose('Pay from another account', [holiday]));
    expect(chosen).toContain('Balance after** 107.00 GEM');
    expect(await confirmed()).toContain('Balance after** 107.00 GEM');
  });

  test('has a history of its own, by option and by choice', async () => {
    const own = said(await anna.run('/history', { account: 'Holiday' }));
    expect(own).toContain(`History of Holiday …${holiday.slice(-4)}`);
    said(await anna.run('/history', { text: 'nothing like this' }));
    const other = said(await anna.choose('Show another account', [holiday]));
    expect(other).toContain(`History of Holiday …${holiday.slice(-4)}`);
    expect(other).toContain('Filtered');
  });

  test('another customer’s account is refused, and nothing moves', async () => {
    const foreign = await register(await chat.driver.person('Cem'), 'Cem Yildiz');
    const refused = said(await anna.run('/withdraw', { amount: '1', from: foreign }));
    expect(refused).toContain('None of your open accounts');
    expect(refused).toContain('Nothing moved');
  });

  test('becomes the main one: payments to the member reach it', async () => {
    said(await anna.run('/account main', { account: 'holiday' }));
    expect(await confirmed()).toContain('This is now your main account');
    await deposit(ben, '50');
    expect(said(await ben.run('/pay', { member: anna, amount: '3' }))).toContain(
      `…${holiday.slice(-4)}`,
    );
  });

  test('the former one is closed once it is empty', async () => {
    const refused = said(await anna.run('/account close', { account: main }));
    expect(refused).toContain('There is still');
    expect(refused).toContain('Nothing moved');
    said(await anna.run('/transfer', { to: 'holiday', amount: 'all', from: main }));
    expect(await confirmed()).toContain('Sent');
    said(await anna.run('/account close', { account: main }));
    expect(said(await anna.press('Close the account'))).toContain('The account is closed');
    expect(said(await anna.run('/account list'))).toContain('**Closed**');
    expect(said(await anna.run('/balance'))).not.toContain('In all accounts');
  });
});
