/** Rules that need more than one setting. */
import { terminal } from '../words/index.ts';
import { isLoopbackApi, minorUnitsMax, type SettingName, type SettingValues } from './settings.ts';

/** What is wrong with each invalid setting. */
export type Problems = Map<SettingName, string>;

const say = terminal.settings.together;

/** `10000` or `99.50` in minor units. */
export function minorUnits(
  text: string,
  { name, scale, problems }: { name: SettingName; scale: number; problems: Problems },
): bigint {
  const [units = '0', decimals = ''] = text.split('.');
  if (decimals.length > scale) {
    problems.set(name, say.decimalsMax(scale));
    return 0n;
  }
  const amount = BigInt(units + decimals.padEnd(scale, '0'));
  if (amount > minorUnitsMax) problems.set(name, say.minorUnitsMax(minorUnitsMax));
  return amount;
}

/** Whether the bot connects to Discord itself, not to a server on this machine. */
export const isReal = ({ DISCORD_TOKEN: token, DISCORD_API_URL: api }: SettingValues): boolean =>
  token !== null && !isLoopbackApi(api);

interface BankLimits {
  readonly limitPerTransaction: bigint;
  readonly limitPerDay: bigint;
  readonly sessionIdleMs: number;
  readonly sessionAbsoluteMs: number;
}

type Refuse = (name: SettingName, why: string) => void;

/** The rules of the bank's page. */
function comparePage(values: SettingValues, real: boolean, refuse: Refuse): void {
  const { PUBLIC_URL: url, SECRETS: secrets, TLS_CERT: certificate, TLS_KEY: key } = values;
  const wantsPage = secrets === 'page' || secrets === 'both';
  if (real && wantsPage && url === null) refuse('SECRETS', say.pageNeedsUrl);
  if (real && url?.startsWith('http:') === true) refuse('PUBLIC_URL', say.httpsOnDiscord);
  if (certificate !== null && key === null) refuse('TLS_CERT', say.needsBoth('TLS_KEY'));
  if (key !== null && certificate === null) refuse('TLS_KEY', say.needsBoth('TLS_CERT'));
  if (certificate !== null && url?.startsWith('https:') !== true) {
    refuse('TLS_CERT', say.tlsNeedsHttps);
  }
}

/** Checks rules between variables; a variable that is already invalid keeps its first reason. */
export function compare(values: SettingValues, bank: BankLimits, problems: Problems): void {
  const refuse: Refuse = (name, why) => {
    if (!problems.has(name)) problems.set(name, why);
  };
  // An invalid address does not show whether the bot was meant for Discord.
  const real = isReal(values) && !problems.has('DISCORD_API_URL');
  const noToken = values.DISCORD_TOKEN === null && !problems.has('DISCORD_TOKEN');
  if (noToken && isLoopbackApi(values.DISCORD_API_URL)) {
    refuse('DISCORD_API_URL', say.apiNeedsToken);
  }
  if (values.DATABASE_MIGRATION_URL !== null && values.DATABASE_URL === null) {
    refuse('DATABASE_MIGRATION_URL', say.migrationNeedsUrl);
  }
  if (real && values.DATABASE_DURABILITY === 'relaxed') {
    refuse('DATABASE_DURABILITY', say.strictOnDiscord);
  }
  for (const name of ['DISCORD_STAFF_CHANNEL_ID', 'DISCORD_STAFF_LOG_CHANNEL_ID'] as const) {
    if (values[name] !== null && values.DISCORD_STAFF_GUILD_ID === null) {
      refuse(name, say.needsStaffServer);
    }
  }
  if (real && values.THROTTLE_FACTOR > 10) refuse('THROTTLE_FACTOR', say.factorOnDiscord);
  comparePage(values, real, refuse);
  // Without a staff server there would be no teller to approve them.
  if (values.DEPOSITS === 'approval' && real && values.DISCORD_STAFF_GUILD_ID === null) {
    refuse('DEPOSITS', say.depositsNeedStaffServer);
  }
  if (bank.limitPerTransaction === 0n) refuse('LIMIT_PER_TRANSACTION', say.above0);
  if (bank.limitPerDay < bank.limitPerTransaction) {
    refuse('LIMIT_PER_DAY', say.atLeast('LIMIT_PER_TRANSACTION'));
  }
  if (bank.sessionAbsoluteMs < bank.sessionIdleMs) {
    refuse('SESSION_HOURS_MAX', say.atLeast('SESSION_IDLE_MINUTES'));
  }
}
