/**
 * One port of 127.0.0.1 for everything: Discord's REST and gateway, the control interface, the
 * page.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocketServer, type WebSocket } from 'ws';
import { apiPath } from './rest/api.ts';
import { isLoopbackHost, isOwnOrigin, mayEnter } from './guard.ts';

const socketsMax = 500;
/** More than Discord's 4 KiB, so that the gateway itself can refuse what is too large. */
const frameBytesMax = 64 * 1024;

export interface Routes {
  readonly api: Hono;
  readonly control: Hono;
  readonly files: Hono;
  readonly page: Hono;
  /** Takes over a socket, or says why not. */
  readonly onSocket: (socket: WebSocket, url: URL) => void;
}

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

export async function listen(routes: Routes, port: number): Promise<Listening> {
  const app = new Hono();
  app.use(async (context, next) => {
    const host = context.req.header('host');
    if (!isLoopbackHost(host)) return context.text('This server is for this machine only', 403);
    if (!isOwnOrigin(context.req.header('origin'), host)) {
      return context.text('This server is for its own page only', 403);
    }
    return next();
  });
  app.route(apiPath, routes.api);
  app.route('/control', routes.control);
  app.route('/cdn', routes.files);
  app.route('/', routes.page);

  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: frameBytesMax });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!mayEnter(request) || sockets.clients.size >= socketsMax) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    sockets.handleUpgrade(request, socket, head, (client) => routes.onSocket(client, url));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closeAll(server, sockets),
  };
}

/** Idle keep-alive connections of the bot would hold the server open for ever. */
async function closeAll(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const client of sockets.clients) client.terminate();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
