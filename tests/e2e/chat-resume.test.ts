/** What was typed goes on after a login, a registration or a deposit, also over a restart. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decodeCustomId } from '../../src/bot/cards/custom-id.ts';
import { buttonsOf, textOf, type Answer, type Player } from '../../src/sandbox/driver.ts';
import { controlsOf } from '../../src/sandbox/driver/text.ts';
import type { ChatMessage } from '../../src/sandbox/protocol/protocol.ts';
import { deposit, detailsFor, forge, formIn, openChat, password, register, said } from './chat.ts';

const chat = openChat({ settings: { stepUpAbove: 50_000n } });
let anna: Player;
let ben: Player;
let bensNumber = '';

const messageOf = (answer: Answer): ChatMessage => {
  if (answer.kind !== 'message') throw new Error(`Expected a message, got: ${answer.text}`);
  return answer.message;
};
const labels = (answer: Answer): string[] => buttonsOf(messageOf(answer));
const idOf = (message: ChatMessage, label: string): string =>
  controlsOf(message).find((control) => control.label === label)!.customId;
const transfers = async (): Promise<number> =>
  (await chat.database.pool.rows(`SELECT id FROM transactions WHERE kind = 'TRANSFER'`)).length;
const logIn = async (person: Player): Promise<Answer> => {
  formIn(await person.run('/login'));
  return person.fill({ password });
};

beforeAll(async () => {
  [anna, ben] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Ben')]);
  await register(anna, 'Anna Miller');
  bensNumber = await register(ben, 'Ben Okafor');
  await deposit(anna, '500');
});

describe('after a login', () => {
  beforeEach(async () => {
    await chat.database.pool.write('DELETE FROM login_counters');
    await logIn(anna);
    await anna.run('/logout');
  });

  test.each([false, true])(
    'a typed payment goes on (bot restarted: %s)',
    async (restarts) => {
      const before = await transfers();
      const refused = await anna.run('/transfer', { to: bensNumber, amount: '2', memo: 'tea' });
      expect(labels(refused)).toEqual(['Log in']);
      if (restarts) await chat.restart();
      expect((await anna.press('Log in')).kind).toBe('modal');
      if (restarts) await chat.restart();
      const card = said(await anna.fill({ password }));
      expect(card).toContain('Send money?');
      expect(card).toContain('2.00 GEM');
      expect(card).toContain('tea');
      expect(said(await anna.press('Confirm'))).toContain('Sent 2.00 GEM');
      expect(await transfers()).toBe(before + 1);
    },
    60_000,
  );

  test('a wrong password in between loses nothing', async () => {
    await anna.run('/transfer', { to: bensNumber, amount: '3' });
    await anna.press('Log in');
    const wrong = await anna.fill({ password: 'not my password' });
    expect(labels(wrong)).toContain('Edit');
    await chat.database.pool.write('DELETE FROM login_counters');
    await anna.press('Edit');
    expect(said(await anna.fill({ password }))).toContain('3.00 GEM');
  });

  test('a waiting card goes on, and its first version cannot be confirmed', async () => {
    await logIn(anna);
    const before = await transfers();
    const first = messageOf(await anna.run('/transfer', { to: bensNumber, amount: '4' }));
    await anna.run('/logout');
    const refused = await anna.press('Confirm', { on: first });
    expect(labels(refused)).toEqual(['Log in']);
    await anna.press('Log in');
    const card = messageOf(await anna.fill({ password }));
    expect(textOf(card)).toContain('4.00 GEM');
    expect(said(await anna.press('Confirm', { on: card }))).toContain('Sent 4.00 GEM');
    expect(said(await anna.press('Confirm', { on: first }))).toContain('closed');
    expect(await transfers()).toBe(before + 1);
  });

  test('a command without a form runs, a form without values is one press away', async () => {
    await anna.run('/balance');
    await anna.press('Log in');
    expect(said(await anna.fill({ password }))).toContain('Balance');
    await anna.run('/logout');
    await anna.run('/withdraw');
    await anna.press('Log in');
    expect(labels(await anna.fill({ password }))).toContain('Continue');
    expect((await anna.press('Continue')).kind).toBe('modal');
    expect(said(await anna.fill({ amount: '1' }))).toContain('1.00 GEM');
  });

  test('entries that are too old say so, and can be started again', async () => {
    await anna.run('/transfer', { to: bensNumber, amount: '6' });
    await chat.database.pool.write(
      `UPDATE pending SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE state = 'OPEN'`,
    );
    await anna.press('Log in');
    const answer = await anna.fill({ password });
    expect(said(answer)).toContain('too old');
    expect(said(await anna.press('Try again'))).toContain('6.00 GEM');
  });

  test('the entries of another person do not go on', async () => {
    const refused = messageOf(await anna.run('/transfer', { to: bensNumber, amount: '7' }));
    const customId = idOf(refused, 'Log in');
    await logIn(ben);
    await ben.run('/logout');
    const bens = messageOf(await ben.run('/balance'));
    await forge(chat, ben, { messageId: bens.id, customId });
    await expect.poll(() => ben.modal !== null && ben.modal !== undefined).toBe(true);
    const answer = said(await ben.fill({ password }));
    expect(answer).toContain('Logged in');
    expect(answer).not.toContain('7.00');
  });
});

describe('a visitor', () => {
  test('goes on with the payment that was typed: registration, deposit, payment', async () => {
    const max = await chat.driver.person('Max');
    const refused = await max.run('/transfer', { to: bensNumber, amount: '5' });
    expect(labels(refused)).toEqual(['Open an account']);
    await max.press('Open an account');
    await max.fill(detailsFor('Max Stein'));
    await chat.restart();
    await max.press('Choose password');
    await max.fill({ password, password_again: password, terms: true });
    const short = await max.sees('available balance is 0.00 GEM');
    expect(textOf(short)).toMatch(/Deposit money\?[\s\S]*5\.00 GEM/);
    expect(buttonsOf(short)).toEqual(['Confirm', 'Edit', 'Cancel']);
    await chat.restart();
    await max.press('Confirm', { on: short });
    const card = await max.sees('Send money?');
    expect(textOf(card)).toContain('5.00 GEM');
    expect(
      textOf(await max.seesChange(short, (one) => textOf(one).includes('Deposited'))),
    ).toContain('Deposited 5.00 GEM');
    // The registration a moment ago is the proof of this first payment.
    expect(said(await max.press('Confirm', { on: card }))).toContain('Sent 5.00 GEM');
  }, 60_000);

  test('who deposits less than the payment needs is asked for the rest', async () => {
    const tom = await chat.driver.person('Tom');
    await tom.run('/transfer', { to: bensNumber, amount: '5' });
    await tom.press('Open an account');
    await tom.fill(detailsFor('Tom Berg'));
    await tom.press('Choose password');
    await tom.fill({ password, password_again: password, terms: true });
    const short = await tom.sees('available balance is 0.00 GEM');
    await tom.press('Edit', { on: short });
    await tom.fill({ amount: '2' });
    await tom.press('Confirm');
    const rest = await tom.sees('available balance is 2.00 GEM');
    expect(textOf(rest)).toMatch(/Deposit money\?[\s\S]*3\.00 GEM/);
    await tom.press('Cancel', { on: rest });
  }, 60_000);
});

describe('a refused payment', () => {
  beforeAll(async () => {
    await chat.database.pool.write('DELETE FROM login_counters');
    await logIn(anna);
  });

  test('for too little money is sent with what is there', async () => {
    const refused = await anna.run('/transfer', { to: bensNumber, amount: '9000' });
    const send = labels(refused).find((label) => label.startsWith('Send '))!;
    const card = said(await anna.press(send));
    expect(card).toContain('Send money?');
    expect(card).toContain(send.replace('Send ', ''));
  });

  test('for too little money goes on by itself after the deposit of the rest', async () => {
    const refused = await anna.run('/transfer', { to: bensNumber, amount: '9000' });
    const deposit = labels(refused)[0]!;
    expect(deposit).toMatch(/^Deposit [\d,.]+ GEM$/);
    const asked = messageOf(await anna.press(deposit));
    expect(textOf(asked)).toContain(deposit.replace('Deposit ', ''));
    await anna.press('Confirm', { on: asked });
    const card = await anna.sees(/Send money\?[\s\S]*9,000\.00 GEM/);
    expect(said(await anna.press('Cancel', { on: card }))).toContain('Cancelled');
  });

  test('to a member without an account asks them, once, without the amount', async () => {
    const tara = await chat.driver.person('Tara');
    const refused = await anna.run('/transfer', { member: tara, amount: '8' });
    expect(labels(refused)[0]).toBe('Ask them to open an account');
    const message = messageOf(refused);
    await anna.press('Ask them to open an account', { on: message });
    const asked = await anna.seesChange(message, (one) => textOf(one).includes('have asked them'));
    expect(buttonsOf(asked)).toEqual(['Try again']);
    const invitation = await tara.sees('would like to pay you');
    expect(textOf(invitation)).toContain(`<@${tara.id}>`);
    expect(JSON.stringify(invitation)).not.toMatch(/8\.00|amount/);
    expect(invitation.mentions.map(({ id }) => id)).toEqual([tara.id]);
    const customId = idOf(message, 'Ask them to open an account');
    expect(decodeCustomId(customId)).toMatchObject({ id: { step: 'invite' } });
    await forge(chat, anna, { messageId: message.id, customId });
    expect((await tara.press('Open an account', { on: invitation })).kind).toBe('modal');
    const details = said(await tara.fill(detailsFor('Tara Novak')));
    expect(details).toContain('Tara Novak');
    // The details are a message of her own: the public invitation stays as it is.
    expect(textOf(await anna.sees('would like to pay you'))).not.toContain('Novak');
    const count = (await anna.messages()).filter((one) =>
      textOf(one).includes('would like to pay'),
    );
    expect(count).toHaveLength(1);
  });

  test('on an expired card loses its buttons and starts again with the values', async () => {
    const card = messageOf(await anna.run('/transfer', { to: bensNumber, amount: '1' }));
    await chat.database.pool.write(
      `UPDATE pending SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE state = 'OPEN'`,
    );
    const closed = await anna.press('Edit', { on: card });
    expect(said(closed)).toContain('expired');
    expect(labels(closed)).toEqual(['Try again']);
    expect(messageOf(closed).id).toBe(card.id);
    expect(said(await anna.press('Try again'))).toContain('1.00 GEM');
  });
});

describe('the next day', () => {
  test('a payment to a known payee takes one press and one form', async () => {
    await chat.database.pool.write(
      `UPDATE sessions
       SET last_seen_at = NOW(6) - INTERVAL 20 HOUR, created_at = NOW(6) - INTERVAL 20 HOUR,
         proved_at = NULL
       WHERE ended_at IS NULL`,
    );
    expect(said(await anna.run('/balance'))).toContain('Balance');
    const card = said(await anna.run('/transfer', { to: bensNumber, amount: '1' }));
    expect(card).toContain('asks for your password');
    expect((await anna.press('Confirm')).kind).toBe('modal');
    expect(said(await anna.fill({ proof: password }))).toContain('Sent 1.00 GEM');
    await anna.run('/transfer', { to: bensNumber, amount: '1' });
    expect(said(await anna.press('Confirm'))).toContain('Sent 1.00 GEM');
  });
});

test('a payment in direct messages to a member without an account asks the member alone', async () => {
  const viktor = await chat.driver.person('Viktor');
  await anna.say('send Viktor 8', { dm: true });
  const refused = await anna.sees(/no account that can receive/, { dm: true });
  expect(buttonsOf(refused)).toEqual(['Ask them to open an account', 'Edit']);
  await anna.press('Ask them to open an account', { on: refused });
  await anna.seesChange(refused, (one) => textOf(one).includes('have asked them'));
  const invitation = await viktor.sees('would like to pay you', { dm: true });
  expect(textOf(invitation)).toContain(`<@${anna.id}>`);
  expect(JSON.stringify(invitation)).not.toMatch(/8[.,]00/);
  expect(buttonsOf(invitation)).toEqual(['Open an account']);
  expect((await viktor.press('Open an account', { on: invitation })).kind).toBe('modal');
  await viktor.closeForm();
});
