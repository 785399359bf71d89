/**
 * `npm run verify-ledger`: verifies all the books; exits 0 if they are correct, 1 if not.
 * `-- --resume` also resumes payments that the online check had stopped, if the books are correct.
 */
import { openBooks } from '../app/books-database.ts';
import { readHeads } from '../app/heads.ts';
import { loadSecrets } from '../app/secrets.ts';
import { runTool, say } from '../app/tool.ts';
import { noteVerification } from '../app/verification.ts';
import { deriveKeys, findHalt, liftAllHalts, verifyBooks, verifyChain } from '../bank/index.ts';
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
    // Without heads there is no signature to check, and verifying must not create secrets.
    const { secrets } = heads.length === 0 ? { secrets: null } : await loadSecrets(config);
    const known = { heads, nowMs: systemClock.now() };
    const key = secrets && deriveKeys(secrets).chain;
    const chain = await verifyChain(books.pool, { ...known, key });
    say(verify.readChain(chain.links, heads.length));
    for (const finding of chain.findings) say(verify.broken(finding));
    const halt = await findHalt(books.pool);
    if (halt !== null) say(verify.halted(halt.haltedAt.toISOString(), halt.reason));
    const isCorrect = findings.length === 0 && chain.findings.length === 0;
    await noteVerification(config.dataFolder, { at: instant(known.nowMs), isCorrect });
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
