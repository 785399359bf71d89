/**
 * A bot that dies after Discord took a notice and before the notice is marked as sent: the person
 * sees it once while Discord knows its nonce, and later at most twice, the second time marked.
 */
import { beforeAll, expect, test } from 'vitest';
import type { Player } from '../../src/sandbox/driver.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { textOrNull } from '../../src/db/rows.ts';
import { agedBy } from '../support/notices.ts';
import { deposit, dmTexts, openChat, register, said } from './chat.ts';

let isDying = false;
let deaths = 0;
let aheadMs = 0;
const minute = 60_000;

const chat = openChat({
  discordClock: { now: () => systemClock.now() + aheadMs },
  botsBank: (bank) => ({
    ...bank,
    outbox: {
      ...bank.outbox,
      sent: async (ids) => {
        if (!isDying) return bank.outbox.sent(ids);
        deaths += 1;
        throw new Error('the process was killed');
      },
    },
  }),
});
let anna: Player;
let ben: Player;
let bensNumber = '';

const waiting = async (): Promise<number> =>
  (await chat.database.pool.rows(`SELECT id FROM outbox WHERE channel IN ('BOTH', 'DM')`)).length;
const died = async (times: number) =>
  expect.poll(() => deaths, { timeout: 20_000 }).toBeGreaterThanOrEqual(times);

/** Both payer and payee get a notice of it; the texts that Ben has about it. */
async function pays(amount: string): Promise<() => Promise<string[]>> {
  await anna.run('/transfer', { to: bensNumber, amount });
  said(await anna.press('Confirm'));
  return async () => (await dmTexts(ben)).filter((text) => text.includes(`${amount} GEM`));
}

beforeAll(async () => {
  anna = await chat.driver.person('Anna');
  ben = await chat.driver.person('Ben');
  await register(anna, 'Anna Miller');
  bensNumber = await register(ben, 'Ben Okafor');
  await deposit(anna, '100');
  // Only Ben is told.
  said(await anna.run('/notices', { about: 'sent', how: 'INBOX' }));
});

test('within the time of the nonce it is seen once', async () => {
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
  isDying = true;
  const seen = await pays('5.25');
  await died(1);
  expect(await seen()).toHaveLength(1);
  isDying = false;
  await agedBy(chat.database.pool, 61);
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
  expect(await seen()).toHaveLength(1);
  expect((await seen())[0]).not.toContain('before');
});

test('after it, it is seen twice at most, and the second time it says so', async () => {
  isDying = true;
  const before = deaths;
  const seen = await pays('6.75');
  await died(before + 1);
  aheadMs += 6 * minute;
  await agedBy(chat.database.pool, 121);
  await died(before + 2);
  await expect.poll(async () => (await seen()).length).toBe(2);
  const [first, second] = await seen();
  expect(first).not.toContain('before');
  expect(second).toContain('received this message before');
  aheadMs += 6 * minute;
  await agedBy(chat.database.pool, 121);
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
  expect(await seen()).toHaveLength(2);
  const [row] = await chat.database.pool.rows(
    `SELECT outcome FROM outbox WHERE kind = 'MONEY_RECEIVED' ORDER BY id DESC LIMIT 1`,
  );
  expect(textOrNull(row!, 'outcome')).toBe('UNSURE');
  isDying = false;
});
