/**
 * `npm run index-history`: indexes what is missing for searches. `-- --rebuild` makes all of it
 * again, `-- --check` compares it with the entries; exits 1 if they differ. Works beside an open
 * bank.
 */
import { openBooks } from '../app/books-database.ts';
import { runTool, say } from '../app/tool.ts';
import { checkHistoryIndex, indexHistory, rebuildHistoryIndex } from '../bank/index.ts';
import { terminal } from '../words/index.ts';

const { indexHistory: sentences } = terminal.tools;

await runTool(async (config, options) => {
  const books = await openBooks(config, { mayBeNew: false, progress: say });
  try {
    if (options.includes('--check')) {
      const { groups, wrong } = await checkHistoryIndex(books.pool);
      for (const each of wrong) say(sentences.wrong(each.accountId, each.group));
      say(sentences.checked(groups, wrong.length));
      return wrong.length === 0 ? 0 : 1;
    }
    const made = options.includes('--rebuild')
      ? await rebuildHistoryIndex(books.pool)
      : await indexHistory(books.pool, () => true);
    say(sentences.made(made));
    return 0;
  } finally {
    await books.close();
  }
});
