import type { Hono } from 'hono';
import type { Faults } from '../faults/faults.ts';
import type { Fault } from '../protocol/protocol.ts';
import { fault } from '../faults/schemas.ts';
import * as bodies from './bodies.ts';

export function faultRoutes(app: Hono, faults: Faults): void {
  app.get('/faults', (context) => context.json(faults.armed()));
  app.post('/faults', async (context) => {
    faults.arm((await bodies.read(context.req, fault)) as Fault);
    return context.body(null, 204);
  });
  app.delete('/faults', (context) => {
    faults.disarm();
    return context.body(null, 204);
  });
  app.get('/faults/script', (context) => context.json(faults.script.progress));
  app.post('/faults/script', async (context) => {
    faults.play(await bodies.read(context.req, bodies.anything));
    return context.json(faults.script.progress);
  });
  app.delete('/faults/script', (context) => {
    faults.script.stop();
    return context.body(null, 204);
  });
  app.delete('/faults/:fault', (context) => {
    faults.disarm(context.req.param('fault'));
    return context.body(null, 204);
  });
}
