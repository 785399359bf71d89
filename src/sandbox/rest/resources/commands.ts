import type { Context } from '../../http/context.ts';
import type { Routes } from '../core/routes.ts';
import { ApplicationCommandType, type APIApplicationCommand } from 'discord-api-types/v10';
import { commandIssues, type CommandBody } from '../../rules/command.ts';
import { CommandBudget } from './command-budget.ts';
import { segment, type RestDeps } from '../core/deps.ts';
import { ApiError } from '../../http/errors.ts';
import { listed } from './localized.ts';
import { ofOwnApplication } from '../core/own.ts';
import { readBody } from '../../http/read.ts';

/** Slash and context-menu commands, global or of one server. */
export function commandRoutes(app: Routes, deps: RestDeps): void {
  const budget = new CommandBudget(deps.composer.clock);
  for (const base of [
    '/applications/:application/commands',
    '/applications/:application/guilds/:guild/commands',
  ]) {
    app.get(base, (context) => {
      const commands = deps.world.commands(scopeOf(context, deps));
      return context.json(listed(context, commands));
    });
    app.put(base, (context) => replaceAll(context, deps, budget));
    app.post(base, (context) => create(context, deps, budget));
    app.get(`${base}/:command`, (context) => context.json(commandOf(context, deps)));
    app.patch(`${base}/:command`, (context) => change(context, deps));
    app.delete(`${base}/:command`, (context) => {
      deps.world.removeCommand(commandOf(context, deps).id);
      return context.empty();
    });
  }
}

/** The server in the path, or null for global commands. */
export function scopeOf(context: Context, deps: RestDeps): string | null {
  ofOwnApplication(context, deps);
  const serverId = context.params['guild'];
  if (serverId === undefined) return null;
  if (!deps.world.server(serverId)?.hasBot) throw new ApiError('MissingAccess');
  return serverId;
}

function commandOf(context: Context, deps: RestDeps): APIApplicationCommand {
  const scope = scopeOf(context, deps);
  const id = segment(context, 'command');
  const command = deps.world.commands(scope).find((candidate) => candidate.id === id);
  if (!command) throw new ApiError('UnknownCommand');
  return command;
}

type Key = Pick<APIApplicationCommand, 'name' | 'type'>;
const sameKey = (one: Key, other: Key): boolean =>
  one.name === other.name && one.type === other.type;
const keyOf = (body: CommandBody): Key => ({
  name: body.name,
  type: body.type ?? ApplicationCommandType.ChatInput,
});

const typeMax: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
};

function countOrThrow(keys: readonly Key[]): void {
  for (const [type, max] of Object.entries(typeMax)) {
    if (keys.filter((key) => `${key.type}` === type).length <= max) continue;
    throw new ApiError(
      type === `${ApplicationCommandType.ChatInput}` ? 'CommandsMax' : 'ContextCommandsMax',
    );
  }
}

async function replaceAll(context: Context, deps: RestDeps, budget: CommandBudget) {
  const scope = scopeOf(context, deps);
  const { json } = await readBody(context);
  if (!Array.isArray(json)) {
    const message = 'Only iterables may be used in a ListType';
    throw new ApiError('InvalidFormBody', [{ path: [], code: 'LIST_TYPE_CONVERT', message }]);
  }
  const bodies = json as readonly CommandBody[];
  for (const [index, body] of bodies.entries()) {
    await deps.rules.schema('ApplicationCommandUpdateRequestSchema', {
      value: commandShape(body),
      base: [index],
      rules: () => commandIssues(body, [index]),
    });
  }
  const keys = bodies.map(keyOf);
  keys.forEach((key, index) => {
    if (!keys.slice(0, index).some((other) => sameKey(other, key))) return;
    const message = 'Application command names must be unique';
    const code = 'APPLICATION_COMMANDS_DUPLICATE_NAME';
    throw new ApiError('InvalidFormBody', [{ path: [index], code, message }]);
  });
  countOrThrow(keys);
  const existing = deps.world.commands(scope);
  const matchOf = (body: CommandBody) => existing.find((old) => sameKey(old, keyOf(body)));
  budget.take(scope, bodies.filter((body) => !matchOf(body)).length);
  const kept = bodies.map((body) => finish(deps, body, { scope, old: matchOf(body) ?? null }));
  for (const old of existing) {
    if (!kept.some((command) => command.id === old.id)) deps.world.removeCommand(old.id);
  }
  for (const command of kept) deps.world.putCommand(command);
  return context.json(kept);
}

async function create(context: Context, deps: RestDeps, budget: CommandBudget) {
  const scope = scopeOf(context, deps);
  const body = (await readBody(context)).json as CommandBody;
  await deps.rules.schema('ApplicationCommandCreateRequestSchema', {
    value: commandShape(body),
    base: [],
    rules: () => commandIssues(body, []),
  });
  const existing = deps.world.commands(scope);
  const old = existing.find((candidate) => sameKey(candidate, keyOf(body))) ?? null;
  if (!old) {
    countOrThrow([...existing, keyOf(body)]);
    budget.take(scope, 1);
  }
  const command = finish(deps, body, { scope, old });
  deps.world.putCommand(command);
  return context.json(command, old ? 200 : 201);
}

async function change(context: Context, deps: RestDeps) {
  const old = commandOf(context, deps);
  const json = (await readBody(context)).json as Partial<CommandBody>;
  const body = { ...old, ...json, type: old.type } as CommandBody;
  await deps.rules.schema('ApplicationCommandPatchRequestPartialSchema', {
    value: commandShape(json),
    base: [],
    rules: () => commandIssues(body, []),
  });
  const command = finish(deps, body, { scope: old.guild_id ?? null, old });
  deps.world.putCommand(command);
  return context.json(command);
}

/** Discord's schema has permission bits as a number, but clients such as discord.js send text. */
function commandShape(body: Partial<CommandBody>): unknown {
  const bits = body?.default_member_permissions;
  const isBits = typeof bits === 'string' && /^\d+$/.test(bits);
  return isBits ? { ...body, default_member_permissions: Number(bits) } : body;
}

/** Adds the fields that Discord fills in. The version changes with each edit. */
function finish(
  deps: RestDeps,
  body: CommandBody,
  place: { readonly scope: string | null; readonly old: APIApplicationCommand | null },
): APIApplicationCommand {
  const { scope, old } = place;
  const { type } = keyOf(body);
  const bits = body.default_member_permissions;
  return {
    id: old?.id ?? deps.world.ids.next(),
    application_id: deps.application.id,
    version: deps.world.ids.next(),
    type,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: ('description' in body && body.description) || '',
    description_localizations:
      ('description_localizations' in body && body.description_localizations) || null,
    default_member_permissions: bits ?? null,
    nsfw: body.nsfw ?? false,
    ...('options' in body && body.options && { options: body.options }),
    ...(scope === null
      ? {
          dm_permission: body.dm_permission ?? true,
          contexts: body.contexts ?? null,
          integration_types: body.integration_types ?? [0],
        }
      : { guild_id: scope }),
  } as APIApplicationCommand;
}
