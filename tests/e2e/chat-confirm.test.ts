import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DiscordUserId } from '../../src/bank/model/index.ts';
import { decodeCustomId } from '../../src/bot/cards/custom-id.ts';
import { textOf, type Player } from '../../src/sandbox/driver.ts';
import type { ChatMessage } from '../../src/sandbox/protocol/protocol.ts';
import { place } from '../support/bank.ts';
import { expectBooksBalanced } from '../support/books.ts';
import { deposit, detailsFor, dmTexts, forge, openChat, password, register, said } from './chat.ts';

const chat = openChat();
let anna: Player;
let ben: Player;
let bensNumber = '';

beforeAll(async () => {
  [anna, ben] = await Promise.all([chat.driver.person('Anna'), chat.driver.person('Ben')]);
  await register(anna, 'Anna Miller');
  bensNumber = await register(ben, 'Ben Okafor');
  await deposit(anna, '1000');
  await deposit(ben, '1000');
});
beforeEach(async () => chat.driver.disarm());

async function cardFor(amount: string, more: { memo?: string } = {}): Promise<ChatMessage> {
  const answer = await anna.run('/transfer', { to: bensNumber, amount, ...more });
  if (answer.kind !== 'message') throw new Error(answer.text);
  return answer.message;
}

const bookedTransfers = async (): Promise<number> =>
  (await chat.database.pool.rows("SELECT id FROM transactions WHERE kind = 'TRANSFER'")).length;

const balances = async (): Promise<bigint> => {
  const rows = await chat.database.pool.rows(
    "SELECT balance FROM accounts WHERE kind = 'CUSTOMER' AND account_number <> ?",
    [bensNumber],
  );
  return rows.reduce((sum, row) => sum + BigInt(textOfColumn(row, 'balance')), 0n);
};
const textOfColumn = (row: object, column: string): string =>
  String((row as Record<string, unknown>)[column]);

/** Returns the number of transfers booked and the payer's loss, in minor units. */
async function changes(act: () => Promise<void>): Promise<{ booked: number; spent: bigint }> {
  const [count, balance] = [await bookedTransfers(), await balances()];
  await act();
  return { booked: (await bookedTransfers()) - count, spent: balance - (await balances()) };
}

const idOf = (card: ChatMessage, step: string): string =>
  new RegExp(`v1:transfer:${step}:[0-9a-z]+`).exec(JSON.stringify(card.components))?.[0] ?? '';

/** Presses a button that the card no longer has. */
async function pressLate(on: ChatMessage, step: string, expected: string): Promise<void> {
  await forge(chat, anna, { messageId: on.id, customId: idOf(on, step) });
  await anna.sees(expected);
}

