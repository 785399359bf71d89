/**
 * `npm run rotate-keys`: encrypts personal data with a new key, while the bank is closed. The new
 * key is on disk before the database uses it; after a crash, run the same command again to finish.
 */
import { type BooksDatabase, openBooks } from '../app/books-database.ts';
import { lockDataFolder } from '../app/data-folder.ts';
import { readHeads, replaceHeads } from '../app/heads.ts';
import { fingerprint, loadSecrets, nextPiiKey, piiKeyMark, useNextPiiKey } from '../app/secrets.ts';
import { StartError } from '../app/start-error.ts';
import { runTool, say } from '../app/tool.ts';
import { deriveKeys, isSigned, rotateKeys, signHead } from '../bank/index.ts';
import { keepMark } from '../db/marks.ts';
import { terminal } from '../words/index.ts';

const sentences = terminal.tools.rotateKeys;

await runTool(async (config, options) => {
  if (config.bank.piiKey !== null) {
    throw new StartError(sentences.givenKey);
  }
  // No bank may start during this: it would encrypt new data with the old key.
  const lock = await lockDataFolder(config);
  let books: BooksDatabase | null = null;
  try {
    books = await openBooks(config, { mayBeNew: false, progress: say });
    if (books.isShared && !options.includes('--closed')) {
      throw new StartError(sentences.closeFirst);
    }
    const { secrets } = await loadSecrets(config);
    const piiKey = await nextPiiKey(config.dataFolder);
    const [from, to] = [deriveKeys(secrets), deriveKeys({ ...secrets, piiKey })];
    const value = fingerprint(piiKey);
    const current = await keepMark(books.pool, {
      name: piiKeyMark,
      value: fingerprint(secrets.piiKey),
    });
    if (current !== value) {
      const count = await rotateKeys(books.pool, { from, to, mark: { name: piiKeyMark, value } });
      say(sentences.rotated(count));
    }
    const heads = readHeads(config.dataFolder);
    const resigned = heads.map((head) =>
      isSigned(from.chain, head) ? signHead(to.chain, head) : head,
    );
    await replaceHeads(config.dataFolder, resigned);
    await useNextPiiKey(config.dataFolder);
    say(sentences.done);
    return 0;
  } finally {
    await books?.close();
    await lock.release();
  }
});
