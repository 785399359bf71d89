/** Looks at servers and channels for `/setup`, over Discord's REST. */
import {
  type APIGuild,
  type APIGuildChannel,
  type APIGuildMember,
  ChannelType,
  DiscordAPIError,
  type REST,
  Routes,
} from 'discord.js';
import { BankError, type ChannelFault } from '../../bank/index.ts';
import { lacking, permissionsIn } from '../doctor/permissions.ts';
import type { SetupServers, TypedChannel } from '../installation/tools.ts';

type Channel = APIGuildChannel & Pick<Required<APIGuildChannel>, 'permission_overwrites'>;

const withinMs = 5_000;
const writable: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

const isRefusal = (error: unknown): boolean =>
  error instanceof DiscordAPIError && [403, 404].includes(error.status);

function chosenAmong(channels: readonly Channel[], typed: TypedChannel): Channel | ChannelFault {
  const found = channels.filter((channel) =>
    typed.kind === 'id'
      ? channel.id === typed.id
      : channel.name.toLowerCase() === typed.name.toLowerCase(),
  );
  const texts = found.filter(({ type }) => writable.includes(type));
  const [first] = texts;
  if (first === undefined) return { why: found.length > 0 ? 'KIND' : 'UNKNOWN' };
  return texts.length === 1 ? first : { why: 'SEVERAL' };
}

export function createSetupServers(
  rest: Pick<REST, 'get'>,
  /** The user id of the bot, once it is connected. */
  botId: () => string,
): SetupServers {
  const read = async <Value>(route: `/${string}`): Promise<Value> =>
    (await rest.get(route, { signal: AbortSignal.timeout(withinMs) })) as Value;
  const find = async (guildId: string, typed: TypedChannel): Promise<string | ChannelFault> => {
    try {
      const { roles } = await read<APIGuild>(Routes.guild(guildId));
      const chosen = chosenAmong(await read(Routes.guildChannels(guildId)), typed);
      if ('why' in chosen) return chosen;
      const member = await read<APIGuildMember>(Routes.guildMember(guildId, botId()));
      const overwrites = chosen.permission_overwrites ?? [];
      const permissions = lacking(permissionsIn({ guildId, roles, member, overwrites }));
      return permissions.length === 0 ? chosen.id : { why: 'PERMISSIONS', permissions };
    } catch (error) {
      return { why: isRefusal(error) ? 'NO_SERVER' : 'AWAY' };
    }
  };
  return {
    channel: async (guildId, typed, field) => {
      const found = await find(guildId, typed);
      if (typeof found === 'string') return found;
      throw new BankError('SETUP_CHANNEL', { ...found, field });
    },
    name: async (guildId) =>
      read<APIGuild>(Routes.guild(guildId)).then(
        ({ name }) => name,
        () => null,
      ),
  };
}
