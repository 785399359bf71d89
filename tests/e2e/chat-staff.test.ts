/** Staff in the chat: the first manager, a second one, and tasks that need both. */
import { beforeAll, describe, expect, test } from 'vitest';
import { textOf, type Player } from '../../src/sandbox/driver.ts';
import { openChat, password, register, said } from './chat.ts';

const chat = openChat();
const staff = { channel: 'staff' };
const reason = 'by the book';
let mona: Player;
let max: Player;
let tara: Player;

beforeAll(async () => {
  [mona, max, tara] = await Promise.all([
    chat.driver.person('Mona'),
    chat.driver.person('Max'),
    chat.driver.person('Tara'),
  ]);
  await register(mona, 'Mona Berg');
  await register(max, 'Max Stein');
  await register(tara, 'Tara Novak');
});

const grant = async (by: Player, member: Player, role: string) =>
  said(await by.run('/staff role grant', { member, role, reason }, staff));

describe('roles', () => {
  test('the owner can grant themselves the first role', async () => {
    expect(await grant(mona, mona, 'MANAGER')).toContain('Role granted');
    expect(await grant(mona, max, 'MANAGER')).toContain('Role granted');
    const list = said(await mona.run('/staff role list', {}, staff));
    expect(list).toContain(mona.id);
    expect(list).toContain(max.id);
  });

  test('another grant waits on a card in the staff channel for the other manager', async () => {
    expect(await grant(mona, tara, 'TELLER')).toContain('Nothing has happened yet');
    const card = await max.sees('Grant a role?', staff);
    const own = said(await mona.press('Approve', { on: card }));
    expect(own).toContain('another member of staff must approve or decline');
    await max.press('Approve', { on: card });
    const decided = await max.seesChange(card, (one) => textOf(one).includes('approved'));
    expect(textOf(decided)).toContain(`Approved by <@${max.id}>`);
    expect(said(await tara.run('/staff approvals list', {}, staff))).toContain(
      'No requests are waiting',
    );
    const line = await max.sees('role grant approved', { channel: 'staff-log' });
    expect(textOf(line)).toContain(reason);
  });

  test('a teller is refused right after the role was revoked', async () => {
    const by = await mona.run('/staff role revoke', { member: tara, reason }, staff);
    expect(said(by)).toContain('Role revoked');
    const refused = said(await tara.run('/staff approvals list', {}, staff));
    expect(refused).toContain('for the bank’s staff');
  });
});

describe('a customer is served', () => {
  let anna: Player;
  let number = '';
  beforeAll(async () => {
    anna = await chat.driver.person('Anna');
    number = await register(anna, 'Anna Miller');
  });
  const about = { account_number: '' };

  test('with a deposit and a look-up, which the customer sees in the access log', async () => {
    about.account_number = number;
    await max.run('/staff deposit', { ...about, amount: '250' }, staff);
    expect(said(await max.press('Confirm'))).toContain('Deposited 250.00 GEM');
    await max.sees(/deposit .*250\.00 GEM/, { channel: 'staff-log' });
    const found = said(await max.run('/staff customer find', { member: anna }, staff));
    expect(found).toContain(number);
    const view = said(await max.run('/staff customer view', about, staff));
    expect(view).not.toContain('@example.com');
    expect(said(await max.press('Show details'))).toContain('Anna Miller');
    const log = said(await anna.run('/account access-log', {}, { channel: 'bank' }));
    expect(log).toContain('Details shown');
  });

  test('and a freeze stops a card that is already open', async () => {
    await anna.run('/withdraw', { amount: '10' }, { channel: 'bank' });
    const frozen = said(await max.run('/staff customer freeze', { ...about, reason }, staff));
    expect(frozen).toContain('Account frozen');
    expect(said(await anna.press('Confirm'))).toContain('Nothing moved');
    await anna.sees('no money can leave it', { dm: true });
    await max.run('/staff customer unfreeze', { ...about, reason }, staff);
    const card = await mona.sees('Unfreeze an account?', staff);
    await mona.press('Approve', { on: card });
    await anna.sees('Money can leave your account again', { dm: true });
  });
});

test('and a mistake is adjusted and reversed, each by two staff members', async () => {
  const ben = await chat.driver.person('Ben');
  const account_number = await register(ben, 'Ben Okafor');
  await max.run('/staff adjust', { account_number, amount: '5', side: 'credit', reason }, staff);
  expect(said(await max.press('Confirm'))).toContain('Nothing has happened yet');
  const adjusting = await mona.sees('Adjust a balance?', staff);
  await mona.press('Approve', { on: adjusting });
  await mona.seesChange(adjusting, (one) => textOf(one).includes('approved'));
  await max.run('/staff deposit', { account_number, amount: '7' }, staff);
  const receipt = said(await max.press('Confirm'));
  const reference = /`([0-9A-Z]{4}(?:-[0-9A-Z]{2,4})+)`/.exec(receipt)?.[1] ?? '';
  await mona.run('/staff reverse', { reference, reason }, staff);
  expect(said(await mona.press('Confirm'))).toContain('Nothing has happened yet');
  const reversing = await max.sees('Reverse a transaction?', staff);
  await max.press('Approve', { on: reversing });
  await max.seesChange(reversing, (one) => textOf(one).includes('approved'));
  const balance = said(await ben.run('/balance', {}, { channel: 'bank' }));
  expect(balance).toContain('5.00 GEM');
});

test('managers filter the audit trail and read the report with its chart', async () => {
  const audit = said(await mona.run('/staff audit', { action: 'frozen' }, staff));
  expect(audit).toContain('Account frozen');
  expect(audit).toContain(reason);
  const report = await mona.run('/staff report', {}, staff);
  expect(said(report)).toContain('**Trial balance** 0.00 GEM');
  const [picture] = report.kind === 'message' ? report.message.attachments : [];
  expect(picture?.filename).toBe('flow.png');
  const file = await fetch(picture!.url);
  expect(file.headers.get('content-type')).toBe('image/png');
});

test('two managers move an account to another Discord user, who logs in with its password', async () => {
  const [anna, viktor] = await Promise.all([
    chat.driver.person('Anna'),
    chat.driver.person('Viktor'),
  ]);
  const found = said(await mona.run('/staff customer find', { member: anna }, staff));
  const account_number = /`(\d{10})`/.exec(found)?.[1] ?? '';
  await mona.run('/staff customer relink', { account_number, member: viktor, reason }, staff);
  const card = await max.sees('Move an account to another Discord user?', staff);
  await max.press('Approve', { on: card });
  await anna.sees('moved this account to another Discord user', { dm: true });
  await viktor.run('/login', {}, { channel: 'bank' });
  expect(said(await viktor.fill({ account_number, password }))).toContain('Logged in');
});
