/** Lets armed faults happen to requests, before, after or instead of the real answer. */
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import type { Faults } from '../faults.ts';
import type { RequestFault } from '../protocol.ts';
import { ApiError } from './errors.ts';
import { recordOf } from './observed.ts';

const delayMaxMs = 120_000;

interface FaultyDeps {
  readonly faults: Faults;
  readonly pathOf: (context: Context) => string;
  /** Where the routes are mounted, and the routes: a doubled request goes through them again. */
  readonly mountedAt: string;
  readonly app: Hono;
}

export function faulty({ faults, pathOf, mountedAt, app }: FaultyDeps): MiddlewareHandler {
  return async (context, next) => {
    if ((context.env as Repeated).isRepeated) return next();
    const fault = faults.takeForRequest(`${context.req.method} ${pathOf(context)}`);
    if (!fault) return next();
    const record = recordOf(context);
    if (record) record.fault = fault.kind;
    switch (fault.kind) {
      case 'lose-request':
        return cut(context);
      case 'lose-answer':
        await next();
        context.res = cut(context);
        return undefined;
      case 'double-request': {
        const again = context.req.raw.clone();
        await next();
        if (record) record.status = context.res.status;
        const env = { ...context.env, isRepeated: true };
        context.res = await new Hono().route(mountedAt, app).fetch(again, env);
        return undefined;
      }
      case 'delay-request':
        await pause(fault);
        return next();
      case 'delay-answer':
        await next();
        return pause(fault);
      case 'rate-limit':
        return rateLimited(context, fault);
      case 'server-error':
        return context.text('upstream error', (fault.status ?? 502) as 502);
      case 'expire-token':
        throw new ApiError('InvalidWebhookToken');
    }
  };
}

interface Repeated {
  readonly isRepeated?: boolean;
}

const pause = ({ delayMs = 4_000 }: RequestFault): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(delayMs, delayMaxMs)).unref());

/** As when a proxy dies: the socket goes, and no byte of an answer comes. */
function cut(context: Context): Response {
  (context.env as HttpBindings).outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
function rateLimited(context: Context, fault: RequestFault): Response {
  const seconds = (fault.delayMs ?? 1_000) / 1_000;
  const isGlobal = fault.global ?? false;
  context.header('Retry-After', `${Math.ceil(seconds)}`);
  context.header('X-RateLimit-Scope', isGlobal ? 'global' : 'user');
  if (isGlobal) context.header('X-RateLimit-Global', 'true');
  const message = 'You are being rate limited.';
  return context.json({ message, retry_after: seconds, global: isGlobal }, 429);
}
