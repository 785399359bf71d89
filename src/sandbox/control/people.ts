import type { Hono } from 'hono';
import { Locale } from 'discord-api-types/v10';
import { placeOf } from '../acts/place.ts';
import { Refusal } from '../protocol/refusal.ts';
import type { Person } from '../protocol/protocol.ts';
import { mailPlace } from '../world/views.ts';
import { addPerson } from '../world/people.ts';
import { newMember } from '../world/seed.ts';
import type { World } from '../world/world.ts';
import * as bodies from './bodies.ts';
import type { ControlDeps } from './deps.ts';
import { personIn } from './person.ts';

const peopleMax = 100;

/** The people of the world, and what each of them has read. */
export function peopleRoutes(app: Hono, deps: ControlDeps): void {
  const { world, views, guides, live } = deps;
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
    if (change.locale !== undefined) checkLocale(change.locale);
    const old = personIn(context, world);
    if (change.ownsApplication) disown(world);
    const changed: Person = {
      ...old,
      displayName: change.displayName ?? old.displayName,
      ownsApplication: change.ownsApplication ?? old.ownsApplication,
      dmsClosed: change.dmsClosed ?? old.dmsClosed,
      ...(change.locale === undefined ? {} : { locale: change.locale, localeChosen: true }),
    };
    world.putPerson(changed);
    return context.json(changed);
  });
  app.put('/locale', async (context) => {
    const { locale } = await bodies.read(context.req, bodies.browserLocale);
    checkLocale(locale);
    adoptLocale(world, locale);
    return context.body(null, 204);
  });
  app.get('/people/:person/view', (context) =>
    context.json(views.viewOf(personIn(context, world))),
  );
  app.post('/people/:person/channels/:channel/seen', (context) => {
    const { id } = personIn(context, world);
    const place = placeOf(world, id, context.req.param('channel'));
    const newest = world.messages.visibleTo(id, place.channel.id).at(-1);
    if (newest) world.putSeen(id, place.channel.id, newest.id);
    guides.read(id, place.channel.id);
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

function checkLocale(locale: string): void {
  const known: readonly string[] = Object.values(Locale);
  if (!known.includes(locale)) throw new Refusal(400, 'Discord has no such language');
}

/** The first browser that opens the page gives everyone its language; later ones change nothing. */
function adoptLocale(world: World, locale: string): void {
  if (world.meta.locale !== undefined) return;
  world.meta = { ...world.meta, locale };
  for (const person of world.people()) {
    if (person.localeChosen !== true) world.putPerson({ ...person, locale });
  }
}

function disown(world: World): void {
  const owners = world.people().filter((person) => person.ownsApplication);
  for (const owner of owners) world.putPerson({ ...owner, ownsApplication: false });
}

/** Adds a new person to every open server that the bot is in. */
function joinServers(world: World, personId: string): void {
  for (const server of world
    .servers()
    .filter((candidate) => candidate.hasBot && !candidate.isPrivate)) {
    const members = [...server.members, newMember(world, personId)];
    world.putServer({ ...server, members });
  }
}
