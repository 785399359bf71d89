/** `/api/v10`: every route a bot may call, and Discord's refusals for what it may not. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { limitBody } from '../limit-body.ts';
import { callbackRoutes } from './callbacks.ts';
import { channelRoutes } from './channels.ts';
import { commandPermissionRoutes } from './command-permissions.ts';
import { commandRoutes } from './commands.ts';
import { authorize, type RestDeps } from './deps.ts';
import { ApiError } from './errors.ts';
import { faulty } from './faulty.ts';
import { observed, recordOf } from './observed.ts';
import { peopleRoutes } from './people.ts';
import { requestBytesMax } from './read.ts';
import { selfCheck } from './self-check.ts';
import { serverRoutes } from './servers.ts';
import { webhookRoutes } from './webhooks.ts';

/** Room for the multipart borders around 25 MiB of files. */
const bodyBytesMax = requestBytesMax + 64 * 1024;

/** Where the server mounts these routes. */
export const apiPath = '/api/v10';

export function discordApi(deps: RestDeps): Hono {
  const app = new Hono();
  app.use(
    limitBody(bodyBytesMax, () => {
      throw new ApiError('RequestTooLarge');
    }),
  );
  app.use((context, next) => {
    rateLimitHeaders(context);
    return next();
  });
  const pathOf = (context: Context): string => context.req.path.slice(apiPath.length);
  app.use(observed(deps.traffic, pathOf));
  if (deps.checksItself) app.use(selfCheck(apiPath));
  app.use(faulty({ faults: deps.faults, pathOf, mountedAt: apiPath, app }));
  app.get('/gateway', (context) => context.json({ url: deps.gatewayUrl() }));
  app.get('/gateway/bot', (context) => {
    authorize(context, deps);
    return context.json({
      url: deps.gatewayUrl(),
      shards: deps.shards,
      session_start_limit: {
        total: 1_000,
        remaining: 1_000,
        reset_after: 86_400_000,
        max_concurrency: 1_000,
      },
    });
  });
  callbackRoutes(app, deps);
  webhookRoutes(app, deps);
  channelRoutes(app, deps);
  // Before the commands' own, where `permissions` would be taken for the id of one.
  commandPermissionRoutes(app, deps);
  commandRoutes(app, deps);
  peopleRoutes(app, deps);
  serverRoutes(app, deps);
  app.all('*', (context) => refuse(context, deps, new ApiError('NotFound')));
  app.onError((error, context) => {
    if (error instanceof ApiError) return refuse(context, deps, error);
    deps.findings.add({
      route: `${context.req.method} ${context.req.path}`,
      rule: 'defect of the sandbox',
      detail: error.stack ?? error.message,
      ...placeOf(context),
    });
    return context.json({ message: '500: Internal Server Error', code: 0 }, 500);
  });
  return app;
}

function refuse(context: Context, deps: RestDeps, error: ApiError) {
  const { status } = error;
  const body = error.body();
  if (error.isFinding) {
    deps.findings.add({
      route: `${context.req.method} ${context.req.path}`,
      rule: error.code === 0 ? body.message : `${error.code} ${body.message}`,
      detail: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
      ...placeOf(context),
    });
  }
  return context.json(body, status);
}

/** Where the inspector shows a finding. */
function placeOf(context: Context) {
  const record = recordOf(context);
  if (!record) return {};
  const { id, interactionId } = record;
  return { requestId: id, ...(interactionId !== null && { interactionId }) };
}

/** Generous and never exhausted: what the sandbox does not imitate is said in docs/sandbox.md. */
function rateLimitHeaders(context: Context): void {
  const limit = 1_000;
  const seconds = 1;
  // A bucket is a route with its major parameter, which is the first id in its path.
  const [, kind = '', major = ''] = context.req.path.slice(apiPath.length).split('/');
  context.header('X-RateLimit-Limit', `${limit}`);
  context.header('X-RateLimit-Remaining', `${limit - 1}`);
  context.header('X-RateLimit-Reset-After', `${seconds}.000`);
  context.header('X-RateLimit-Bucket', `${context.req.method}-${kind}-${major}`.toLowerCase());
}
