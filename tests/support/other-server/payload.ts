/** What the server sends to the bot when a person types a command, presses or submits. */
import { type Json, objectsIn } from './body.ts';
import type { Interaction } from './interactions.ts';
import { channelView, memberView, permissions, resolvedMember } from './views.ts';
import type { Channel, Command, Guild, User, World } from './world.ts';

const attachmentBytesMax = 10 * 1024 * 1024;

const placeOf = (world: World, { person, channel }: Interaction): object => {
  const { guild } = channel;
  if (guild === null) {
    return {
      channel: channelView(channel, [world.bot]),
      user: person,
      context: 1,
      authorizing_integration_owners: { 0: '0' },
    };
  }
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    channel: { ...channelView(channel), permissions, app_permissions: permissions },
    member: { ...memberView(guild.members.get(person.id)!), permissions },
    context: 0,
    authorizing_integration_owners: { 0: guild.id },
  };
};

/** INTERACTION_CREATE. */
export const interactionCreate = (
  world: World,
  interaction: Interaction,
  what: { readonly data: object; readonly locale: string },
): object => ({
  id: interaction.id,
  application_id: world.bot.id,
  type: interaction.kind,
  token: interaction.token,
  version: 1,
  channel_id: interaction.channel.id,
  app_permissions: permissions,
  entitlements: [],
  attachment_size_limit: attachmentBytesMax,
  ...placeOf(world, interaction),
  ...(interaction.source && { message: interaction.source.json }),
  ...what,
});

/** MESSAGE_CREATE of a person. */
export const messageCreate = (
  what: { readonly id: string; readonly channel: Channel; readonly author: User },
  content: string,
): object => ({
  id: what.id,
  channel_id: what.channel.id,
  author: what.author,
  content,
  timestamp: new Date().toISOString(),
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  type: 0,
  flags: 0,
});

type Value = string | number | boolean;
const kinds = { subcommand: 1, group: 2, string: 3, user: 6, role: 8 } as const;

/** Checks a value as Discord's client does before it sends the command. */
function valueOf(option: Json, value: Value): Value {
  const name = String(option['name']);
  const choices = objectsIn(option['choices']);
  const chosen = choices.find((one) => one['value'] === value || one['name'] === value);
  if (choices.length > 0 && chosen === undefined) throw new Error(`${name}: no choice ${value}`);
  const { max_length: most = 6000 } = option as { readonly max_length?: number };
  if (`${value}`.length > most) throw new Error(`${name} is longer than ${most}`);
  return (chosen?.['value'] as Value | undefined) ?? value;
}

/** The people and roles that the values name. */
function resolvedOf(world: World, guild: Guild | null, given: readonly Json[]): object {
  const ids = given.filter((one) => one['type'] === kinds.user).map((one) => String(one['value']));
  const roles = given
    .filter((one) => one['type'] === kinds.role)
    .map((one) => String(one['value']));
  const members = ids.flatMap((id) => {
    const member = guild?.members.get(id);
    return member === undefined ? [] : [[id, resolvedMember(member)] as const];
  });
  const found = guild?.roles.filter(({ id }) => roles.includes(id)) ?? [];
  return {
    users: Object.fromEntries(ids.map((id) => [id, world.users.get(id)])),
    members: Object.fromEntries(members),
    roles: Object.fromEntries(found.map((role) => [role.id, role])),
  };
}

/** The data of a typed command, from the definition that the bot has registered. */
export function commandData(
  world: World,
  typed: {
    readonly words: readonly string[];
    readonly values: Readonly<Record<string, Value>>;
    readonly guild: Guild | null;
  },
): object {
  const { words, values, guild } = typed;
  const of = (id: string): readonly Command[] => world.commands.get(id) ?? [];
  const known = [...of(''), ...(guild === null ? [] : of(guild.id))];
  const command = known.find(({ name, type }) => name === words[0] && type === 1);
  if (command === undefined) throw new Error(`No command /${words.join(' ')}`);
  const wrap = (part: Json, rest: readonly string[]): readonly Json[] => {
    const [next, ...further] = rest;
    const options = objectsIn(part['options']);
    if (next === undefined) {
      const missing = options.find(
        (one) => one['required'] === true && !(String(one['name']) in values),
      );
      if (missing !== undefined) throw new Error(`Required: ${String(missing['name'])}`);
      return Object.entries(values).map(([name, value]) => {
        const option = options.find((one) => one['name'] === name);
        if (option === undefined) throw new Error(`/${words.join(' ')} has no option ${name}`);
        return { name, type: option['type'], value: valueOf(option, value) };
      });
    }
    const inner = options.find((one) => one['name'] === next);
    if (inner === undefined) throw new Error(`No command /${words.join(' ')}`);
    return [{ name: next, type: inner['type'], options: wrap(inner, further) }];
  };
  const options = wrap(command, words.slice(1));
  const leaves = (given: readonly Json[]): readonly Json[] =>
    given.flatMap((one) => ('options' in one ? leaves(objectsIn(one['options'])) : [one]));
  const resolved = resolvedOf(world, guild, leaves(options));
  return { id: command.id, name: command.name, type: 1, options, resolved };
}
