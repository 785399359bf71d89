/** Standing orders in the chat: set up, shown, changed, paid by themselves, and stopped by staff. */
import { beforeAll, describe, expect, test } from 'vitest';
import { buttonsOf, type Answer, type Player, textOf } from '../../src/sandbox/driver.ts';
import { balanceOf, deposit, openChat, password, register, said } from './chat.ts';

const chat = openChat();
const staff = { channel: 'staff' };
const reason = 'by the book';
let anna: Player;
let mona: Player;
let max: Player;
let annasNumber = '';
let bensNumber = '';

const buttons = (answer: Answer): string[] =>
  answer.kind === 'message' ? buttonsOf(answer.message) : [];

/** The order is due now: its calendar and its job move back. */
async function letComeDue(number: number): Promise<void> {
  const { pool } = chat.database;
  await pool.write(
    `UPDATE orders SET first_date = first_date - INTERVAL 40 DAY, next_at = NOW(6)
     WHERE order_number = ? AND state = 'ACTIVE'`,
    [number],
  );
  await pool.write("UPDATE jobs SET due_at = NOW(6) WHERE kind = 'ORDER_PAYMENT'");
}

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  mona = await chat.driver.person('Mona');
  max = await chat.driver.person('Max');
  annasNumber = await register(anna, 'Anna Miller');
  bensNumber = await register(await chat.driver.person('Ben'), 'Ben Okafor');
  await register(mona, 'Mona Berg');
  await register(max, 'Max Stein');
  await mona.run('/staff role grant', { member: mona, role: 'MANAGER', reason }, staff);
  await mona.run('/staff role grant', { member: max, role: 'MANAGER', reason }, staff);
  await deposit(anna, '1000');
});

describe('a new order', () => {
  test('asks once for the time zone, and refuses one that does not exist', async () => {
    const asked = await anna.run('/schedule create', {
      to: bensNumber,
      amount: '400',
      every: 'month',
    });
    expect(said(asked)).toContain('In which time zone do you live?');
    expect(said(asked)).toContain('Nothing changed');
    await anna.press('More options');
    const wrong = await anna.fill({ day: 'last', memo: 'rent', time_zone: 'berl' });
    expect(said(wrong)).toContain('Did you mean');
    expect(said(wrong)).toContain('Europe/Berlin');
    expect(buttons(wrong)).toContain('More options');
    await anna.press('More options');
    const card = said(await anna.fill({ day: 'last', memo: 'rent', time_zone: 'Berlin' }));
    expect(card).toContain('Set up this standing order?');
    expect(card).toContain('400.00 GEM');
    expect(card).toContain('every month, on the last day of the month, at 09:00 (Europe/Berlin)');
    expect(card).toContain('rent');
  });

  test('keeps both pages of its form when one is edited, and asks for a proof', async () => {
    await anna.press('Edit');
    const card = said(await anna.fill({ amount: '450' }));
    expect(card).toContain('450.00 GEM');
    expect(card).toContain('on the last day of the month');
    await anna.press('Confirm');
    const made = said(await anna.fill({ proof: password }));
    expect(made).toContain('Standing order 1 is set up');
    expect(made).toContain('Nothing has moved yet');
    expect(await balanceOf(anna)).toBe('1,000.00 GEM');
  });

  test('names what is wrong with each entry', async () => {
    const given = { to: bensNumber, amount: '5', every: 'fortnight', until: '0', day: '32' };
    const refused = said(await anna.run('/schedule create', given));
    expect(refused).toContain('Write how often it is paid');
    expect(refused).toContain('from 1 to 999');
    expect(refused).toContain('1 to 31');
    const past = { to: bensNumber, amount: '5', every: 'week', first: '2020-01-01' };
    expect(said(await anna.run('/schedule create', past))).toContain('would be in the past');
    const own = { to: annasNumber, amount: '5', every: 'week' };
    expect(said(await anna.run('/schedule create', own))).toContain('Nothing moved');
    const unreal = { to: bensNumber, amount: '5', every: 'month', first: '2027-02-31' };
    expect(said(await anna.run('/schedule create', unreal))).toContain('does not exist');
  });

  test('is understood as a sentence', async () => {
    const text = `pay rent 20 to ${bensNumber} on the last of each month`;
    const card = said(await anna.run('/ask', { text }));
    expect(card).toContain('Set up this standing order?');
    expect(card).toContain('20.00 GEM');
    expect(card).toContain('on the last day of the month');
    await anna.press('Cancel');
  });
});

test('the list shows each order, and its buttons pause, resume and skip it', async () => {
  const list = await anna.run('/schedule list');
  expect(said(list)).toContain('Order 1');
  expect(said(await anna.run('/schedule pause', { order: '1' }))).toContain('Order 1 is paused');
  expect(said(await anna.press('Resume'))).toContain('Order 1 is active');
  const skipped = said(await anna.press('Skip the next one'));
  expect(skipped).toContain('is left out');
  const plan = await anna.run('/schedule preview');
  expect(said(plan)).toContain('Your money will not be enough on');
  expect(plan.kind === 'message' && plan.message.attachments.length).toBe(1);
  expect(said(await anna.run('/schedule skip', { order: '9' }))).toContain('no standing order');
});

test('an occurrence that is due is paid by itself, and the payer is told', async () => {
  await anna.run('/schedule create', { to: bensNumber, amount: '12.50', every: '10 days' });
  await anna.press('Confirm');
  await anna.fill({ proof: password });
  await letComeDue(2);
  const notice = await anna.sees('Standing order paid: 12.50 GEM', { dm: true });
  expect(textOf(notice)).toContain('Ben O.');
  expect(await balanceOf(anna)).toBe('987.50 GEM');
  expect(said(await anna.run('/history'))).toContain('by a standing order');
});

test('staff see an order and pause it with a reason; only they can resume it', async () => {
  const account = { account_number: annasNumber };
  expect(said(await max.run('/staff order list', account, staff))).toContain('Order 2');
  const change = { ...account, order: '2', reason };
  const paused = said(await max.run('/staff order pause', change, staff));
  expect(paused).toContain('Order 2 is paused');
  const told = await anna.sees('Standing order 2 is paused', { dm: true });
  expect(textOf(told)).toContain(reason);
  const refused = said(await anna.run('/schedule resume', { order: '2' }));
  expect(refused).toContain('staff paused this standing order');
  expect(said(await max.run('/staff order resume', change, staff))).toContain('is active');
  expect(said(await mona.run('/staff report', {}, staff))).toContain('2 active, 0 paused');
});

test('a cancelled order asks first, and is over', async () => {
  const question = await anna.run('/schedule cancel', { order: '1' });
  expect(said(question)).toContain('cannot be resumed');
  expect(said(await anna.press('Cancel the order'))).toContain('Order 1 is cancelled');
  const again = said(await anna.run('/schedule pause', { order: '1' }));
  expect(again).toContain('is over');
});
