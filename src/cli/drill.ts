/** `npm run drill [-- FILE]`: restores a backup into a scratch schema and verifies its books. */
import { resolve } from 'node:path';
import { openBooks } from '../app/books-database.ts';
import { StartError } from '../app/start-error.ts';
import { runTool, say } from '../app/tool.ts';
import { backupsIn, listBackups } from '../app/upkeep/backup-files.ts';
import { drill, noteDrill } from '../app/upkeep/drill.ts';
import { accessDenied, DatabaseError } from '../db/errors.ts';
import { instant, systemClock } from '../lib/clock.ts';
import { terminal } from '../words/index.ts';

const { drill: words, verify } = terminal.tools;

await runTool(async (config, [given]) => {
  const { dataFolder } = config;
  const newest = (await listBackups(backupsIn(dataFolder)))[0]?.path;
  const path = given === undefined ? newest : resolve(given);
  if (path === undefined) throw new StartError(words.none);
  const books = await openBooks(config, { mayBeNew: true, progress: say });
  try {
    const report = await drill(books.address, path).catch((error: unknown) => {
      if (!(error instanceof DatabaseError && accessDenied(error))) throw error;
      throw new StartError(words.refused(books.address.schema), { cause: error });
    });
    const { findings } = report;
    const result = findings.length === 0 ? 'correct' : 'wrong';
    await noteDrill(dataFolder, { at: instant(systemClock.now()), path, result });
    say(words.restored(report));
    for (const finding of findings) say(verify.violated(finding));
    say(result === 'correct' ? words.correct(report) : words.wrong);
    return result === 'correct' ? 0 : 1;
  } finally {
    await books.close();
  }
});
