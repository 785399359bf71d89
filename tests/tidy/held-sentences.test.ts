/**
 * No module reads a sentence while it loads: it would stay in English for every person. Groups such
 * as `words.replies.money` may be held.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { root, sourcesBelow } from '../support/source.ts';

/** The line outside of `src/words` that read a sentence. */
function readerOf(stack: string): string | undefined {
  const lines = stack.split('\n').slice(1);
  if (!lines.some((line) => line.includes('src/words/language/current'))) return undefined;
  return lines.find((line) => /\/(src|commands)\//.test(line) && !line.includes('src/words/'));
}

test('no module keeps a sentence of its own', { timeout: 60_000 }, async () => {
  const readers = new Set<string>();
  const reads = vi.spyOn(AsyncLocalStorage.prototype, 'getStore').mockImplementation(() => {
    const reader = readerOf(new Error('read').stack ?? '');
    if (reader !== undefined) readers.add(reader.trim());
    return undefined;
  });
  try {
    for (const { path } of sourcesBelow('src/words', 'src/bot', 'src/mail', 'commands')) {
      await import(join(root, path));
    }
    const { words } = await import('../../src/words/index.ts');
    expect([...readers]).toEqual([]);
    expect(words.errors.fix.one).toBe('Please correct one entry');
    expect(reads).toHaveBeenCalled();
  } finally {
    reads.mockRestore();
  }
});
