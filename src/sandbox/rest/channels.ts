import type { Context } from './context.ts';
import type { Routes } from './routes.ts';
import { MessageFlags, MessageType } from 'discord-api-types/v10';
import { channelOf } from '../world/objects.ts';
import type { ChannelRow, MessageRow } from '../world/rows.ts';
import { isLater } from '../world/snowflakes.ts';
import { composeMessage } from './compose.ts';
import { authorize, segment, type RestDeps } from './deps.ts';
import { ApiError } from './errors.ts';
import { readBody } from './read.ts';

const listMax = 100;

/** Channels and their messages, as the bot's own account. */
export function channelRoutes(app: Routes, deps: RestDeps): void {
  app.get('/channels/:channel', (context) => {
    authorize(context, deps);
    return context.json(channelOf(deps.world, reachable(context, deps)));
  });
  app.post('/channels/:channel/typing', (context) => {
    authorize(context, deps);
    reachable(context, deps);
    return context.empty();
  });
  messageRoutes(app, deps);
}

const refusedLimit = (code: string, message: string) =>
  new ApiError('InvalidFormBody', [{ path: ['limit'], code, message }]);

function readLimit(text: string): number {
  if (!/^-?\d{1,9}$/.test(text))
    throw refusedLimit('NUMBER_TYPE_COERCE', `Value "${text}" is not int.`);
  const limit = Number(text);
  if (limit < 1) {
    throw refusedLimit('NUMBER_TYPE_MIN', 'int value should be greater than or equal to 1.');
  }
  if (limit > listMax) {
    throw refusedLimit('NUMBER_TYPE_MAX', `int value should be less than or equal to ${listMax}.`);
  }
  return limit;
}

function messageRoutes(app: Routes, deps: RestDeps): void {
  const { world, rules, answers } = deps;
  app.get('/channels/:channel/messages', (context) => {
    authorize(context, deps);
    const channel = reachable(context, deps);
    const limit = readLimit(context.query('limit') ?? '50');
    const before = context.query('before');
    const after = context.query('after');
    const rows = world.messages
      .publicIn(channel.id)
      .filter((row) => before === undefined || isLater(before, row.id))
      .filter((row) => after === undefined || isLater(row.id, after))
      .slice(...(after === undefined ? [-limit] : [0, limit]));
    return context.json(rows.map((row) => row.body).toReversed());
  });
  app.post('/channels/:channel/messages', async (context) => {
    authorize(context, deps);
    const { json, uploads } = await readBody(context);
    const channel = reachable(context, deps);
    const body = await rules.message(json, uploads);
    const person = channel.recipientId === null ? null : world.person(channel.recipientId);
    if (person?.dmsClosed) throw new ApiError('CannotMessageUser');
    const id = world.ids.next();
    const referenceId = body.message_reference?.message_id;
    const message = composeMessage(deps.composer, {
      id,
      channelId: channel.id,
      type: referenceId === undefined ? MessageType.Default : MessageType.Reply,
      flags: (body.flags ?? 0) & ~MessageFlags.Ephemeral,
      body,
      uploads,
      ...(referenceId !== undefined && {
        reference: { messageId: referenceId, serverId: channel.serverId },
      }),
      parseByDefault: ['users', 'roles', 'everyone'],
    });
    const row = { id, channelId: channel.id, visibleTo: null, usedCommand: null, body: message };
    world.messages.put(row);
    return context.json(message);
  });

  const one = '/channels/:channel/messages/:message';
  app.get(one, (context) => {
    authorize(context, deps);
    return context.json(rowOf(context, deps).body);
  });
  app.patch(one, async (context) => {
    authorize(context, deps);
    const { json, uploads } = await readBody(context);
    const row = rowOf(context, deps);
    if (row.body.author.id !== deps.application.id) throw new ApiError('ForeignMessage');
    const body = await rules.messageEdit(json, row.body, uploads);
    return context.json(answers.edit(row, { body, uploads }).body);
  });
  app.delete(one, (context) => {
    authorize(context, deps);
    const row = rowOf(context, deps);
    const isOwn = row.body.author.id === deps.application.id;
    const isDirect = world.channel(row.channelId)?.serverId === null;
    if (!isOwn && isDirect) throw new ApiError('MissingPermissions');
    world.messages.remove(row.id);
    return context.empty();
  });
}

/** A bot reaches the channels of servers it is in, and its direct messages. */
export function reachable(context: Context, { world }: RestDeps): ChannelRow {
  const channel = world.channel(segment(context, 'channel'));
  if (!channel) throw new ApiError('UnknownChannel');
  if (channel.serverId !== null && !world.server(channel.serverId)?.hasBot) {
    throw new ApiError('MissingAccess');
  }
  return channel;
}

/** Ephemeral messages are reached by their interaction's token alone. */
function rowOf(context: Context, deps: RestDeps): MessageRow {
  const channel = reachable(context, deps);
  const row = deps.world.messages.get(segment(context, 'message'));
  if (!row || row.channelId !== channel.id || row.visibleTo !== null) {
    throw new ApiError('UnknownMessage');
  }
  return row;
}
