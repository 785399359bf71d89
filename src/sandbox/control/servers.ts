/** Servers, their roles, members and channels, as whoever runs the sandbox arranges them. */
import type { Context, Hono } from 'hono';
import { Refusal } from '../acts/refusal.ts';
import type { ManagedServer } from '../protocol.ts';
import { hueOf } from '../world/people.ts';
import { defaultPermissions } from '../world/permissions.ts';
import type { RoleRow, ServerRow } from '../world/rows.ts';
import { newMember } from '../world/seed.ts';
import type { World } from '../world/world.ts';
import * as bodies from './bodies.ts';
import type { ControlDeps } from './deps.ts';
import { personIn } from './person.ts';

const serversMax = 50;
const rolesMax = 100;
const channelsMax = 100;

export function serverRoutes(app: Hono, deps: Pick<ControlDeps, 'world' | 'gateway'>): void {
  const { world, gateway } = deps;
  app.get('/servers', (context) =>
    context.json(world.servers().map((server) => managed(world, server))),
  );
  app.post('/servers', async (context) => {
    const wanted = await bodies.read(context.req, bodies.newServer);
    if (!world.person(wanted.ownerId)) throw new Refusal(404, 'There is no such person');
    if (world.servers().length >= serversMax) throw new Refusal(400, `${serversMax} are enough`);
    const server = newServer(world, wanted);
    gateway.joined(server);
    return context.json(managed(world, server), 201);
  });
  app.patch('/servers/:server', async (context) => {
    const change = await bodies.read(context.req, bodies.serverChange);
    const old = serverIn(context, world);
    const ownerId = change.ownerId ?? old.ownerId;
    if (!isMember(old, ownerId)) throw new Refusal(400, 'Only a member can own a server');
    const server: ServerRow = {
      ...old,
      ownerId,
      name: change.name ?? old.name,
      hasBot: change.hasBot ?? old.hasBot,
      isPrivate: change.isPrivate ?? old.isPrivate,
    };
    world.putServer(server);
    if (server.hasBot && !old.hasBot) gateway.joined(server);
    if (old.hasBot && !server.hasBot) gateway.left(server);
    return context.json(managed(world, server));
  });
  memberRoutes(app, world);
  roleRoutes(app, world);
  app.post('/servers/:server/channels', async (context) => {
    const { name, topic = '' } = await bodies.read(context.req, bodies.newChannel);
    const server = serverIn(context, world);
    const position = channelsOf(world, server).length;
    if (position >= channelsMax) throw new Refusal(400, `${channelsMax} channels are enough`);
    const id = world.ids.next();
    world.putChannel({ id, serverId: server.id, recipientId: null, name, topic, position });
    return context.json(managed(world, server), 201);
  });
}

function memberRoutes(app: Hono, world: World): void {
  const route = '/servers/:server/members/:person';
  app.put(route, async (context) => {
    const { roles } = await bodies.read(context.req, bodies.memberChange);
    const { id } = personIn(context, world);
    const old = serverIn(context, world);
    // Everyone has @everyone without being given it.
    const known = new Set(old.roles.map((role) => role.id).filter((role) => role !== old.id));
    const strange = roles.find((role) => !known.has(role));
    if (strange !== undefined) throw new Refusal(404, 'There is no such role');
    const member = old.members.find(({ personId }) => personId === id) ?? newMember(world, id);
    const others = old.members.filter(({ personId }) => personId !== id);
    const changed = { ...member, roles: [...new Set(roles)] };
    const members = isMember(old, id)
      ? old.members.map((other) => (other.personId === id ? changed : other))
      : [...others, changed];
    return context.json(put(world, { ...old, members }));
  });
  app.delete(route, (context) => {
    const { id } = personIn(context, world);
    const old = serverIn(context, world);
    if (old.ownerId === id)
      throw new Refusal(400, 'The owner cannot leave; make another the owner');
    const members = old.members.filter(({ personId }) => personId !== id);
    return context.json(put(world, { ...old, members }));
  });
}

function roleRoutes(app: Hono, world: World): void {
  app.post('/servers/:server/roles', async (context) => {
    const change = await bodies.read(context.req, bodies.roleChange);
    const old = serverIn(context, world);
    if (old.roles.length >= rolesMax) throw new Refusal(400, `${rolesMax} roles are enough`);
    if (change.name === undefined) throw new Refusal(400, 'Give the role a name');
    const role: RoleRow = {
      id: world.ids.next(),
      name: change.name,
      color: change.color ?? 0,
      permissions: change.permissions ?? '0',
    };
    return context.json(put(world, { ...old, roles: [...old.roles, role] }), 201);
  });
  app.patch('/servers/:server/roles/:role', async (context) => {
    const change = await bodies.read(context.req, bodies.roleChange);
    const old = serverIn(context, world);
    const { id } = roleIn(context, old);
    const isEveryone = id === old.id;
    if (isEveryone && (change.name !== undefined || change.color !== undefined)) {
      throw new Refusal(400, '@everyone keeps its name and has no colour');
    }
    const roles = old.roles.map((role) =>
      role.id === id
        ? {
            ...role,
            name: change.name ?? role.name,
            color: change.color ?? role.color,
            permissions: change.permissions ?? role.permissions,
          }
        : role,
    );
    return context.json(put(world, { ...old, roles }));
  });
  app.delete('/servers/:server/roles/:role', (context) => {
    const old = serverIn(context, world);
    const { id } = roleIn(context, old);
    if (id === old.id) throw new Refusal(400, '@everyone stays');
    const roles = old.roles.filter((role) => role.id !== id);
    for (const row of world.permissions(old.id)) {
      const overwrites = row.overwrites.filter((overwrite) => overwrite.id !== id);
      if (overwrites.length < row.overwrites.length) world.putPermissions({ ...row, overwrites });
    }
    const members = old.members.map((member) => ({
      ...member,
      roles: member.roles.filter((role) => role !== id),
    }));
    return context.json(put(world, { ...old, roles, members }));
  });
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
  world.putServer(server);
  const channel = { serverId: id, recipientId: null, name: 'general', topic: '', position: 0 };
  world.putChannel({ id: world.ids.next(), ...channel });
  return server;
}

export function serverIn(context: Context, world: World): ServerRow {
  const server = world.server(context.req.param('server') ?? '');
  if (!server) throw new Refusal(404, 'There is no such server');
  return server;
}

function roleIn(context: Context, server: ServerRow): RoleRow {
  const role = server.roles.find(({ id }) => id === context.req.param('role'));
  if (!role) throw new Refusal(404, 'There is no such role');
  return role;
}

const isMember = (server: ServerRow, id: string): boolean =>
  server.members.some(({ personId }) => personId === id);

const channelsOf = (world: World, server: ServerRow) =>
  world
    .channels()
    .filter(({ serverId }) => serverId === server.id)
    .sort((one, other) => one.position - other.position);

function put(world: World, server: ServerRow): ManagedServer {
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
  channels: channelsOf(world, server).map(({ id, name, topic }) => ({ id, name, topic })),
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
