import type { ServerRow } from '../../world/rows.ts';
import type { Context } from '../../http/context.ts';
import { segment, type RestDeps } from './deps.ts';
import { ApiError } from '../../http/errors.ts';

/** The server in the path; throws unless the bot is in it. */
export function joined(context: Context, { world }: RestDeps): ServerRow {
  const server = world.server(segment(context, 'guild'));
  if (!server?.hasBot) throw new ApiError('UnknownGuild');
  return server;
}
