import { describe, expect, test } from 'vitest';
import { buttonsOf, fieldsOf } from '../../src/sandbox/driver.ts';
import {
  balanceOf,
  deposit,
  detailsFor,
  factIn,
  formIn,
  openChat,
  password,
  register,
  said,
} from './chat.ts';

const chat = openChat();

describe('two people', () => {
  test('register, and one sends money that the other sees', async () => {
    const [anna, ben] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Ben')]);
    const form = await anna.run('/register');
    expect(form.text).toContain('Your details');
    const next = await anna.fill(detailsFor('Anna Miller'));
    expect(said(next)).toContain('age');
    const second = await anna.press('Choose password');
    expect(second.text).toContain('Your password');
    expect(second.text).toContain('never your Discord password');
    const welcome = said(await anna.fill({ password, password_again: password, terms: true }));
    expect(welcome).toMatch(/`\d{10}`/);
    expect(welcome.match(/`[0-9A-Z]{4}-[0-9A-Z-]+`/g)).toHaveLength(8);
    const annasNumber = /`(\d{10})`/.exec(welcome)?.[1] ?? '';
    const bensNumber = await register(ben, 'Ben Okafor');

    expect(await deposit(anna, '100')).toContain('Deposited 100.00 GEM');
    await anna.run('/transfer');
    const card = await anna.fill({ to: bensNumber, amount: '12.50', memo: 'for pizza' });
    const cardText = said(card);
    expect(cardText).toContain('Ben O');
    expect(cardText).toContain(bensNumber.slice(-4));
    expect(cardText).toContain('First payment to this account');
    expect(factIn(cardText, 'Balance after')).toBe('87.50 GEM');
    expect(card.kind === 'message' ? buttonsOf(card.message) : []).toEqual([
      'Confirm',
      'Edit',
      'Cancel',
    ]);
    const receipt = await anna.press('Confirm');
    expect(said(receipt)).toContain('Sent 12.50 GEM');
    expect(receipt.kind === 'message' ? buttonsOf(receipt.message) : []).toEqual([
      'Share',
      'Receipt',
    ]);
    expect(said(receipt)).not.toContain('Fee');

    expect(await balanceOf(anna)).toBe('87.50 GEM');
    expect(await balanceOf(ben)).toBe('12.50 GEM');
    const notice = await ben.sees('You received 12.50 GEM', { dm: true });
    expect(JSON.stringify(notice.components)).toContain('for pizza');

    const page = said(await ben.run('/history'));
    expect(page).toContain('+12.50 GEM');
    expect(page).toContain(annasNumber.slice(-4));
    expect(await chat.driver.findings()).toEqual([]);
  });

  test('log out and in again with the number filled in', async () => {
    const anna = await chat.driver.person('Anna');
    expect(said(await anna.run('/logout'))).toContain('Logged out');
    expect(said(await anna.run('/balance'))).toContain('/login');
    const [number] = fieldsOf(formIn(await anna.run('/login')));
    expect(number).toMatchObject({
      customId: 'account_number',
      prefilled: expect.stringMatching(/^\d{10}$/),
    });
    expect(said(await anna.fill({ password }))).toContain('Logged in');
    expect(await balanceOf(anna)).toBe('87.50 GEM');
  });
});
