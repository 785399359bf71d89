/** `/control`: what the page, tests and scripts do in a person's name. See protocol.ts. */
import { Hono, type Context } from 'hono';
import { Locale, MessageType } from 'discord-api-types/v10';
import { instant } from '../../lib/clock.ts';
import { placeOf } from '../acts/place.ts';
import { Refusal } from '../acts/refusal.ts';
import { limitBody } from '../limit-body.ts';
import type { Person } from '../protocol.ts';
import { mailPlace } from '../views.ts';
import { chatMessageOf } from '../world/chat.ts';
import { userOf } from '../world/objects.ts';
import { addPerson } from '../world/people.ts';
import type { MessageRow } from '../world/rows.ts';
import { newMember } from '../world/seed.ts';
import type { World } from '../world/world.ts';
import * as bodies from './bodies.ts';
import type { ControlDeps } from './deps.ts';
import { faultRoutes } from './faults.ts';
import { inspectorRoutes } from './inspector.ts';

const peopleMax = 100;
const bodyBytesMax = 256 * 1024;
const pageMax = 200;
const pageByDefault = 50;

export function controlRoutes(deps: ControlDeps): Hono {
  const app = new Hono();
  app.use(
    limitBody(bodyBytesMax, () => {
      throw new Refusal(400, `The body has more than ${bodyBytesMax} bytes`);
    }),
  );
  peopleRoutes(app, deps);
  messageRoutes(app, deps);
  actRoutes(app, deps);
  app.get('/mail', (context) => {
    const address = context.req.query('address')?.toLowerCase();
    const mail = deps.world.mail();
    return context.json(address ? mail.filter(({ to }) => to.includes(address)) : mail);
  });
  faultRoutes(app, deps.faults);
  inspectorRoutes(app, deps);
  app.all('*', (context) => context.json({ message: 'There is no such route' }, 404));
  app.onError((error, context) => {
    if (error instanceof Refusal) return context.json({ message: error.message }, error.status);
    return context.json({ message: error.message }, 500);
  });
  return app;
}

export function personOf(world: World, id: string | undefined): Person {
  const person = world.person(id ?? '');
  if (!person) throw new Refusal(404, 'There is no such person');
  return person;
}

const person = (context: Context, deps: ControlDeps): Person =>
  personOf(deps.world, context.req.param('person'));

function peopleRoutes(app: Hono, deps: ControlDeps): void {
  const { world, views, live } = deps;
  app.get('/people', (context) => context.json(world.people()));
  app.post('/people', async (context) => {
    const { displayName } = await bodies.read(context.req, bodies.newPerson);
    if (world.people().length >= peopleMax)
      throw new Refusal(400, `${peopleMax} people are enough`);
    const added = addPerson(world, { displayName });
    joinServers(world, added.id);
    return context.json(added, 201);
  });
  app.patch('/people/:person', async (context) => {
    const change = await bodies.read(context.req, bodies.personChange);
    const known: readonly string[] = Object.values(Locale);
    if (change.locale !== undefined && !known.includes(change.locale)) {
      throw new Refusal(400, 'Discord has no such language');
    }
    const old = person(context, deps);
    const changed: Person = {
      ...old,
      dmsClosed: change.dmsClosed ?? old.dmsClosed,
      locale: change.locale ?? old.locale,
    };
    world.putPerson(changed);
    return context.json(changed);
  });
  app.get('/people/:person/view', (context) => context.json(views.viewOf(person(context, deps))));
  app.post('/people/:person/channels/:channel/seen', (context) => {
    const { id } = person(context, deps);
    const place = placeOf(world, id, context.req.param('channel'));
    const newest = world.messages.in(place.channel.id).at(-1);
    if (newest) world.putSeen(id, place.channel.id, newest.id);
    live.unreadChanged();
    return context.body(null, 204);
  });
  app.post('/people/:person/mail/seen', (context) => {
    const { id, email } = person(context, deps);
    const newest = world.mail().find((mail) => mail.to.includes(email));
    if (newest) world.putSeen(id, mailPlace, newest.id);
    live.unreadChanged();
    return context.body(null, 204);
  });
}

/** A new person comes into every open server that the bot is in. */
function joinServers(world: World, personId: string): void {
  for (const server of world
    .servers()
    .filter((candidate) => candidate.hasBot && !candidate.isPrivate)) {
    const members = [...server.members, newMember(world, personId)];
    world.putServer({ ...server, members });
  }
}

function messageRoutes(app: Hono, deps: ControlDeps): void {
  const { world, actor } = deps;
  app.get('/people/:person/channels/:channel/messages', (context) => {
    const { id } = person(context, deps);
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
    const { channelId, content } = await bodies.read(context.req, bodies.newChatMessage);
    const place = placeOf(world, person(context, deps).id, channelId);
    const row = chatRow(deps, { person: place.person, channelId, content: content.trim() });
    if (row.body.content === '') throw new Refusal(400, 'There is nothing to send');
    world.messages.put(row);
    return context.json(chatMessageOf(row), 201);
  });
  app.delete('/people/:person/messages/:message', (context) => {
    actor.dismiss(person(context, deps).id, context.req.param('message'));
    return context.body(null, 204);
  });
}

function chatRow(
  { world, clock }: ControlDeps,
  said: { readonly person: Person; readonly channelId: string; readonly content: string },
): MessageRow {
  const { channelId, content } = said;
  const id = world.ids.next();
  const ids = [...content.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? '');
  const mentioned = [...new Set(ids)].flatMap((mention) => world.person(mention) ?? []);
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
      mention_everyone: false,
      mentions: mentioned.map(userOf),
      mention_roles: [],
      attachments: [],
      embeds: [],
      components: [],
      flags: 0 as never,
    },
  };
}

function actRoutes(app: Hono, deps: ControlDeps): void {
  const { actor, modals } = deps;
  app.post('/people/:person/commands', async (context) => {
    const request = await bodies.read(context.req, bodies.runCommand);
    return context.json(actor.run(person(context, deps).id, request as never));
  });
  app.post('/people/:person/suggestions', async (context) => {
    const request = await bodies.read(context.req, bodies.askForChoices);
    return context.json(await actor.suggest(person(context, deps).id, request as never));
  });
  app.post('/people/:person/components', async (context) => {
    const request = await bodies.read(context.req, bodies.useComponent);
    return context.json(actor.use(person(context, deps).id, request as never));
  });
  app.post('/people/:person/modals/:modal', async (context) => {
    const request = await bodies.read(context.req, bodies.submitModal);
    const modalId = context.req.param('modal');
    return context.json(actor.submit(person(context, deps).id, modalId, request as never));
  });
  app.delete('/people/:person/modals/:modal', (context) => {
    if (!modals.close(person(context, deps).id, context.req.param('modal'))) {
      throw new Refusal(404, 'The form is not open');
    }
    return context.body(null, 204);
  });
}
