/** A confirmed card books exactly what it showed, or is asked again; through the real router. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../src/bot/command/command.ts';
import { loadCommands } from '../../src/bot/command/loader.ts';
import type { Registry } from '../../src/bot/command/registry.ts';
import { encodeCustomId } from '../../src/bot/cards/custom-id.ts';
import { proofForm } from '../../src/bot/stages/prove.ts';
import type { BankSettings } from '../../src/bank/index.ts';
import { words } from '../../src/words/index.ts';
import {
  balanceOf,
  openBank,
  openPerson,
  password,
  pay,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { closesBalanced } from '../support/books.ts';
import { testDatabase } from '../support/database.ts';
import { at, guilds, of, type Principal } from '../support/stage/principals.ts';
import { submittedParts } from '../support/stage/samples.ts';
import { openWire, type Answer, type Wire } from '../support/stage/wire.ts';
import { openStaff } from '../support/staff.ts';

const database = testDatabase();
const stepUpAbove = 50_000n;
let bank: TestBank;
let registry: Registry;
let wire: Wire;
let anna: Person;
let ben: Person;

/** A process of the bot: its own bank, commands and router. */
async function startProcess(settings: Partial<BankSettings> = {}): Promise<void> {
  bank = await openBank(database.pool, { settings: { stepUpAbove, ...settings } });
  bank.staff.arrange({ ownerIds: [], cards: false, log: false });
  registry = await loadCommands();
  wire = openWire({ bank, registry, staffGuildId: guilds.staff });
}
async function restart(settings: Partial<BankSettings> = {}): Promise<void> {
  await wire.close();
  await bank.close();
  await startProcess(settings);
}
beforeEach(async () => {
  await startProcess();
  [anna, ben] = [await openPerson(bank, 10_000n), await openPerson(bank, 40_000n)];
  await pay(bank, anna, ben, 1n);
  await pay(bank, ben, anna, 1n);
});
afterEach(async () => wire.close());
closesBalanced(database, () => bank);

const by = (person: Person, guildId: string = guilds.customers): Principal =>
  of(person, { name: 'a customer', place: at(guildId), role: null });

const fill = async (who: Principal, path: string, values: Record<string, string>) =>
  wire.submit(who, `v1:${path}:form:`, submittedParts(registry.get(path)!.form!, values));

const buttonOf = (card: Answer, step: string): string => {
  const found = card.buttons.find((id) => id.includes(`:${step}:`));
  if (found === undefined) throw new Error(`no ${step} on: ${card.text}`);
  return found;
};
const confirm = async (who: Principal, card: Answer) => wire.press(who, buttonOf(card, 'confirm'));

/** Confirms a card with the password. */
async function prove(who: Principal, card: Answer): Promise<Answer> {
  const id = buttonOf(card, 'prove').replace(':prove:', ':proof:');
  return wire.submit(who, id, submittedParts(proofForm, { proof: password }));
}

describe('a share of the balance that is another sum at Confirm', () => {
  test('is asked again at once, and the new card books the new sum', async () => {
    const old = await fill(by(anna), 'withdraw', { amount: 'all', memo: 'rent' });
    expect(old.text).toContain('100.00 GEM');
    await pay(bank, ben, anna, 2_500n);
    const renewed = await confirm(by(anna), old);
    expect(renewed.text).toContain('has changed since the last card: the amount is **125.00 GEM**');
    expect(renewed.text).toContain('rent');
    expect(renewed.text).toContain('Nothing has moved yet');
    expect(renewed.events.map(({ facts }) => facts['code'])).toContain('AMOUNT_CHANGED');
    expect(buttonOf(renewed, 'confirm')).not.toBe(buttonOf(old, 'confirm'));
    expect(await balanceOf(bank, anna)).toBe(12_500n);
    const receipt = await confirm(by(anna), renewed);
    expect(receipt.text).toContain('Withdrawn 125.00 GEM');
    expect(await balanceOf(bank, anna)).toBe(0n);
    // Pressed again: the receipt of the new card, and nothing from the old one.
    expect((await confirm(by(anna), renewed)).text).toBe(receipt.text);
    await pay(bank, ben, anna, 10_000n);
    expect((await confirm(by(anna), old)).text).toContain(words.replies.late.cancelled.title);
    expect(await balanceOf(bank, anna)).toBe(10_000n);
  });

  test('is asked again as often as it changes, and can be edited', async () => {
    const first = await fill(by(anna), 'transfer', { to: ben.accountNumber, amount: 'half' });
    await pay(bank, ben, anna, 1_000n);
    const second = await confirm(by(anna), first);
    await pay(bank, anna, ben, 4_000n);
    const third = await confirm(by(anna), second);
    expect(third.text).toContain('**35.00 GEM** now');
    const form = await wire.press(by(anna), buttonOf(third, 'edit'));
    expect(form.filled).toMatchObject({ to: ben.accountNumber, amount: 'half' });
    expect((await confirm(by(anna), third)).text).toContain('Sent 35.00 GEM');
    expect(await balanceOf(bank, anna)).toBe(3_500n);
  });

  test('is booked when the balance is again what the card showed', async () => {
    const card = await fill(by(anna), 'withdraw', { amount: 'half' });
    await pay(bank, ben, anna, 700n);
    await pay(bank, anna, ben, 700n);
    expect((await confirm(by(anna), card)).text).toContain('Withdrawn 50.00 GEM');
  });

  test('is a refusal with Edit when nothing is left', async () => {
    const card = await fill(by(anna), 'withdraw', { amount: 'all' });
    await pay(bank, anna, ben, 10_000n);
    const refused = await confirm(by(anna), card);
    expect(refused.text).toContain('Nothing moved.');
    expect(refused.buttons.some((id) => id.includes(':confirm:'))).toBe(false);
    buttonOf(refused, 'edit');
  });

  test('is asked again of staff at the counter', async () => {
    const { teller } = await openStaff(bank);
    const desk = by(teller, guilds.staff);
    const values = { account_number: anna.accountNumber, amount: 'all', memo: '' };
    const old = await fill(desk, 'staff withdraw', values);
    await pay(bank, ben, anna, 1n);
    const renewed = await prove(desk, old);
    expect(renewed.text).toContain('the amount is **100.01 GEM** now');
    expect((await prove(desk, renewed)).text).toContain('Withdrawn 100.01 GEM');
    expect(await balanceOf(bank, anna)).toBe(0n);
  });

  test('is asked again after the form for a proof, and the new card needs its own', async () => {
    const rich = await openPerson(bank, 60_000n);
    const old = await fill(by(rich), 'withdraw', { amount: 'all' });
    await pay(bank, ben, rich, 100n);
    const renewed = await prove(by(rich), old);
    expect(renewed.text).toContain('the amount is **601.00 GEM** now');
    expect(await balanceOf(bank, rich)).toBe(60_100n);
    const forged = buttonOf(renewed, 'prove').replace(':prove:', ':confirm:');
    expect((await wire.press(by(rich), forged)).text).toContain('Please confirm it’s you');
    expect((await prove(by(rich), renewed)).text).toContain('Withdrawn 601.00 GEM');
    expect(await balanceOf(bank, rich)).toBe(0n);
  });
});

