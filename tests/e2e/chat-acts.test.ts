/** After a payment: the payee gives thanks or returns it, the payer shows it; nobody else can. */
import { beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, textOf, type Answer, type Player } from '../../src/sandbox/driver.ts';
import type { ChatMessage } from '../../src/sandbox/protocol/protocol.ts';
import {
  balanceOf,
  deposit,
  dmTexts,
  forge,
  openChat,
  prefilledIn,
  register,
  said,
} from './chat.ts';

const chat = openChat();
let anna: Player;
let ben: Player;
let tara: Player;
let bensNumber = '';

const cardOf = (answer: Answer): ChatMessage => {
  if (answer.kind !== 'message') throw new Error(answer.text);
  return answer.message;
};
/** A payment of Anna to Ben: her receipt, and his message about it. */
async function pay(amount: string, memo: string) {
  await anna.run('/transfer', { to: bensNumber, amount, memo });
  const receipt = cardOf(await anna.press('Confirm'));
  const notice = await ben.sees(memo, { dm: true });
  return { receipt, notice };
}
const customId = (message: ChatMessage, action: string): string =>
  new RegExp(`v1:transfer:${action}:\\.\\d+`).exec(JSON.stringify(message.components))![0];
const inChannel = async (text: string): Promise<string[]> =>
  (await tara.messages()).map(textOf).filter((one) => one.includes(text));

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  ben = await chat.driver.person('Ben');
  tara = await chat.driver.person('Tara');
  await register(anna, 'Anna Miller');
  bensNumber = await register(ben, 'Ben Okafor');
  await register(tara, 'Tara Lindt');
  await deposit(anna, '100');
});

describe('thanks', () => {
  test('reach the payer once, however often the button is pressed', async () => {
    const { notice } = await pay('5', 'lunch');
    expect(buttonsOf(notice)).toEqual(['Say thanks', 'Return this payment', 'Receipt']);
    const before = (await dmTexts(anna)).length;
    expect(said(await ben.press('Say thanks', { on: notice }))).toContain('Thanks sent');
    const thanks = await anna.sees('The payee thanks you', { dm: true });
    expect(textOf(thanks)).toContain('5.00 GEM');
    expect(textOf(thanks)).toContain('Ben O.');
    expect(said(await ben.press('Say thanks', { on: notice }))).toContain('already');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const later = (await dmTexts(anna)).slice(before);
    expect(later.filter((one) => one.includes('thanks you'))).toHaveLength(1);
  });

  test('cannot be forged by the payer or by another customer', async () => {
    const { notice, receipt } = await pay('1', 'forged thanks');
    const id = customId(notice, 'thank');
    for (const other of [anna, tara]) {
      const own = cardOf(await other.run('/balance'));
      await forge(chat, other, { messageId: own.id, customId: id });
      await other.sees('No transaction has this reference');
    }
    expect(buttonsOf(receipt)).toEqual(['Share', 'Receipt']);
    const rows = await chat.database.pool.rows(
      'SELECT transaction_id FROM payment_acts WHERE transaction_id = ?',
      [BigInt(id.split('.')[1]!)],
    );
    expect(rows).toEqual([]);
  });
});

