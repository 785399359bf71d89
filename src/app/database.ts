/** Opens the database from the settings: connects, checks durability, migrates. */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Config } from '../config/config.ts';
import { type DatabaseAddress, parseDatabaseUrl } from '../lib/database-address.ts';
import { DatabaseError } from '../db/errors.ts';
import { inspectServer } from '../db/gate.ts';
import { startLocalServer } from '../db/local/server.ts';
import { keepMark } from '../db/marks.ts';
import { ensureSchema, migrate } from '../db/migrate.ts';
import { createPool, type Pool } from '../db/pool.ts';
import type { Clock } from '../lib/clock.ts';
import type { Logger } from '../log/logger.ts';
import { terminal } from '../words/index.ts';
import { asBot, ensureLocalUsers, excessOf } from './database-users.ts';
import type { Lifecycle } from './lifecycle.ts';
import { cacheFolder, migrationsFolder } from './places.ts';
import { fingerprint, piiKeyMark, type Secrets, SecretsError } from './secrets.ts';
import { databaseAnswer, stepSentence } from './sentences.ts';
import { StartError } from './start-error.ts';
import { waitFor } from './waiting.ts';

export interface DatabaseTools {
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly lifecycle: Lifecycle;
  readonly progress: (line: string) => void;
}

const localSchema = 'passbook';
const say = terminal.database;

async function localAddress(tools: DatabaseTools): Promise<DatabaseAddress> {
  const { config, logger, lifecycle, progress } = tools;
  const server = await lifecycle.own(
    'database server',
    async () =>
      startLocalServer({
        folder: join(config.dataFolder, 'database'),
        schema: localSchema,
        cacheFolder: await cacheFolder(config.dataFolder),
        searchPath: config.machine.searchPath,
        durability: config.database.durability,
        progress: (step) => progress(stepSentence(step)),
        onChange: (change) => logger.event(`database.${change}`, {}),
      }),
    async (started) => started.stop(),
  );
  return server.address;
}

const isAway = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && ['lost', 'busy'].includes(error.kind);

async function reach(address: DatabaseAddress, tools: DatabaseTools): Promise<void> {
  const { logger } = tools;
  const database = {
    setting: 'DATABASE_URL',
    name: say.name,
    place: address.socketPath ?? `${address.host}:${address.port}`,
    whyAway: (error: unknown) => (isAway(error) ? databaseAnswer(error) : null),
    failed: (attempts: number, error: unknown) => {
      const errno = isAway(error) ? error.errno : null;
      logger.event('database.waiting', { attempts, errno });
    },
    reach: async () => ensureSchema(address),
  };
  await waitFor(database, tools).catch((error: unknown) => {
    if (error instanceof StartError || isAway(error)) throw error;
    const why = error instanceof DatabaseError ? databaseAnswer(error) : say.unusable;
    throw new StartError(say.urlRefused(why), { cause: error });
  });
}

async function passGate(pool: Pool, { config, logger, clock, progress }: DatabaseTools) {
  const { version, skewMs, findings } = await inspectServer(pool, clock);
  const isRelaxed = config.database.durability === 'relaxed';
  const refused = findings.filter(({ isDurability }) => !(isDurability && isRelaxed));
  if (refused.length > 0) {
    const seconds = Math.abs(Math.round(skewMs / 1_000));
    const sentences = refused.map(({ name }) =>
      name === 'clock' ? say.gate.clock(seconds) : say.gate[name],
    );
    throw new StartError(sentences.join('\n'));
  }
  for (const { name } of findings) logger.event('database.not-durable', { name });
  if (isRelaxed) {
    progress(say.relaxed);
  }
  return version;
}

/** Refuses a different pepper or key than the database was created with: no login would work. */
async function compareSecrets(pool: Pool, secrets: Secrets): Promise<void> {
  for (const [name, secret] of [
    ['pepper', secrets.pepper],
    [piiKeyMark, secrets.piiKey],
  ] as const) {
    const value = fingerprint(secret);
    if ((await keepMark(pool, { name, value })) === value) continue;
    throw new SecretsError(terminal.start.secrets.otherDatabase);
  }
}

/** Steps that need more rights than the bot has, done as a separate database user. */
async function prepare(
  tools: DatabaseTools,
  secrets: Secrets,
  { address, isLocal }: { readonly address: DatabaseAddress; readonly isLocal: boolean },
): Promise<string> {
  const { schema } = address;
  const pool = createPool(address, { limits: { connections: 2 } });
  try {
    const version = await passGate(pool, tools);
    const { applied } = await migrate(pool, { folder: migrationsFolder, schema });
    await compareSecrets(pool, secrets);
    if (isLocal) await ensureLocalUsers(pool, schema);
    if (applied.length > 0) tools.logger.event('database.migrated', { count: applied.length });
    return version;
  } finally {
    await pool.close();
  }
}

export async function openDatabase(tools: DatabaseTools, secrets: Secrets): Promise<Pool> {
  const { config, logger, lifecycle, progress } = tools;
  const begun = performance.now();
  const { url, migrationUrl } = config.database;
  const isLocal = url === null;
  const address = isLocal ? await localAddress(tools) : parseDatabaseUrl(url);
  const asAdmin = migrationUrl === null ? address : parseDatabaseUrl(migrationUrl);
  await reach(asAdmin, tools);
  const version = await prepare(tools, secrets, { address: asAdmin, isLocal });
  const pool = await lifecycle.own(
    'database connections',
    async () => createPool(isLocal ? asBot(address) : address),
    async (opened) => opened.close(),
  );
  const excess = await excessOf(pool, address.schema);
  if (excess.length > 0) {
    logger.event('database.excess-rights', { count: excess.length });
    progress(say.excessRights);
  }
  const mode = isLocal ? 'local' : 'given';
  logger.event('database.ready', { mode, version, ms: Math.round(performance.now() - begun) });
  return pool;
}
