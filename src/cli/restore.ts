/** `npm run restore -- FILE`: fills an empty database from a backup and verifies the books. */
import { resolve } from 'node:path';
import { openBooks } from '../app/books-database.ts';
import { fingerprint, loadSecrets } from '../app/secrets.ts';
import { StartError } from '../app/start-error.ts';
import { runTool, say } from '../app/tool.ts';
import { restoreBackup, verifyBooks } from '../bank/index.ts';
import { keepMark } from '../db/marks.ts';
import { ensureSchema } from '../db/migrate.ts';
import { systemClock } from '../lib/clock.ts';
import { firstIdAt } from '../lib/ids.ts';

await runTool(async (config, [given]) => {
  if (given === undefined) throw new StartError('Name the backup: npm run restore -- FILE');
  const books = await openBooks(config, { mayBeNew: true, progress: say });
  try {
    await ensureSchema(books.address);
    const auditId = firstIdAt(systemClock.now());
    const { tables, rows, takenAt } = await restoreBackup(books.pool, resolve(given), auditId);
    say(`Restored ${rows} rows of ${tables} tables as of ${takenAt}.`);
    const { secrets } = await loadSecrets(config);
    const value = fingerprint(secrets.pepper);
    if ((await keepMark(books.pool, { name: 'pepper', value })) !== value) {
      say(
        'These are not the secrets it was made with: put its secrets.json back before you start.',
      );
    }
    const { violations, transactions } = await verifyBooks(books.pool);
    for (const { invariant, sentence } of violations) say(`${invariant} is violated: ${sentence}.`);
    if (violations.length > 0) return 1;
    say(`The books are right: ${transactions} transactions. Everybody has to log in again.`);
    return 0;
  } finally {
    await books.close();
  }
});
