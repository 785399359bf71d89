/** The settings of one process, read once at start; nothing else looks at the environment. */
import { resolve } from 'node:path';
import { config as readDotenv } from 'dotenv';
import {
  isLoopbackApi,
  minorUnitsMax,
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
    /** A user that may change tables; null: the same one. */
    readonly migrationUrl: string | null;
    readonly durability: 'strict' | 'relaxed';
  };
  readonly smtpUrl: string | null;
  /** Null: what `smtpUrl` suggests. */
  readonly mailFrom: string | null;
  readonly bank: {
    readonly name: string;
    readonly currency: { readonly code: string; readonly scale: number };
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
    readonly throttleFactor: number;
  };
  readonly sandbox: {
    /** Null: the usual port, or any free one when that is taken. */
    readonly port: number | null;
  };
  /** Absolute path; `.local` unless PASSBOOK_DATA moves it. */
  readonly dataFolder: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Facts about where the process runs. */
  readonly machine: {
    /** PATH. */
    readonly searchPath: string;
    /** A person sits at this terminal and has a desktop. */
    readonly hasDesktop: boolean;
    /** The variable that names a proxy for what goes out, where one is set. */
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
type Problems = Map<SettingName, string>;

const names = Object.keys(settings) as SettingName[];

function readSettings(environment: Environment, problems: Problems): SettingValues {
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const name of names) {
    const { schema, otherwise } = settings[name];
    // `NAME=` in a file means absent, not empty.
    const text = environment[name]?.trim() || otherwise;
    const parsed = text === null ? null : schema.safeParse(text);
    values[name] = parsed?.success === true ? parsed.data : null;
    if (parsed?.success === false) {
      problems.set(name, parsed.error.issues[0]?.message ?? 'is not valid');
    }
  }
  return values as SettingValues;
}

/** `10000` or `99.50` in minor units. */
function minorUnits(name: SettingName, text: string | null, scale: number, problems: Problems) {
  const [units = '0', decimals = ''] = (text ?? '0').split('.');
  if (decimals.length > scale) {
    problems.set(name, `must have at most ${scale} decimals, as BANK_CURRENCY_SCALE says`);
    return 0n;
  }
  const amount = BigInt(units + decimals.padEnd(scale, '0'));
  if (amount > minorUnitsMax) problems.set(name, `must be at most ${minorUnitsMax} minor units`);
  return amount;
}

/** The bot serves Discord itself, and not a stand-in on this machine. */
const isReal = ({ DISCORD_TOKEN: token, DISCORD_API_URL: api }: SettingValues): boolean =>
  token !== null && api !== null && !isLoopbackApi(api);

/** Rules between variables; a variable that is wrong by itself keeps its first reason. */
function compare(values: SettingValues, bank: Config['bank'], problems: Problems): void {
  const complain = (name: SettingName, why: string) => {
    if (!problems.has(name)) problems.set(name, why);
  };
  const api = values.DISCORD_API_URL;
  const real = isReal(values);
  const noToken = values.DISCORD_TOKEN === null && !problems.has('DISCORD_TOKEN');
  if (noToken && api !== null && isLoopbackApi(api)) {
    complain('DISCORD_API_URL', 'needs DISCORD_TOKEN; without a token the sandbox sets its own');
  }
  if (values.DATABASE_MIGRATION_URL !== null && values.DATABASE_URL === null) {
    complain('DATABASE_MIGRATION_URL', 'needs DATABASE_URL, the user that serves');
  }
  if (real && values.DATABASE_DURABILITY === 'relaxed') {
    complain('DATABASE_DURABILITY', 'must be strict when the bot serves the real Discord');
  }
  for (const name of ['DISCORD_STAFF_CHANNEL_ID', 'DISCORD_STAFF_LOG_CHANNEL_ID'] as const) {
    if (values[name] !== null && values.DISCORD_STAFF_GUILD_ID === null) {
      complain(name, 'needs DISCORD_STAFF_GUILD_ID');
    }
  }
  if (real && bank.throttleFactor > 10) {
    complain('THROTTLE_FACTOR', 'must be at most 10 when the bot serves the real Discord');
  }
  // Nobody could ever decide them.
  if (values.DEPOSITS === 'approval' && real && values.DISCORD_STAFF_GUILD_ID === null) {
    complain('DEPOSITS', 'needs DISCORD_STAFF_GUILD_ID, where tellers approve');
  }
  if (bank.limitPerTransaction === 0n) complain('LIMIT_PER_TRANSACTION', 'must be above 0');
  if (bank.limitPerDay < bank.limitPerTransaction) {
    complain('LIMIT_PER_DAY', 'must be at least LIMIT_PER_TRANSACTION');
  }
  if (bank.sessionAbsoluteMs < bank.sessionIdleMs) {
    complain('SESSION_HOURS_MAX', 'must be at least SESSION_IDLE_MINUTES');
  }
}

function bankConfig(values: SettingValues, problems: Problems): Config['bank'] {
  const scale = values.BANK_CURRENCY_SCALE ?? 4;
  const amount = (
    name:
      | 'LIMIT_PER_TRANSACTION'
      | 'LIMIT_PER_DAY'
      | 'STEP_UP_ABOVE'
      | 'FOUR_EYES_ABOVE'
      | 'STAFF_LIMIT_PER_DAY',
  ) => (problems.has(name) ? 0n : minorUnits(name, values[name], scale, problems));
  return {
    name: values.BANK_NAME ?? '',
    currency: { code: values.BANK_CURRENCY ?? '', scale },
    ownerIds: values.BANK_OWNER_IDS ?? [],
    deposits: values.DEPOSITS ?? 'open',
    limitPerTransaction: amount('LIMIT_PER_TRANSACTION'),
    limitPerDay: amount('LIMIT_PER_DAY'),
    stepUpAbove: amount('STEP_UP_ABOVE'),
    staffLimitPerDay: amount('STAFF_LIMIT_PER_DAY'),
    // In the sandbox nobody has an app at hand.
    staffTotp: (values.STAFF_TOTP ?? (isReal(values) ? 'on' : 'off')) === 'on',
    fourEyesAbove: amount('FOUR_EYES_ABOVE'),
    minimumAge: values.MINIMUM_AGE ?? 13,
    defaultRegion: values.DEFAULT_REGION,
    passwordLengthMin: values.PASSWORD_LENGTH_MIN ?? 10,
    passwordPepper: values.PASSWORD_PEPPER,
    piiKey: values.PII_KEY,
    sessionIdleMs: (values.SESSION_IDLE_MINUTES ?? 15) * 60_000,
    sessionAbsoluteMs: (values.SESSION_HOURS_MAX ?? 8) * 3_600_000,
    throttleFactor: values.THROTTLE_FACTOR ?? 1,
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
      apiUrl: values.DISCORD_API_URL ?? '',
      staffGuildId: values.DISCORD_STAFF_GUILD_ID,
      staffChannelId: values.DISCORD_STAFF_CHANNEL_ID,
      staffLogChannelId: values.DISCORD_STAFF_LOG_CHANNEL_ID,
    },
    database: {
      url: values.DATABASE_URL,
      migrationUrl: values.DATABASE_MIGRATION_URL,
      durability: values.DATABASE_DURABILITY ?? 'strict',
    },
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    bank,
    sandbox: { port: values.SANDBOX_PORT },
    dataFolder: resolve(values.PASSBOOK_DATA ?? '.local'),
    logLevel: values.LOG_LEVEL ?? 'info',
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
