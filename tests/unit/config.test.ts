import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { envExample } from '../../src/config/env-example.ts';
import { settings, type Setting } from '../../src/config/settings.ts';
import { ConfigError, readConfig, type Environment } from '../../src/config/config.ts';

/** The lines of the refusal; none when the environment is accepted. */
function refusal(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
}

const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0123456789AB';

describe('settings', () => {
  test('are complete without any variable', () => {
    const config = readConfig({});
    expect(config.discord.token).toBeNull();
    expect(config.bank.currency).toEqual({ code: 'GEM', scale: 2 });
    expect(config.bank.limitPerTransaction).toBe(1_000_000n);
    expect(config.bank.sessionIdleMs).toBe(900_000);
    expect(config.dataFolder).toBe(resolve('.local'));
  });

  test('take an empty variable for an absent one', () => {
    const empty = Object.fromEntries(Object.keys(settings).map((name) => [name, ' ']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  test.each([
    ['DISCORD_TOKEN', 'short'],
    ['DISCORD_TOKEN', `${token} trailing words`],
    ['DISCORD_API_URL', 'https://example.com/api'],
    ['DISCORD_API_URL', 'http://127.0.0.1.example.com:80/api'],
    ['DISCORD_API_URL', 'https://discord.com/api/v10'],
    ['DISCORD_API_URL', 'http://discord.com/api'],
    ['DISCORD_STAFF_GUILD_ID', 'my server'],
    ['DISCORD_STAFF_CHANNEL_ID', '12'],
    ['DISCORD_STAFF_LOG_CHANNEL_ID', '１２３４５６７８９０１２３４５６７'],
    ['DATABASE_URL', 'postgres://localhost/bank'],
    ['DATABASE_URL', 'mysql://localhost'],
    ['DATABASE_URL', 'mysql://localhost/bank`; DROP'],
    ['DATABASE_URL', 'mysql://localhost/bank?ssl=true'],
    ['DATABASE_DURABILITY', 'none'],
    ['SMTP_URL', 'mail.example.com'],
    ['MAIL_FROM', 'The bank'],
    ['MAIL_FROM', 'bank@example.com\r\nBcc: all@example.com'],
    ['BANK_NAME', 'x'.repeat(33)],
    ['BANK_CURRENCY', 'gold coins'],
    ['BANK_CURRENCY_SCALE', '5'],
    ['BANK_OWNER_IDS', '123456789012345678;123456789012345679'],
    ['DEPOSITS', 'closed'],
    ['LIMIT_PER_TRANSACTION', '1e9'],
    ['LIMIT_PER_TRANSACTION', '0'],
    ['LIMIT_PER_TRANSACTION', '10.005'],
    ['LIMIT_PER_DAY', '-5'],
    ['LIMIT_PER_DAY', '9007199254740993'],
    ['STEP_UP_ABOVE', 'a lot'],
    ['FOUR_EYES_ABOVE', '1,000'],
    ['MINIMUM_AGE', '12'],
    ['DEFAULT_REGION', 'Germany'],
    ['DEFAULT_REGION', 'de'],
    ['DEFAULT_REGION', 'XX'],
    ['PASSWORD_LENGTH_MIN', '4'],
    ['PASSWORD_PEPPER', 'salt'],
    ['PII_KEY', 'c2hvcnQ='],
    ['SESSION_IDLE_MINUTES', '0'],
    ['SESSION_HOURS_MAX', '25'],
    ['SANDBOX_PORT', '65536'],
    ['PASSBOOK_DATA', 'x'.repeat(201)],
    ['LOG_LEVEL', 'loud'],
    ['PASSBOOK_TIMING', '1'],
  ])('refuse %s=%s in one line', (name, value) => {
    const lines = refusal({
      DISCORD_TOKEN: token,
      DISCORD_STAFF_GUILD_ID: '123456789012345678',
      [name]: value,
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name} \\S+`));
  });

  test('refuse deposits that nobody could approve', () => {
    expect(refusal({ DISCORD_TOKEN: token, DEPOSITS: 'approval' })).toEqual([
      expect.stringMatching(/^DEPOSITS needs DISCORD_STAFF_GUILD_ID/),
    ]);
  });

  test('are all judged at once, a line for each wrong one', () => {
    const wrong = Object.fromEntries(Object.keys(settings).map((name) => [name, '\u0000']));
    const names = refusal(wrong).map((line) => line.split(' ')[0]);
    const anyText = ['BANK_NAME', 'PASSBOOK_DATA', 'BACKUP_TO'];
    expect(names).toEqual(Object.keys(settings).filter((name) => !anyText.includes(name)));
  });

  test('never repeat a wrong value, which may be a secret', () => {
    const secret = 'canary-1f3a';
    const wrong = Object.fromEntries(Object.keys(settings).map((name) => [name, secret]));
    expect(refusal(wrong).join('\n')).not.toContain(secret);
  });

  test('compare variables with each other', () => {
    expect(refusal({ LIMIT_PER_DAY: '99' })).toEqual([
      'LIMIT_PER_DAY must be at least LIMIT_PER_TRANSACTION',
    ]);
    expect(refusal({ DISCORD_STAFF_CHANNEL_ID: '123456789012345678' })).toEqual([
      'DISCORD_STAFF_CHANNEL_ID needs DISCORD_STAFF_GUILD_ID',
    ]);
    expect(refusal({ DISCORD_API_URL: 'http://127.0.0.1:4000/api' })[0]).toMatch(/DISCORD_TOKEN/);
    expect(refusal({ SESSION_HOURS_MAX: '1', SESSION_IDLE_MINUTES: '90' })).toHaveLength(1);
  });

  test('allow relaxed durability only away from the real Discord', () => {
    const relaxed = { DATABASE_DURABILITY: 'relaxed' };
    expect(refusal(relaxed)).toEqual([]);
    expect(refusal({ ...relaxed, DISCORD_TOKEN: token })).toHaveLength(1);
    const local = { DISCORD_TOKEN: token, DISCORD_API_URL: 'http://127.0.0.1:4000/api' };
    expect(refusal({ ...relaxed, ...local })).toEqual([]);
  });

  test('count money in minor units by the scale', () => {
    const counted = ['0', '2', '4'].map(
      (scale) => readConfig({ BANK_CURRENCY_SCALE: scale, STEP_UP_ABOVE: '99' }).bank.stepUpAbove,
    );
    expect(counted).toEqual([99n, 9_900n, 990_000n]);
  });
});

describe('.env.example', () => {
  test('is what the settings generate: npm run env-example', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(envExample());
  });

  test('shows help, an example that is accepted, and the default of every setting', () => {
    for (const [name, row] of Object.entries<Setting>(settings)) {
      expect(envExample()).toContain(`\n# ${row.help}\n`);
      expect(envExample()).toContain(`\n#${name}=${row.default ?? ''}\n`);
      const shown = [row.example, row.default].filter((text) => text !== null);
      for (const text of shown) expect(row.schema.safeParse(text).success, name).toBe(true);
    }
  });
});
