/** Sentences beside payments: greetings, help on a topic, unclear parts, sums with many payments. */
import { beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, textOf, type Answer, type Player } from '../../src/sandbox/driver.ts';
import type { ChatMessage } from '../../src/sandbox/protocol/protocol.ts';
import { deposit, openChat, password, register, said } from './chat.ts';

const chat = openChat({ settings: { stepUpAbove: 50_000n } });
const dm = { dm: true };
let anna: Player;
let ben: Player;
let bens = '';

async function tell(person: Player, text: string): Promise<ChatMessage> {
  const { id } = await person.say(text, dm);
  const find = async () =>
    (await person.messages(dm)).find((one) => one.message_reference?.message_id === id);
  await expect.poll(find, { timeout: 15_000 }).toBeDefined();
  return (await find())!;
}
const told = async (person: Player, text: string): Promise<string> =>
  textOf(await tell(person, text));
const labels = (answer: Answer): string[] =>
  answer.kind === 'message' ? buttonsOf(answer.message) : [];

beforeAll(async () => {
  [anna, ben] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Ben')]);
  await register(anna, 'Anna Miller');
  bens = await register(ben, 'Ben Okafor');
  await deposit(anna, '100');
});

describe('a greeting', () => {
  test('of a visitor offers an account', async () => {
    const max = await chat.driver.person('Max');
    const card = await tell(max, 'Hello!');
    expect(textOf(card)).toMatch(/Hello[\s\S]*Send Ben 5 for pizza/);
    expect(buttonsOf(card)).toEqual(['Open an account', 'How it works']);
    expect((await max.press('Open an account', { on: card })).kind).toBe('modal');
    await max.closeForm();
  });

  test('of a customer offers what the bank can do', async () => {
    const card = await tell(anna, 'hi bank, how are you?');
    expect(buttonsOf(card)).toEqual(['Send money', 'Balance', 'History', 'Help']);
    expect(said(await anna.press('Balance', { on: card }))).toContain('100.00 GEM');
    expect(await told(anna, 'thank you so much!')).toContain('You’re welcome');
    expect(await told(anna, 'guten Morgen')).toContain('Hello');
  });

  test('goodbye offers to log out, and a greeting then to log in', async () => {
    const card = await tell(ben, 'bye!');
    expect(buttonsOf(card)).toEqual(['Log out']);
    expect(said(await ben.press('Log out', { on: card }))).toContain('Logged out');
    expect(buttonsOf(await tell(ben, 'hello again'))).toEqual(['Log in']);
    await ben.run('/login', {}, dm);
    said(await ben.fill({ password }));
  });
});

test('help on a topic shows it', async () => {
  expect(await told(anna, 'how do I send money?')).toMatch(/– Money[\s\S]*\/transfer/);
  expect(await told(anna, 'how do I change my password?')).toMatch(/– Security[\s\S]*password/);
  expect(await told(anna, 'how can I talk to the staff?')).toContain('How to reach the staff');
});

describe('an unclear sentence', () => {
  test('keeps the payee and the memo for the form', async () => {
    const card = await tell(anna, 'send Ben about 20 for pizza');
    expect(textOf(card)).toContain('which amount');
    const form = JSON.stringify(await anna.press('Fill in the rest', { on: card }));
    expect(form).toContain('pizza');
    const asked = said(await anna.fill({ amount: '20' }));
    expect(asked).toMatch(/Ben O\.[\s\S]*20\.00 GEM[\s\S]*pizza/);
    expect(said(await anna.press('Cancel'))).toContain('Cancelled');
  });

  test('keeps the amount for the form', async () => {
    const card = await tell(anna, 'send 7 to him for tea');
    expect(textOf(card)).toContain('who should get the money');
    await anna.press('Fill in the rest', { on: card });
    expect(said(await anna.fill({ to: bens }))).toMatch(/Ben O\.[\s\S]*7\.00 GEM[\s\S]*tea/);
    expect(said(await anna.press('Cancel'))).toContain('Cancelled');
  });

  test('on another day can be sent now', async () => {
    const card = await tell(anna, 'send Ben 6 tomorrow');
    expect(textOf(card)).toContain('A payment is made at once');
    await anna.press('Fill in the rest', { on: card });
    expect(said(await anna.fill({}))).toMatch(/Ben O\.[\s\S]*6\.00 GEM/);
    expect(said(await anna.press('Cancel'))).toContain('Cancelled');
  });
});

