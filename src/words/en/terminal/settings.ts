/** Settings: the purpose of each, as `.env.example` shows it, and faults in values. */

/** One or two sentences for each setting. */
const help = {
  DISCORD_TOKEN: 'Bot token. Without one, Passbook starts the sandbox: a local chat page.',
  DISCORD_API_URL:
    'Address of the Discord API. Together with a token, an address on this machine makes the ' +
    'bot use that server.',
  DISCORD_STAFF_GUILD_ID:
    'Discord server where staff commands are registered. The sandbox sets its own.',
  DISCORD_STAFF_CHANNEL_ID: 'Channel for approval requests.',
  DISCORD_STAFF_LOG_CHANNEL_ID:
    'Channel that receives one line for each transaction and each staff action.',
  DATABASE_URL:
    'Database server. Add ?tls=verify if it is on another machine; list a cluster as ' +
    'host1,host2,host3. Without a URL, a private server runs in the data folder.',
  DATABASE_MIGRATION_URL:
    'The same database, for a user that may change tables. Used only at start. If not set, ' +
    'DATABASE_URL is used.',
  DATABASE_DURABILITY:
    'strict or relaxed. relaxed is faster but loses money in a power failure; use it only ' +
    'for testing.',
  SMTP_URL: 'Mail server for codes and notices. The sandbox has its own.',
  MAIL_FROM:
    'Sender of mail. If not set, the address that logs in to SMTP_URL, or else a no-reply address.',
  BANK_NAME: 'Name of the bank, as customers see it.',
  BANK_CURRENCY:
    'Currency code shown after amounts; a community currency. Do not change it once money ' +
    'has moved.',
  WITNESSES:
    'Witnesses that sign the checkpoints of the log (npm run witness): for each its public key, ' +
    'a space and its address; separated by commas.',
  STATEMENT_CURRENCY:
    'Currency in OFX and camt.053 statements, which allow only three letters. XXX means none.',
  BANK_CURRENCY_SCALE: 'Number of decimals, 0 to 4. Do not change it once money has moved.',
  BANK_OWNER_IDS:
    'Discord ids of the owners, who appoint the first managers, separated by commas. If not set, ' +
    'the owner of the Discord application.',
  DEPOSITS:
    'open books deposits immediately, within the limits. approval requires a teller to ' +
    'approve each deposit.',
  LIMIT_PER_TRANSACTION: 'Maximum amount of one deposit, withdrawal or transfer.',
  LIMIT_PER_DAY: 'Maximum amount that can leave the accounts of one customer per day (UTC).',
  STEP_UP_ABOVE:
    'Payments above this amount, and first payments to a new recipient, require the password ' +
    'or a code.',
  STAFF_LIMIT_PER_DAY:
    'Maximum amount that one member of staff can move or approve within 24 hours.',
  STAFF_TOTP:
    'on requires staff who move money to use an authenticator app. If not set: off in the ' +
    'sandbox, otherwise on.',
  FOUR_EYES_ABOVE: 'Adjustments and reversals above this amount require a second manager.',
  MINIMUM_AGE: 'Minimum age of customers in years, at least 13.',
  DEFAULT_REGION:
    'Country whose phone numbers can be entered without a country code. If not set, every ' +
    'number needs one.',
  PASSWORD_LENGTH_MIN: 'Minimum password length in characters.',
  PASSWORD_PEPPER:
    'Secret that is mixed into password hashes. If not set, the one in .local/secrets.json. ' +
    'Never lose it.',
  PII_KEY:
    'Encryption key for personal data, 32 bytes in base64. If not set, the one in ' +
    '.local/secrets.json. Never lose it.',
  SESSION_IDLE_MINUTES:
    'Minutes without activity after which moving money asks for the password or a code again.',
  SESSION_READ_DAYS:
    'Days after a login or proof in which the customer can still read, in the server or direct ' +
    'message of the login. 0: no longer than they can move money.',
  SESSIONS_KEPT_DAYS:
    'Days for which ended sessions, with their places, are kept. A login from a place not used since ' +
    'counts as one from a new place.',
  SESSION_HOURS_MAX:
    'Hours after a login or proof after which moving money asks again in any case.',
  THROTTLE_FACTOR:
    'Multiplies all rate limits. Values above 10 are allowed only with a local Discord.',
  PUBLIC_URL:
    'Address of the bank’s own page, as browsers reach it, where customers type passwords and use ' +
    'passkeys. Passkeys belong to this name: do not change it later.',
  SECRETS:
    'Where passwords and codes are typed: page (never into Discord), forms (only in Discord) or ' +
    'both. If not set: page with PUBLIC_URL, both in the sandbox, otherwise forms.',
  PAGE_PORT:
    'Port of the page; 0 means any free port. If not set: 4781, or in the sandbox any free port ' +
    'if 4781 is in use.',
  PAGE_HOST:
    'The address on which PAGE_PORT is served. Leave it if a proxy on this machine forwards to it.',
  TLS_CERT: 'File with the certificate of the page and its chain. If not set, a proxy does TLS.',
  TLS_KEY: 'File with the key of TLS_CERT.',
  SANDBOX_PORT:
    'Port of the sandbox page; 0 means any free port. If not set: 4780, or any free port if ' +
    '4780 is in use.',
  BACKUP_EVERY_HOURS:
    'Hours between two backups, which the bank makes by itself in the data folder; 0 means none.',
  BACKUP_KEEP_DAYS:
    'The newest backup of each of this many days is kept. Files that you name yourself are never ' +
    'removed.',
  BACKUP_KEEP_WEEKS: 'The newest backup of each of this many weeks is kept.',
  BACKUP_KEEP_MONTHS: 'The newest backup of each of this many months is kept.',
  BACKUP_TO:
    'A second folder that each backup is copied to. Choose one on another disk or machine.',
  RESTORE_CHECK_DAYS:
    'Days between two trials of restoring the newest backup into a schema of its own, which is ' +
    'then removed; 0 means none.',
  METRICS_PORT:
    'Serves /metrics, /healthz and /readyz on this port; 0 means any free port. If not set: not ' +
    'served.',
  METRICS_HOST:
    'The address on which METRICS_PORT is served. It has no password: only let your own network ' +
    'reach it.',
  PASSBOOK_DATA: 'Folder for the private database, the secrets, the sandbox and the logs.',
  LOG_LEVEL: 'Lowest level that is written to logs/passbook.log.',
  PASSBOOK_TIMING: 'on prints how long each phase of the start takes.',
};

