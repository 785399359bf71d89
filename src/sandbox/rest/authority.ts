import type { World } from '../world/world.ts';
import type { Context } from '../http/context.ts';
import { ApiError } from '../http/errors.ts';
import type { Route } from './core/routes.ts';

/** Interaction and webhook routes are authorised by the token in the path; `/gateway` is public. */
const open = /^\/(?:interactions\/|webhooks\/[^/]+\/|gateway$)/;

export function authorize(route: Route, context: Context, world: World): void {
  if (open.test(route.path)) return;
  const header = context.header('authorization');
  if (header !== `Bot ${world.meta.botToken}`) throw new ApiError('Unauthorized');
}
