/**
 * `npm run verify-ledger`: reads the whole books and ends with 0 when they are right, 1 when not.
 * `-- --resume` also lets payments go on that the online check had stopped, if the books are right.
 */
import { openBooks } from '../app/books-database.ts';
import { readHeads } from '../app/heads.ts';
import { loadSecrets } from '../app/secrets.ts';
import { runTool, say } from '../app/tool.ts';
import { deriveKeys, findHalt, liftAllHalts, verifyBooks, verifyChain } from '../bank/index.ts';
import { systemClock } from '../lib/clock.ts';

await runTool(async (config, words) => {
  const books = await openBooks(config, { mayBeNew: false, progress: say });
  try {
    const { violations, accounts, transactions, entries } = await verifyBooks(books.pool);
    say(`Read ${accounts} accounts, ${transactions} transactions and ${entries} entries.`);
    for (const { invariant, sentence, rows } of violations) {
      say(`${invariant} is violated: ${sentence}.`);
      for (const row of rows) say(`  ${row}`);
    }
    const heads = readHeads(config.dataFolder);
    // Without heads nothing is signed, and no secrets are made just to look.
    const { secrets } = heads.length === 0 ? { secrets: null } : await loadSecrets(config);
    const known = { heads, nowMs: systemClock.now() };
    const key = secrets && deriveKeys(secrets).chain;
    const { links, faults } = await verifyChain(books.pool, { ...known, key });
    say(`Read ${links} links of the chain and ${heads.length} published heads.`);
    for (const fault of faults) say(`The chain is broken: ${fault}.`);
    const halt = await findHalt(books.pool);
    if (halt !== null) {
      say(`Payments are stopped since ${halt.haltedAt.toISOString()}: ${halt.finding}`);
    }
    if (violations.length > 0 || faults.length > 0) return 1;
    say('The books are right.');
    if (halt !== null && words.includes('--resume')) {
      await liftAllHalts(books.pool);
      say('Payments go on within five seconds.');
    } else if (halt !== null) {
      say('Let payments go on with: npm run verify-ledger -- --resume');
    }
    return 0;
  } finally {
    await books.close();
  }
});
