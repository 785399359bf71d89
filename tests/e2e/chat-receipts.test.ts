/** Receipts in the chat: made by a payer, checked by strangers, and from the menu of a message. */
import { beforeAll, expect, test } from 'vitest';
import { buttonsOf, type Answer, type Player } from '../../src/sandbox/driver.ts';
import { deposit, openChat, register, said } from './chat.ts';

const chat = openChat();
let anna: Player;
let viktor: Player;
let reference = '';

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  viktor = await chat.driver.person('Viktor');
  await register(anna, 'Anna Miller');
  reference = /[0-9A-Z]{4}(?:-[0-9A-Z]{3,4}){3}/.exec(await deposit(anna, '40'))![0];
});

async function fileOf(answer: Answer): Promise<{ name: string; bytes: Buffer }> {
  if (answer.kind !== 'message') throw new Error(answer.kind);
  const [file] = answer.message.attachments;
  const response = await fetch(file!.url);
  return { name: file!.filename, bytes: Buffer.from(await response.arrayBuffer()) };
}
const messageOf = (answer: Answer) => {
  if (answer.kind !== 'message') throw new Error(answer.kind);
  return answer.message;
};
const codeIn = (text: string): string => /[0-9A-Z-]{18}\.[0-9A-Z-]{19}/.exec(text)![0];

test('a receipt as picture, PDF and text, and what strangers learn of it', async () => {
  const card = await anna.run('/receipt', { reference });
  const picture = await fileOf(card);
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
  // A deposit has no payer who could show amounts.
  expect(buttonsOf(messageOf(card))).toEqual(['PDF', 'Text']);
  const pdf = await fileOf(await anna.press('PDF', { on: messageOf(card) }));
  expect(pdf.name).toBe(`receipt-${reference}.pdf`);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const text = (await fileOf(await anna.press('Text', { on: messageOf(card) }))).bytes.toString();
  const code = codeIn(said(card));
  const byCode = said(await viktor.run('/verify', { code }));
  expect(byCode).toContain('Genuine');
  expect(byCode).not.toContain('40.00');
  const byText = said(await viktor.run('/verify', { code: text }));
  expect(byText).toContain('40.00 GEM');
  expect(byText).toContain('Every character');
  const forged = text.replace('40.00', '90.00');
  expect(said(await viktor.run('/verify', { code: forged }))).toContain('Unknown');
});

test('the menu of a message checks the receipt or the code in it', async () => {
  const code = codeIn(said(await anna.run('/receipt', { reference })));
  const sent = await anna.say(`Paid: ${code}`);
  const answer = await viktor.run('Verify receipt', {}, { target: sent.id });
  expect(said(answer)).toContain('Genuine');
  const idle = await anna.say('Nothing here');
  const none = await viktor.run('Verify receipt', {}, { target: idle.id });
  expect(said(none)).toContain('No receipt is in this text');
});

test('a payer shows amounts to everyone, and hides them again', async () => {
  const ben = await chat.driver.person('Ben');
  await register(ben, 'Ben Okafor');
  await anna.run('/pay', { member: ben, amount: '5' });
  const booked = await anna.press('Confirm');
  const card = await anna.press('Receipt', { on: messageOf(booked) });
  const code = codeIn(said(card));
  const open = await anna.press('Show amount to everyone', { on: messageOf(card) });
  expect(said(await viktor.run('/verify', { code }))).toContain('5.00 GEM');
  await anna.press('Hide amount', { on: messageOf(open) });
  expect(said(await viktor.run('/verify', { code }))).not.toContain('5.00 GEM');
});

test('the history offers the receipt of an entry', async () => {
  const history = await anna.run('/history');
  await anna.press('Receipt', { on: messageOf(history) });
  const card = await anna.fill({ reference });
  expect(codeIn(said(card))).toContain(reference);
});

test('the balance at a time', async () => {
  expect(said(await anna.run('/balance', { at: '2026-01-01' }))).toContain('0.00 GEM');
  const today = new Date().toISOString().slice(0, 10);
  expect(said(await anna.run('/balance', { at: `${today} 23:59` }))).toContain('35.00 GEM');
  expect(said(await anna.run('/balance', { at: '2199-01-01' }))).toContain('in the future');
});
