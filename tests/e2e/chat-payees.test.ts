/** Payees by nickname: choices while typing, forms, sentences, the menu of a member, names. */
import { beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, textOf, type Player } from '../../src/sandbox/driver.ts';
import {
  deposit,
  detailsFor,
  openChat,
  password,
  prefilledIn,
  register,
  registerAs,
  said,
} from './chat.ts';

const chat = openChat({ settings: { throttleFactor: 1 } });
let anna: Player;
let ben: Player;
let tara: Player;
let visitor: Player;
let bensNumber = '';

const offeredTo = async (person: Player, typed = '', command = '/transfer', option = 'to') =>
  (await person.suggestions(command, { option, typed }))?.map(({ name }) => name);
const confirmed = async (person: Player) => said(await person.press('Confirm'));

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  ben = await chat.driver.person('Ben');
  tara = await chat.driver.person('Tara');
  visitor = await chat.driver.person('Viktor');
  await register(anna, 'Anna Miller');
  bensNumber = await register(ben, 'Ben Okafor');
  await registerAs(tara, { ...detailsFor('Tara Lindt'), date_of_birth: '2011-01-31' });
  await deposit(anna, '900');
});

describe('a saved payee', () => {
  test('is offered at once, without the name of a person not paid before', async () => {
    expect(await offeredTo(anna)).toEqual([]);
    const saved = said(await anna.run('/payee add', { nickname: 'Länd lord', member: ben }));
    expect(saved).toContain('Länd lord is saved');
    expect(saved).not.toContain('Ben');
    expect(saved).not.toContain(bensNumber);
    const tail = bensNumber.slice(-4);
    expect(await offeredTo(anna)).toEqual([`Länd lord · …${tail}`]);
    expect(await offeredTo(anna, 'LAND')).toEqual([`Länd lord · …${tail}`]);
  });

  test('is offered to its owner alone, and only within a session', async () => {
    expect(await offeredTo(ben)).toEqual([]);
    expect(await offeredTo(visitor)).toEqual([]);
    await anna.run('/logout');
    expect(await offeredTo(anna)).toEqual([]);
    await anna.run('/login');
    said(await anna.fill({ password }));
    expect(await offeredTo(anna)).toHaveLength(1);
  });

  test('is paid with one command and one press, by its nickname in any case', async () => {
    const card = said(await anna.run('/transfer', { to: 'land LORD', amount: '400' }));
    expect(card).toContain('Ben O.');
    expect(await confirmed(anna)).toContain('Sent 400.00 GEM');
    expect(await offeredTo(anna, 'ben')).toEqual([`Länd lord · Ben O. …${bensNumber.slice(-4)}`]);
  });

  test('is paid by a sentence', async () => {
    await anna.say('send länd lord 5', { dm: true });
    const card = await anna.sees('Send money?', { dm: true });
    expect(textOf(card)).toContain('5.00 GEM');
    expect(textOf(card)).toContain('Ben O.');
    expect(said(await anna.press('Confirm', { on: card }))).toContain('Sent 5.00 GEM');
  });

  test('is refused under an unknown nickname; what was typed stays', async () => {
    const refused = await anna.run('/transfer', { to: 'landlady', amount: '4' });
    expect(said(refused)).toContain('no payee with this nickname');
    expect(said(refused)).toContain('Nothing moved');
    const form = prefilledIn(await anna.press('Edit'));
    expect(form).toMatchObject({ to: 'landlady', amount: '4' });
    await anna.fill({ to: 'länd lord' });
    expect(await confirmed(anna)).toContain('Sent 4.00 GEM');
  });

  test('is listed, renamed, and removed; then the person is offered as paid lately', async () => {
    const list = said(await anna.run('/payee list'));
    expect(list).toContain('**Länd lord** · Ben O.');
    await anna.run('/payee rename', { payee: 'länd lord', nickname: 'rent' });
    expect(await offeredTo(anna, 'r', '/payee remove', 'payee')).toHaveLength(1);
    expect(said(await anna.run('/payee remove', { payee: 'RENT' }))).toContain('rent is removed');
    const label = `Ben O. …${bensNumber.slice(-4)}`;
    expect(await offeredTo(anna)).toEqual([label]);
    const card = said(await anna.run('/transfer', { to: label, amount: '1' }));
    expect(card).toContain('Ben O.');
    expect(await confirmed(anna)).toContain('Sent 1.00 GEM');
  });
});

describe('quick ways', () => {
  test('/pay goes straight to the card', async () => {
    said(await anna.run('/pay', { member: ben, amount: '2', memo: 'tea' }));
    expect(await confirmed(anna)).toContain('Sent 2.00 GEM');
  });

  test('/pay refuses a wrong amount and keeps the member', async () => {
    expect(said(await anna.run('/pay', { member: ben, amount: 'two' }))).toContain('Amount');
    expect(prefilledIn(await anna.press('Edit'))).toMatchObject({ member: [ben.id] });
    await anna.fill({ amount: '2' });
    expect(await confirmed(anna)).toContain('Sent 2.00 GEM');
  });

  test('the menu on a member opens the form with that member', async () => {
    const form = await anna.run('Send money', {}, { target: ben });
    expect(prefilledIn(form)).toMatchObject({ member: [ben.id] });
    await anna.fill({ amount: '3', memo: 'menu' });
    expect(await confirmed(anna)).toContain('Sent 3.00 GEM');
  });

  test('the balance has buttons for the next step', async () => {
    const answer = await anna.run('/balance');
    if (answer.kind !== 'message') throw new Error(answer.text);
    expect(buttonsOf(answer.message)).toEqual(
      expect.arrayContaining(['Send', 'Deposit', 'History']),
    );
  });
});

describe('the name of a payee', () => {
  const cardFor = async (name: string, member = ben) =>
    said(await anna.run('/transfer', { member, amount: '1', name }));

  test('is a match, close, or no match, which needs a proof', async () => {
    expect(await cardFor('Ben Okafor')).toContain('The name matches');
    expect(await cardFor('B. Okafor')).toContain('The name is close');
    expect(await cardFor('Max Stein')).toContain('does not match');
    const proof = await anna.press('Confirm');
    expect(proof.kind).toBe('modal');
    await anna.closeForm();
  });

  test('under 18 is not shown to strangers, and not checked for them', async () => {
    const card = await cardFor('Tara Lindt', tara);
    expect(card).toContain('Name not shown');
    expect(card).toContain('cannot check the name');
    expect(card).not.toContain('Tara L.');
    expect(said(await anna.run('/pay', { member: tara, amount: '1' }))).not.toContain('Tara L.');
  });

  test('is checked ten times an hour; the payment goes on without', async () => {
    for (let count = 0; count < 6; count += 1) await cardFor('Ben Okafor');
    expect(await cardFor('Ben Okafor')).toContain('you can check ten names an hour');
    expect(await confirmed(anna)).toContain('Sent 1.00 GEM');
  });
});
