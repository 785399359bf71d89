/** Registers the commands with Discord if they differ from the registered ones. */
import { type APIApplicationCommand, DiscordAPIError, type REST, Routes } from 'discord.js';
import type { Logger } from '../../log/logger.ts';
import { type CommandBody, registrationOf } from './registration.ts';
import { partOfRegistry, type Registry } from './registry.ts';

/** The compared properties. Discord adds others and omits defaults. */
const compared = [
  'type',
  'name',
  'description',
  'options',
  'choices',
  'value',
  'max_length',
  'min_length',
  'required',
  'contexts',
  'integration_types',
] as const;
const isDefault = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const known = value as Readonly<Record<string, unknown>>;
  return compared.flatMap((key) => (isDefault(known[key]) ? [] : [[key, comparable(known[key])]]));
}

const byName = (commands: readonly { readonly name: string }[]) =>
  [...commands].sort((a, b) => (a.name < b.name ? -1 : 1));

export const differ = (
  ours: readonly CommandBody[],
  listed: readonly Pick<APIApplicationCommand, 'name'>[],
): boolean =>
  JSON.stringify(comparable(byName(ours))) !== JSON.stringify(comparable(byName(listed)));

async function register(rest: REST, route: `/${string}`, ours: readonly CommandBody[]) {
  const listed = (await rest.get(route)) as readonly APIApplicationCommand[];
  if (!differ(ours, listed)) return false;
  await rest.put(route, { body: ours });
  return true;
}

export async function deployCommands(
  rest: REST,
  registry: Registry,
  target: {
    readonly applicationId: string;
    readonly staffGuildId: string | null;
    readonly logger: Logger;
  },
): Promise<void> {
  const { applicationId, staffGuildId, logger } = target;
  const customers = registrationOf(partOfRegistry(registry, 'customers'), 'everywhere');
  if (await register(rest, Routes.applicationCommands(applicationId), customers)) {
    logger.event('bot.commands-registered', { count: customers.length });
  }
  if (staffGuildId === null) return;
  const staff = registrationOf(partOfRegistry(registry, 'staff'), 'server');
  try {
    const route = Routes.applicationGuildCommands(applicationId, staffGuildId);
    if (await register(rest, route, staff)) {
      logger.event('bot.commands-registered', { count: staff.length, guildId: staffGuildId });
    }
  } catch (error) {
    // The bot is not in the staff server yet; customers are served anyway.
    if (!(error instanceof DiscordAPIError) || error.status < 400 || error.status >= 500)
      throw error;
    logger.event('bot.gateway', { name: 'staff-server', code: `${error.code}` }, error);
  }
}
