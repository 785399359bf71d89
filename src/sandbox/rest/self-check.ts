/** Judges the sandbox's own answers: none of its tests passes with one that Discord never gives. */
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { answerIssues } from '../rules/answers.ts';
import { Schemas } from '../rules/schemas.ts';

/** An answer that does not fit is a defect, and becomes a 500 as every defect does. */
export function selfCheck(mountedAt: string): MiddlewareHandler {
  const schemas = new Schemas();
  return async (context, next) => {
    await next();
    // A cut connection or a broken proxy carries no answer of Discord's.
    const isJson = context.res.headers.get('content-type')?.startsWith('application/json');
    if (!isJson && context.res.status !== 204) return;
    await schemas.load();
    const body: unknown = isJson ? await context.res.clone().json() : null;
    const route = routeOf(context, mountedAt);
    const { status } = context.res;
    const issues = answerIssues(schemas, { route, status, body });
    if (issues.length === 0) return;
    const told = issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
    throw new Error(`Defect: ${route} answered ${status} with ${JSON.stringify(body)}\n${told}`);
  };
}

/** Middleware and the last resort are mounted for all methods, the routes for one. */
function routeOf(context: Context, mountedAt: string): string | null {
  const { method } = context.req;
  const route = matchedRoutes(context).find((candidate) => candidate.method === method);
  return route ? `${method} ${route.path.slice(mountedAt.length)}` : null;
}
