import type { IncomingMessage } from 'node:http';

const loopbackNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** True for `127.0.0.1:PORT` and the like: a page elsewhere that rebinds its name to us is not. */
export function isLoopbackHost(host: string | undefined): boolean {
  const name = /^(.*?)(?::\d+)?$/.exec(host ?? '')?.[1] ?? '';
  return loopbackNames.has(name.toLowerCase());
}

/** A browser names the page that asks; what is no browser names none. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin === undefined || origin === `http://${host ?? ''}`;
}

export const mayEnter = ({ headers }: IncomingMessage): boolean =>
  isLoopbackHost(headers.host) && isOwnOrigin(headers.origin, headers.host);
