import type { Hono } from 'hono';
import { placeOf } from '../acts/place.ts';
import { edit, post, say } from '../acts/speech.ts';
import { chatMessageOf } from '../world/chat.ts';
import * as bodies from './bodies.ts';
import type { ControlDeps } from './deps.ts';
import { personIn } from './person.ts';

const pageMax = 200;
const pageByDefault = 50;

/** Messages that people send, read, edit, delete and dismiss, and posts of other apps. */
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
    return context.json(chatMessageOf(say(deps, personIn(context, world).id, said as never)), 201);
  });
  app.patch('/people/:person/messages/:message', async (context) => {
    const { content } = await bodies.read(context.req, bodies.chatMessageChange);
    const messageId = context.req.param('message');
    return context.json(
      chatMessageOf(edit(deps, personIn(context, world).id, { messageId, content })),
    );
  });
  app.delete('/people/:person/messages/:message', (context) => {
    const { id } = personIn(context, world);
    const messageId = context.req.param('message');
    const isOwn = world.messages.get(messageId)?.body.author.id === id;
    if (isOwn) world.messages.remove(messageId);
    else actor.dismiss(id, messageId);
    return context.body(null, 204);
  });
  app.post('/posts', async (context) => {
    const posted = await bodies.read(context.req, bodies.newPost);
    return context.json(chatMessageOf(post(deps, posted)), 201);
  });
}
