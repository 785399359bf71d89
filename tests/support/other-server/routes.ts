/** The routes of the REST API, version 10. Every other one is refused. */
import { type Body, isJson, type Json } from './body.ts';
import type { Interactions } from './interactions.ts';
import { edit, store } from './messages.ts';
import { missingAccess, notFound, Refusal, unknown } from './refusal.ts';
import { checkCommands } from './rules/commands.ts';
import { checkMessage } from './rules/message.ts';
import { channelView, guildView, memberView, roleView } from './views.ts';
import { type Channel, type Command, directChannel, snowflake, type World } from './world.ts';

interface Asked {
  /** The groups of the route's pattern. */
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Body;
}
type Handler = (asked: Asked) => unknown;

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Without it, the token in the path is enough. */
  readonly needsToken: boolean;
  readonly run: Handler;
}

const repeatedWithinMs = 5 * 60_000;

function applicationRoutes(world: World, gatewayUrl: () => string): [string, string, Handler][] {
  const app = { id: world.bot.id, name: world.bot.username, flags: 0, bot_public: true };
  const about = { ...app, icon: null, description: '', owner: world.owner, team: null };
  const put = (guildId: string, { json }: Body): readonly Command[] => {
    const commands = checkCommands(json).map((command): Command => {
      const { name, type = 1 } = command as { readonly name: string; readonly type?: number };
      const place = guildId === '' ? {} : { guild_id: guildId };
      const rest = { application_id: world.bot.id, version: snowflake(), nsfw: false, ...place };
      return {
        default_member_permissions: null,
        description: '',
        ...command,
        ...rest,
        id: snowflake(),
        name,
        type,
      };
    });
    world.commands.set(guildId, commands);
    return commands;
  };
  /** Without the query, translations are left out. */
  const list = (guildId: string, query: URLSearchParams) => {
    const commands = world.commands.get(guildId) ?? [];
    if (query.get('with_localizations') === 'true') return commands;
    return JSON.parse(
      JSON.stringify(commands, (key, value: unknown) =>
        key.endsWith('_localizations') ? undefined : value,
      ),
    ) as unknown;
  };
  const own = (id: string) => {
    if (id !== world.bot.id) throw missingAccess();
  };
  return [
    [
      'GET',
      '/gateway/bot',
      () => ({
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: {
          total: 1000,
          remaining: 999,
          reset_after: 86_400_000,
          max_concurrency: 1,
        },
      }),
    ],
    ['GET', '/applications/@me', () => about],
    ['GET', '/oauth2/applications/@me', () => about],
    ['GET', '/applications/:id/commands', ({ ids, query }) => (own(ids[0]!), list('', query))],
    ['PUT', '/applications/:id/commands', ({ ids, body }) => (own(ids[0]!), put('', body))],
    ['GET', '/applications/:id/guilds/:id/commands', ({ ids, query }) => list(ids[1]!, query)],
    ['PUT', '/applications/:id/guilds/:id/commands', ({ ids, body }) => put(ids[1]!, body)],
  ];
}

function peopleRoutes(world: World): [string, string, Handler][] {
  const guildOf = (id: string) => world.guilds.get(id) ?? fail(missingAccess());
  const memberOf = (guildId: string, id: string) => {
    if (!world.users.has(id)) throw unknown('User', 10_013);
    return guildOf(guildId).members.get(id) ?? fail(unknown('Member', 10_007));
  };
  return [
    ['GET', '/users/@me', () => world.bot],
    ['GET', '/users/@me/guilds', () => [...world.guilds.values()].map(guildView)],
    ['GET', '/users/:id', ({ ids }) => world.users.get(ids[0]!) ?? fail(unknown('User', 10_013))],
    [
      'POST',
      '/users/@me/channels',
      ({ body }) => {
        const id = isJson(body.json) ? String(body.json['recipient_id']) : '';
        const user = world.users.get(id);
        if (user === undefined || user.bot) throw new Refusal(400, 50_033, 'Invalid Recipient(s)');
        return channelView(directChannel(world, user));
      },
    ],
    ['GET', '/guilds/:id', ({ ids }) => guildView(guildOf(ids[0]!))],
    ['GET', '/guilds/:id/roles', ({ ids }) => guildOf(ids[0]!).roles.map(roleView)],
    [
      'GET',
      '/guilds/:id/members',
      ({ ids, query }) => {
        const { members } = guildOf(ids[0]!);
        if (!world.canListMembers) throw missingAccess();
        const limit = Number(query.get('limit') ?? 1);
        if (!(limit >= 1 && limit <= 1000)) throw new Refusal(400, 50_035, 'Invalid Form Body');
        const after = BigInt(query.get('after') ?? 0);
        const all = [...members.values()].sort((a, b) =>
          BigInt(a.user.id) < BigInt(b.user.id) ? -1 : 1,
        );
        const page = all.filter(({ user }) => BigInt(user.id) > after).slice(0, limit);
        return page.map(memberView);
      },
    ],
    [
      'GET',
      '/guilds/:id/members/search',
      ({ ids, query }) => {
        const begins = (query.get('query') ?? '').toLowerCase();
        const found = [...guildOf(ids[0]!).members.values()].filter(({ user }) =>
          [user.username, user.global_name ?? ''].some((one) =>
            one.toLowerCase().startsWith(begins),
          ),
        );
        return found.slice(0, Number(query.get('limit') ?? 1)).map(memberView);
      },
    ],
    ['GET', '/guilds/:id/members/:id', ({ ids }) => memberView(memberOf(ids[0]!, ids[1]!))],
  ];
}

