/** `/control`: what the page, tests and scripts do in a person's name. See protocol.ts. */
import { Hono } from 'hono';
import { Locale } from 'discord-api-types/v10';
import { placeOf } from '../acts/place.ts';
import { Refusal } from '../acts/refusal.ts';
import { limitBody } from '../limit-body.ts';
import type { Person } from '../protocol.ts';
import { mailPlace } from '../views.ts';
import { addPerson } from '../world/people.ts';
import { newMember } from '../world/seed.ts';
import type { World } from '../world/world.ts';
import * as bodies from './bodies.ts';
import type { ControlDeps } from './deps.ts';
import { faultRoutes } from './faults.ts';
import { inspectorRoutes } from './inspector.ts';
import { messageRoutes } from './messages.ts';
import { personIn } from './person.ts';
import { uploadRoutes } from './uploads.ts';

const peopleMax = 100;
const bodyBytesMax = 256 * 1024;

export function controlRoutes(deps: ControlDeps): Hono {
  const app = new Hono();
  uploadRoutes(app, deps);
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
    const old = personIn(context, world);
    const changed: Person = {
      ...old,
      dmsClosed: change.dmsClosed ?? old.dmsClosed,
      locale: change.locale ?? old.locale,
    };
    world.putPerson(changed);
    return context.json(changed);
  });
  app.get('/people/:person/view', (context) =>
    context.json(views.viewOf(personIn(context, world))),
  );
  app.post('/people/:person/channels/:channel/seen', (context) => {
    const { id } = personIn(context, world);
    const place = placeOf(world, id, context.req.param('channel'));
    const newest = world.messages.in(place.channel.id).at(-1);
    if (newest) world.putSeen(id, place.channel.id, newest.id);
    live.unreadChanged();
    return context.body(null, 204);
  });
  app.post('/people/:person/mail/seen', (context) => {
    const { id, email } = personIn(context, world);
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

function actRoutes(app: Hono, deps: ControlDeps): void {
  const { world, actor, modals } = deps;
  app.post('/people/:person/commands', async (context) => {
    const request = await bodies.read(context.req, bodies.runCommand);
    return context.json(actor.run(personIn(context, world).id, request as never));
  });
  app.post('/people/:person/suggestions', async (context) => {
    const request = await bodies.read(context.req, bodies.askForChoices);
    return context.json(await actor.suggest(personIn(context, world).id, request as never));
  });
  app.post('/people/:person/components', async (context) => {
    const request = await bodies.read(context.req, bodies.useComponent);
    return context.json(actor.use(personIn(context, world).id, request as never));
  });
  app.post('/people/:person/modals/:modal', async (context) => {
    const request = await bodies.read(context.req, bodies.submitModal);
    const modalId = context.req.param('modal');
    return context.json(actor.submit(personIn(context, world).id, modalId, request as never));
  });
  app.delete('/people/:person/modals/:modal', (context) => {
    if (!modals.close(personIn(context, world).id, context.req.param('modal'))) {
      throw new Refusal(404, 'The form is not open');
    }
    return context.body(null, 204);
  });
}
