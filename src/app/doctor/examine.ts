/** Runs every check of the doctor, in order. A check that fails to run is a finding itself. */
import { readSavedSettings, type SavedSettings } from '../../bank/index.ts';
import { checkDiscord } from '../../bot/doctor/discord.ts';
import type { Config } from '../../config/config.ts';
import { withSaved } from '../../config/saved.ts';
import { systemClock } from '../../lib/clock.ts';
import { failure, type Finding, warning, well } from '../../lib/finding.ts';
import { checkMail } from '../../mail/check.ts';
import { words } from '../../words/index.ts';
import { type BooksDatabase, openBooks } from '../books-database.ts';
import { explain } from '../explain.ts';
import * as database from './database.ts';
import { checkDisk, checkNode } from './machine.ts';
import { checkPage } from './page.ts';
import { checkBackups, checkDrill, checkVerification } from './upkeep.ts';

const say = words.replies.doctor;
type Found = Finding | readonly Finding[];

async function run(check: string, work: () => Promise<Found>): Promise<readonly Finding[]> {
  try {
    return [await work()].flat();
  } catch (error) {
    return [failure(check, say.failed(check, explain(error).join(' ')))];
  }
}

const databaseChecks: Readonly<
  Record<string, (books: BooksDatabase, config: Config) => Promise<Found>>
> = {
  database: database.checkServer,
  rights: database.checkRights,
  migrations: database.checkMigrations,
  secrets: database.checkSecrets,
  payments: database.checkHalt,
  stuck: database.checkStuck,
};

/** Throws when the database does not answer. */
async function openAnswering(config: Config): Promise<BooksDatabase> {
  const books = await openBooks(config, { mayBeNew: false, progress: () => {} });
  try {
    await books.pool.use(async () => {});
    return books;
  } catch (error) {
    await books.close();
    throw error;
  }
}

/** None where the database is older than they are. */
const savedIn = async ({ pool }: BooksDatabase): Promise<SavedSettings> =>
  readSavedSettings(pool).catch(() => ({}));

async function examineDatabase(
  config: Config,
): Promise<{ readonly found: readonly Finding[]; readonly saved: SavedSettings }> {
  let books: BooksDatabase;
  try {
    books = await openAnswering(config);
  } catch (error) {
    const found = [failure('database', say.database.unreachable(explain(error).join(' ')))];
    return { found, saved: {} };
  }
  try {
    const found: Finding[] = [];
    for (const [check, work] of Object.entries(databaseChecks)) {
      found.push(...(await run(check, async () => work(books, config))));
    }
    return { found, saved: await savedIn(books) };
  } finally {
    await books.close();
  }
}

async function examineMail({ smtpUrl }: Config): Promise<Finding> {
  if (smtpUrl === null) return warning('mail', say.mail.none);
  const { host } = new URL(smtpUrl);
  const code = await checkMail(smtpUrl);
  return code === null
    ? well('mail', say.mail.well(host))
    : failure('mail', say.mail.refused(host, code));
}

/** The settings are valid; all else is checked. */
export async function examine(config: Config): Promise<readonly Finding[]> {
  const now = systemClock.now();
  const { found, saved } = await examineDatabase(config);
  return [
    checkNode(),
    well('settings', say.machine.settings.well),
    ...(await run('disk', async () => checkDisk(config))),
    ...found,
    ...(await run('verification', async () => checkVerification(config, now))),
    ...(await run('backup', async () => checkBackups(config, now))),
    ...(await run('restore', async () => checkDrill(config, now))),
    ...(await run('mail', async () => examineMail(config))),
    ...(await run('page', async () => checkPage(config.page))),
    ...(await run('discord', async () => checkDiscord(withSaved(config, saved)))),
  ];
}
