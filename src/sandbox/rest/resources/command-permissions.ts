import type { Routes } from '../core/routes.ts';
import type { APIGuildApplicationCommandPermissions } from 'discord-api-types/v10';
import type { CommandPermissionsRow } from '../../world/rows.ts';
import { scopeOf } from './commands.ts';
import { segment, type RestDeps } from '../core/deps.ts';
import { ApiError } from '../../http/errors.ts';

/** Discord's object, as in answers and events. */
export const permissionsOf = (
  { id, serverId, overwrites }: CommandPermissionsRow,
  applicationId: string,
): APIGuildApplicationCommandPermissions => ({
  id,
  application_id: applicationId,
  guild_id: serverId,
  permissions: [...overwrites],
});

/** Permissions set by a server's managers. Bots can read but not change them. */
export function commandPermissionRoutes(app: Routes, deps: RestDeps): void {
  const { world, application } = deps;
  const base = '/applications/:application/guilds/:guild/commands';
  app.get(`${base}/permissions`, (context) => {
    const rows = world.permissions(scopeOf(context, deps) ?? '');
    return context.json(rows.map((row) => permissionsOf(row, application.id)));
  });
  app.refuse('PUT', `${base}/permissions`, (context) => {
    scopeOf(context, deps);
    throw new ApiError('MethodNotAllowed');
  });
  app.get(`${base}/:command/permissions`, (context) => {
    const rows = world.permissions(scopeOf(context, deps) ?? '');
    const row = rows.find(({ id }) => id === segment(context, 'command'));
    // Discord returns an error, not an empty list, for a command without overwrites.
    if (!row) throw new ApiError('UnknownCommandPermissions');
    return context.json(permissionsOf(row, application.id));
  });
  app.refuse('PUT', `${base}/:command/permissions`, (context) => {
    scopeOf(context, deps);
    throw new ApiError('NotForBots');
  });
}
