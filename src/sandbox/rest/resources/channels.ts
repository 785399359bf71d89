import type { Context } from '../../http/context.ts';
import type { Routes } from '../core/routes.ts';
import {
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type APIMessage,
} from 'discord-api-types/v10';
import { channelOf } from '../../world/objects.ts';
import type { ChannelRow, MessageRow } from '../../world/rows.ts';
import { createdAtMs } from '../../world/snowflakes.ts';
import type { MessageBody } from '../../http/bodies.ts';
import { composeMessage, type NewMessage } from '../compose/message.ts';
import { segment, type RestDeps } from '../core/deps.ts';
import { ApiError } from '../../http/errors.ts';
import { newestOrNextTo, readLimit } from '../../http/pages.ts';
import { readBody } from '../../http/read.ts';
import { referenceIn, type Reference } from '../compose/references.ts';

const nonceKeptMs = 5 * 60_000;
const listed = { max: 100, usual: 50 };

/** Channels and their messages, for the bot's own account. */
export function channelRoutes(app: Routes, deps: RestDeps): void {
  app.get('/channels/:channel', (context) => {
    return context.json(channelOf(deps.world, reachable(context, deps)));
  });
  app.post('/channels/:channel/typing', (context) => {
    reachable(context, deps);
    return context.empty();
  });
  messageRoutes(app, deps);
}

function messageRoutes(app: Routes, deps: RestDeps): void {
  const { world, rules, answers } = deps;
  app.get('/channels/:channel/messages', (context) => {
    const channel = reachable(context, deps);
    const limit = readLimit(context, listed);
    const rows = newestOrNextTo(context, world.messages.publicIn(channel.id), limit);
    return context.json(rows.map((row) => row.body).toReversed());
  });
  app.post('/channels/:channel/messages', async (context) => {
    const { json, uploads } = await readBody(context);
    const channel = reachable(context, deps);
    const body = await rules.message(json, uploads);
    const person = channel.recipientId === null ? null : world.person(channel.recipientId);
    if (person?.dmsClosed) throw new ApiError('CannotMessageUser');
    const reference = referenceIn(world, body, channel);
    const twin = sentBefore(deps, channel, body);
    return context.json(twin ?? say(deps, { channel, body, uploads, reference }));
  });

  const one = '/channels/:channel/messages/:message';
  app.get(one, (context) => {
    return context.json(rowOf(context, deps).body);
  });
  app.patch(one, async (context) => {
    const { json, uploads } = await readBody(context);
    const row = rowOf(context, deps);
    if (row.body.author.id !== deps.application.id) throw new ApiError('ForeignMessage');
    const body = await rules.messageEdit(json, row.body, uploads);
    return context.json(answers.edit(row, { body, uploads }).body);
  });
  app.delete(one, (context) => {
    const row = rowOf(context, deps);
    const isOwn = row.body.author.id === deps.application.id;
    const isDirect = world.channel(row.channelId)?.serverId === null;
    if (!isOwn && isDirect) throw new ApiError('MissingPermissions');
    world.messages.remove(row.id);
    return context.empty();
  });
}

function say(
  { world, composer }: RestDeps,
  said: Pick<NewMessage, 'body' | 'uploads'> & {
    readonly channel: ChannelRow;
    readonly reference: Reference | null;
  },
): APIMessage {
  const { channel, body, uploads, reference } = said;
  const id = world.ids.next();
  const isReply = reference?.type === MessageReferenceType.Default;
  const message = composeMessage(composer, {
    id,
    channelId: channel.id,
    type: isReply ? MessageType.Reply : MessageType.Default,
    flags: (body.flags ?? 0) & ~MessageFlags.Ephemeral,
    body,
    uploads,
    ...(reference && { reference }),
    parseByDefault: ['users', 'roles', 'everyone'],
  });
  const row = { id, channelId: channel.id, visibleTo: null, usedCommand: null, body: message };
  world.messages.put(row);
  return message;
}

/** With `enforce_nonce`: the message sent with the same nonce in the last minutes. */
function sentBefore(
  { world, application, composer }: RestDeps,
  channel: ChannelRow,
  { nonce, enforce_nonce }: MessageBody,
): APIMessage | null {
  if (enforce_nonce !== true || nonce === undefined || nonce === null) return null;
  const since = composer.clock.now() - nonceKeptMs;
  const row = world.messages
    .publicIn(channel.id)
    .filter(({ id, body }) => body.author.id === application.id && createdAtMs(id) >= since)
    .findLast(({ body }) => body.nonce === nonce);
  return row?.body ?? null;
}

/** A bot can access its direct messages and the channels of servers it is in. */
export function reachable(context: Context, { world }: RestDeps): ChannelRow {
  const channel = world.channel(segment(context, 'channel'));
  if (!channel) throw new ApiError('UnknownChannel');
  if (channel.serverId !== null && !world.server(channel.serverId)?.hasBot) {
    throw new ApiError('MissingAccess');
  }
  return channel;
}

/** Ephemeral messages can be accessed only through their interaction's token. */
export function rowOf(context: Context, deps: RestDeps): MessageRow {
  const channel = reachable(context, deps);
  const row = deps.world.messages.get(segment(context, 'message'));
  if (!row || row.channelId !== channel.id || row.visibleTo !== null) {
    throw new ApiError('UnknownMessage');
  }
  return row;
}
