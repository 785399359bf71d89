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
import { terminal } from '../words/index.ts';

const { restore, verify } = terminal.tools;

await runTool(async (config, [given]) => {
  if (given === undefined) throw new StartError(restore.nameIt);
  const books = await openBooks(config, { mayBeNew: true, progress: say });
  try {
    await ensureSchema(books.address);
    const auditId = firstIdAt(systemClock.now());
    const { tables, rows, takenAt } = await restoreBackup(books.pool, resolve(given), auditId);
    say(restore.restored(rows, tables, takenAt));
    const { secrets } = await loadSecrets(config);
    const value = fingerprint(secrets.pepper);
    if ((await keepMark(books.pool, { name: 'pepper', value })) !== value) {
      say(restore.otherSecrets);
    }
    const { findings, transactions } = await verifyBooks(books.pool);
    for (const finding of findings) say(verify.violated(finding));
    if (findings.length > 0) return 1;
    say(restore.correct(transactions));
    return 0;
  } finally {
    await books.close();
  }
});
