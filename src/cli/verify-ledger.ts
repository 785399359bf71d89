/**
 * `npm run verify-ledger`: verifies all the books; exits 0 if they are correct, 1 if not.
 * `-- --resume` also resumes payments that the online check had stopped, if the books are correct.
 */
import { openBooks } from '../app/books-database.ts';
import { readHeads } from '../app/heads.ts';
import { readCheckpoints } from '../app/log/folder.ts';
import { loadSecrets } from '../app/secrets.ts';
import { runTool, say } from '../app/tool.ts';
import { noteVerification } from '../app/verification.ts';
import {
  deriveKeys,
  findHalt,
  liftAllHalts,
  verifyBooks,
  verifyChain,
  verifyLog,
} from '../bank/index.ts';
import { instant, systemClock } from '../lib/clock.ts';
import { terminal } from '../words/index.ts';

const { verify } = terminal.tools;

await runTool(async (config, options) => {
  const books = await openBooks(config, { mayBeNew: false, progress: say });
  try {
    const { findings, accounts, transactions, entries } = await verifyBooks(books.pool);
    say(verify.readBooks(accounts, transactions, entries));
    for (const finding of findings) say(verify.violated(finding));
    const heads = readHeads(config.dataFolder);
    const checkpoints = readCheckpoints(config.dataFolder);
    // Without them there is no signature to check, and verifying must not create secrets.
    const isPublished = heads.length + checkpoints.length > 0;
    const keys = isPublished ? deriveKeys((await loadSecrets(config)).secrets) : null;
    const chain = await verifyChain(books.pool, { heads, key: keys?.chain ?? null });
    say(verify.readChain(chain.links, heads.length));
    for (const finding of chain.findings) say(verify.broken(finding));
    const nowMs = systemClock.now();
    const log = await verifyLog(books.pool, { key: keys?.log ?? null, checkpoints, nowMs });
    say(verify.readLog(log.leaves, checkpoints.length));
    for (const finding of log.findings) say(verify.logBroken(finding));
    const halt = await findHalt(books.pool);
    if (halt !== null) say(verify.halted(halt.haltedAt.toISOString(), halt.reason));
    const isCorrect = findings.length + chain.findings.length + log.findings.length === 0;
    await noteVerification(config.dataFolder, { at: instant(nowMs), isCorrect });
    if (!isCorrect) return 1;
    say(verify.correct);
    if (halt !== null && options.includes('--resume')) {
      await liftAllHalts(books.pool);
      say(verify.resumed);
    } else if (halt !== null) {
      say(verify.howToResume);
    }
    return 0;
  } finally {
    await books.close();
  }
});
