/** Settings that were made with `/setup`; the environment takes precedence. */
import { type SavedSettings, type SetupName, setupNames } from '../bank/model/index.ts';
import type { Config } from './config.ts';
import { settings } from './settings.ts';

/** Only what the present version accepts. */
function valid(saved: SavedSettings): SavedSettings {
  const fits = (name: SetupName) => settings[name].schema.safeParse(saved[name]).success;
  return Object.fromEntries(
    setupNames.flatMap((name) =>
      saved[name] !== undefined && fits(name) ? [[name, saved[name]]] : [],
    ),
  );
}

export const isGiven = ({ given }: Pick<Config, 'given'>, name: SetupName): boolean =>
  given.includes(name);

/** Saved channels belong to the saved server: they do not count where another one is given. */
function staffPlaces(config: Config, saved: SavedSettings): Config['discord'] {
  const { discord } = config;
  const guild = saved.DISCORD_STAFF_GUILD_ID;
  const staffGuildId = isGiven(config, 'DISCORD_STAFF_GUILD_ID')
    ? discord.staffGuildId
    : (guild ?? discord.staffGuildId);
  if (guild === undefined || guild !== staffGuildId) return discord;
  const channel = (name: SetupName, present: string | null) =>
    isGiven(config, name) ? present : (saved[name] ?? null);
  return {
    ...discord,
    staffGuildId,
    staffChannelId: channel('DISCORD_STAFF_CHANNEL_ID', discord.staffChannelId),
    staffLogChannelId: channel('DISCORD_STAFF_LOG_CHANNEL_ID', discord.staffLogChannelId),
  };
}

/** The same settings with those that are saved and not given. */
export function withSaved(config: Config, all: SavedSettings): Config {
  const saved = valid(all);
  const { bank } = config;
  const code = isGiven(config, 'BANK_CURRENCY') ? undefined : saved.BANK_CURRENCY;
  const deposits = isGiven(config, 'DEPOSITS') ? undefined : saved.DEPOSITS;
  return {
    ...config,
    discord: staffPlaces(config, saved),
    bank: {
      ...bank,
      currency: { ...bank.currency, code: code ?? bank.currency.code },
      deposits: (deposits ?? bank.deposits) as typeof bank.deposits,
    },
  };
}