describe('the order of a card', () => {
  test('is booked by another process after a restart', async () => {
    const card = await fill(by(anna), 'withdraw', { amount: 'all', memo: 'for July' });
    await restart();
    const receipt = await confirm(by(anna), card);
    expect(receipt.text).toContain('Withdrawn 100.00 GEM');
    expect(receipt.text).toContain('for July');
  });

  test('is booked although its fields refuse by now what was typed', async () => {
    const memo = 'a memo that is longer than the new rule allows';
    const values = { to: ben.accountNumber, amount: '12.50', memo };
    const card = await fill(by(anna), 'transfer', values);
    const command = registry.get('transfer')!;
    const refusing = () => ({ safeParse: () => ({ success: false, error: { issues: [] } }) });
    const fields = Object.entries(command.form!.fields).map(([name, field]) => [
      name,
      { ...field, schema: refusing },
    ]);
    const form = { ...command.form!, fields: Object.fromEntries(fields) as never };
    const changed: Command = { ...command, form };
    await wire.close();
    registry = new Map([...registry, ['transfer', changed]]);
    wire = openWire({ bank, registry, staffGuildId: guilds.staff });
    const receipt = await confirm(by(anna), card);
    expect(receipt.text).toContain('Sent 12.50 GEM');
    expect(receipt.text).toContain(memo);
  });
});

describe('a card for a deposit', () => {
  test('that waits for a teller still does where deposits are booked at once', async () => {
    await restart({ deposits: 'approval' });
    const card = await fill(by(anna), 'deposit', { amount: '5' });
    await restart();
    const asked = await confirm(by(anna), card);
    expect(asked.text).toContain('Deposit of 5.00 GEM requested');
    expect(await balanceOf(bank, anna)).toBe(10_000n);
  });

  test('that is booked at once is refused where a teller decides since', async () => {
    const card = await fill(by(anna), 'deposit', { amount: '5' });
    await restart({ deposits: 'approval' });
    const refused = await confirm(by(anna), card);
    expect(refused.text).toContain('Nothing moved.');
    expect(await balanceOf(bank, anna)).toBe(10_000n);
  });
});

describe('an open card of a version that stored no order', () => {
  async function oldCard(settled: object): Promise<string> {
    const values = { member: [ben.discordUserId], amount: 'all', memo: '' };
    const { requestId: row } = await bank.pending.open({
      discordUserId: anna.discordUserId,
      kind: 'CONFIRM',
      command: 'transfer',
      payload: JSON.stringify({ form: 0, values, settled, confirms: '' }),
    });
    return encodeCustomId({ path: 'transfer', step: 'confirm', row, detail: '' });
  }

  test('is asked again for the account that it showed, and books once', async () => {
    const id = await oldCard({ to: ben.accountNumber, member: [] });
    const renewed = await wire.press(by(anna), id);
    expect(renewed.text).toContain('The bank has been updated since the last card');
    expect(renewed.text).toContain('100.00 GEM');
    expect(await balanceOf(bank, anna)).toBe(10_000n);
    expect((await wire.press(by(anna), id)).text).toContain(words.replies.late.cancelled.title);
    expect((await confirm(by(anna), renewed)).text).toContain('Sent 100.00 GEM');
    expect(await balanceOf(bank, ben)).toBe(50_000n);
  });
});
