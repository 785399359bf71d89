/** The entry point: reads the settings, opens the bank, and closes it on request. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, createApp } from './app.ts';
import { explain } from './app/explain.ts';
import { outliveReaders } from './app/terminal.ts';
import { type Config, loadConfig } from './config/config.ts';
import { projectFolder } from './lib/project-folder.ts';
import { createLogger, type Logger } from './log/logger.ts';
import { terminal } from './words/index.ts';

const say = terminal.start;
const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

function readVersion(): string {
  const text = readFileSync(join(projectFolder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Returns null after printing what is wrong with each variable. */
function settings(): Config | null {
  try {
    return loadConfig();
  } catch (error) {
    complain(say.wrongSettings);
    for (const line of explain(error)) complain(`  ${line}`);
    return null;
  }
}

/** Returns null after printing why the log cannot be opened. */
function openLog({ dataFolder, logLevel }: Config): Logger | null {
  try {
    return createLogger({ folder: join(dataFolder, 'logs'), level: logLevel });
  } catch (error) {
    complain(say.failed);
    for (const line of explain(error)) complain(`  ${line}`);
    return null;
  }
}

/** Ctrl-C, SIGTERM, the launcher's stop message and its exit all close the bank, once. */
function closeWhenAsked(app: App, logger: Logger): void {
  let interrupts = 0;
  const stop = async (name: string) => {
    if (app.isClosing) return;
    logger.event('app.closing', { name });
    print(say.closing);
    const isClean = await app.close();
    print(isClean ? say.closed : say.closedUncleanly);
    logger.close();
    process.exit(isClean ? 0 : 1);
  };
  process.on('SIGINT', () => {
    interrupts += 1;
    if (interrupts > 1) process.exit(130);
    void stop('SIGINT');
  });
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGHUP', () => void stop('SIGHUP'));
  process.on('disconnect', () => void stop('launcher-gone'));
  process.on('message', (message) => {
    if (message === 'stop') void stop('launcher');
  });
}

/** An unhandled rejection is a defect, but does not close the bank. */
function watchDefects(app: App, logger: Logger): void {
  process.on('unhandledRejection', (reason) => {
    logger.event('app.defect', { name: 'unhandledRejection' }, reason);
  });
  process.on('uncaughtException', (error) => {
    logger.event('app.defect', { name: 'uncaughtException' }, error);
    void endAfterDefect(app);
  });
}

async function endAfterDefect(app: App): Promise<void> {
  await app.close();
  process.exit(1);
}

async function main(): Promise<void> {
  outliveReaders();
  const config = settings();
  if (config === null) return process.exit(1);
  const logger = openLog(config);
  if (logger === null) return process.exit(1);
  const failed = (error: unknown) => void endWith(error);
  const app = createApp({ config, logger, version: readVersion(), print, failed });
  const endWith = async (error: unknown) => {
    // The bank was asked to stop meanwhile; errors caused by that are not reported.
    if (app.isClosing) return;
    complain(say.failed);
    for (const line of explain(error)) complain(`  ${line}`);
    logger.event('app.start-failed', {}, error);
    await app.close();
    logger.close();
    process.exit(1);
  };
  closeWhenAsked(app, logger);
  watchDefects(app, logger);
  try {
    await app.open();
  } catch (error) {
    await endWith(error);
  }
}

await main();
