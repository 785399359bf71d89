/** `npm run backup`: backs up the whole database into one file, also while the bank is open. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openBooks } from '../app/books-database.ts';
import { runTool, say } from '../app/tool.ts';
import { checkBackup, writeBackup } from '../bank/index.ts';
import { instant, systemClock } from '../lib/clock.ts';
import { terminal } from '../words/index.ts';

await runTool(async (config, [given]) => {
  const time = instant(systemClock.now()).toISOString().slice(0, 19).replaceAll(':', '-');
  const name = `passbook-${time}.backup`;
  const path = given === undefined ? join(config.dataFolder, 'backups', name) : resolve(given);
  const books = await openBooks(config, { mayBeNew: false, progress: say });
  try {
    const { tables, rows, takenAt } = await writeBackup(books.pool, path);
    await checkBackup(path);
    const { size } = await stat(path);
    const { written, keepSecrets } = terminal.tools.backup;
    say(written({ path, rows, tables, takenAt, bytes: size }));
    say(keepSecrets);
    return 0;
  } finally {
    await books.close();
  }
});
