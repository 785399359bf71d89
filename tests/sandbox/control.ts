/** The control interface for managing servers. */
import type { ManagedServer } from '../../src/sandbox/protocol/protocol.ts';
import type { Setting } from './support.ts';

interface Reply<Body> {
  readonly status: number;
  readonly body: Body & { readonly message?: string };
}

export function controlOf({ sandbox }: Setting) {
  return async <Body = ManagedServer>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Reply<Body>> => {
    const response = await fetch(`${sandbox.pageUrl}control${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, body: json as Reply<Body>['body'] };
  };
}
