/** Staff at work in the chat: the first manager, a second one, and what needs both. */
import { beforeAll, describe, expect, test } from 'vitest';
import { textOf, type Player } from '../../src/sandbox/driver.ts';
import { openChat, register, said } from './chat.ts';

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
  test('the owner’s first act is a grant to themselves', async () => {
    expect(await grant(mona, mona, 'MANAGER')).toContain('Role granted');
    expect(await grant(mona, max, 'MANAGER')).toContain('Role granted');
    const list = said(await mona.run('/staff role list', {}, staff));
    expect(list).toContain(mona.id);
    expect(list).toContain(max.id);
  });

  test('a further grant waits on a card in the staff’s channel for the other manager', async () => {
    expect(await grant(mona, tara, 'TELLER')).toContain('Nothing has happened yet');
    const card = await max.sees('Grant a role?', staff);
    const own = said(await mona.press('Approve', { on: card }));
    expect(own).toContain('somebody else must decide');
    await max.press('Approve', { on: card });
    const decided = await max.seesChange(card, (one) => textOf(one).includes('approved'));
    expect(textOf(decided)).toContain(`Approved by <@${max.id}>`);
    expect(said(await tara.run('/staff approvals list', {}, staff))).toContain('Nothing waits');
    const line = await max.sees('role grant approved', { channel: 'staff-log' });
    expect(textOf(line)).toContain(reason);
  });

  test('a revoked teller is refused at the next step', async () => {
    const by = await mona.run('/staff role revoke', { member: tara, reason }, staff);
    expect(said(by)).toContain('Role revoked');
    const refused = said(await tara.run('/staff approvals list', {}, staff));
    expect(refused).toContain('for the bank’s staff');
  });
});
