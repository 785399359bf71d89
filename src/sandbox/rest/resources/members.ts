import type { Routes } from '../core/routes.ts';
import { isCalled, membersOf } from '../../world/members.ts';
import { isLater } from '../../world/snowflakes.ts';
import { segment, type RestDeps } from '../core/deps.ts';
import { ApiError } from '../../http/errors.ts';
import { joined } from '../core/joined.ts';
import { readLimit } from '../../http/pages.ts';

const listed = { max: 1_000, usual: 1 };

/** https://docs.discord.com/developers/resources/guild#list-guild-members */
function mayList({ world }: RestDeps): void {
  if (world.meta.membersIntent === false) throw new ApiError('MissingAccess');
}

/** Members of the servers the bot is in, by id. */
export function memberRoutes(app: Routes, deps: RestDeps): void {
  const { world, application } = deps;
  app.get('/guilds/:guild/members', (context) => {
    const server = joined(context, deps);
    mayList(deps);
    const limit = readLimit(context, listed);
    const after = context.queryId('after') ?? '0';
    const members = membersOf(world, server, application)
      .sort((one, other) => (isLater(one.user.id, other.user.id) ? 1 : -1))
      .filter(({ user }) => isLater(user.id, after));
    return context.json(members.slice(0, limit));
  });
  app.get('/guilds/:guild/members/search', (context) => {
    const limit = readLimit(context, listed);
    const query = context.query('query') ?? '';
    if (query === '') {
      const message = 'This field is required';
      const issue = { path: ['query'], code: 'BASE_TYPE_REQUIRED', message };
      throw new ApiError('InvalidFormBody', [issue]);
    }
    const members = membersOf(world, joined(context, deps), application);
    return context.json(members.filter((member) => isCalled(member, query)).slice(0, limit));
  });
  app.get('/guilds/:guild/members/:user', (context) => {
    const server = joined(context, deps);
    const id = segment(context, 'user');
    if (id !== application.id && !world.person(id)) throw new ApiError('UnknownUser');
    const member = membersOf(world, server, application).find(({ user }) => user.id === id);
    if (!member) throw new ApiError('UnknownMember');
    return context.json(member);
  });
}
