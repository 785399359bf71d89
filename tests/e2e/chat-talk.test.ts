/** Sentences to the bank: in direct messages, in a channel, and as `/ask`. */
import { beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, textOf, type Player } from '../../src/sandbox/driver.ts';
import type { ChatMessage } from '../../src/sandbox/protocol/protocol.ts';
import { balanceOf, deposit, forge, openChat, password, register, said } from './chat.ts';

const chat = openChat({ settings: { stepUpAbove: 5_000n } });
const dm = { dm: true };
const channel = { channel: 'bank' };
let anna: Player;
let ben: Player;
let max: Player;
let bens = '';
const bot = () => `<@${chat.sandbox.applicationId}>`;

type Where = { readonly dm?: boolean; readonly channel?: string };

/** The bot's answer to one message of a person. */
async function answerTo(person: Player, { id }: ChatMessage, where: Where): Promise<ChatMessage> {
  const find = async () =>
    (await person.messages(where)).find((one) => one.message_reference?.message_id === id);
  await expect.poll(find, { timeout: 15_000 }).toBeDefined();
  return (await find())!;
}
const tell = async (person: Player, text: string, where: Where = dm): Promise<ChatMessage> =>
  answerTo(person, await person.say(text, where), where);
const told = async (person: Player, text: string): Promise<string> =>
  textOf(await tell(person, text));

beforeAll(async () => {
  [anna, ben, max] = (await Promise.all(
    ['Anna', 'Ben', 'Max'].map(async (name) => chat.driver.person(name)),
  )) as [Player, Player, Player];
  await register(anna, 'Anna Albers');
  bens = await register(ben, 'Ben Okafor');
  await deposit(anna, '100');
});

describe('in direct messages', () => {
  test('a member is found by name, and the card says that it is a first payment', async () => {
    const card = await tell(anna, 'send ben 5 for pizza');
    expect(textOf(card)).toMatch(/Ben O\.[\s\S]*5\.00 GEM[\s\S]*pizza/);
    expect(textOf(card)).toContain('First payment to this account');
    expect(said(await anna.press('Confirm', { on: card }))).toContain('Sent 5.00 GEM');
    expect(await balanceOf(anna)).toBe('95.00 GEM');
  });

  test('a large payment asks for a proof, as ever', async () => {
    const card = await tell(anna, 'withdraw 94');
    expect((await anna.press('Confirm', { on: card })).kind).toBe('modal');
    expect(said(await anna.fill({ proof: 'not my password' }))).toContain('password');
    expect(await balanceOf(anna)).toBe('95.00 GEM');
    said(await anna.press('Cancel', { on: card }));
  });

  test('a payee paid before is known by name: one sentence, one press', async () => {
    const card = await tell(anna, 'send Ben 2.50');
    expect(said(await anna.press('Confirm', { on: card }))).toContain('Sent 2.50 GEM');
    expect(await balanceOf(anna)).toBe('92.50 GEM');
    // The card became the receipt, so it cannot be confirmed again.
    const [last] = (await anna.messages(dm)).filter(({ id }) => id === card.id);
    expect(buttonsOf(last!)).not.toContain('Confirm');
  });

  test('a person who reads German is answered in German', async () => {
    await anna.change({ locale: 'de' });
    said(await anna.run('/balance', {}, dm));
    const card = await tell(anna, 'schick Ben 1,50 für Pizza');
    expect(textOf(card)).toMatch(/Ben O\.[\s\S]*1[.,]50 GEM[\s\S]*Pizza/);
    expect(buttonsOf(card)).toContain('Bestätigen');
    said(await anna.press('Abbrechen', { on: card }));
    expect(textOf(await tell(anna, 'gutes Wetter heute'))).toContain('nicht verstanden');
    await anna.change({ locale: 'en-US' });
    said(await anna.run('/balance', {}, dm));
  });

  test('questions are answered from the books', async () => {
    expect(await told(anna, 'what is my balance?')).toContain('92.50 GEM');
    const sums = await told(anna, 'how much did I send to Ben this year?');
    expect(sums).toMatch(/You sent \*\*7\.50 GEM\*\* in 2 payments/);
    expect(sums).toContain('Ben O. …');
    expect(await told(ben, 'how much did Anna send me this year?')).toContain('7.50 GEM');
    expect(await told(ben, 'how much did I spend this year?')).toContain('no such payments');
    expect(await told(anna, 'show my history')).toContain('Ben O.');
  });

  test('a missing amount is asked for in a form that has the rest', async () => {
    const card = await tell(anna, 'send Ben money for the bus');
    expect(textOf(card)).toContain('Some details are missing');
    const form = await anna.press('Fill in the rest', { on: card });
    expect(JSON.stringify(form)).toContain(bens);
    const asked = said(await anna.fill({ amount: '1' }));
    expect(asked).toMatch(/Ben O\.[\s\S]*1\.00 GEM[\s\S]*bus/);
    expect(said(await anna.press('Cancel'))).toContain('Cancelled');
  });

  test('an unknown name opens the form with the rest', async () => {
    const card = await tell(anna, 'send Zacharias 3 for soup');
    expect(textOf(card)).toContain('I do not know Zacharias');
    const form = await anna.press('Fill in the rest', { on: card });
    expect(form.kind).toBe('modal');
    expect(said(await anna.fill({ to: bens }))).toMatch(/3\.00 GEM[\s\S]*soup/);
  });

  test('what is not understood gets examples, and Help', async () => {
    const card = await tell(anna, 'the weather is fine and so am I');
    expect(textOf(card)).toContain('I did not understand that');
    expect(textOf(card).match(/“/g)).toHaveLength(3);
    expect(said(await anna.press('Help', { on: card }))).toContain('</transfer');
  });

  test('people without an account or a login are told so, and nothing else', async () => {
    expect(await told(max, 'send ben 5')).toMatch(/no account|\/register/);
    said(await ben.run('/logout', {}, dm));
    expect(await told(ben, 'what is my balance?')).toMatch(/log in/i);
    const card = await tell(ben, 'log me in');
    const form = await ben.press('Log in', { on: card });
    expect(JSON.stringify(form)).toContain(bens);
    said(await ben.fill({ password }));
    expect(await told(ben, 'what is my balance?')).toContain('7.50 GEM');
  });
});

