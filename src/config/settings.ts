/** Every setting, one row each: its schema, its default, its help and an example. */
import { z } from 'zod';
import { isPhoneRegion } from '../bank/model/index.ts';
import { AddressError, parseDatabaseUrl } from '../lib/database-address.ts';
import { terminal } from '../words/index.ts';
import {
  filePath,
  hostAddress,
  mailAddress,
  pepper,
  piiKey,
  publicUrl,
  smtpUrl,
  witnesses,
} from './schemas.ts';

export interface Setting<
  Schema extends z.ZodType = z.ZodType,
  Default extends string | null = string | null,
> {
  /** Parses the variable's text; its error message says what is allowed. */
  readonly schema: Schema;
  /** As it would be written in `.env`; null when there is none. */
  readonly default: Default;
  /** What the setting is for. */
  readonly help: string;
  /** A sample value, where the default does not show the format. */
  readonly example: string | null;
}

/** The largest integer that a JavaScript number holds exactly. */
export const minorUnitsMax = 2n ** 53n - 1n;
export const scaleMax = 4;

const { help, mustBe, databaseUrl: databaseUrlFaults } = terminal.settings;

const setting = <Schema extends z.ZodType, const Default extends string | null>(
  schema: Schema,
  row: { readonly default: Default; readonly help: string; readonly example?: string },
): Setting<Schema, Default> => ({ example: null, ...row, schema });

const whole = (from: number, to: number) => {
  const allowed = mustBe.wholeNumber(from, to);
  return z
    .string()
    .regex(/^\d{1,9}$/, allowed)
    .transform(Number)
    .refine((value) => value >= from && value <= to, allowed);
};
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, mustBe.oneOf(values));
const money = z.string().regex(/^\d{1,16}(\.\d{1,4})?$/, mustBe.amount);
const discordId = z.string().regex(/^\d{17,20}$/, mustBe.discordId);
const discordIds = z
  .string()
  .regex(/^\d{17,20}(\s*,\s*\d{17,20}){0,9}$/, mustBe.discordIds)
  .transform((text) => text.split(',').map((id) => id.trim()));
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d{1,5}\/api$/;
const discord = /^https:\/\/(?:canary\.|ptb\.)?discord\.com\/api$/;

/** Whether the API address is a server on this machine, so that no data leaves it. */
export const isLoopbackApi = (url: string): boolean => loopback.test(url);

