/** A local Discord for any bot that lives on interactions: `startSandbox` is the only door. */
import { buildCore } from './core.ts';
import { startMailbox } from './mailbox.ts';
import type { Sandbox, SandboxOptions } from './options.ts';
import { listen } from './server.ts';

export type { Sandbox, SandboxOptions, WorldSeed } from './options.ts';

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  let port = 0;
  const { world, clock, rules, interactions, routes } = buildCore(options, () => port);
  const mailbox = await startMailbox(world, clock);
  const server = await listen(routes, options.port).catch(async (error: unknown) => {
    await mailbox.close();
    world.close();
    throw error;
  });
  port = server.port;
  // Before any bot connects: loading holds the event loop for an eighth of a second.
  await rules.load();
  const { people, servers, channels, botToken, applicationId } = world.meta;
  return {
    pageUrl: `http://127.0.0.1:${port}/`,
    apiUrl: `http://127.0.0.1:${port}/api`,
    smtpUrl: mailbox.url,
    botToken,
    applicationId,
    people,
    servers,
    channels,
    close: async () => {
      interactions.close();
      await server.close();
      await mailbox.close();
      world.close();
    },
  };
}
