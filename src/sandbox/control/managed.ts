/** A server with all details, as the management dialogs show it. */
import type { Context } from 'hono';
import { Refusal } from '../protocol/refusal.ts';
import type { ManagedServer } from '../protocol/protocol.ts';
import type { ServerRow } from '../world/rows.ts';
import type { World } from '../world/world.ts';

/** The server in a route's path. */
export function serverIn(context: Context, world: World): ServerRow {
  const server = world.server(context.req.param('server') ?? '');
  if (!server) throw new Refusal(404, 'Server not found');
  return server;
}

export const isMember = (server: ServerRow, id: string): boolean =>
  server.members.some(({ personId }) => personId === id);

export function put(world: World, server: ServerRow): ManagedServer {
  world.putServer(server);
  return managed(world, server);
}

export const managed = (world: World, server: ServerRow): ManagedServer => ({
  id: server.id,
  name: server.name,
  hue: server.hue,
  ownerId: server.ownerId,
  hasBot: server.hasBot,
  isPrivate: server.isPrivate,
  members: server.members.map(({ personId, roles }) => ({ personId, roles })),
  roles: server.roles.map(({ id, name, color, permissions }) => ({
    id,
    name,
    color,
    permissions,
  })),
  channels: world.channelsOf(server.id).map(({ id, name, topic }) => ({ id, name, topic })),
  applicationId: world.meta.applicationId,
  commands: [...world.commands(server.id), ...world.commands(null)].map(({ id, name, type }) => ({
    id,
    name,
    type,
  })),
  commandPermissions: Object.fromEntries(
    world.permissions(server.id).map(({ id, overwrites }) => [id, overwrites]),
  ),
});
