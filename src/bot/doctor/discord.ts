/** Checks of Discord: token, servers, commands, staff channels, and whether roles can be read. */
import {
  type APIApplication,
  type APIGuild,
  ApplicationFlagsBitField,
  DiscordAPIError,
  OAuth2Scopes,
  PermissionsBitField,
  REST,
  type RESTGetAPICurrentUserGuildsResult,
  Routes,
} from 'discord.js';
import { failure, type Finding, warning, well } from '../../lib/finding.ts';
import { words } from '../../words/index.ts';
import { awayCode } from '../outbox/away.ts';
import { areRegistered } from '../command/deploy.ts';
import { loadCommands } from '../command/loader.ts';
import { checkChannel } from './channel.ts';
import { needed } from './permissions.ts';

/** Of the settings, what the checks need. */
export interface DiscordSettings {
  readonly discord: {
    readonly token: string | null;
    /** Ends in `/api`, without a version. */
    readonly apiUrl: string;
    readonly staffGuildId: string | null;
    readonly staffChannelId?: string | null;
    readonly staffLogChannelId?: string | null;
  };
}

const say = words.replies.doctor.discord;
const answerWithinMs = 10_000;

const isRefusal = (error: unknown): error is DiscordAPIError =>
  error instanceof DiscordAPIError && error.status >= 400 && error.status < 500;

function inviteUrl(apiUrl: string, applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: `${PermissionsBitField.resolve([...needed])}`,
  });
  return `${apiUrl}${Routes.oauth2Authorization()}?${query.toString()}`;
}

function checkMembers({ flags }: APIApplication): Finding {
  const { GatewayGuildMembers, GatewayGuildMembersLimited } = ApplicationFlagsBitField.Flags;
  const mayRead = new ApplicationFlagsBitField(flags).any([
    GatewayGuildMembers,
    GatewayGuildMembersLimited,
  ]);
  return mayRead ? well('members', say.members.well) : warning('members', say.members.none);
}

async function checkCommands(
  rest: REST,
  application: APIApplication,
  staffGuildId: string | null,
): Promise<Finding> {
  const registry = await loadCommands();
  const target = { applicationId: application.id, staffGuildId };
  const isEqual = await areRegistered(rest, registry, target);
  return isEqual ? well('commands', say.commands.well) : warning('commands', say.commands.differ);
}

/** The staff server and its channels; the channels are not looked at without the server. */
export async function checkStaff(
  rest: Pick<REST, 'get'>,
  application: Pick<APIApplication, 'id'>,
  { discord }: DiscordSettings,
): Promise<readonly Finding[]> {
  const { staffGuildId, apiUrl } = discord;
  if (staffGuildId === null) return [warning('staff-server', say.staffServer.none)];
  try {
    const guild = (await rest.get(Routes.guild(staffGuildId))) as APIGuild;
    const channels = [
      { setting: 'DISCORD_STAFF_CHANNEL_ID', id: discord.staffChannelId ?? null },
      { setting: 'DISCORD_STAFF_LOG_CHANNEL_ID', id: discord.staffLogChannelId ?? null },
    ];
    const found: Finding[] = [well('staff-server', say.staffServer.well(guild.name))];
    for (const channel of channels) {
      found.push(await checkChannel(rest, { guild, botId: application.id, ...channel }));
    }
    return found;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const invite = inviteUrl(apiUrl, application.id);
    return [failure('staff-server', say.staffServer.absent(invite))];
  }
}

async function checkServers(rest: REST, { id }: APIApplication, apiUrl: string): Promise<Finding> {
  const guilds = (await rest.get(Routes.userGuilds())) as RESTGetAPICurrentUserGuildsResult;
  if (guilds.length > 0) return well('servers', say.servers.well(guilds.length));
  return warning('servers', say.servers.none(inviteUrl(apiUrl, id)));
}

export async function checkDiscord(settings: DiscordSettings): Promise<Finding[]> {
  const { token, apiUrl, staffGuildId } = settings.discord;
  if (token === null) return [well('discord', say.sandbox)];
  const rest = new REST({ api: apiUrl, timeout: answerWithinMs, retries: 0 }).setToken(token);
  try {
    const application = (await rest.get(Routes.currentApplication())) as APIApplication;
    const staff = await checkStaff(rest, application, settings);
    // Discord does not show the commands of a server in which the bot is not.
    const isInside = staff[0]?.level === 'ok';
    return [
      well('discord', say.login.well(application.name)),
      await checkServers(rest, application, apiUrl),
      await checkCommands(rest, application, isInside ? staffGuildId : null),
      ...staff,
      checkMembers(application),
    ];
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) {
      return [failure('discord', say.login.refused)];
    }
    const code = awayCode(error);
    if (code === null) throw error;
    return [failure('discord', say.login.unreachable(code))];
  }
}
