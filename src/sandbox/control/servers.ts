/** Managing servers and their channels. */
import type { Context, Hono } from 'hono';
import { Refusal } from '../protocol/refusal.ts';
import { hueOf } from '../world/people.ts';
import { defaultPermissions } from '../world/permissions.ts';
import type { ChannelRow, ServerRow } from '../world/rows.ts';
import { newMember } from '../world/seed.ts';
import type { World } from '../world/world.ts';
import * as bodies from './bodies.ts';
import type { ControlDeps } from './deps.ts';
import { isMember, managed, put, serverIn } from './managed.ts';
import { memberRoutes } from './members.ts';
import { roleRoutes } from './roles.ts';

const serversMax = 50;
const channelsMax = 100;

export function serverRoutes(app: Hono, { world }: Pick<ControlDeps, 'world'>): void {
  app.get('/servers', (context) =>
    context.json(world.servers().map((server) => managed(world, server))),
  );
  app.post('/servers', async (context) => {
    const wanted = await bodies.read(context.req, bodies.newServer);
    if (!world.person(wanted.ownerId)) throw new Refusal(404, 'Person not found');
    if (world.servers().length >= serversMax) throw new Refusal(400, `${serversMax} are enough`);
    return context.json(managed(world, newServer(world, wanted)), 201);
  });
  app.patch('/servers/:server', async (context) => {
    const change = await bodies.read(context.req, bodies.serverChange);
    const old = serverIn(context, world);
    const ownerId = change.ownerId ?? old.ownerId;
    if (!isMember(old, ownerId)) throw new Refusal(400, 'Only a member can own a server');
    const changed = {
      ...old,
      ownerId,
      name: change.name ?? old.name,
      hasBot: change.hasBot ?? old.hasBot,
      isPrivate: change.isPrivate ?? old.isPrivate,
    };
    return context.json(put(world, changed));
  });
  app.delete('/servers/:server', (context) => {
    world.removeServer(serverIn(context, world).id);
    return context.body(null, 204);
  });
  memberRoutes(app, world);
  roleRoutes(app, world);
  channelRoutes(app, world);
}

function channelRoutes(app: Hono, world: World): void {
  app.post('/servers/:server/channels', async (context) => {
    const { name, topic = '' } = await bodies.read(context.req, bodies.newChannel);
    const server = serverIn(context, world);
    const others = world.channelsOf(server.id);
    if (others.length >= channelsMax) throw new Refusal(400, `${channelsMax} channels are enough`);
    const position = (others.at(-1)?.position ?? -1) + 1;
    const id = world.ids.next();
    world.putChannel({ id, serverId: server.id, recipientId: null, name, topic, position });
    return context.json(managed(world, server), 201);
  });
  const one = '/servers/:server/channels/:channel';
  app.patch(one, async (context) => {
    const change = await bodies.read(context.req, bodies.channelChange);
    const server = serverIn(context, world);
    const old = channelIn(context, world, server);
    const { name = old.name, topic = old.topic } = change;
    world.putChannel({ ...old, name, topic });
    return context.json(managed(world, server));
  });
  app.delete(one, (context) => {
    const server = serverIn(context, world);
    const { id } = channelIn(context, world, server);
    if (world.channelsOf(server.id).length === 1) {
      throw new Refusal(400, 'A server needs at least one channel. Delete the server instead.');
    }
    world.removeChannel(id);
    return context.json(managed(world, server));
  });
}

function channelIn(context: Context, world: World, server: ServerRow): ChannelRow {
  const channel = world.channel(context.req.param('channel') ?? '');
  if (channel?.serverId !== server.id) throw new Refusal(404, 'Channel not found');
  return channel;
}

function newServer(
  world: World,
  { name, ownerId }: { readonly name: string; readonly ownerId: string },
): ServerRow {
  const id = world.ids.next();
  const everyone = {
    id,
    name: '@everyone',
    permissions: defaultPermissions.toString(),
    color: 0,
  };
  const server: ServerRow = {
    id,
    name,
    hue: hueOf(world.servers().length + 3),
    ownerId,
    hasBot: true,
    isPrivate: false,
    members: [newMember(world, ownerId)],
    roles: [everyone],
  };
  // The channel first, so that the server's event contains it.
  const channel = { serverId: id, recipientId: null, name: 'general', topic: '', position: 0 };
  world.putChannel({ id: world.ids.next(), ...channel });
  world.putServer(server);
  return server;
}
