import type { Hono } from 'hono';
import { MessageType } from 'discord-api-types/v10';
import { instant } from '../../lib/clock.ts';
import { placeOf } from '../acts/place.ts';
import { Refusal } from '../protocol/refusal.ts';
import type { Person } from '../protocol/protocol.ts';
import { chatMessageOf } from '../world/chat.ts';
import { mentionsIn } from '../world/mentions.ts';
import { botUserOf, userOf } from '../world/objects.ts';
import type { MessageRow } from '../world/rows.ts';
import * as bodies from './bodies.ts';
import type { ControlDeps } from './deps.ts';
import { personIn } from './person.ts';

const pageMax = 200;
const pageByDefault = 50;

/** Messages that people send, read and dismiss. */
export function messageRoutes(app: Hono, deps: ControlDeps): void {
  const { world, actor } = deps;
  app.get('/people/:person/channels/:channel/messages', (context) => {
    const { id } = personIn(context, world);
    const place = placeOf(world, id, context.req.param('channel'));
    const wanted = Number(context.req.query('limit') ?? pageByDefault);
    const before = context.req.query('before');
    const rows = world.messages.seenBy(id, {
      channelId: place.channel.id,
      limit: Math.min(Math.max(Number.isInteger(wanted) ? wanted : pageByDefault, 1), pageMax),
      ...(before !== undefined && { before }),
    });
    return context.json(rows.map(chatMessageOf));
  });
  app.post('/people/:person/messages', async (context) => {
    const said = await bodies.read(context.req, bodies.newChatMessage);
    const { channelId, attachments = [] } = said;
    const place = placeOf(world, personIn(context, world).id, channelId);
    const content = said.content.trim();
    const row = chatRow(deps, { person: place.person, channelId, content, attachments });
    if (content === '' && attachments.length === 0) throw new Refusal(400, 'The message is empty');
    world.messages.put(row);
    return context.json(chatMessageOf(row), 201);
  });
  app.delete('/people/:person/messages/:message', (context) => {
    actor.dismiss(personIn(context, world).id, context.req.param('message'));
    return context.body(null, 204);
  });
}

function chatRow(
  { world, files, clock, application }: ControlDeps,
  said: {
    readonly person: Person;
    readonly channelId: string;
    readonly content: string;
    readonly attachments: readonly string[];
  },
): MessageRow {
  const { channelId, content } = said;
  const id = world.ids.next();
  const place = { world, bot: botUserOf(application), channelId };
  return {
    id,
    channelId,
    visibleTo: null,
    usedCommand: null,
    body: {
      id,
      channel_id: channelId,
      type: MessageType.Default,
      author: userOf(said.person),
      content,
      timestamp: instant(clock.now()).toISOString(),
      edited_timestamp: null,
      tts: false,
      pinned: false,
      ...mentionsIn(content, place, { parse: ['users', 'roles', 'everyone'] }),
      attachments: said.attachments.map((fileId) => {
        const file = files.row(fileId);
        if (!file) throw new Refusal(404, 'File not found');
        return files.attachmentOf(file, { channelId, ephemeral: false });
      }),
      embeds: [],
      components: [],
      flags: 0 as never,
    },
  };
}
