/**
 * One port of 127.0.0.1 for everything: Discord's REST and gateway, the control interface and the
 * page.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Api } from '../rest/api.ts';
import { apiRoot } from '../http/context.ts';
import { mayEnter } from './guard.ts';

const socketsMax = 500;
/** More than Discord's 4 KiB, so that the gateway itself refuses larger frames. */
const frameBytesMax = 64 * 1024;

export interface Routes {
  readonly api: Api;
  readonly control: Hono;
  readonly files: Hono;
  readonly page: Hono;
  /** Accepts a socket, or returns why it is refused. */
  readonly onSocket: (socket: WebSocket, url: URL) => void;
}

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

export async function listen(routes: Routes, port: number): Promise<Listening> {
  const others = new Hono();
  others.route('/control', routes.control);
  others.route('/cdn', routes.files);
  others.route('/', routes.page);
  const toOthers = getRequestListener(others.fetch);
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (!mayEnter(request)) return refuse(response);
    const isApi = request.url?.startsWith(`${apiRoot}/`);
    void (isApi ? routes.api.serve(request, response) : toOthers(request, response));
  });
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

/** Refuses requests from other pages or through other host names. */
function refuse(response: ServerResponse): void {
  response.writeHead(403, { 'content-type': 'text/plain' });
  response.end('Only this machine and the page of this server have access');
}

/** Also closes idle keep-alive connections, which would keep the server open for ever. */
async function closeAll(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const client of sockets.clients) client.terminate();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
