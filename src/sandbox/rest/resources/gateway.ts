import type { RestDeps } from '../core/deps.ts';
import type { Routes } from '../core/routes.ts';

/** The gateway's address, and how a bot should connect. */
export function gatewayRoutes(app: Routes, deps: RestDeps): void {
  app.get('/gateway', (context) => context.json({ url: deps.gatewayUrl() }));
  app.get('/gateway/bot', (context) => {
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
}
