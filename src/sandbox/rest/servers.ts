import type { Context } from './context.ts';
import type { Routes } from './routes.ts';
import * as objects from '../world/objects.ts';
import type { ServerRow } from '../world/rows.ts';
import { authorize, segment, type RestDeps } from './deps.ts';
import { ApiError } from './errors.ts';

/** Guilds the bot is in, their channels, roles and members. */
export function serverRoutes(app: Routes, deps: RestDeps): void {
  const { world, application } = deps;
  const withAccess = (context: Context): ServerRow => {
    authorize(context, deps);
    const server = world.server(segment(context, 'guild'));
    if (!server?.hasBot) throw new ApiError('UnknownGuild');
    return server;
  };

  app.get('/guilds/:guild', (context) => {
    const server = withAccess(context);
    const counts = context.query('with_counts') === 'true' && {
      approximate_member_count: server.members.length + 1,
      approximate_presence_count: server.members.length + 1,
    };
    return context.json({ ...objects.guildPartOf(server), ...counts });
  });
  app.get('/guilds/:guild/channels', (context) => {
    const server = withAccess(context);
    return context.json(
      world.channelsOf(server.id).map((channel) => objects.textChannelOf(channel, server.id)),
    );
  });
  app.get('/guilds/:guild/roles', (context) =>
    context.json(withAccess(context).roles.map(objects.roleOf)),
  );
  app.get('/guilds/:guild/members/:user', (context) => {
    const server = withAccess(context);
    const id = segment(context, 'user');
    if (id === application.id) {
      return context.json(objects.botMemberOf(server, application));
    }
    const person = world.person(id);
    if (!person) throw new ApiError('UnknownUser');
    const member = server.members.find((row) => row.personId === id);
    if (!member) throw new ApiError('UnknownMember');
    return context.json(objects.memberOf(member, objects.userOf(person)));
  });
}
