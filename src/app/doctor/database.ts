/** Checks of the database: the server, its schema, and what the bank has stored in it. */
import { countStuckConfirmations, countStuckJobs, findHalt } from '../../bank/index.ts';
import type { Config } from '../../config/config.ts';
import { inspectServer } from '../../db/gate.ts';
import { MigrationError } from '../../db/migrate-files.ts';
import { openMigrations } from '../../db/migrate.ts';
import { readMark } from '../../db/marks.ts';
import { createPool, type Pool } from '../../db/pool.ts';
import { schemaBytes } from '../../db/size.ts';
import { systemClock } from '../../lib/clock.ts';
import { failure, type Finding, warning, well } from '../../lib/finding.ts';
import { words } from '../../words/index.ts';
import { formatMoment } from '../../words/text/date.ts';
import type { BooksDatabase } from '../books-database.ts';
import { asBot, excessOf } from '../database-users.ts';
import { explain } from '../explain.ts';
import { migrationsFolder } from '../places.ts';
import { findSecrets, fingerprint, piiKeyMark, SecretsError } from '../secrets.ts';
import { sizeText } from './size.ts';

const { database: say, secrets: saySecrets, books: sayBooks } = words.replies.doctor;

export async function checkServer({ pool }: BooksDatabase, config: Config): Promise<Finding[]> {
  const { version, findings } = await inspectServer(pool, systemClock);
  const size = sizeText(await schemaBytes(pool));
  const isRelaxed = config.database.durability === 'relaxed';
  const troubles = findings.map(({ name, isDurability }) => {
    const report = isDurability && isRelaxed ? warning : failure;
    return report(`database-${name}`, say.gate[name]);
  });
  const isDurable = findings.every(({ isDurability }) => !isDurability);
  return [
    well('database', say.well(version, size)),
    ...(isDurable ? [well('durability', say.durable)] : []),
    ...troubles,
  ];
}

/** Of the database user as which the bank runs. */
export async function checkRights({ address }: BooksDatabase, config: Config): Promise<Finding> {
  const used = config.database.url === null ? asBot(address) : address;
  const pool = createPool(used, { limits: { connections: 1 } });
  try {
    const excess = await excessOf(pool, address.schema);
    return excess.length > 0
      ? warning('rights', say.rights.excess)
      : well('rights', say.rights.well);
  } finally {
    await pool.close();
  }
}

export async function checkMigrations({ pool }: BooksDatabase): Promise<Finding> {
  try {
    const { missing, total } = await openMigrations(pool, migrationsFolder);
    if (missing.length === 0) return well('migrations', say.migrations.well(total));
    return warning('migrations', say.migrations.open(missing.length));
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error;
    return failure('migrations', say.migrations.unfit(explain(error).join(' ')));
  }
}

async function marksOf(pool: Pool): Promise<readonly (string | null)[]> {
  return [await readMark(pool, 'pepper'), await readMark(pool, piiKeyMark)];
}

export async function checkSecrets({ pool }: BooksDatabase, config: Config): Promise<Finding> {
  const check = 'secrets';
  try {
    const [secrets, marks] = [await findSecrets(config), await marksOf(pool)];
    if (secrets === null) {
      return marks.some((mark) => mark !== null)
        ? failure(check, saySecrets.missing)
        : warning(check, saySecrets.none);
    }
    const own = [fingerprint(secrets.pepper), fingerprint(secrets.piiKey)];
    const fits = marks.every((mark, index) => mark === null || mark === own[index]);
    return fits ? well(check, saySecrets.well) : failure(check, saySecrets.other);
  } catch (error) {
    if (!(error instanceof SecretsError)) throw error;
    return failure(check, saySecrets.damaged(explain(error).join(' ')));
  }
}

export async function checkHalt({ pool }: BooksDatabase): Promise<Finding> {
  const halt = await findHalt(pool);
  if (halt === null) return well('payments', sayBooks.halt.well);
  return failure('payments', sayBooks.halt.stopped(formatMoment(halt.haltedAt)));
}

export async function checkStuck({ pool }: BooksDatabase): Promise<Finding> {
  const count = (await countStuckJobs(pool)) + (await countStuckConfirmations(pool));
  if (count === 0) return well('stuck', sayBooks.stuck.well);
  return warning('stuck', sayBooks.stuck.some(count));
}
