/** `DEPOSITS=approval` in the chat: requested by a customer, decided by a teller on a card. */
import { beforeAll, expect, test } from 'vitest';
import { textOf, type Player } from '../../src/sandbox/driver.ts';
import { openChat, register, said } from './chat.ts';

const chat = openChat({ settings: { deposits: 'approval' } });
const staff = { channel: 'staff' };
let anna: Player;
let mona: Player;

beforeAll(async () => {
  [anna, mona] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Mona')]);
  await register(anna, 'Anna Miller');
  await register(mona, 'Mona Berg');
  const grant = { member: mona, role: 'MANAGER', reason: 'by the book' };
  await mona.run('/staff role grant', grant, staff);
});

async function ask(amount: string): Promise<void> {
  const card = said(await anna.run('/deposit', { amount, memo: 'cash' }));
  expect(card).toContain('A teller must approve it first');
  const asked = said(await anna.press('Confirm'));
  expect(asked).toContain('Nothing has moved yet');
}

test('a deposit waits on a card in the staff channel and is booked when approved', async () => {
  await ask('12.50');
  expect(said(await anna.run('/balance'))).toContain('0.00 GEM');
  const card = await mona.sees('Approve a deposit?', staff);
  expect(textOf(card)).toContain('12.50 GEM');
  await mona.press('Approve', { on: card });
  await mona.seesChange(card, (one) => textOf(one).includes('approved'));
  await anna.sees('The bank’s staff added 12.50 GEM', { dm: true });
  expect(said(await anna.run('/balance'))).toContain('12.50 GEM');
});

test('the card shows the outcome, however the deposit was decided', async () => {
  await ask('3.21');
  const card = await mona.sees('3.21 GEM', staff);
  const labels = (one: typeof card) => JSON.stringify(one.components);
  expect(labels(card)).toContain('Approve');
  const list = await mona.run('/staff approvals list', {}, staff);
  if (list.kind !== 'message') throw new Error(list.text);
  await mona.press('Decline', { on: list.message });
  const declined = await mona.seesChange(card, (one) => textOf(one).includes('declined'));
  expect(labels(declined)).not.toContain('custom_id');

  await ask('4.56');
  const late = await mona.sees('4.56 GEM', staff);
  await chat.database.pool.write(
    "UPDATE approvals SET expires_at = NOW(6) WHERE state = 'OPEN' AND kind = 'DEPOSIT'",
  );
  const expired = await mona.seesChange(late, (one) => textOf(one).includes('expired'));
  expect(textOf(expired)).toContain('Nothing happened');
  expect(labels(expired)).not.toContain('custom_id');
});

test('a declined deposit tells the customer that nothing moved', async () => {
  await ask('7');
  const card = await mona.sees('7.00 GEM', staff);
  await mona.press('Decline', { on: card });
  const notice = await anna.sees('was declined', { dm: true });
  expect(textOf(notice)).toContain('Nothing moved');
  expect(said(await anna.run('/balance'))).toContain('12.50 GEM');
});
