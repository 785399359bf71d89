/** Serves the page over http, or over https with a certificate of the operator. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { pageRoutes, type PageTools } from './web/routes.ts';

export interface PageServer {
  readonly port: number;
  /** Scheme, host and port, as browsers name them. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface PagePlace {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Null: this machine's, on the port in use. */
  readonly publicUrl: string | null;
  /** Files with the certificate and its key; null: http, behind a proxy or on this machine. */
  readonly tls: { readonly certificate: string; readonly key: string } | null;
}

const connectionsMax = 1_000;
const requestTimeoutMs = 30_000;
const headersTimeoutMs = 10_000;

function serverFor({ tls }: PagePlace): Server {
  if (tls === null) return createServer();
  const read = { cert: readFileSync(tls.certificate), key: readFileSync(tls.key) };
  return createSecureServer(read);
}

/** Passkeys need a domain, so the address on this machine is `localhost`. */
export async function servePage(
  tools: Omit<PageTools, 'origin'>,
  place: PagePlace,
): Promise<PageServer> {
  const server = serverFor(place);
  server.requestTimeout = requestTimeoutMs;
  server.headersTimeout = headersTimeoutMs;
  server.maxConnections = connectionsMax;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(place.port, place.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const origin = place.publicUrl ?? `http://localhost:${port}`;
  const listener = getRequestListener(pageRoutes({ ...tools, origin }).fetch);
  server.on('request', (request, response) => void listener(request, response));
  return {
    port,
    origin,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
