import type { IncomingMessage } from 'node:http';

const loopbackNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether the Host is a loopback name; protects against DNS rebinding by other pages. */
export function isLoopbackHost(host: string | undefined): boolean {
  const name = /^(.*?)(?::\d+)?$/.exec(host ?? '')?.[1] ?? '';
  return loopbackNames.has(name.toLowerCase());
}

/** Browsers send the Origin of the requesting page; other clients send none. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin === undefined || origin === `http://${host ?? ''}`;
}

export const mayEnter = ({ headers }: IncomingMessage): boolean =>
  isLoopbackHost(headers.host) && isOwnOrigin(headers.origin, headers.host);
