/** `/control`: everything the page, tests and scripts can do as a person. See protocol.ts. */
import { Hono } from 'hono';
import { Refusal } from '../protocol/refusal.ts';
import { limitBody } from '../web/limit-body.ts';
import * as bodies from './bodies.ts';
import type { ControlDeps } from './deps.ts';
import { faultRoutes } from './faults.ts';
import { inspectorRoutes } from './inspector.ts';
import { messageRoutes } from './messages.ts';
import { peopleRoutes } from './people.ts';
import { permissionRoutes } from './permissions.ts';
import { personIn } from './person.ts';
import { serverRoutes } from './servers.ts';
import { uploadRoutes } from './uploads.ts';

const bodyBytesMax = 256 * 1024;

export function controlRoutes(deps: ControlDeps): Hono {
  const app = new Hono();
  uploadRoutes(app, deps);
  app.use(
    limitBody(bodyBytesMax, () => {
      throw new Refusal(400, `The body has more than ${bodyBytesMax} bytes`);
    }),
  );
  peopleRoutes(app, deps);
  serverRoutes(app, deps);
  permissionRoutes(app, deps);
  messageRoutes(app, deps);
  actRoutes(app, deps);
  app.get('/mail', (context) => {
    const address = context.req.query('address')?.toLowerCase();
    const mail = deps.world.mail();
    return context.json(address ? mail.filter(({ to }) => to.includes(address)) : mail);
  });
  faultRoutes(app, deps.faults);
  inspectorRoutes(app, deps);
  app.all('*', (context) => context.json({ message: 'Route not found' }, 404));
  app.onError((error, context) => {
    if (error instanceof Refusal) return context.json({ message: error.message }, error.status);
    return context.json({ message: error.message }, 500);
  });
  return app;
}

function actRoutes(app: Hono, deps: ControlDeps): void {
  const { world, actor, modals } = deps;
  app.post('/people/:person/commands', async (context) => {
    const request = await bodies.read(context.req, bodies.runCommand);
    return context.json(actor.run(personIn(context, world).id, request as never));
  });
  app.post('/people/:person/suggestions', async (context) => {
    const request = await bodies.read(context.req, bodies.askForChoices);
    return context.json(await actor.suggest(personIn(context, world).id, request as never));
  });
  app.post('/people/:person/components', async (context) => {
    const request = await bodies.read(context.req, bodies.useComponent);
    return context.json(actor.use(personIn(context, world).id, request as never));
  });
  app.post('/people/:person/modals/:modal', async (context) => {
    const request = await bodies.read(context.req, bodies.submitModal);
    const modalId = context.req.param('modal');
    return context.json(actor.submit(personIn(context, world).id, modalId, request as never));
  });
  app.delete('/people/:person/modals/:modal', (context) => {
    if (!modals.close(personIn(context, world).id, context.req.param('modal'))) {
      throw new Refusal(404, 'The form is no longer open');
    }
    return context.body(null, 204);
  });
}
