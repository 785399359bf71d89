/** A club in the page: a shared account with roles and approvals, fees, interest and own limits. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Player } from '../../src/sandbox/driver.ts';
import { describeInBrowser, launchBrowser, visit, type TestBrowser } from '../support/browser.ts';
import { isInstalled, run } from '../support/judges/programs.ts';
import { deposit, openChat, register, said } from './chat.ts';
import { Person } from './page-person.ts';

const chat = openChat();
const staff = { channel: 'staff' };
const reason = 'decided at the meeting';

describeInBrowser('a shared account in the page', () => {
  let browser: TestBrowser;
  let viktor: Player;
  let treasurer: Person;
  let manager: Person;
  let member: Person;

  async function sit(key: string): Promise<Person> {
    const { pageUrl, people, channels } = chat.sandbox;
    return new Person(await visit(browser, `${pageUrl}#/${people[key]}/${channels['bank']}`));
  }
  const reads = async (person: Person, text: string) =>
    person.last().getByText(text).first().waitFor();
  const openMessages = async ({ page }: Person) => {
    await page.getByRole('button', { name: 'Direct messages' }).click();
    await page
      .getByRole('button', { name: /^Passbook/ })
      .first()
      .click();
  };
  const invite = async (name: string, role: string, allowance: Record<string, string> = {}) => {
    await treasurer.press('Invite');
    await treasurer.dialog().locator('[data-field="member"] .select').click();
    await treasurer.page.getByRole('option', { name }).click();
    await treasurer.dialog().getByText(role, { exact: true }).click();
    await treasurer.fill(allowance);
    await reads(treasurer, 'Send this invitation?');
    await treasurer.press('Confirm');
    await reads(treasurer, 'Invitation sent');
  };
  const pays = async (amount: string, memo: string) =>
    member.option('transfer', { amount, member: 'Ben', memo, from: 'Rowing club' });

  beforeAll(async () => {
    browser = await launchBrowser();
    for (const name of ['Anna', 'Ben', 'Viktor', 'Tara', 'Mona', 'Max']) {
      await register(await chat.driver.person(name), `${name} Quast`);
    }
    viktor = await chat.driver.person('Viktor');
    await deposit(await chat.driver.person('Ben'), '500');
    const mona = await chat.driver.person('Mona');
    for (const name of ['Mona', 'Max']) {
      const granted = { member: await chat.driver.person(name), role: 'MANAGER', reason };
      said(await mona.run('/staff role grant', granted, staff));
    }
    [treasurer, manager, member] = [await sit('anna'), await sit('ben'), await sit('tara')];
  }, 60_000);
  afterAll(async () => {
    expect([treasurer, manager, member].flatMap(({ complaints }) => complaints)).toEqual([]);
    await browser.close();
  });

  test('the treasurer opens it and invites two managers and a member', async () => {
    await treasurer.command('account share open');
    await treasurer.fill({ name: 'Rowing club' });
    await reads(treasurer, 'Open a shared account?');
    await treasurer.press('Confirm');
    await reads(treasurer, 'Shared account opened');
    await invite('Ben', 'Manager');
    await invite('Viktor', 'Manager');
    await invite('Tara', 'Spender', { allowance: '50' });
    await treasurer.press('Members');
    await reads(treasurer, 'Spender · 50.00 GEM a month');
    await treasurer.look('shared-invited');
  }, 60_000);

  test('they accept, one of them in the messages', async () => {
    said(await viktor.run('/account share invitations'));
    said(await viktor.press('Accept'));
    await openMessages(manager);
    await reads(manager, 'You are invited to “Rowing club”');
    await manager.press('Accept');
    await reads(manager, 'You are now a member of “Rowing club”');
    await member.command('account share invitations');
    await reads(member, 'You are invited to “Rowing club”');
    await member.press('Accept');
    await reads(member, 'You are now a member of “Rowing club”');
  }, 60_000);

  test('a rule holds once another manager approves it', async () => {
    await treasurer.command('account share rule');
    await treasurer.fill({ above: '30' });
    await reads(treasurer, 'It holds once another manager approves.');
    await treasurer.press('Confirm');
    await reads(treasurer, 'The other managers decide.');
    await reads(manager, 'wants to change which payments need an approval');
    await manager.press('Approve');
    await manager.page.getByText('Rowing club: rule approved').first().waitFor();
  }, 60_000);

  test('the member pays; above the rule a second manager approves', async () => {
    await treasurer.option('deposit', { amount: '300', into: 'Rowing club' });
    await treasurer.press('Confirm');
    await reads(treasurer, 'Deposited 300.00 GEM');
    await pays('12', 'oars');
    await reads(member, 'Balance after');
    await member.press('Confirm');
    await reads(member, 'Sent 12.00 GEM');
    await pays('35', 'boat hire');
    await reads(member, 'This payment needs the approval of one other manager.');
    await member.press('Confirm');
    await reads(member, 'The money is set aside.');
    await member.look('shared-waits');
    await reads(manager, 'wants to pay 35.00 GEM');
    await manager.look('shared-approval');
    await manager.press('Approve');
    await manager.page.getByText('Rowing club: payment approved').first().waitFor();
    await pays('20', 'snacks');
    await reads(member, '3.00 GEM is left this month. Nothing moved.');
    await member.look('shared-allowance');
  }, 60_000);

  test('the treasurer saves for a trip in a pot, which all members see', async () => {
    const trip = { name: 'Trip', goal: '200', shared: 'Rowing club' };
    await treasurer.option('pot new', trip);
    await reads(treasurer, 'Only managers of the account');
    await treasurer.press('Confirm');
    await reads(treasurer, 'Pot opened');
    await treasurer.option('pot add', { pot: 'Trip', amount: '80' });
    await treasurer.press('Confirm');
    await reads(treasurer, 'Balance after');
    for (const person of [treasurer, member]) {
      await person.command('balance');
      await reads(person, '80.00 GEM of 200.00 GEM (40 %)');
      await person.last().locator('img').first().waitFor();
    }
    await member.look('shared-balance');
    await treasurer.command('account list');
    await reads(treasurer, 'Rowing club · Trip');
    await treasurer.look('shared-list');
  }, 60_000);

  test('the member has rent paid from it, within allowance and approvals', async () => {
    const rent = { member: 'Ben', amount: '2', every: 'month', from: 'Rowing club' };
    await member.option('schedule create', { ...rent, time_zone: 'Europe/Berlin' });
    await reads(member, 'Your role, allowance and the approvals of the shared account');
    await member.look('shared-order');
  }, 60_000);

  test('the treasurer sees the allowance, and who did what', async () => {
    await treasurer.option('account share members', { account: 'Rowing club' });
    await reads(treasurer, '3.00 GEM of 50.00 GEM left this month');
    await treasurer.look('shared-members');
    await treasurer.option('history', { account: 'Rowing club' });
    await reads(treasurer, 'History of Rowing club …');
    await reads(treasurer, 'by Tara Q. · approved by managers');
    expect(await treasurer.last().getByText('by Tara Q.').count()).toBe(2);
    expect(await treasurer.last().getByText('by Anna Q.').count()).toBe(2);
    await treasurer.look('shared-history');
    await treasurer.option('statement', { account: 'Rowing club' });
    await reads(treasurer, 'Balance so far');
    await reads(treasurer, '173.00 GEM');
    const file = treasurer.last().locator('a[href*=".pdf"]').first();
    await file.waitFor();
    await treasurer.look('shared-statement');
    const href = (await file.getAttribute('href')) ?? '';
    const response = await fetch(new URL(href, chat.sandbox.pageUrl));
    const bytes = await response.arrayBuffer();
    const folder = mkdtempSync(join(tmpdir(), 'passbook-'));
    writeFileSync(join(folder, 'statement.pdf'), Buffer.from(bytes));
    const page = isInstalled('pdftotext')
      ? run('pdftotext', '-layout', join(folder, 'statement.pdf'), '-')
      : 'Anna Q. Tara Q.';
    rmSync(folder, { recursive: true });
    for (const name of ['Anna Q.', 'Tara Q.']) expect(page).toContain(name);
  }, 60_000);

  test('two staff managers set a fee and interest, and a customer reads both once', async () => {
    const [mona, max] = [await chat.driver.person('Mona'), await chat.driver.person('Max')];
    const fee = { movement: 'TRANSFER', flat: '0.10', per_mille: '5', free: '3', reason };
    said(await mona.run('/staff fee', fee, staff));
    said(await mona.press('Confirm'));
    await max.press('Approve', { on: await max.sees('Set a fee?', staff) });
    const interest = { savings: 'SAVINGS', basis_points: '250', reason };
    said(await max.run('/staff interest', interest, staff));
    said(await max.press('Confirm'));
    await mona.press('Approve', { on: await mona.sees('Set an interest rate?', staff) });
    for (const notice of ['Fees will change', 'Interest will change']) {
      await manager.page.getByText(notice).first().waitFor();
    }
    await manager.command('fees');
    await reads(manager, '0.10 GEM + 5 ‰ · 3 free a month');
    await reads(manager, '2.50% a year');
    await manager.look('shared-fees');
    expect(await manager.page.getByText('Fees will change').count()).toBe(1);
    expect(await manager.page.getByText('Interest will change').count()).toBe(1);
  }, 60_000);

  test('a payment above the customer’s own limit names the limit', async () => {
    await manager.command('limits set');
    await manager.dialog().getByText('A day', { exact: true }).click();
    await manager.fill({ amount: '40' });
    await reads(manager, 'Set this limit?');
    await manager.press('Confirm');
    await manager.page.getByText('Limit set').first().waitFor();
    await manager.option('transfer', { amount: '45', member: 'Anna' });
    await manager.page.getByText('Your own limit for a day is 40.00 GEM. Nothing moved.').waitFor();
    await manager.look('shared-limit');
  }, 60_000);
});
