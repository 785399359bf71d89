/** A local Discord for any bot that uses interactions. Only `startSandbox` is public. */
import { lockFolder } from '../lib/folder-lock.ts';
import { buildCore } from './server/core.ts';
import { startMailbox } from './server/mailbox.ts';
import type { Sandbox, SandboxOptions } from './protocol/options.ts';
import { listen } from './server/server.ts';

export type {
  GuideSeed,
  Translated,
  PageOptions,
  Sandbox,
  SandboxOptions,
  WorldSeed,
} from './protocol/options.ts';
export type { FaultStep } from './protocol/protocol.ts';

const warmUpAfterMs = 100;

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { folder } = options;
  const lock = folder === null ? null : await lockFolder(folder);
  if (folder !== null && !lock) throw new Error(`Another sandbox is using ${folder}`);
  try {
    return await open(options, async () => lock?.release());
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

async function open(options: SandboxOptions, unlock: () => Promise<unknown>): Promise<Sandbox> {
  let port = 0;
  const core = buildCore(options, () => port);
  const { world, clock, rules, files, interactions, faults, routes } = core;
  const mailbox = await startMailbox(world, clock);
  const server = await listen(routes, options.port).catch(async (error: unknown) => {
    await mailbox.close();
    world.close();
    throw error;
  });
  port = server.port;
  files.moveTo(port);
  // Loading the schemas blocks the event loop, so it waits until the page and a login are served.
  // A request that needs them earlier loads them itself and reports any error.
  const warmUp = setTimeout(() => void rules.load().catch(() => undefined), warmUpAfterMs);
  const close = async (): Promise<void> => {
    clearTimeout(warmUp);
    interactions.close();
    faults.disarm();
    await server.close();
    await mailbox.close();
    world.close();
    await unlock();
  };
  try {
    if (options.faults) faults.play(options.faults);
  } catch (error) {
    await close();
    throw error;
  }
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
    close,
  };
}
