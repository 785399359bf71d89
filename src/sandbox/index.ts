/** A local Discord for any bot that lives on interactions: `startSandbox` is the only door. */
import type { WebSocket } from 'ws';
import { systemClock } from '../lib/clock.ts';
import { Actor } from './acts/actor.ts';
import { Refusal } from './acts/refusal.ts';
import { controlRoutes, personOf } from './control/routes.ts';
import { Faults } from './faults.ts';
import { Files } from './files.ts';
import { Findings } from './findings.ts';
import { serveGatewaySocket } from './gateway/connection.ts';
import { Gateway } from './gateway/gateway.ts';
import { Interactions } from './interactions.ts';
import { Live } from './live.ts';
import { startMailbox } from './mailbox.ts';
import { Modals } from './modals.ts';
import type { Sandbox, SandboxOptions } from './options.ts';
import { Answers } from './rest/answers.ts';
import { discordApi } from './rest/api.ts';
import type { Composer } from './rest/compose.ts';
import { Rules } from './rules/rules.ts';
import { listen } from './server.ts';
import { Views } from './views.ts';
import { fileRoutes } from './web/files.ts';
import { pageRoutes } from './web/routes.ts';
import { botUserOf } from './world/objects.ts';
import { sow } from './world/seed.ts';
import { World } from './world/world.ts';

export type { Sandbox, SandboxOptions, WorldSeed } from './options.ts';

const firstAnswerMs = 3_000;
const tokenMs = 15 * 60_000;

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { seed, folder, clock = systemClock } = options;
  const world = new World({ folder, clock });
  sow(world, seed);
  let port = 0;
  const application = { id: world.meta.applicationId, ...seed.application };
  const gatewayUrl = (): string => `ws://127.0.0.1:${port}/gateway`;
  const findings = new Findings(clock);
  const files = new Files({ world, folder, baseUrl: () => `http://127.0.0.1:${port}` });
  const gateway = new Gateway({
    world,
    clock,
    application,
    url: gatewayUrl,
    onPresence: () => world.touch(),
  });
  const faults = new Faults(gateway);
  const modals = new Modals((personId, modal) => live.tell(personId, { type: 'modal', modal }));
  const interactions = new Interactions({
    clock,
    findings,
    deadlines: { firstAnswerMs, tokenMs, ...options.deadlines },
    onView: (personId, interaction) => live.tell(personId, { type: 'interaction', interaction }),
  });
  const views = new Views({
    world,
    application,
    hint: seed.hint,
    isOnline: () => gateway.online,
    modalOf: (personId) => modals.of(personId)?.modal ?? null,
  });
  const live = new Live({
    world,
    viewOf: (person) => views.viewOf(person),
    unreadOf: (person) => views.unreadOf(person),
  });
  const composer: Composer = {
    world,
    files,
    clock,
    botUser: botUserOf(application),
    applicationId: application.id,
  };
  const rules = new Rules();
  const api = discordApi({
    world,
    gateway,
    interactions,
    answers: new Answers({ composer, interactions, modals }),
    composer,
    files,
    findings,
    faults,
    rules,
    application,
    gatewayUrl,
  });
  const actor = new Actor({ world, files, gateway, interactions, modals, faults, application });
  const control = controlRoutes({ world, actor, views, live, modals, findings, faults, clock });
  const onSocket = (socket: WebSocket, url: URL): void => {
    const personId = /^\/control\/people\/(\d+)\/live$/.exec(url.pathname)?.[1];
    if (personId !== undefined) return joinLive(personId, { world, live, socket });
    if (url.pathname === '/gateway' || url.pathname === '/gateway/') {
      return serveGatewaySocket(gateway, socket, url.searchParams);
    }
    socket.close(1008, 'There is no such socket');
  };
  const mailbox = await startMailbox(world, clock);
  const server = await listen(
    { api, control, files: fileRoutes(files), page: pageRoutes(), onSocket },
    options.port,
  ).catch(async (error: unknown) => {
    await mailbox.close();
    world.close();
    throw error;
  });
  port = server.port;
  // The schemas load while the bot connects.
  setTimeout(() => void rules.load(), 0).unref();
  const { people, servers, channels, botToken, applicationId } = world.meta;
  return {
    pageUrl: `http://127.0.0.1:${port}/`,
    apiUrl: `http://127.0.0.1:${port}/api`,
    smtpUrl: mailbox.url,
    botToken,
    applicationId,
    people,
    servers,
    channels,
    close: async () => {
      interactions.close();
      await server.close();
      await mailbox.close();
      world.close();
    },
  };
}

function joinLive(
  personId: string,
  deps: { readonly world: World; readonly live: Live; readonly socket: WebSocket },
): void {
  const { world, live, socket } = deps;
  try {
    if (!live.join(personOf(world, personId), socket)) socket.close(1013, 'Too many listeners');
  } catch (error) {
    socket.close(1008, error instanceof Refusal ? error.message : 'Refused');
  }
}
