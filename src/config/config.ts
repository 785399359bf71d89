/** The settings of one process, read once at start; nothing else looks at the environment. */
import { resolve } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { dayMs, hourMs } from '../lib/durations.ts';
import { terminal } from '../words/index.ts';
import { type PageConfig, pageConfig } from './page.ts';
import { compare, isReal, minorUnits, type Problems } from './rules.ts';
import {
  scaleMax,
  type Setting,
  type SettingName,
  settings,
  type SettingValues,
} from './settings.ts';

export interface Config {
  readonly discord: {
    /** Null: start the sandbox. */
    readonly token: string | null;
    /** Ends in `/api`, without a version. */
    readonly apiUrl: string;
    readonly staffGuildId: string | null;
    readonly staffChannelId: string | null;
    readonly staffLogChannelId: string | null;
  };
  readonly database: {
    /** Null: run a private server. */
    readonly url: string | null;
    /** Connects as a database user that may change tables. Null: `url` is used. */
    readonly migrationUrl: string | null;
    readonly durability: 'strict' | 'relaxed';
  };
  /** Each a public key and an address. */
  readonly witnesses: readonly string[];
  readonly smtpUrl: string | null;
  /** Null: derived from `smtpUrl`. */
  readonly mailFrom: string | null;
  readonly bank: {
    readonly name: string;
    readonly currency: { readonly code: string; readonly scale: number };
    readonly isoCurrency: string;
    /** Empty: the owner of the Discord application. */
    readonly ownerIds: readonly string[];
    readonly deposits: 'open' | 'approval';
    /** Minor units. */
    readonly limitPerTransaction: bigint;
    readonly limitPerDay: bigint;
    readonly stepUpAbove: bigint;
    readonly staffTotp: boolean;
    readonly staffLimitPerDay: bigint;
    readonly fourEyesAbove: bigint;
    readonly minimumAge: number;
    /** Null: every phone number needs its country code. */
    readonly defaultRegion: string | null;
    readonly passwordLengthMin: number;
    /** Null: the one in the data folder. */
    readonly passwordPepper: string | null;
    /** 32 bytes in base64. Null: the one in the data folder. */
    readonly piiKey: string | null;
    readonly sessionIdleMs: number;
    readonly sessionAbsoluteMs: number;
    readonly sessionReadMs: number;
    /** How long ended sessions are kept. */
    readonly sessionsKeptMs: number;
    readonly throttleFactor: number;
  };
  readonly backups: {
    /** Null: the bank makes none by itself. */
    readonly everyMs: number | null;
    /** For how many days, weeks and months a backup is kept. */
    readonly keep: { readonly days: number; readonly weeks: number; readonly months: number };
    /** A second folder, as an absolute path. Null: none. */
    readonly copyTo: string | null;
    /** Null: restoring is not tried. */
    readonly drillEveryMs: number | null;
  };
  readonly sandbox: {
    /** Null: the usual port, or any free one when that is taken. */
    readonly port: number | null;
  };
  readonly page: PageConfig;
  readonly metrics: {
    readonly host: string;
    /** Null: not served. */
    readonly port: number | null;
  };
  /** Settings that the environment or `.env` gives; those that are saved do not replace them. */
  readonly given: readonly SettingName[];
  /** Absolute path. */
  readonly dataFolder: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Facts about the machine and terminal the process runs on. */
  readonly machine: {
    /** PATH. */
    readonly searchPath: string;
    /** Started by hand, on a machine with a desktop, so a browser can be opened. */
    readonly hasDesktop: boolean;
    /** The environment variable that sets an outgoing proxy; null when there is none. */
    readonly proxyVariable: string | null;
    /** Print how long each phase of the start took. */
    readonly timing: boolean;
  };
}

/** One line per wrong variable: name, what is allowed, never the value, which may be a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

const names = Object.keys(settings) as SettingName[];

/** An invalid variable is recorded in `problems` and treated as absent. */
function readSettings(environment: Environment, problems: Problems): SettingValues {
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const name of names) {
    const row: Setting = settings[name];
    // `NAME=` in a file means absent, not empty.
    const text = environment[name]?.trim() || row.default;
    const parsed = text === null ? null : row.schema.safeParse(text);
    if (parsed?.success === false) {
      const { valid } = terminal.settings.mustBe;
      problems.set(name, parsed.error.issues[0]?.message ?? valid);
    }
    const fallback = row.default === null ? null : row.schema.parse(row.default);
    values[name] = parsed?.success === true ? parsed.data : fallback;
  }
  return values as SettingValues;
}

