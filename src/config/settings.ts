/** Every setting: its form, what it is when absent, and the line `.env.example` says about it. */
import { z } from 'zod';
import { isPhoneRegion } from '../bank/index.ts';
import { parseDatabaseUrl } from '../lib/database-address.ts';

export interface Setting<Schema extends z.ZodType = z.ZodType> {
  /** From the variable's text to its value; the message says what is allowed. */
  readonly schema: Schema;
  /** As it would be written in `.env`; null when there is none. */
  readonly otherwise: string | null;
  readonly about: string;
}

/** The largest integer that every client of the ledger can hold exactly. */
export const minorUnitsMax = 2n ** 53n - 1n;

const setting = <Schema extends z.ZodType>(
  schema: Schema,
  otherwise: string | null,
  about: string,
): Setting<Schema> => ({ schema, otherwise, about });

const whole = (from: number, to: number) => {
  const allowed = `must be a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, allowed)
    .transform(Number)
    .refine((value) => value >= from && value <= to, allowed);
};
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `must be one of: ${values.join(', ')}`);
const money = z
  .string()
  .regex(/^\d{1,16}(\.\d{1,4})?$/, 'must be an amount such as 10000 or 99.50, without separators');
const discordId = z
  .string()
  .regex(/^\d{17,20}$/, 'must be a Discord id: 17 to 20 digits (Copy ID in developer mode)');
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}\/api$/;
const discord = /^https:\/\/(?:canary\.|ptb\.)?discord\.com\/api$/;

/** Whether an API address is a server on this machine, where nothing can leak. */
export const isLoopbackApi = (url: string): boolean => loopback.test(url);

const apiUrl = z
  .string()
  .refine(
    (url) => discord.test(url) || isLoopbackApi(url),
    'must be https://discord.com/api or a server on this machine, http://127.0.0.1:PORT/api, ' +
      'without a version: anything else would be sent the token',
  );
const databaseUrl = z.string().superRefine((text, context) => {
  try {
    parseDatabaseUrl(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'wrong' });
  }
});
const smtpUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol),
    'must be an address like smtp://user:password@host:587 or smtps://host:465',
  );
const piiKey = z
  .string()
  .refine(
    (text) => Buffer.from(text, 'base64').length === 32 && /^[A-Za-z0-9+/]{43}=$/.test(text),
    'must be 32 bytes in base64, as made by: openssl rand -base64 32',
  );

export const settings = {
  DISCORD_TOKEN: setting(
    z.string().regex(/^[\w.-]{20,200}$/, 'must be a bot token: letters, digits, ".", "_", "-"'),
    null,
    'Bot token. Without one the sandbox starts: a local chat page.',
  ),
  DISCORD_API_URL: setting(
    apiUrl,
    'https://discord.com/api',
    'Where Discord is. With a token and a loopback address the bot runs against that server.',
  ),
  DISCORD_STAFF_GUILD_ID: setting(
    discordId,
    null,
    'The server where staff commands are registered. The sandbox sets its own.',
  ),
  DISCORD_STAFF_CHANNEL_ID: setting(discordId, null, 'The channel where approvals are asked.'),
  DISCORD_STAFF_LOG_CHANNEL_ID: setting(
    discordId,
    null,
    'The channel that gets one line per movement and staff act.',
  ),
  DATABASE_URL: setting(
    databaseUrl,
    null,
    'mysql://user:password@host:3306/name, with ?tls=verify where the server is elsewhere; ' +
      'a cluster as host1,host2,host3. ' +
      'Without one a private server runs in the data folder.',
  ),
  DATABASE_MIGRATION_URL: setting(
    databaseUrl,
    null,
    'The same database by a user that may change tables, at the start only. Without one DATABASE_URL.',
  ),
  DATABASE_DURABILITY: setting(
    oneOf(['strict', 'relaxed']),
    'strict',
    'relaxed is faster and loses money at a power cut; only for trying out.',
  ),
  SMTP_URL: setting(
    smtpUrl,
    null,
    'Mail server for codes and notices. The sandbox has its own mailbox.',
  ),
  MAIL_FROM: setting(
    z
      .string()
      .max(254)
      .regex(/^[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be an address like bank@example.com'),
    null,
    'Sender of mail; else the mailbox that logs in to SMTP_URL, or one nobody can answer.',
  ),
  BANK_NAME: setting(
    z.string().min(1).max(32, 'must have 1 to 32 characters').trim(),
    'Passbook',
    'The name customers see.',
  ),
  BANK_CURRENCY: setting(
    z.string().regex(/^[A-Z][A-Z0-9]{1,5}$/, 'must be 2 to 6 capital letters or digits'),
    'GEM',
    'Code after amounts. A community currency; do not change it once money has moved.',
  ),
  BANK_CURRENCY_SCALE: setting(
    whole(0, 4),
    '2',
    'Decimals of an amount, 0 to 4. Do not change it once money has moved.',
  ),
  BANK_OWNER_IDS: setting(
    z
      .string()
      .regex(/^\d{17,20}(\s*,\s*\d{17,20}){0,9}$/, 'must be up to 10 Discord ids with commas')
      .transform((text) => text.split(',').map((id) => id.trim())),
    null,
    "Discord ids of those who grant the first managers, with commas; else the application's owner.",
  ),
  DEPOSITS: setting(
    oneOf(['open', 'approval']),
    'open',
    'open books deposits at once, within the limits; approval lets a teller decide each.',
  ),
  LIMIT_PER_TRANSACTION: setting(
    money,
    '10000',
    'Most that one deposit, withdrawal or transfer moves.',
  ),
  LIMIT_PER_DAY: setting(money, '50000', 'Most that leaves one account in a day (UTC).'),
  STEP_UP_ABOVE: setting(
    money,
    '1000',
    'Larger payments, and first ones to an account, ask for the password or a code.',
  ),
  STAFF_LIMIT_PER_DAY: setting(
    money,
    '100000',
    'Most that one member of staff moves or approves within 24 hours.',
  ),
  STAFF_TOTP: setting(
    oneOf(['on', 'off']),
    null,
    'Staff who move money prove themselves with an authenticator app. Without one on, and off in the sandbox.',
  ),
  FOUR_EYES_ABOVE: setting(
    money,
    '5000',
    'Larger adjustments and reversals need a second manager.',
  ),
  MINIMUM_AGE: setting(whole(13, 120), '13', 'Youngest customer, in years; at least 13.'),
  DEFAULT_REGION: setting(
    z.string().refine(isPhoneRegion, 'must be a country of two capital letters, such as DE or US'),
    null,
    'Country whose phone numbers need no country code, such as DE. Without one all need it.',
  ),
  PASSWORD_LENGTH_MIN: setting(whole(8, 64), '10', 'Shortest password, in characters.'),
  PASSWORD_PEPPER: setting(
    z.string().min(32, 'must have 32 to 512 characters').max(512, 'must have 32 to 512 characters'),
    null,
    'Secret mixed into password hashes; else the one in .local/secrets.json. Never lose it.',
  ),
  PII_KEY: setting(
    piiKey,
    null,
    'Key of personal data, 32 bytes in base64; else the one in .local/secrets.json.',
  ),
  SESSION_IDLE_MINUTES: setting(whole(1, 480), '15', 'A login ends after so long without use.'),
  SESSION_HOURS_MAX: setting(whole(1, 24), '8', 'A login ends after so long in any case.'),
  THROTTLE_FACTOR: setting(
    whole(1, 1_000),
    '1',
    'So many times as often may people try things; above 10 only with a local Discord.',
  ),
  SANDBOX_PORT: setting(
    whole(0, 65_535),
    null,
    "Port of the sandbox's page, 0 for any. Without one 4780, or any when that is taken.",
  ),
  PASSBOOK_DATA: setting(
    z.string().max(200, 'must have at most 200 characters'),
    '.local',
    'Folder for the private database, secrets, sandbox and logs.',
  ),
  LOG_LEVEL: setting(
    oneOf(['debug', 'info', 'warn', 'error', 'silent']),
    'info',
    'How much goes to logs/passbook.log.',
  ),
  PASSBOOK_TIMING: setting(
    oneOf(['off', 'on']),
    'off',
    'on prints how long each phase of the start took.',
  ),
} satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;
export type SettingValues = {
  readonly [Name in SettingName]: z.output<(typeof settings)[Name]['schema']> | null;
};
