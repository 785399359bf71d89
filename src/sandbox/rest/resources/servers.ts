import type { Routes } from '../core/routes.ts';
import * as objects from '../../world/objects.ts';
import type { ServerRow } from '../../world/rows.ts';
import { segment, type RestDeps } from '../core/deps.ts';
import { ApiError } from '../../http/errors.ts';
import { joined } from '../core/joined.ts';
import { newestOrNextTo, readLimit } from '../../http/pages.ts';
import { botPermissions } from '../../world/permissions.ts';

const listed = { max: 200, usual: 200 };

const countsOf = (server: ServerRow) => ({
  approximate_member_count: server.members.length + 1,
  approximate_presence_count: server.members.length + 1,
});

/** Guilds the bot is in, their channels and roles. */
export function serverRoutes(app: Routes, deps: RestDeps): void {
  const { world } = deps;
  app.get('/guilds/:guild', (context) => {
    const server = joined(context, deps);
    const counts = context.flag('with_counts') && countsOf(server);
    return context.json({ ...objects.guildPartOf(server), ...counts });
  });
  app.get('/guilds/:guild/channels', (context) => {
    const server = joined(context, deps);
    return context.json(
      world.channelsOf(server.id).map((channel) => objects.textChannelOf(channel, server.id)),
    );
  });
  app.get('/guilds/:guild/roles', (context) =>
    context.json(joined(context, deps).roles.map(objects.roleOf)),
  );
  app.get('/guilds/:guild/roles/:role', (context) => {
    const roles = joined(context, deps).roles.map(objects.roleOf);
    const role = roles.find(({ id }) => id === segment(context, 'role'));
    if (!role) throw new ApiError('UnknownRole');
    return context.json(role);
  });

  app.get('/users/@me/guilds', (context) => {
    const withCounts = context.flag('with_counts');
    const limit = readLimit(context, listed);
    const servers = world.servers().filter(({ hasBot }) => hasBot);
    const shown = newestOrNextTo(context, servers, limit).map((server) => ({
      id: server.id,
      name: server.name,
      icon: null,
      banner: null,
      owner: false,
      permissions: botPermissions.toString(),
      features: [],
      ...(withCounts && countsOf(server)),
    }));
    return context.json(shown);
  });
  app.delete('/users/@me/guilds/:guild', (context) => {
    world.putServer({ ...joined(context, deps), hasBot: false });
    return context.empty();
  });
}
