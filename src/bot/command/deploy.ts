/** Registers the commands with Discord if they differ from the registered ones. */
import { type APIApplicationCommand, DiscordAPIError, type REST, Routes } from 'discord.js';
import type { Logger } from '../../log/logger.ts';
import { type MenuBody, menusOf } from './menus.ts';
import { type CommandBody, registrationOf } from './registration.ts';
import { partOfRegistry, type Registry } from './registry.ts';

type Body = CommandBody | MenuBody;

/** The compared properties. Discord adds others and omits defaults. */
const compared = [
  'type',
  'name',
  'description',
  'options',
  'choices',
  'value',
  'name_localizations',
  'description_localizations',
  'autocomplete',
  'max_length',
  'min_length',
  'max_value',
  'min_value',
  'required',
  'contexts',
  'integration_types',
] as const;
const isDefault = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

const inOrder = (byLocale: object): unknown[] =>
  Object.entries(byLocale).sort(([a], [b]) => (a < b ? -1 : 1));

function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const known = value as Readonly<Record<string, unknown>>;
  return compared.flatMap((key) => {
    if (isDefault(known[key])) return [];
    const isByLocale = key.endsWith('_localizations');
    return [[key, isByLocale ? inOrder(known[key] as object) : comparable(known[key])]];
  });
}

const byName = (commands: readonly { readonly name: string }[]) =>
  [...commands].sort((a, b) => (a.name < b.name ? -1 : 1));

export const differ = (
  ours: readonly Body[],
  listed: readonly Pick<APIApplicationCommand, 'name'>[],
): boolean =>
  JSON.stringify(comparable(byName(ours))) !== JSON.stringify(comparable(byName(listed)));

/** Without it, Discord lists no translations, and the commands would seem to differ each time. */
const query = new URLSearchParams({ with_localizations: 'true' });

const listedAt = async (rest: REST, route: `/${string}`) =>
  (await rest.get(route, { query })) as readonly APIApplicationCommand[];

interface Part {
  readonly route: `/${string}`;
  readonly ours: readonly Body[];
}

const everywhere = (registry: Registry, applicationId: string): Part => {
  const forCustomers = partOfRegistry(registry, 'customers');
  return {
    route: Routes.applicationCommands(applicationId),
    ours: [...registrationOf(forCustomers, 'everywhere'), ...menusOf(forCustomers)],
  };
};

const inServer = (registry: Registry, applicationId: string, guildId: string): Part => ({
  route: Routes.applicationGuildCommands(applicationId, guildId),
  ours: registrationOf(partOfRegistry(registry, 'staff'), 'server'),
});

/** Whether Discord lists the commands as they are here; throws if the staff server is closed. */
export async function areRegistered(
  rest: REST,
  registry: Registry,
  target: { readonly applicationId: string; readonly staffGuildId: string | null },
): Promise<boolean> {
  const { applicationId, staffGuildId } = target;
  const staff = staffGuildId === null ? [] : [inServer(registry, applicationId, staffGuildId)];
  for (const { route, ours } of [everywhere(registry, applicationId), ...staff]) {
    if (differ(ours, await listedAt(rest, route))) return false;
  }
  return true;
}

async function register(
  rest: REST,
  { route, ours }: Part,
): Promise<{ readonly isNew: boolean; readonly commands: readonly APIApplicationCommand[] }> {
  const listed = await listedAt(rest, route);
  if (!differ(ours, listed)) return { isNew: false, commands: listed };
  const commands = (await rest.put(route, { body: ours })) as readonly APIApplicationCommand[];
  return { isNew: true, commands };
}

/** Fills `ids` with Discord's id of each command, by its name. */
export async function deployCommands(
  rest: REST,
  registry: Registry,
  target: {
    readonly applicationId: string;
    readonly staffGuildId: string | null;
    readonly ids: Map<string, string>;
    readonly logger: Logger;
  },
): Promise<void> {
  const { applicationId, staffGuildId, ids, logger } = target;
  const deploy = async (part: Part, place: object) => {
    const { isNew, commands } = await register(rest, part);
    for (const { name, id } of commands) ids.set(name, id);
    if (isNew) logger.event('bot.commands-registered', { count: part.ours.length, ...place });
  };
  await deploy(everywhere(registry, applicationId), {});
  if (staffGuildId === null) return;
  try {
    const staff = inServer(registry, applicationId, staffGuildId);
    await deploy(staff, { guildId: staffGuildId });
  } catch (error) {
    // The bot is not in the staff server yet; customers are served anyway.
    if (!(error instanceof DiscordAPIError) || error.status < 400 || error.status >= 500)
      throw error;
    logger.event('bot.gateway', { name: 'staff-server', code: `${error.code}` }, error);
  }
}
