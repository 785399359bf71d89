/** Changes between a card and its *Confirm*: the booking matches the card, or nothing is booked. */
import { describe, expect, test } from 'vitest';
import type { RequestId } from '../../src/bank/model/index.ts';
import { decodeCustomId, encodeCustomId } from '../../src/bot/cards/custom-id.ts';
import { openPerson, type Person } from '../support/bank.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { openGround } from '../support/stage/ground.ts';
import { at, guilds, of, type Principal } from '../support/stage/principals.ts';
import { submittedParts } from '../support/stage/samples.ts';

const ground = openGround();

async function newcomer(balance: bigint): Promise<Person & Principal> {
  const person = await openPerson(ground.bank, balance);
  return { ...of(person, { name: 'newcomer', place: at(guilds.customers) }), ...person };
}

const balanceOf = async ({ session }: Person): Promise<bigint> =>
  (await ground.bank.accounts.overview(session))[0]!.balance;

/** Fills in `/transfer` and returns the custom id of *Confirm*. */
async function cardFor(by: Principal, to: string, amount: string): Promise<string> {
  const { form } = ground.registry.get('transfer')!;
  const parts = submittedParts(form!, { to, amount });
  const answer = await ground.wire.submit(by, 'v1:transfer:form:', parts);
  const confirm = answer.buttons.find((id) => id.includes(':confirm:'));
  if (confirm === undefined) throw new Error(`No card: ${answer.text}`);
  return confirm;
}

const rowIn = (customId: string): RequestId => {
  const decoded = decodeCustomId(customId);
  if (decoded.kind !== 'ours' || decoded.id.row === null) throw new Error(customId);
  return decoded.id.row;
};

describe('between card and confirm', () => {
  test('the custom id contains only a row: no amount, no account, no person', async () => {
    const anna = await newcomer(10_000n);
    const ben = await newcomer(0n);
    const confirm = await cardFor(anna, ben.accountNumber, '7.77');
    expect(confirm).toMatch(/^v1:transfer:confirm:[0-9a-z]{1,13}$/);
  });

  test('content copied to another row is not read, and nothing moves', async () => {
    const [anna, ben, eve] = [await newcomer(10_000n), await newcomer(0n), await newcomer(0n)];
    const seen = await cardFor(anna, ben.accountNumber, '1');
    const hidden = await cardFor(anna, eve.accountNumber, '99');
    const swap = `UPDATE pending AS shown, pending AS other
      SET shown.payload = other.payload WHERE shown.id = ? AND other.id = ?`;
    const { affectedRows } = await ground.database.pool.write(swap, [rowIn(seen), rowIn(hidden)]);
    expect(affectedRows).toBe(1);
    await ground.wire.press(anna, seen);
    expect(await Promise.all([anna, ben, eve].map(balanceOf))).toEqual([10_000n, 0n, 0n]);
  });

  test('a row assigned to another person cannot be read', async () => {
    const [anna, eve] = [await newcomer(10_000n), await newcomer(0n)];
    const confirm = await cardFor(eve, anna.accountNumber, '1').catch(() => null);
    expect(confirm).toBeNull();
    const annas = await cardFor(anna, eve.accountNumber, '50');
    await ground.wire.press(eve, annas);
    expect(await balanceOf(anna)).toBe(10_000n);
  });

  test('the same row under another command moves nothing and is cancelled', async () => {
    const [anna, ben] = [await newcomer(10_000n), await newcomer(0n)];
    const confirm = await cardFor(anna, ben.accountNumber, '5');
    const row = rowIn(confirm);
    for (const path of ['withdraw', 'deposit', 'staff adjust', 'staff deposit']) {
      await ground.wire.press(anna, encodeCustomId({ path, step: 'confirm', row, detail: '' }));
    }
    await ground.wire.press(anna, confirm);
    expect(await balanceOf(anna)).toBe(10_000n);
  });

  test('an edited form makes a new card, and the previous card cannot pay', async () => {
    const [anna, ben] = [await newcomer(10_000n), await newcomer(0n)];
    const former = await cardFor(anna, ben.accountNumber, '5');
    const { form } = ground.registry.get('transfer')!;
    const row = rowIn(former);
    const again = encodeCustomId({ path: 'transfer', step: 'form', row, detail: '' });
    const parts = submittedParts(form!, { to: ben.accountNumber, amount: '9' });
    const edited = await ground.wire.submit(anna, again, parts);
    await ground.wire.press(anna, former);
    expect(await balanceOf(ben)).toBe(0n);
    await ground.wire.press(
      anna,
      edited.buttons.find((id) => id.includes(':confirm:'))!,
    );
    expect(await balanceOf(ben)).toBe(900n);
    await expectBooksBalanced(ground.database.pool);
  });

  test('fields that the form does not have are not read', async () => {
    const [anna, ben] = [await newcomer(10_000n), await newcomer(0n)];
    const { form } = ground.registry.get('transfer')!;
    const extra = ['requestId', 'session', 'customerId', '__proto__', 'constructor', 'settled'];
    const parts = [
      ...submittedParts(form!, { to: ben.accountNumber, amount: '2' }),
      ...extra.map((custom_id) => ({
        type: 18,
        id: 1,
        component: { type: 4, id: 1, custom_id, value: '1' },
      })),
    ];
    const answer = await ground.wire.submit(anna, 'v1:transfer:form:', parts);
    await ground.wire.press(
      anna,
      answer.buttons.find((id) => id.includes(':confirm:'))!,
    );
    expect(await balanceOf(ben)).toBe(200n);
  });
});
