/** The settings of `/setup` as the bot shows them. */
import type { Installation, PresentSettings } from '../../bot/installation/installation.ts';
import type { Config } from '../../config/config.ts';
import { isGiven } from '../../config/saved.ts';

function presentSettings(config: Config): PresentSettings {
  const { discord, bank } = config;
  const present = (name: keyof PresentSettings, value: string | null) => ({
    value,
    isFixed: isGiven(config, name),
  });
  return {
    DISCORD_STAFF_GUILD_ID: present('DISCORD_STAFF_GUILD_ID', discord.staffGuildId),
    DISCORD_STAFF_CHANNEL_ID: present('DISCORD_STAFF_CHANNEL_ID', discord.staffChannelId),
    DISCORD_STAFF_LOG_CHANNEL_ID: present(
      'DISCORD_STAFF_LOG_CHANNEL_ID',
      discord.staffLogChannelId,
    ),
    BANK_CURRENCY: present('BANK_CURRENCY', bank.currency.code),
    DEPOSITS: present('DEPOSITS', bank.deposits),
  };
}

export const installationOf = (
  config: Config,
  more: Pick<Installation, 'waiting' | 'reopen'>,
): Installation => ({ settings: presentSettings(config), ...more });