const apiUrl = z.string().refine((url) => discord.test(url) || isLoopbackApi(url), mustBe.apiUrl);
const databaseUrl = z.string().superRefine((text, context) => {
  try {
    parseDatabaseUrl(text);
  } catch (error) {
    const fault = error instanceof AddressError ? error.fault : 'form';
    context.addIssue({ code: 'custom', message: databaseUrlFaults[fault] });
  }
});
export const settings = {
  DISCORD_TOKEN: setting(z.string().regex(/^[\w.-]{20,200}$/, mustBe.token), {
    default: null,
    help: help.DISCORD_TOKEN,
  }),
  DISCORD_API_URL: setting(apiUrl, {
    default: 'https://discord.com/api',
    help: help.DISCORD_API_URL,
    example: 'http://127.0.0.1:4790/api',
  }),
  DISCORD_STAFF_GUILD_ID: setting(discordId, {
    default: null,
    help: help.DISCORD_STAFF_GUILD_ID,
    example: '123456789012345678',
  }),
  DISCORD_STAFF_CHANNEL_ID: setting(discordId, {
    default: null,
    help: help.DISCORD_STAFF_CHANNEL_ID,
    example: '123456789012345678',
  }),
  DISCORD_STAFF_LOG_CHANNEL_ID: setting(discordId, {
    default: null,
    help: help.DISCORD_STAFF_LOG_CHANNEL_ID,
    example: '123456789012345678',
  }),
  DATABASE_URL: setting(databaseUrl, {
    default: null,
    help: help.DATABASE_URL,
    example: 'mysql://user:password@host:3306/name',
  }),
  DATABASE_MIGRATION_URL: setting(databaseUrl, {
    default: null,
    help: help.DATABASE_MIGRATION_URL,
    example: 'mysql://admin:password@host:3306/name',
  }),
  DATABASE_DURABILITY: setting(oneOf(['strict', 'relaxed']), {
    default: 'strict',
    help: help.DATABASE_DURABILITY,
  }),
  SMTP_URL: setting(smtpUrl, {
    default: null,
    help: help.SMTP_URL,
    example: 'smtps://user:password@mail.example.com:465',
  }),
  MAIL_FROM: setting(mailAddress, {
    default: null,
    help: help.MAIL_FROM,
    example: 'bank@example.com',
  }),
  BANK_NAME: setting(z.string().min(1).max(32, mustBe.characters(1, 32)).trim(), {
    default: 'Passbook',
    help: help.BANK_NAME,
  }),
  BANK_CURRENCY: setting(z.string().regex(/^[A-Z][A-Z0-9]{1,5}$/, mustBe.currency), {
    default: 'GEM',
    help: help.BANK_CURRENCY,
  }),
  BANK_CURRENCY_SCALE: setting(whole(0, scaleMax), {
    default: '2',
    help: help.BANK_CURRENCY_SCALE,
  }),
  WITNESSES: setting(witnesses, {
    default: null,
    help: help.WITNESSES,
    example: 'witness.example+1234abcd+BASE64 https://witness.example/passbook',
  }),
  STATEMENT_CURRENCY: setting(z.string().regex(/^[A-Z]{3}$/, mustBe.isoCurrency), {
    default: 'XXX',
    help: help.STATEMENT_CURRENCY,
  }),
  BANK_OWNER_IDS: setting(discordIds, {
    default: null,
    help: help.BANK_OWNER_IDS,
    example: '123456789012345678,123456789012345679',
  }),
  DEPOSITS: setting(oneOf(['open', 'approval']), { default: 'open', help: help.DEPOSITS }),
  LIMIT_PER_TRANSACTION: setting(money, { default: '10000', help: help.LIMIT_PER_TRANSACTION }),
  LIMIT_PER_DAY: setting(money, { default: '50000', help: help.LIMIT_PER_DAY }),
  STEP_UP_ABOVE: setting(money, { default: '1000', help: help.STEP_UP_ABOVE }),
  STAFF_LIMIT_PER_DAY: setting(money, { default: '100000', help: help.STAFF_LIMIT_PER_DAY }),
  /** Its default depends on whether the bot serves the real Discord. */
  STAFF_TOTP: setting(oneOf(['on', 'off']), { default: null, help: help.STAFF_TOTP }),
  FOUR_EYES_ABOVE: setting(money, { default: '5000', help: help.FOUR_EYES_ABOVE }),
  MINIMUM_AGE: setting(whole(13, 120), { default: '13', help: help.MINIMUM_AGE }),
  DEFAULT_REGION: setting(z.string().refine(isPhoneRegion, mustBe.region), {
    default: null,
    help: help.DEFAULT_REGION,
    example: 'DE',
  }),
  PASSWORD_LENGTH_MIN: setting(whole(8, 64), { default: '10', help: help.PASSWORD_LENGTH_MIN }),
  PASSWORD_PEPPER: setting(pepper, { default: null, help: help.PASSWORD_PEPPER }),
  PII_KEY: setting(piiKey, { default: null, help: help.PII_KEY }),
  SESSION_IDLE_MINUTES: setting(whole(1, 480), {
    default: '15',
    help: help.SESSION_IDLE_MINUTES,
  }),
  SESSION_READ_DAYS: setting(whole(0, 30), { default: '1', help: help.SESSION_READ_DAYS }),
  SESSIONS_KEPT_DAYS: setting(whole(30, 3_650), {
    default: '365',
    help: help.SESSIONS_KEPT_DAYS,
  }),
  SESSION_HOURS_MAX: setting(whole(1, 24), { default: '8', help: help.SESSION_HOURS_MAX }),
  THROTTLE_FACTOR: setting(whole(1, 1_000), { default: '1', help: help.THROTTLE_FACTOR }),
  PUBLIC_URL: setting(publicUrl, {
    default: null,
    help: help.PUBLIC_URL,
    example: 'https://bank.example.org',
  }),
  /** Its default depends on the address and on whether the bot serves the sandbox. */
  SECRETS: setting(oneOf(['page', 'forms', 'both']), { default: null, help: help.SECRETS }),
  PAGE_PORT: setting(whole(0, 65_535), {
    default: null,
    help: help.PAGE_PORT,
    example: '4781',
  }),
  PAGE_HOST: setting(hostAddress, { default: '127.0.0.1', help: help.PAGE_HOST }),
  TLS_CERT: setting(filePath, {
    default: null,
    help: help.TLS_CERT,
    example: '/etc/letsencrypt/live/bank.example.org/fullchain.pem',
  }),
  TLS_KEY: setting(filePath, {
    default: null,
    help: help.TLS_KEY,
    example: '/etc/letsencrypt/live/bank.example.org/privkey.pem',
  }),
  SANDBOX_PORT: setting(whole(0, 65_535), {
    default: null,
    help: help.SANDBOX_PORT,
    example: '4780',
  }),
  BACKUP_EVERY_HOURS: setting(whole(0, 168), {
    default: '24',
    help: help.BACKUP_EVERY_HOURS,
  }),
  BACKUP_KEEP_DAYS: setting(whole(1, 400), { default: '7', help: help.BACKUP_KEEP_DAYS }),
  BACKUP_KEEP_WEEKS: setting(whole(0, 200), { default: '4', help: help.BACKUP_KEEP_WEEKS }),
  BACKUP_KEEP_MONTHS: setting(whole(0, 120), { default: '12', help: help.BACKUP_KEEP_MONTHS }),
  BACKUP_TO: setting(z.string().max(200, mustBe.charactersMax(200)), {
    default: null,
    help: help.BACKUP_TO,
    example: '/mnt/backups/passbook',
  }),
  RESTORE_CHECK_DAYS: setting(whole(0, 90), { default: '7', help: help.RESTORE_CHECK_DAYS }),
  METRICS_PORT: setting(whole(0, 65_535), {
    default: null,
    help: help.METRICS_PORT,
    example: '9464',
  }),
  METRICS_HOST: setting(hostAddress, { default: '127.0.0.1', help: help.METRICS_HOST }),
  PASSBOOK_DATA: setting(z.string().max(200, mustBe.charactersMax(200)), {
    default: '.local',
    help: help.PASSBOOK_DATA,
  }),
  LOG_LEVEL: setting(oneOf(['debug', 'info', 'warn', 'error', 'silent']), {
    default: 'info',
    help: help.LOG_LEVEL,
  }),
  PASSBOOK_TIMING: setting(oneOf(['off', 'on']), { default: 'off', help: help.PASSBOOK_TIMING }),
} satisfies Record<keyof typeof help, Setting>;

export type SettingName = keyof typeof settings;
/** Null only for a setting that is absent and has no default. */
export type SettingValues = {
  readonly [Name in SettingName]: (typeof settings)[Name] extends Setting<
    infer Schema,
    infer Default
  >
    ? z.output<Schema> | (Default extends string ? never : null)
    : never;
};
