import type { Hono } from 'hono';
import type { Faults } from '../faults.ts';
import type { Fault } from '../protocol.ts';
import * as bodies from './bodies.ts';

export function faultRoutes(app: Hono, faults: Faults): void {
  app.get('/faults', (context) => context.json(faults.armed()));
  app.post('/faults', async (context) => {
    faults.arm((await bodies.read(context.req, bodies.fault)) as Fault);
    return context.body(null, 204);
  });
  app.delete('/faults', (context) => {
    faults.disarm();
    return context.body(null, 204);
  });
  app.delete('/faults/:fault', (context) => {
    faults.disarm(context.req.param('fault'));
    return context.body(null, 204);
  });
}
