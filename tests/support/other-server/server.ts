/**
 * A second server that speaks Discord's documented REST API and gateway. It shares no code with the
 * sandbox, and refuses what the documentation does not allow.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { readBody } from './body.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createInteractions, type Interactions } from './interactions.ts';
import { createLimits } from './limits.ts';
import { Refusal, unauthorized } from './refusal.ts';
import { createRoutes, findRoute, type Route } from './routes.ts';
import { createWorld, type World } from './world.ts';

export interface OtherServer {
  readonly world: World;
  readonly interactions: Interactions;
  readonly gateway: Gateway;
  /** Ends in `/api`, without a version. */
  readonly apiUrl: string;
  close(): Promise<void>;
}

const prefix = '/api/v10';

export async function startOtherServer({ heartbeatMs = 41_250 } = {}): Promise<OtherServer> {
  const world = createWorld();
  let port = 0;
  const gatewayUrl = () => `ws://127.0.0.1:${port}`;
  const interactions = createInteractions(world);
  const gateway = createGateway({ world, heartbeatMs, url: gatewayUrl });
  const routes = createRoutes(world, interactions, gatewayUrl);
  const count = createLimits();

  const answer = async (request: IncomingMessage, { method, path, query }: Asked) => {
    const { route, ids } = findRoute(routes, method, path);
    const isKnown = request.headers.authorization === `Bot ${world.token}`;
    if (route.needsToken && !isKnown) throw unauthorized();
    return runRoute(route, { ids, query, request });
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = askedOf(request);
    const { headers, refusal } = count(asked.method, asked.path);
    let [status, body]: [number, unknown] = [200, undefined];
    try {
      if (refusal !== null) throw refusal;
      body = await answer(request, asked);
      if (body === undefined) status = 204;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      status = error.status;
      const after = Number(headers['retry-after'] ?? 0);
      const isGlobal = headers['x-ratelimit-global'] !== undefined;
      body = { ...error.body(), ...(status === 429 && { retry_after: after, global: isGlobal }) };
      const details = JSON.stringify(error.errors ?? {});
      if (status !== 429) {
        world.refused.push(`${asked.method} ${asked.path} ${error.code} ${details}`);
      }
    }
    // An answer without a body names no type, or discord.js would read one.
    if (status === 204) response.writeHead(status, headers).end();
    else {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    }
  };

  const http = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      world.refused.push(`${request.method} ${request.url} ${String(error)}`);
      response.writeHead(500).end();
    });
  });
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', gateway.accept);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  ({ port } = http.address() as AddressInfo);
  return {
    world,
    interactions,
    gateway,
    apiUrl: `http://127.0.0.1:${port}/api`,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

function askedOf({ method = '', url = '' }: IncomingMessage): Asked {
  const { pathname, searchParams: query } = new URL(url, 'http://127.0.0.1');
  const path = decodeURIComponent(pathname);
  return { method, path: path.startsWith(prefix) ? path.slice(prefix.length) : path, query };
}

async function runRoute(
  route: Route,
  asked: {
    readonly ids: readonly string[];
    readonly query: URLSearchParams;
    readonly request: IncomingMessage;
  },
): Promise<unknown> {
  const { ids, query, request } = asked;
  return route.run({ ids, query, body: await readBody(request) });
}