describe('one card', () => {
  test('pays once when Confirm is pressed 20 times at once, and each press shows its receipt', async () => {
    const result = await changes(async () => {
      const on = await cardFor('5');
      // Some presses are sent before the receipt replaces the button, and arrive after it.
      const late = { on, unchecked: true };
      const presses = Array.from({ length: 20 }, async () => anna.press('Confirm', late));
      const answers = await Promise.all(presses);
      for (const answer of answers) expect(said(answer)).toContain('Sent 5.00 GEM');
    });
    expect(result).toEqual({ booked: 1, spent: 500n });
  });

  test('shows the same receipt for a later press', async () => {
    const on = await cardFor('1');
    const first = said(await anna.press('Confirm', { on }));
    await anna.dismiss(on);
    const other = await cardFor('2');
    const result = await changes(async () => {
      await forge(chat, anna, { messageId: other.id, customId: idOf(on, 'confirm') });
      const shown = await anna.seesChange(other, (card) => textOf(card).includes('Sent 1.00'));
      expect(textOf(shown)).toBe(first);
    });
    expect(result.booked).toBe(0);
  });

  test('pays nothing after it has expired', async () => {
    const on = await cardFor('2');
    await chat.database.pool.write(
      "UPDATE pending SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE state = 'OPEN'",
    );
    const result = await changes(async () => {
      const answer = said(await anna.press('Confirm', { on }));
      expect(answer).toContain('This card has expired');
      expect(answer).toContain('Nothing moved.');
    });
    expect(result.booked).toBe(0);
  });

  test('ignores presses of all its buttons by another person', async () => {
    const on = await cardFor('3');
    const own = await ben.run('/balance');
    if (own.kind !== 'message') throw new Error(own.text);
    const result = await changes(async () => {
      for (const step of ['confirm', 'cancel', 'edit']) {
        await forge(chat, ben, { messageId: own.message.id, customId: idOf(on, step) });
        const answer = await ben.sees('This card is no longer valid');
        await ben.dismiss(answer);
      }
    });
    expect(result.booked).toBe(0);
    expect(said(await anna.press('Confirm', { on }))).toContain('Sent 3.00 GEM');
  });

  test('is invalid after Cancel, and after its edited form was submitted', async () => {
    const cancelled = await cardFor('4');
    expect(said(await anna.press('Cancel', { on: cancelled }))).toContain('Cancelled');
    const edited = await cardFor('4');
    await anna.press('Edit', { on: edited });
    expect(said(await anna.fill({ amount: '6' }))).toContain('6.00 GEM');
    const result = await changes(async () => {
      await pressLate(cancelled, 'confirm', 'This card is closed');
      await pressLate(edited, 'confirm', 'This card is closed');
    });
    expect(result.booked).toBe(0);
    expect(said(await anna.press('Confirm'))).toContain('Sent 6.00 GEM');
  });

  const forged = [
    ['v1:transfer:confirm:zzzzzzzzzzzz', 'no longer valid'],
    ['v1:transfer:confirm:', 'no longer valid'],
    ['v0:transfer:confirm:abc', 'out of date'],
    ['v1:no-such:confirm:abc', 'has changed'],
    ['v1:transfer:no-such:abc', 'has changed'],
    ['v1:history:older:.-1', 'has changed'],
    ['something else', 'no longer valid'],
  ] as const;

  test.each(forged)('answers the forged button %s politely', async (customId, words) => {
    const on = await cardFor('3');
    await forge(chat, anna, { messageId: on.id, customId });
    await anna.dismiss(await anna.sees(words));
    await anna.press('Cancel', { on });
  });

  test('cannot be edited after it was confirmed', async () => {
    const on = await cardFor('1');
    await anna.press('Edit', { on });
    const result = await changes(async () => {
      const { modal } = anna;
      expect(modal).not.toBeNull();
      expect(said(await anna.press('Confirm', { on }))).toContain('Sent 1.00 GEM');
      expect(said(await anna.fill({ amount: '900' }))).toContain('Already confirmed');
    });
    expect(result).toEqual({ booked: 1, spent: 100n });
  });

  test('stays open after a logout, and works after the next login', async () => {
    const on = await cardFor('7');
    await anna.run('/logout');
    const refused = await anna.press('Confirm', { on });
    expect(said(refused)).toContain('/login');
    await anna.run('/login');
    await anna.fill({ password });
    expect(said(await anna.press('Confirm', { on }))).toContain('Sent 7.00 GEM');
  });

  test('survives a restart of the bot', async () => {
    const on = await cardFor('8');
    await chat.restart();
    const result = await changes(async () => {
      expect(said(await anna.press('Confirm', { on }))).toContain('Sent 8.00 GEM');
    });
    expect(result).toEqual({ booked: 1, spent: 800n });
  });

  test('once refused, stays refused even if money arrives later', async () => {
    const on = await cardFor('10');
    await anna.run('/withdraw', { amount: 'all' });
    expect(said(await anna.press('Confirm'))).toContain('Withdrawn');
    const refused = await anna.press('Confirm', { on });
    expect(said(refused)).toContain('Nothing moved.');
    await deposit(anna, '500');
    const result = await changes(async () => {
      await pressLate(on, 'confirm', 'This card is closed');
    });
    expect(result.booked).toBe(0);
  });
});

describe('a card for the whole balance', () => {
  const cents = (text: string): bigint => BigInt(text.replaceAll(/[.,]/g, ''));

  test('is asked again when the balance has changed, and then books what it shows', async () => {
    const before = await balances();
    const asked = await anna.run('/withdraw', { amount: 'all' });
    if (asked.kind !== 'message') throw new Error(asked.text);
    await deposit(anna, '20');
    const renewed = said(await anna.press('Confirm', { on: asked.message }));
    const [, now = ''] = /the amount is \*\*([\d.,]+) GEM\*\* now/.exec(renewed) ?? [];
    expect(cents(now)).toBe(before + 2_000n);
    expect(await balances()).toBe(before + 2_000n);
    expect(said(await anna.press('Confirm'))).toContain(`Withdrawn ${now} GEM`);
    expect(await balances()).toBe(0n);
    await deposit(anna, '500');
  });
});

