/** `npm run backup`: backs up the whole database into one file, also while the bank is open. */
import { resolve } from 'node:path';
import { openBooks } from '../app/books-database.ts';
import { runTool, say } from '../app/tool.ts';
import { backUp, backupPath } from '../app/upkeep/back-up.ts';
import { copyBackup } from '../bank/index.ts';
import { instant, systemClock } from '../lib/clock.ts';
import { terminal } from '../words/index.ts';

await runTool(async (config, [given]) => {
  const { dataFolder } = config;
  const path =
    given === undefined ? backupPath(dataFolder, instant(systemClock.now())) : resolve(given);
  const { copyTo } = config.backups;
  const books = await openBooks(config, { mayBeNew: false, progress: say });
  try {
    const { written, copied, keepSecrets } = terminal.tools.backup;
    say(written(await backUp(books.pool, path)));
    if (copyTo !== null && given === undefined) say(copied(await copyBackup(path, copyTo)));
    say(keepSecrets);
    return 0;
  } finally {
    await books.close();
  }
});