/** What a value must be; the name of the setting comes before it. */
const mustBe = {
  wholeNumber: (from: number, to: number) => `must be a whole number from ${from} to ${to}`,
  oneOf: (values: readonly string[]) => `must be one of: ${values.join(', ')}`,
  amount: 'must be an amount such as 10000 or 99.50, without separators',
  discordId: 'must be a Discord id of 17 to 20 digits (use Copy ID in developer mode)',
  discordIds: 'must be up to 10 Discord ids, separated by commas',
  token: 'must be a bot token: letters, digits, ".", "_" and "-"',
  apiUrl:
    'must be https://discord.com/api, or http://127.0.0.1:PORT/api for a server on this machine, ' +
    'without a version. The token is not sent to any other address',
  smtpUrl: 'must be an address such as smtp://user:password@host:587 or smtps://host:465',
  publicUrl:
    'must be an address such as https://bank.example.org, without a path, or ' +
    'http://localhost:PORT on this machine',
  mailAddress: 'must be an address such as bank@example.com',
  currency: 'must be 2 to 6 capital letters or digits',
  isoCurrency: 'must be three capital letters',
  witnesses: 'must be up to 20 of “public key, space, http(s) address”, separated by commas',
  region: 'must be a country code of two capital letters, such as DE or US',
  characters: (from: number, to: number) => `must have ${from} to ${to} characters`,
  charactersMax: (most: number) => `must have at most ${most} characters`,
  filePath: 'must be the absolute path of a file',
  host: 'must be an address such as 127.0.0.1 or 0.0.0.0',
  key: 'must be 32 bytes in base64; create one with: openssl rand -base64 32',
  valid: 'is not valid',
};

/** What is wrong with the address of a database. */
const databaseUrl = {
  form: 'must be an address such as mysql://user:password@host:3306/name',
  hosts: 'has an invalid host in its list',
  parameter: 'allows only "socket" and "tls" after the "?"',
  schema: 'must end in a database name of letters, digits, "_" and "-"',
  scheme: 'must begin with mysql:// or mariadb://',
  tls: 'allows only tls=off, tls=verify and tls=unverified',
};

/** Rules that involve several settings. */
const together = {
  decimalsMax: (scale: number) =>
    `must have at most ${scale} decimals, as set by BANK_CURRENCY_SCALE`,
  minorUnitsMax: (most: bigint) => `must be at most ${most} minor units`,
  apiNeedsToken: 'needs DISCORD_TOKEN. Without a token, the sandbox sets its own address',
  migrationNeedsUrl: 'needs DATABASE_URL, for the user that runs the bank',
  strictOnDiscord: 'must be strict when the bot serves the real Discord',
  needsStaffServer: 'needs DISCORD_STAFF_GUILD_ID',
  factorOnDiscord: 'must be at most 10 when the bot serves the real Discord',
  depositsNeedStaffServer: 'needs DISCORD_STAFF_GUILD_ID, where tellers approve deposits',
  pageNeedsUrl: 'needs PUBLIC_URL, the address at which customers reach the page',
  httpsOnDiscord: 'must begin with https:// when the bot serves the real Discord',
  needsBoth: (other: string) => `needs ${other}`,
  tlsNeedsHttps: 'needs a PUBLIC_URL that begins with https://',
  above0: 'must be above 0',
  atLeast: (other: string) => `must be at least ${other}`,
};

export const settings = {
  help,
  mustBe,
  databaseUrl,
  together,
  /** The first lines of `.env.example`. */
  exampleHead: [
    'Settings of Passbook. Copy this file to .env, remove the "#" before a name and set its value.',
    'Each setting is shown with its default. A setting without a value has no default.',
    'This file is generated from src/config/settings.ts by: npm run env-example',
  ],
  example: (text: string) => `Example: ${text}`,
};
