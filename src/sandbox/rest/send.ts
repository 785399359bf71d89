import type { ServerResponse } from 'node:http';
import type { Answer, Context } from '../http/context.ts';

/** Sends body and headers in one piece. */
export function send(outgoing: ServerResponse, context: Context, answer: Answer): void {
  const { status, json, text, headers } = answer;
  const body = json === undefined ? text : JSON.stringify(json);
  outgoing.writeHead(status, {
    ...rateLimitHeaders(context),
    ...headers,
    ...(body !== undefined && {
      'Content-Type': json === undefined ? 'text/plain' : 'application/json',
      'Content-Length': Buffer.byteLength(body),
    }),
  });
  outgoing.end(body);
}

/** Fixed headers of a limit that is never reached; see docs/sandbox.md. */
function rateLimitHeaders({ method, path }: Context) {
  // A bucket is a route with its major parameter, the first id in the path.
  const [, kind = '', major = ''] = path.split('/', 3);
  return {
    'X-RateLimit-Limit': '1000',
    'X-RateLimit-Remaining': '999',
    'X-RateLimit-Reset-After': '1.000',
    'X-RateLimit-Bucket': `${method}-${kind}-${major}`.toLowerCase(),
  };
}
