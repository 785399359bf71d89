/** Serves `/healthz`, `/readyz` and `/metrics` over HTTP, for the operator's own network. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readinessOf, setGauges, type Sources, type Watched } from './gauges.ts';
import type { Meter } from './meter.ts';

export interface MetricsServer {
  /** The port in use, also where any free one was asked for. */
  readonly port: number;
  close(): Promise<void>;
}

/** Those who ask within it share one look at the database. */
const freshMs = 2_000;
const answerWithinMs = 5_000;

/** At most one look at a time; null when the database does not answer in time. */
function sharedLook(look: () => Promise<Watched | null>): () => Promise<Watched | null> {
  let last: { readonly at: number; readonly found: Promise<Watched | null> } | null = null;
  return async () => {
    if (last === null || performance.now() - last.at > freshMs) {
      const late = new Promise<null>((resolve) =>
        setTimeout(resolve, answerWithinMs, null).unref(),
      );
      const found = Promise.race([look().catch(() => null), late]);
      last = { at: performance.now(), found };
    }
    return last.found;
  };
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

export async function serveMetrics(
  meter: Meter,
  sources: Sources,
  place: { readonly host: string; readonly port: number },
): Promise<MetricsServer> {
  const look = sharedLook(sources.watched);
  const json = 'application/json; charset=utf-8';
  const pages: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/healthz': async (response) => answer(response, 200, json, '{"alive":true}\n'),
    '/readyz': async (response) => {
      const { isReady, ...parts } = readinessOf(await look(), sources.isConnected());
      const body = JSON.stringify({ ready: isReady, ...parts });
      answer(response, isReady ? 200 : 503, json, `${body}\n`);
    },
    '/metrics': async (response) => {
      await setGauges(meter, sources, await look());
      answer(response, 200, meter.contentType, await meter.text());
    },
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = Object.hasOwn(pages, pathname) ? pages[pathname] : undefined;
    if (page === undefined) return answer(response, 404, json, '{"error":"not found"}\n');
    if (request.method !== 'GET') return answer(response, 405, json, '{"error":"use GET"}\n');
    page(response).catch(() => answer(response, 500, json, '{"error":"see the log"}\n'));
  });
  server.requestTimeout = answerWithinMs * 2;
  server.maxConnections = 20;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(place.port, place.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
