/** The resolver reports its results even if Discord was unavailable at first. */
import { expect, test } from 'vitest';
import { deposit, dmTexts, openChat, register, said } from './chat.ts';

const chat = openChat();

/** As if the bot had died after taking the row and before answering. */
const leaveTaken = `
  UPDATE pending
  SET state = 'TAKEN', taken_by = 1, taken_at = NOW(6) - INTERVAL 60 SECOND,
    session_id = (SELECT id FROM sessions WHERE live_customer_id IS NOT NULL LIMIT 1)
  WHERE kind = 'CONFIRM' AND state = 'OPEN'`;

test('a refusal that could not be sent is sent when Discord is back', async () => {
  const ben = await chat.driver.person('Ben');
  const to = await register(ben, 'Ben Okafor');
  await ben.run('/logout');
  const anna = await chat.driver.person('Anna');
  await register(anna, 'Anna Payer');
  await deposit(anna, '100');

  const card = await anna.run('/transfer', { to, amount: '60' });
  expect(said(card)).toContain('Send money?');
  await anna.run('/transfer', { to, amount: '50' });
  expect(said(await anna.press('Confirm'))).toContain('Sent 50.00 GEM');

  const route = 'POST /channels/*/messages';
  await chat.driver.arm({ kind: 'server-error', route, times: 1_000 });
  const { affectedRows } = await chat.database.pool.write(leaveTaken);
  expect(affectedRows).toBe(1);
  await expect.poll(() => chat.log(), { timeout: 20_000 }).toMatch(/"resolver".*"bot\.failed"/);
  await chat.driver.disarm();
  await expect
    .poll(async () => (await dmTexts(anna)).join('\n'), { timeout: 40_000, interval: 250 })
    .toMatch(/nothing moved/i);
}, 90_000);
