/** A check of one staff channel: whether the bot sees it, and may write in it. */
import {
  type APIGuild,
  type APIGuildMember,
  type APITextChannel,
  DiscordAPIError,
  type REST,
  Routes,
} from 'discord.js';
import { failure, type Finding, warning, well } from '../../lib/finding.ts';
import { words } from '../../words/index.ts';
import { lacking, permissionsIn } from './permissions.ts';

const say = words.replies.doctor.discord;

type Reader = Pick<REST, 'get'>;

export interface StaffChannel {
  readonly guild: APIGuild;
  readonly botId: string;
  /** The name of the setting. */
  readonly setting: string;
  /** Null: not set. */
  readonly id: string | null;
}

/** Null when Discord refuses to show it. */
async function readChannel(rest: Reader, id: string): Promise<APITextChannel | null> {
  try {
    return (await rest.get(Routes.channel(id))) as APITextChannel;
  } catch (error) {
    if (error instanceof DiscordAPIError && [403, 404].includes(error.status)) return null;
    throw error;
  }
}

export async function checkChannel(rest: Reader, asked: StaffChannel): Promise<Finding> {
  const { guild, botId, setting, id } = asked;
  const check = setting === 'DISCORD_STAFF_CHANNEL_ID' ? 'staff-channel' : 'staff-log-channel';
  if (id === null) return warning(check, say.channel.none(setting));
  const channel = await readChannel(rest, id);
  if (channel === null) return failure(check, say.channel.absent(setting));
  const { name } = channel;
  if (channel.guild_id !== undefined && channel.guild_id !== guild.id) {
    return failure(check, say.channel.elsewhere(setting, name));
  }
  const member = (await rest.get(Routes.guildMember(guild.id, botId))) as APIGuildMember;
  const missing = lacking(
    permissionsIn({
      guildId: guild.id,
      roles: guild.roles,
      member,
      overwrites: channel.permission_overwrites ?? [],
    }),
  );
  if (missing.length === 0) return well(check, say.channel.well(name));
  const names = missing.map((permission) => say.permissions[permission]).join(', ');
  return failure(check, say.channel.mayNot(name, names));
}