function bankConfig(values: SettingValues, problems: Problems): Config['bank'] {
  // With an invalid scale, amounts are not also reported for having too many decimals.
  const scale = problems.has('BANK_CURRENCY_SCALE') ? scaleMax : values.BANK_CURRENCY_SCALE;
  const amount = (
    name:
      | 'LIMIT_PER_TRANSACTION'
      | 'LIMIT_PER_DAY'
      | 'STEP_UP_ABOVE'
      | 'FOUR_EYES_ABOVE'
      | 'STAFF_LIMIT_PER_DAY',
  ) => (problems.has(name) ? 0n : minorUnits(values[name], { name, scale, problems }));
  return {
    name: values.BANK_NAME,
    currency: { code: values.BANK_CURRENCY, scale },
    isoCurrency: values.STATEMENT_CURRENCY,
    ownerIds: values.BANK_OWNER_IDS ?? [],
    deposits: values.DEPOSITS,
    limitPerTransaction: amount('LIMIT_PER_TRANSACTION'),
    limitPerDay: amount('LIMIT_PER_DAY'),
    stepUpAbove: amount('STEP_UP_ABOVE'),
    staffLimitPerDay: amount('STAFF_LIMIT_PER_DAY'),
    // Staff in the sandbox have no authenticator app.
    staffTotp: (values.STAFF_TOTP ?? (isReal(values) ? 'on' : 'off')) === 'on',
    fourEyesAbove: amount('FOUR_EYES_ABOVE'),
    minimumAge: values.MINIMUM_AGE,
    defaultRegion: values.DEFAULT_REGION,
    passwordLengthMin: values.PASSWORD_LENGTH_MIN,
    passwordPepper: values.PASSWORD_PEPPER,
    piiKey: values.PII_KEY,
    sessionIdleMs: values.SESSION_IDLE_MINUTES * 60_000,
    sessionAbsoluteMs: values.SESSION_HOURS_MAX * 3_600_000,
    sessionReadMs: values.SESSION_READ_DAYS * dayMs,
    sessionsKeptMs: values.SESSIONS_KEPT_DAYS * dayMs,
    throttleFactor: values.THROTTLE_FACTOR,
  };
}

/** Throws ConfigError with all wrong variables at once. */
export function readConfig(environment: Environment): Config {
  const problems: Problems = new Map();
  const values = readSettings(environment, problems);
  const bank = bankConfig(values, problems);
  compare(values, bank, problems);
  if (problems.size > 0) {
    throw new ConfigError([...problems].map(([name, why]) => `${name} ${why}`));
  }
  return {
    discord: {
      token: values.DISCORD_TOKEN,
      apiUrl: values.DISCORD_API_URL,
      staffGuildId: values.DISCORD_STAFF_GUILD_ID,
      staffChannelId: values.DISCORD_STAFF_CHANNEL_ID,
      staffLogChannelId: values.DISCORD_STAFF_LOG_CHANNEL_ID,
    },
    database: {
      url: values.DATABASE_URL,
      migrationUrl: values.DATABASE_MIGRATION_URL,
      durability: values.DATABASE_DURABILITY,
    },
    witnesses: values.WITNESSES ?? [],
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    bank,
    backups: {
      everyMs: values.BACKUP_EVERY_HOURS * hourMs || null,
      keep: {
        days: values.BACKUP_KEEP_DAYS,
        weeks: values.BACKUP_KEEP_WEEKS,
        months: values.BACKUP_KEEP_MONTHS,
      },
      copyTo: values.BACKUP_TO === null ? null : resolve(values.BACKUP_TO),
      drillEveryMs: values.RESTORE_CHECK_DAYS * dayMs || null,
    },
    sandbox: { port: values.SANDBOX_PORT },
    page: pageConfig(values),
    metrics: { host: values.METRICS_HOST, port: values.METRICS_PORT },
    given: names.filter((name) => Boolean(environment[name]?.trim())),
    dataFolder: resolve(values.PASSBOOK_DATA),
    logLevel: values.LOG_LEVEL,
    machine: {
      searchPath: environment['PATH'] ?? '',
      hasDesktop: hasDesktop(environment),
      proxyVariable: proxyNames.find((name) => Boolean(environment[name])) ?? null,
      timing: values.PASSBOOK_TIMING === 'on',
    },
  };
}

const proxyNames = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'];

function hasDesktop(environment: Environment): boolean {
  if (environment['CI'] || !process.stdout.isTTY) return false;
  return (
    process.platform === 'darwin' ||
    Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
  );
}

/** Reads `.env` and the environment; the environment wins. */
export function loadConfig(): Config {
  const file = readDotenv({ quiet: true, processEnv: {} }).parsed ?? {};
  return readConfig({ ...file, ...process.env });
}