describe('in a channel', () => {
  const button = 'Go on in private';

  test('the answer is only for the person who asked', async () => {
    const open = await tell(anna, `${bot()} what is my balance?`, channel);
    expect(textOf(open)).not.toContain('GEM');
    expect(open.mentions).toEqual([]);
    const answer = await anna.press(button, { on: open });
    expect(said(answer)).toContain('92.50 GEM');
    if (answer.kind === 'message') expect(answer.message.visible_to).toBe(anna.id);
    const seen = (await ben.messages(channel)).map(textOf).join('\n');
    expect(seen).not.toContain('GEM');
  });

  test('another person who presses it is refused', async () => {
    const open = await tell(anna, `${bot()} what is my balance?`, channel);
    await ben.sees(textOf(open), channel);
    const answer = await ben.press(button, { on: open });
    expect(said(answer)).not.toContain('GEM');
    expect(said(answer)).toMatch(/another person|not yours|someone else/i);
    // A forged press with Ben's id names a draft that is not his.
    const customId = /v1:ask:go:[0-9a-z]+\.\d+/.exec(JSON.stringify(open.components))![0];
    const forged = customId.replace(anna.id, ben.id);
    await forge(chat, ben, { messageId: open.id, customId: forged });
    await ben.sees(/no longer|not know|cannot be found|unknown/i, channel);
  });

  test('a press goes on after a restart of the bot', async () => {
    const open = await tell(anna, `${bot()} send ben 4 for tea`, channel);
    await chat.restart();
    const card = said(await anna.press(button, { on: open }));
    expect(card).toMatch(/Ben O\.[\s\S]*4\.00 GEM[\s\S]*tea/);
    expect(said(await anna.press('Confirm'))).toContain('Sent 4.00 GEM');
  });

  test('a very long text is not stored', async () => {
    const open = await tell(anna, `${bot()} ${'send ben 5 '.repeat(40)}`, channel);
    expect(buttonsOf(open)).toEqual([]);
  });
});

describe('/ask', () => {
  test('does the same, in the language of Discord', async () => {
    expect(said(await anna.run('/ask', { text: 'what is my balance?' }))).toContain('GEM');
    await anna.change({ locale: 'de' });
    const card = said(await anna.run('/ask', { text: 'schick Ben 1,25 für Kaffee' }));
    expect(card).toMatch(/1[.,]25 GEM[\s\S]*Kaffee/);
    said(await anna.press('Abbrechen'));
    await anna.change({ locale: 'en-US' });
    expect((await anna.run('/ask')).kind).toBe('modal');
    expect(said(await anna.fill({ text: 'send ben 2' }))).toContain('2.00 GEM');
    said(await anna.press('Cancel'));
  });
});