describe('when Discord', () => {
  test('delivers an event twice, one payment is made', async () => {
    const on = await cardFor('1');
    await chat.driver.arm({ kind: 'duplicate-event', times: 1 });
    const result = await changes(async () => {
      expect(said(await anna.press('Confirm', { on }))).toContain('Sent 1.00 GEM');
    });
    expect(result).toEqual({ booked: 1, spent: 100n });
  });

  test('delivers a registration twice, one account is opened', async () => {
    const greta = await chat.driver.person('Greta');
    await greta.run('/register');
    await greta.fill(detailsFor('Greta Lang'));
    await greta.press('Choose password');
    await chat.driver.arm({ kind: 'duplicate-event', times: 1 });
    const answer = said(await greta.fill({ password, password_again: password, terms: true }));
    expect(answer).toContain('Your account is open');
    const rows = await chat.database.pool.rows(
      'SELECT id FROM customers WHERE discord_user_id = ?',
      [greta.id],
    );
    expect(rows).toHaveLength(1);
  });

  test('delivers to two processes with one token, one payment is made', async () => {
    const close = await chat.twin();
    const result = await changes(async () => {
      const on = await cardFor('2');
      expect(said(await anna.press('Confirm', { on }))).toContain('Sent 2.00 GEM');
    });
    await close();
    expect(result).toEqual({ booked: 1, spent: 200n });
  });

  test('loses the acknowledgement, nothing is booked before the retry succeeds', async () => {
    const on = await cardFor('3');
    await chat.driver.arm({ kind: 'expire-token', route: 'POST /interactions/*' });
    const result = await changes(async () => {
      await anna.press('Confirm', { on, withinMs: 10_000 }).catch(() => null);
    });
    expect(result.booked).toBe(0);
    expect(said(await anna.press('Confirm', { on }))).toContain('Sent 3.00 GEM');
  });

  test('loses the receipt, the payment is made once and a direct message reports it', async () => {
    const on = await cardFor('9');
    // Notices of the tests before may still arrive.
    const about = async () =>
      (await dmTexts(anna)).filter((text) => /\b9\.00 GEM/.test(text)).length;
    const before = await about();
    await chat.driver.arm({ kind: 'expire-token', route: 'PATCH /webhooks/*', times: 1 });
    const result = await changes(async () => {
      await anna.press('Confirm', { on, withinMs: 2_000 }).catch(() => null);
    });
    expect(result).toEqual({ booked: 1, spent: 900n });
    await chat.driver.disarm();
    const told = await anna.sees('Sent 9.00 GEM', { dm: true, withinMs: 30_000 });
    expect(textOf(told)).toContain('Reference');
    // One message replaces the lost receipt, besides the notice that every payer gets.
    await expect.poll(about).toBe(before + 2);
  }, 60_000);
});

/** Marks the row as taken, like a process that then dies. */
async function takeAndDie(on: ChatMessage): Promise<void> {
  const { session } = await chat.bank.access.identify(anna.id as DiscordUserId, place);
  const row = decodeCustomId(idOf(on, 'confirm'));
  if (row.kind !== 'ours' || row.id.row === null) throw new Error('no row');
  await chat.bank.pending.take(row.id.row, anna.id as DiscordUserId, session);
}

describe('a process that dies between taking a row and answering', () => {
  test('has its payment made and reported by direct message within 30 s', async () => {
    const on = await cardFor('11');
    const result = await changes(async () => {
      await takeAndDie(on);
      await chat.restart();
      await anna.sees('Sent 11.00 GEM', { dm: true, withinMs: 30_000 });
    });
    expect(result).toEqual({ booked: 1, spent: 1100n });
  }, 60_000);

  test('leaves a card whose next press makes the payment once', async () => {
    const on = await cardFor('12');
    const result = await changes(async () => {
      await takeAndDie(on);
      expect(said(await anna.press('Confirm', { on }))).toContain('Sent 12.00 GEM');
    });
    expect(result).toEqual({ booked: 1, spent: 1200n });
  });
});

describe('the receiver', () => {
  test('with closed direct messages still gets the money, and the payer sees success', async () => {
    await ben.change({ dmsClosed: true });
    const result = await changes(async () => {
      const on = await cardFor('1', { memo: 'closed' });
      expect(said(await anna.press('Confirm', { on }))).toContain('Sent 1.00 GEM');
    });
    expect(result).toEqual({ booked: 1, spent: 100n });
    // Stored a moment after it is logged.
    const closed = `SELECT customer_id FROM inboxes WHERE reach = 'CLOSED'`;
    const stored = async () => (await chat.database.pool.rows(closed)).length;
    await expect.poll(stored, { timeout: 10_000 }).toBe(1);
    expect(chat.log()).toContain('CLOSED');
    await ben.change({ dmsClosed: false });
  });

  test('gets one notice although Discord fails for a while', async () => {
    // His messages were closed: that is remembered until he uses the bank.
    await ben.run('/balance');
    await chat.driver.arm({ kind: 'server-error', route: 'POST /channels/*', times: 5 });
    await cardFor('1', { memo: 'at last' });
    await anna.press('Confirm');
    await ben.sees('at last', { dm: true, withinMs: 30_000 });
    const told = (await dmTexts(ben)).filter((one) => one.includes('at last'));
    expect(told).toHaveLength(1);
  }, 60_000);
});

test('the books balance after all this', async () => {
  await expectBooksBalanced(chat.database.pool);
});
