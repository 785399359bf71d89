/** `/api/v10`: every route a bot may call, and Discord's refusals for what it may not. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { authorize } from './authority.ts';
import { bulkDeleteRoute } from './bulk-delete.ts';
import { callbackRoutes } from './callbacks.ts';
import { channelRoutes } from './channels.ts';
import { commandPermissionRoutes } from './command-permissions.ts';
import { commandRoutes } from './commands.ts';
import { Context, type Answer } from './context.ts';
import type { RestDeps } from './deps.ts';
import { ApiError } from './errors.ts';
import { withFaults } from './faulty.ts';
import { gatewayRoutes } from './gateway.ts';
import { checkIds } from './ids.ts';
import { memberRoutes } from './members.ts';
import { emptyRoutes } from './nothing.ts';
import { peopleRoutes } from './people.ts';
import { pinRoutes } from './pins.ts';
import { reactionRoutes } from './reactions.ts';
import { defect, refusal } from './refusals.ts';
import { Routes, type Route } from './routes.ts';
import { selfCheck } from './self-check.ts';
import { send } from './send.ts';
import { serverRoutes } from './servers.ts';
import { unservedRoutes } from './unserved.ts';
import { webhookRoutes } from './webhooks.ts';

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
