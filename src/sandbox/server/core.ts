/** Builds all parts of a sandbox; `index.ts` opens its ports. */
import type { Hono } from 'hono';
import type { WebSocket } from 'ws';
import { systemClock, type Clock } from '../../lib/clock.ts';
import { Actor } from '../acts/actor.ts';
import { controlRoutes } from '../control/routes.ts';
import { Faults } from '../faults/faults.ts';
import { Files } from '../world/files.ts';
import { Findings } from '../interactions/findings.ts';
import { eventsOf } from '../gateway/announce.ts';
import { serveGatewaySocket } from '../gateway/connection.ts';
import { Gateway } from '../gateway/gateway.ts';
import { Inspector } from '../inspector/inspector.ts';
import { Traffic } from '../inspector/traffic.ts';
import { Interactions } from '../interactions/interactions.ts';
import { Live } from '../web/live.ts';
import { Modals } from '../interactions/modals.ts';
import type { SandboxOptions } from '../protocol/options.ts';
import { Answers } from '../rest/compose/answers.ts';
import { discordApi, type Api } from '../rest/api.ts';
import type { Composer } from '../rest/compose/message.ts';
import { Rules } from '../rules/rules.ts';
import { Views } from '../world/views.ts';
import { fileRoutes } from '../web/files.ts';
import { pageRoutes } from '../web/routes.ts';
import { botUserOf } from '../world/objects.ts';
import { Guides } from '../world/guide.ts';
import { applySeed } from '../world/seed.ts';
import { World } from '../world/world.ts';

const firstAnswerMs = 3_000;
const tokenMs = 15 * 60_000;

export interface Core {
  readonly world: World;
  readonly clock: Clock;
  readonly rules: Rules;
  readonly files: Files;
  readonly interactions: Interactions;
  readonly faults: Faults;
  readonly actor: Actor;
  readonly routes: {
    readonly api: Api;
    readonly control: Hono;
    readonly files: Hono;
    readonly page: Hono;
    readonly onSocket: (socket: WebSocket, url: URL) => void;
  };
}

/** `port` is a function, because the port is known only once the server listens. */
export function buildCore(options: SandboxOptions, port: () => number): Core {
  const { seed, folder, clock = systemClock, shards = 1, checksItself = false } = options;
  const world = new World({ folder, clock });
  applySeed(world, seed);
  const guides = new Guides(world, seed.guide);
  const application = { id: world.meta.applicationId, ...seed.application };
  const gatewayUrl = (): string => `ws://127.0.0.1:${port()}/gateway`;
  const findings = new Findings(clock);
  const files = new Files({ world, folder, baseUrl: () => `http://127.0.0.1:${port()}` });
  const onPresence = (): void => {
    world.touch();
    inspector.changed();
  };
  const gateway = new Gateway({ world, clock, application, url: gatewayUrl, onPresence });
  const routes = (): string[] => api.routes.map(({ name }) => name);
  const faults = new Faults({ gateway, world, routes, onChange: () => inspector.changed() });
  const modals = new Modals((personId, modal) => live.tell(personId, { type: 'modal', modal }));
  const deadlines = { firstAnswerMs, tokenMs, ...options.deadlines };
  const interactions = new Interactions({
    clock,
    findings,
    deadlines,
    onView: (personId, interaction) => {
      live.tell(personId, { type: 'interaction', interaction });
      guides.saw(personId, interaction);
      inspector.changed();
    },
  });
  const traffic = new Traffic({ clock, interactions, onChange: () => inspector.changed() });
  const watched = { clock, deadlines, traffic, findings, faults, gateway };
  const inspector = new Inspector({ ...watched, secret: () => world.meta.botToken });
  const shown = { world, application, hint: seed.hint, guides };
  const views = new Views({
    ...shown,
    gateway,
    modalOf: (personId) => modals.of(personId)?.modal ?? null,
  });
  world.onChange((change) => {
    for (const event of eventsOf(world, application, change)) gateway.dispatch(event);
  });
  const live = new Live({ world, views, findings });
  findings.onAdd(() => {
    live.findingsChanged();
    inspector.changed();
  });
  const composer = composerOf({ world, files, clock }, application);
  const answers = new Answers({ composer, interactions, modals });
  const rules = new Rules(options.checks ?? true);
  const shared = { world, gateway, interactions, files, faults, traffic, application };
  const actor = new Actor({ ...shared, modals });
  const forControl = { ...shared, views, guides, live, inspector, clock };
  const forRest = { ...shared, shards, checksItself };
  const api = discordApi({ ...forRest, answers, composer, findings, rules, gatewayUrl });
  return {
    world,
    clock,
    rules,
    files,
    interactions,
    faults,
    actor,
    routes: {
      api,
      control: controlRoutes({ ...forControl, actor, modals, findings }),
      files: fileRoutes(files),
      page: pageRoutes(options.page),
      onSocket: (socket, url) => serveSocket({ world, live, inspector, gateway }, socket, url),
    },
  };
}

const composerOf = (
  parts: Pick<Composer, 'world' | 'files' | 'clock'>,
  application: { readonly id: string; readonly name: string },
): Composer => ({ ...parts, botUser: botUserOf(application), applicationId: application.id });

function serveSocket(
  parts: {
    readonly world: World;
    readonly live: Live;
    readonly inspector: Inspector;
    readonly gateway: Gateway;
  },
  socket: WebSocket,
  url: URL,
): void {
  if (url.pathname === '/control/inspector/live') return parts.inspector.join(socket);
  const personId = /^\/control\/people\/(\d+)\/live$/.exec(url.pathname)?.[1];
  const person = personId === undefined ? undefined : parts.world.person(personId);
  if (person) return parts.live.join(person, socket);
  if (/^\/gateway\/?$/.test(url.pathname)) {
    return serveGatewaySocket(parts.gateway, socket, url.searchParams);
  }
  socket.close(1008, 'Route not found');
}