const fail = (error: Refusal): never => {
  throw error;
};

function channelRoutes(world: World): [string, string, Handler][] {
  const channelOf = (id: string): Channel =>
    world.channels.get(id) ?? fail(unknown('Channel', 10_003));
  const messageOf = (channelId: string, id: string) => {
    const found = world.messages.get(id);
    const isThere = found?.channel.id === channelId && found.viewer === null;
    return isThere ? found : fail(unknown('Message', 10_008));
  };
  const mayWrite = ({ recipient }: Channel) => {
    if (recipient === null) return;
    const shares = [...world.guilds.values()].some(({ members }) => members.has(recipient.id));
    if (!shares)
      throw new Refusal(403, 50_278, 'Cannot send messages to this user: no mutual guilds');
    if (world.closed.has(recipient.id)) {
      throw new Refusal(403, 50_007, 'Cannot send messages to this user');
    }
  };
  /** A message with the same nonce of the last minutes, if the bot asks for one message only. */
  const repeated = (channel: Channel, { nonce, enforce_nonce: isEnforced }: Json) =>
    isEnforced !== true
      ? undefined
      : [...world.messages.values()].find(
          ({ channel: own, json }) =>
            own.id === channel.id &&
            json['nonce'] === nonce &&
            Date.now() - Date.parse(String(json['timestamp'])) < repeatedWithinMs,
        );
  return [
    ['GET', '/channels/:id', ({ ids }) => channelView(channelOf(ids[0]!))],
    [
      'POST',
      '/channels/:id/messages',
      ({ ids, body }) => {
        const channel = channelOf(ids[0]!);
        mayWrite(channel);
        const flags = checkMessage(body);
        const json = isJson(body.json) ? body.json : {};
        const known = repeated(channel, json);
        if (known !== undefined) return known.json;
        const isReply = json['message_reference'] !== undefined;
        return store(world, body, flags, { channel, author: world.bot, type: isReply ? 19 : 0 })
          .json;
      },
    ],
    [
      'GET',
      '/channels/:id/messages',
      ({ ids, query }) => {
        const after = BigInt(query.get('after') ?? 0);
        const found = [...world.messages.values()].filter(
          ({ channel, viewer, json }) =>
            channel.id === ids[0] && viewer === null && BigInt(json.id) > after,
        );
        return found.slice(0, Number(query.get('limit') ?? 50)).map(({ json }) => json);
      },
    ],
    [
      'PATCH',
      '/channels/:id/messages/:id',
      ({ ids, body }) => {
        const message = messageOf(ids[0]!, ids[1]!);
        if (message.json['author'] !== world.bot)
          throw new Refusal(403, 50_005, 'Not your message');
        return edit(world, message, body).json;
      },
    ],
  ];
}

const pattern = (path: string): RegExp =>
  new RegExp(
    `^${path.replaceAll(/:(id|token)/g, (_, name) => (name === 'id' ? '(\\d{17,20}|@original)' : '([\\w-]+)'))}$`,
  );

export function createRoutes(
  world: World,
  interactions: Interactions,
  gatewayUrl: () => string,
): readonly Route[] {
  const withToken = [
    ...applicationRoutes(world, gatewayUrl),
    ...peopleRoutes(world),
    ...channelRoutes(world),
  ];
  const open: [string, string, Handler][] = [
    [
      'POST',
      '/interactions/:id/:token/callback',
      ({ ids, body, query }) => {
        const answer = interactions.callback(ids[0]!, ids[1]!, body);
        return query.get('with_response') === 'true' ? answer : undefined;
      },
    ],
    ['GET', '/webhooks/:id/:token/messages/:id', ({ ids }) => interactions.get(ids[1]!, ids[2]!)],
    [
      'PATCH',
      '/webhooks/:id/:token/messages/:id',
      ({ ids, body }) => interactions.patch(ids[1]!, ids[2]!, body),
    ],
    [
      'DELETE',
      '/webhooks/:id/:token/messages/:id',
      ({ ids }) => interactions.remove(ids[1]!, ids[2]!),
    ],
    ['POST', '/webhooks/:id/:token', ({ ids, body }) => interactions.follow(ids[1]!, body)],
  ];
  const routeOf =
    (needsToken: boolean) =>
    ([method, path, run]: [string, string, Handler]): Route => ({
      method,
      path: pattern(path),
      needsToken,
      run,
    });
  return [...withToken.map(routeOf(true)), ...open.map(routeOf(false))];
}

/** Throws 404 for a route that is not served. */
export function findRoute(routes: readonly Route[], method: string, path: string) {
  for (const route of routes) {
    const found = route.method === method ? route.path.exec(path) : null;
    if (found !== null) return { route, ids: found.slice(1) };
  }
  throw notFound();
}
