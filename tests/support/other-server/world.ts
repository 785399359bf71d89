/** What the server knows: people, servers, channels, messages, files and registered commands. */
import type { Json, Upload } from './body.ts';

const epoch = 1_420_070_400_000n;
let made = 0n;

/** https://docs.discord.com/developers/reference#snowflakes */
export function snowflake(at = Date.now()): string {
  made = (made + 1n) & 0x3f_ffffn;
  return `${((BigInt(at) - epoch) << 22n) | made}`;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: '0';
  readonly avatar: null;
  readonly bot?: true;
}

export interface Member {
  readonly user: User;
  readonly roles: string[];
  readonly joined_at: string;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly roles: { readonly id: string; readonly name: string }[];
  readonly members: Map<string, Member>;
}

export interface Channel {
  readonly id: string;
  readonly guild: Guild | null;
  readonly name: string;
  /** Of a direct channel. */
  readonly recipient: User | null;
}

export interface Stored {
  readonly channel: Channel;
  /** As it is sent to clients. */
  json: Json & { readonly id: string; readonly flags: number };
  /** The only person who sees it; null: everyone in the channel. */
  readonly viewer: string | null;
  /** Names of its files, by their ids. */
  files: ReadonlyMap<string, string>;
  isDeleted: boolean;
}

export type Command = Json & { readonly id: string; readonly name: string; readonly type: number };

export interface World {
  readonly token: string;
  readonly bot: User;
  readonly owner: User;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly users: Map<string, User>;
  readonly messages: Map<string, Stored>;
  readonly files: Map<string, Upload>;
  /** By the server's id; those of every server and direct messages under an empty id. */
  readonly commands: Map<string, readonly Command[]>;
  /** People who accept no direct messages. */
  readonly closed: Set<string>;
  /** Whether the bot may list members. */
  canListMembers: boolean;
  /** Requests that were refused, as `method path code`. */
  readonly refused: string[];
}

export function userOf(name: string, bot = false): User {
  const username = name.toLowerCase().replace(/[^a-z0-9]+/g, '.');
  const common = { username, global_name: name, discriminator: '0', avatar: null } as const;
  return { id: snowflake(), ...common, ...(bot && { bot: true }) };
}

export function createWorld(): World {
  const [bot, owner] = [userOf('Passbook', true), userOf('Owner')];
  return {
    token: `${Buffer.from(bot.id).toString('base64url')}.other.server`,
    bot,
    owner,
    guilds: new Map(),
    channels: new Map(),
    users: new Map([bot, owner].map((one) => [one.id, one])),
    messages: new Map(),
    files: new Map(),
    commands: new Map(),
    closed: new Set(),
    canListMembers: true,
    refused: [],
  };
}

export function addMember({ users }: World, guild: Guild, user: User, roles: string[] = []): void {
  users.set(user.id, user);
  guild.members.set(user.id, { user, roles, joined_at: new Date().toISOString() });
}

/** With the bot, its owner, and one channel of the same name. */
export function addGuild(world: World, name: string): { guild: Guild; channel: Channel } {
  const id = snowflake();
  const guild: Guild = {
    id,
    name,
    ownerId: world.owner.id,
    roles: [{ id, name: '@everyone' }],
    members: new Map(),
  };
  world.guilds.set(id, guild);
  for (const user of [world.bot, world.owner]) addMember(world, guild, user);
  const channel: Channel = { id: snowflake(), guild, name: 'bank', recipient: null };
  world.channels.set(channel.id, channel);
  return { guild, channel };
}

/** The same channel each time. */
export function directChannel({ channels }: World, recipient: User): Channel {
  const known = [...channels.values()].find((one) => one.recipient?.id === recipient.id);
  if (known !== undefined) return known;
  const channel: Channel = { id: snowflake(), guild: null, name: '', recipient };
  channels.set(channel.id, channel);
  return channel;
}
