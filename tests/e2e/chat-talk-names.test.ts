/** Payees with the same name: the bank asks, and a press chooses. */
import { beforeAll, expect, test } from 'vitest';
import { buttonsOf, textOf, type Player } from '../../src/sandbox/driver.ts';
import type { ChatMessage } from '../../src/sandbox/protocol/protocol.ts';
import { balanceOf, deposit, forge, openChat, register, said } from './chat.ts';

const chat = openChat();
const dm = { dm: true };
let anna: Player;
let max: Player;
let tails: readonly [string, string];

async function tell(person: Player, text: string): Promise<ChatMessage> {
  const { id } = await person.say(text, dm);
  const find = async () =>
    (await person.messages(dm)).find((one) => one.message_reference?.message_id === id);
  await expect.poll(find, { timeout: 15_000 }).toBeDefined();
  return (await find())!;
}

const customIdIn = (card: ChatMessage, step: string): string =>
  new RegExp(`v1:transfer:${step}:[0-9a-z]+[.\\w-]*`).exec(JSON.stringify(card.components))![0];

beforeAll(async () => {
  const names = ['Anna', 'Ben', 'Tara', 'Max'] as const;
  const [first, ben, tara, other] = await Promise.all(
    names.map(async (name) => chat.driver.person(name)),
  );
  [anna, max] = [first!, other!];
  await register(anna, 'Anna Albers');
  await register(max, 'Max Stein');
  const numbers = [await register(ben!, 'Ben Okafor'), await register(tara!, 'Ben Kim')];
  await deposit(anna, '100');
  for (const to of numbers) {
    await anna.run('/transfer', { to, amount: '1' }, dm);
    said(await anna.press('Confirm'));
  }
  tails = numbers.map((number) => number.slice(-4)) as [string, string];
});

test('two people of one name are offered, and the chosen one is on the card', async () => {
  const card = await tell(anna, 'send ben 7 for tea');
  expect(textOf(card)).toContain('Who do you mean?');
  const [okafor, kim] = [`Ben O. …${tails[0]}`, `Ben K. …${tails[1]}`];
  expect(buttonsOf(card)).toEqual(expect.arrayContaining([okafor, kim]));
  await chat.restart();
  const asked = said(await anna.press(kim, { on: card }));
  expect(asked).toMatch(new RegExp(`Ben K\\.[^\\n]*${tails[1]}[\\s\\S]*7\\.00 GEM[\\s\\S]*tea`));
  expect(said(await anna.press('Confirm'))).toContain('Sent 7.00 GEM');
  expect(await balanceOf(anna)).toBe('91.00 GEM');
});

test('a surname that the bank does not show is asked about', async () => {
  const card = await tell(anna, 'send Ben Osman 7');
  expect(textOf(card)).toContain('Who do you mean?');
  expect(buttonsOf(card)).toContain(`Ben O. …${tails[0]}`);
  expect(buttonsOf(card)).not.toContain('Confirm');
  said(await anna.press('Cancel', { on: card }));
});

test('another person, and a forged choice, move nothing', async () => {
  const card = await tell(anna, 'send ben 7');
  const mine = await tell(max, 'what is my balance?');
  await forge(chat, max, { messageId: mine.id, customId: customIdIn(card, 'pick') });
  await max.sees(/no longer|unknown|does not|cannot/i, dm);
  const wrong = customIdIn(card, 'pick').replace(/\.to-.*$/, '.amount-9000');
  await forge(chat, anna, { messageId: card.id, customId: wrong });
  await anna.sees(/Please correct|correct/i, dm);
  const unknown = customIdIn(card, 'pick').replace(/\.to-.*$/, '.isProved-1');
  await forge(chat, anna, { messageId: card.id, customId: unknown });
  expect(await balanceOf(anna)).toBe('91.00 GEM');
});

test('a mention names the payee at once', async () => {
  const ben = await chat.driver.person('Ben');
  const card = await tell(anna, `send <@${ben.id}> 2`);
  expect(textOf(card)).toMatch(new RegExp(`Ben O\\.[^\\n]*${tails[0]}[\\s\\S]*2\\.00 GEM`));
});
