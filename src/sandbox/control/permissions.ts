/** The command permissions that a server's managers set. */
import type { Hono } from 'hono';
import {
  APIApplicationCommandPermissionsConstant as constants,
  ApplicationCommandPermissionType as Kind,
} from 'discord-api-types/v10';
import { Refusal } from '../protocol/refusal.ts';
import type { CommandOverwrite } from '../protocol/protocol.ts';
import { permissionsOf } from '../rest/resources/command-permissions.ts';
import type { ServerRow } from '../world/rows.ts';
import type { World } from '../world/world.ts';
import * as bodies from './bodies.ts';
import type { ControlDeps } from './deps.ts';
import { managed, serverIn } from './managed.ts';

export function permissionRoutes(app: Hono, deps: Pick<ControlDeps, 'world' | 'gateway'>): void {
  const { world, gateway } = deps;
  app.put('/servers/:server/commands/:command/permissions', async (context) => {
    const { permissions } = await bodies.read(context.req, bodies.commandPermissions);
    const server = serverIn(context, world);
    const id = context.req.param('command');
    const { applicationId } = world.meta;
    const commands = [...world.commands(server.id), ...world.commands(null)];
    if (id !== applicationId && !commands.some((command) => command.id === id)) {
      throw new Refusal(404, 'Command not found');
    }
    const overwrites = permissions as readonly CommandOverwrite[];
    overwrites.forEach((overwrite, index) => {
      check(world, server, overwrite);
      if (overwrites.slice(0, index).some((other) => isSame(other, overwrite))) {
        throw new Refusal(400, `${overwrite.id} is named twice`);
      }
    });
    const row = { id, serverId: server.id, overwrites };
    world.putPermissions(row);
    gateway.dispatch({
      type: 'APPLICATION_COMMAND_PERMISSIONS_UPDATE',
      serverId: server.id,
      data: permissionsOf(row, applicationId),
    });
    return context.json(managed(world, server));
  });
}

const isSame = (one: CommandOverwrite, other: CommandOverwrite): boolean =>
  one.id === other.id && one.type === other.type;

function check(world: World, server: ServerRow, { id, type }: CommandOverwrite): void {
  switch (type) {
    case Kind.Role:
      if (server.roles.some((role) => role.id === id)) return;
      throw new Refusal(404, `There is no role ${id} here`);
    case Kind.User:
      if (world.person(id)) return;
      throw new Refusal(404, `There is no person ${id}`);
    case Kind.Channel:
      if (id === constants.AllChannels(server.id)) return;
      if (world.channel(id)?.serverId === server.id) return;
      throw new Refusal(404, `There is no channel ${id} here`);
  }
}
