import type { Context } from 'hono';
import { Refusal } from '../protocol/refusal.ts';
import type { Person } from '../protocol/protocol.ts';
import type { World } from '../world/world.ts';

/** The person in a route's path. */
export function personIn(context: Context, world: World): Person {
  const person = world.person(context.req.param('person') ?? '');
  if (!person) throw new Refusal(404, 'Person not found');
  return person;
}
