import type { Hono } from 'hono';
import { Refusal } from '../protocol/refusal.ts';
import { newMember } from '../world/seed.ts';
import type { World } from '../world/world.ts';
import * as bodies from './bodies.ts';
import { isMember, put, serverIn } from './managed.ts';
import { personIn } from './person.ts';

/** The members of a server and their roles. */
export function memberRoutes(app: Hono, world: World): void {
  const route = '/servers/:server/members/:person';
  app.put(route, async (context) => {
    const { roles } = await bodies.read(context.req, bodies.memberChange);
    const { id } = personIn(context, world);
    const old = serverIn(context, world);
    // Every member has @everyone implicitly.
    const known = new Set(old.roles.map((role) => role.id).filter((role) => role !== old.id));
    const strange = roles.find((role) => !known.has(role));
    if (strange !== undefined) throw new Refusal(404, 'Role not found');
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
      throw new Refusal(400, 'The owner cannot leave. Make another member the owner first.');
    const members = old.members.filter(({ personId }) => personId !== id);
    return context.json(put(world, { ...old, members }));
  });
}
