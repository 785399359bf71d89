/** `/api/v10`: all routes for bots, and Discord's errors for invalid requests. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { authorize } from './authority.ts';
import { bulkDeleteRoute } from './resources/bulk-delete.ts';
import { callbackRoutes } from './resources/callbacks.ts';
import { channelRoutes } from './resources/channels.ts';
import { commandPermissionRoutes } from './resources/command-permissions.ts';
import { commandRoutes } from './resources/commands.ts';
import { Context, type Answer } from '../http/context.ts';
import type { RestDeps } from './core/deps.ts';
import { ApiError } from '../http/errors.ts';
import { withFaults } from './faulty.ts';
import { gatewayRoutes } from './resources/gateway.ts';
import { checkIds } from '../http/ids.ts';
import { memberRoutes } from './resources/members.ts';
import { emptyRoutes } from './resources/nothing.ts';
import { peopleRoutes } from './resources/people.ts';
import { pinRoutes } from './resources/pins.ts';
import { reactionRoutes } from './resources/reactions.ts';
import { defect, refusal } from './refusals.ts';
import { Routes, type Route } from './core/routes.ts';
import { selfCheck } from './self-check.ts';
import { send } from './send.ts';
import { serverRoutes } from './resources/servers.ts';
import { unservedRoutes } from './resources/unserved.ts';
import { webhookRoutes } from './resources/webhooks.ts';

export interface Api {
  readonly routes: readonly Route[];
  serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void>;
}

export function discordApi(deps: RestDeps): Api {
  const { traffic, faults } = deps;
  const routes = routesOf(deps);
  const check = deps.checksItself ? selfCheck() : null;
  const safely = async (context: Context, work: () => Promise<Answer | null>) => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ApiError) return refusal(context, deps, error);
      return context.isGone ? null : defect(context, deps, error as Error);
    }
  };
  const answerTo = async (context: Context, route: Route | null): Promise<Answer | null> => {
    const answer = await safely(context, async () => {
      if (!route) throw new ApiError('NotFound');
      authorize(route, context, deps.world);
      checkIds(context.params);
      return route.handler(context);
    });
    context.record.answer = answer?.json;
    return answer;
  };
  return {
    routes: routes.all,
    serve: async (incoming, outgoing) => {
      const context = new Context(incoming, traffic);
      const { record } = context;
      const { route, params } = routes.find(context.method, context.path);
      context.params = params;
      const answer = await safely(context, async () => {
        const given = await withFaults(faults, context, () => answerTo(context, route));
        if (given) await check?.(route?.name ?? null, given);
        return given;
      });
      record.answer ??= answer?.json;
      traffic.end(record, answer && (record.status ?? answer.status));
      if (answer) send(outgoing, context, answer);
      else outgoing.destroy();
    },
  };
}

function routesOf(deps: RestDeps): Routes {
  const routes = new Routes();
  gatewayRoutes(routes, deps);
  callbackRoutes(routes, deps);
  webhookRoutes(routes, deps);
  bulkDeleteRoute(routes, deps);
  pinRoutes(routes, deps);
  reactionRoutes(routes, deps);
  channelRoutes(routes, deps);
  commandPermissionRoutes(routes, deps);
  commandRoutes(routes, deps);
  peopleRoutes(routes, deps);
  memberRoutes(routes, deps);
  serverRoutes(routes, deps);
  emptyRoutes(routes, deps);
  unservedRoutes(routes, deps);
  return routes;
}