test('the payee opens a receipt of the payment from the message', async () => {
  const { notice } = await pay('2.25', 'a receipt for me');
  const answer = said(await ben.press('Receipt', { on: notice }));
  // The picture has the amount.
  expect(answer).toMatch(/### Receipt\n\*\*Code\*\* `/);
});

describe('a return', () => {
  test('goes back to the payer on an ordinary card, without naming the account', async () => {
    const { notice } = await pay('7.50', 'too much');
    const held = await balanceOf(ben);
    const card = await ben.press('Return this payment', { on: notice });
    expect(said(card)).toContain('7.50 GEM');
    expect(said(card)).toContain('Anna M.');
    expect(said(card)).toContain('Return of ');
    expect(said(card)).not.toMatch(/`\d{10}`/);
    expect(buttonsOf(cardOf(card))).toEqual(['Confirm', 'Edit', 'Cancel']);
    const form = await ben.press('Edit');
    expect(prefilledIn(form)['amount']).toBe('7.50');
    expect(prefilledIn(form)['to']).not.toMatch(/^\d{10}$/);
    await ben.fill({ amount: '2.50' });
    expect(said(await ben.press('Confirm'))).toContain('Sent 2.50 GEM');
    expect(await balanceOf(ben)).not.toBe(held);
    await anna.sees('You received 2.50 GEM', { dm: true });
    const again = await ben.press('Return this payment', { on: notice });
    expect(said(again)).toContain('sent money back for this payment before');
    await ben.press('Cancel');
  });

  test('is refused to everyone but the payee', async () => {
    const { notice } = await pay('1', 'not yours');
    const id = customId(notice, 'return');
    for (const other of [anna, tara]) {
      const own = cardOf(await other.run('/balance'));
      await forge(chat, other, { messageId: own.id, customId: id });
      await other.sees('No transaction has this reference');
    }
    const reference = /`([0-9A-Z]{4}-[0-9A-Z-]+)`/.exec(textOf(notice))![1]!;
    const typed = await tara.run('/transfer', { to: reference, amount: '1' });
    expect(said(typed)).toContain('No transaction has this reference');
  });
});

describe('a shared payment', () => {
  test('shows reference and day to the channel, after asking, and only once', async () => {
    const { receipt } = await pay('3', 'a secret memo');
    const reference = /`([0-9A-Z]{4}-[0-9A-Z-]+)`/.exec(textOf(receipt))![1]!;
    const question = cardOf(await anna.press('Share', { on: receipt }));
    expect(await inChannel(reference)).toEqual([]);
    expect(buttonsOf(question)).toEqual(['Share', 'Share with the amount', 'Cancel']);
    await Promise.all([
      anna.press('Share', { on: question }),
      forge(chat, anna, { messageId: question.id, customId: customId(question, 'share-plain') }),
    ]);
    await expect.poll(async () => (await inChannel(reference)).length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [line] = await inChannel(reference);
    expect(await inChannel(reference)).toHaveLength(1);
    expect(line).not.toMatch(/3\.00|secret|Anna|Ben/);
    const replay = await anna.press('Share', { on: receipt });
    const second = await anna.press('Share with the amount', { on: cardOf(replay) });
    expect(said(second)).toContain('already been shared');
    expect(await inChannel(reference)).toHaveLength(1);
  });

  test('shows the amount where the payer chose so, and nothing after a cancel', async () => {
    const { receipt } = await pay('4', 'shown');
    const first = cardOf(await anna.press('Share', { on: receipt }));
    expect(said(await anna.press('Cancel', { on: first }))).toContain('Cancelled');
    expect(await inChannel('4.00 GEM')).toEqual([]);
    const again = cardOf(await anna.press('Share', { on: receipt }));
    await anna.press('Share with the amount', { on: again });
    await expect.poll(async () => (await inChannel('4.00 GEM')).length).toBe(1);
  });

  test('may be shared again when its message did not reach the channel', async () => {
    const { receipt } = await pay('6', 'lost on the way');
    const question = cardOf(await anna.press('Share', { on: receipt }));
    await chat.driver.arm({ kind: 'expire-token', route: 'POST /webhooks/*', times: 1 });
    const failed = await anna.press('Share with the amount', { on: question });
    expect(said(failed)).toContain('was not shared');
    expect(await inChannel('6.00 GEM')).toEqual([]);
    const again = cardOf(await anna.press('Share', { on: receipt }));
    await anna.press('Share with the amount', { on: again });
    await expect.poll(async () => (await inChannel('6.00 GEM')).length).toBe(1);
  });

  test('cannot be shared by its payee or by another customer', async () => {
    const { receipt } = await pay('1', 'not shown');
    const id = customId(receipt, 'share').replace(':share:', ':share-amount:');
    const reference = /`([0-9A-Z]{4}-[0-9A-Z-]+)`/.exec(textOf(receipt))![1]!;
    for (const other of [ben, tara]) {
      const own = cardOf(await other.run('/balance'));
      await forge(chat, other, { messageId: own.id, customId: id });
      await other.sees('No transaction has this reference');
    }
    expect(await inChannel(reference)).toEqual([]);
  });
});
