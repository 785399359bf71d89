import type { ServerRow } from '../../world/rows.ts';
import type { Context } from '../../http/context.ts';
import { segment, type RestDeps } from './deps.ts';
import { ApiError } from '../../http/errors.ts';

/** The server of the path, which the bot has to be in. */
export function joined(context: Context, { world }: RestDeps): ServerRow {
  const server = world.server(segment(context, 'guild'));
  if (!server?.hasBot) throw new ApiError('UnknownGuild');
  return server;
}
