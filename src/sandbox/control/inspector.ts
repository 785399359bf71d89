import type { Hono } from 'hono';
import { Refusal } from '../protocol/refusal.ts';
import type { ControlDeps } from './deps.ts';

/** What the bot did recently, and which rules it broke. */
export function inspectorRoutes(
  app: Hono,
  { inspector, findings }: Pick<ControlDeps, 'inspector' | 'findings'>,
): void {
  app.get('/findings', (context) => context.json(findings.list()));
  app.get('/inspector', (context) => context.json(inspector.overview()));
  app.get('/inspector/interactions/:interaction', (context) => {
    const found = inspector.interaction(context.req.param('interaction'));
    if (!found) throw new Refusal(404, 'This interaction is no longer stored');
    return context.json(found);
  });
  app.get('/inspector/requests/:request', (context) => {
    const found = inspector.request(context.req.param('request'));
    if (!found) throw new Refusal(404, 'This request is no longer stored');
    return context.json(found);
  });
}
