import type { Context, Hono } from 'hono';
import { Refusal } from '../protocol/refusal.ts';
import type { RoleRow, ServerRow } from '../world/rows.ts';
import type { World } from '../world/world.ts';
import * as bodies from './bodies.ts';
import { put, serverIn } from './managed.ts';

const rolesMax = 100;

/** A server's roles: names, colours and permissions. */
export function roleRoutes(app: Hono, world: World): void {
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
      throw new Refusal(400, '@everyone cannot be renamed or have a colour');
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
    if (id === old.id) throw new Refusal(400, '@everyone cannot be deleted');
    const roles = old.roles.filter((role) => role.id !== id);
    world.forgetOverwritesOf(old.id, id);
    const members = old.members.map((member) => ({
      ...member,
      roles: member.roles.filter((role) => role !== id),
    }));
    return context.json(put(world, { ...old, roles, members }));
  });
}

function roleIn(context: Context, server: ServerRow): RoleRow {
  const role = server.roles.find(({ id }) => id === context.req.param('role'));
  if (!role) throw new Refusal(404, 'Role not found');
  return role;
}