test('an amount with two meanings is chosen with a button', async () => {
  await anna.change({ locale: 'de' });
  const asked = await anna.run('/transfer', { to: bens, amount: '12,500' }, dm);
  expect(said(asked)).toContain('kann 12.500,00 GEM oder 12,50 GEM heißen');
  expect(labels(asked)).toEqual(['12.500,00 GEM', '12,50 GEM', 'Bearbeiten']);
  const card = said(await anna.press('12,50 GEM'));
  expect(card).toMatch(/Geld überweisen\?[\s\S]*12,50 GEM/);
  expect(said(await anna.press('Abbrechen'))).toContain('Abgebrochen');
  await anna.change({ locale: 'en-US' });
  said(await anna.run('/balance', {}, dm));
});

describe('an amount with two meanings in a sentence', () => {
  test('is chosen with a button, as in a form', async () => {
    await anna.change({ locale: 'de' });
    said(await anna.run('/balance', {}, dm));
    const asked = await tell(anna, 'schick Ben 12,500 für Pizza');
    expect(textOf(asked)).toContain('kann 12.500,00 GEM oder 12,50 GEM heißen');
    expect(buttonsOf(asked)).toEqual(['12.500,00 GEM', '12,50 GEM', 'Bearbeiten']);
    const card = said(await anna.press('12,50 GEM', { on: asked }));
    expect(card).toMatch(/Geld überweisen\?[\s\S]*Ben O\.[\s\S]*12,50 GEM[\s\S]*Pizza/);
    expect(said(await anna.press('Abbrechen'))).toContain('Abgebrochen');
    const paid = await tell(anna, 'zahl 1,500 ein');
    expect(buttonsOf(paid)).toEqual(['1.500,00 GEM', '1,50 GEM', 'Bearbeiten']);
    const request = await tell(anna, `fordere 1,500 von <@${ben.id}>`);
    expect(textOf(request)).toContain('1.500,00 GEM oder 1,50 GEM');
    expect(textOf(await tell(anna, 'schick Ben 12,50'))).toContain('12,50 GEM');
    await anna.change({ locale: 'en-US' });
    said(await anna.run('/balance', {}, dm));
  });

  test('of English: 12,500 is thousands; 12,50 and 12.500 are explained and can be edited', async () => {
    expect(textOf(await tell(anna, 'withdraw 12,500'))).toContain('12,500.00 GEM');
    for (const [typed, why] of [
      ['12,50', 'only between thousands'],
      ['12.500', 'at most 2 decimals'],
    ]) {
      const card = await tell(anna, `send Ben ${typed} for tea`);
      expect(textOf(card)).toContain(why);
      const form = JSON.stringify(await anna.press('Edit', { on: card }));
      expect(form).toContain(typed);
      expect(form).toContain('tea');
      await anna.closeForm();
    }
  });

  test('of Japanese', async () => {
    await anna.change({ locale: 'ja' });
    said(await anna.run('/balance', {}, dm));
    for (const typed of ['12,50', '12.500']) {
      const card = await tell(anna, `Benに${typed}送って`);
      expect(textOf(card)).not.toContain('12.50 GEM');
      expect(JSON.stringify(await anna.press('修正', { on: card }))).toContain(typed);
      await anna.closeForm();
    }
    await anna.change({ locale: 'en-US' });
    said(await anna.run('/balance', {}, dm));
  });
});

test.each(['collect 5 from everyone for the coach', 'would you lend me 5'])(
  '%s: asks whom to ask, and opens a request with the rest',
  async (text) => {
    const card = await tell(anna, text);
    expect(textOf(card)).toContain('Who should pay?');
    const form = JSON.stringify(await anna.press('Fill in the rest', { on: card }));
    expect(form).toContain('"value":"5"');
    expect(form).toContain('role');
    expect(said(await anna.fill({ member: [ben.id] }))).toMatch(/Ask 1 person[\s\S]*5\.00 GEM/);
    said(await anna.press('Cancel'));
  },
);

test('the payments of a sum have pages', async () => {
  for (let amount = 1; amount <= 7; amount += 1) {
    await anna.run('/transfer', { to: bens, amount: `${amount}` }, dm);
    said(await anna.press('Confirm'));
  }
  await deposit(ben, '50');
  const card = await tell(ben, 'how much did Anna send me this year?');
  expect(textOf(card)).toMatch(/28\.00 GEM\*\* in 7 payments/);
  expect(textOf(card)).not.toContain('+2.00');
  const older = await ben.press('Older', { on: card });
  expect(said(older)).toMatch(/2\.00 GEM[\s\S]*1\.00 GEM/);
  expect(said(older)).not.toContain('3.00 GEM from');
  const newer = said(await ben.press('Newer'));
  // The direction stays: the deposit is not among them.
  expect(newer).toContain('7.00 GEM');
  expect(newer).not.toContain('50.00');
});
