/** Settings that were saved with `/setup` beside those of the environment. */
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { withSaved } from '../../src/config/saved.ts';

const [one, other, third] = ['1', '2', '3'].map((digit) => digit.repeat(18)) as [
  string,
  string,
  string,
];
const saved = {
  DISCORD_STAFF_GUILD_ID: one,
  DISCORD_STAFF_CHANNEL_ID: other,
  BANK_CURRENCY: 'GOLD',
  DEPOSITS: 'approval',
};

test('what is saved is used where the environment says nothing', () => {
  const { discord, bank } = withSaved(readConfig({}), saved);
  expect(discord).toMatchObject({ staffGuildId: one, staffChannelId: other });
  expect([bank.currency, bank.deposits]).toEqual([{ code: 'GOLD', scale: 2 }, 'approval']);
});

test('the environment takes precedence', () => {
  const given = { DISCORD_STAFF_GUILD_ID: third, BANK_CURRENCY: 'EUR', DEPOSITS: 'open' };
  const { discord, bank } = withSaved(readConfig(given), saved);
  // The saved channel belongs to another server.
  expect(discord).toMatchObject({ staffGuildId: third, staffChannelId: null });
  expect([bank.currency.code, bank.deposits]).toEqual(['EUR', 'open']);
});

test('an empty variable is not given, and a value that does not fit is not used', () => {
  const config = readConfig({ DEPOSITS: ' ' });
  expect(withSaved(config, { DEPOSITS: 'approval' }).bank.deposits).toBe('approval');
  const unfit = { BANK_CURRENCY: 'too long a name', DISCORD_STAFF_GUILD_ID: 'x' };
  expect(withSaved(config, unfit)).toEqual(config);
});
