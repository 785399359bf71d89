/** Pages of a list whose rows have rising ids: new rows never shift a page. */
import { assert } from '../lib/assert.ts';

const sizeMax = 50;

export interface PageRange {
  readonly size: number;
  /** Exclusive; `before` reads downwards from it, `after` upwards, neither from the newest. */
  readonly before?: bigint;
  readonly after?: bigint;
}
export type PageCursor = { readonly before: bigint } | { readonly after: bigint } | null;
export interface Page<Entry> {
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** Cursors of the neighbours; null where there is none. */
  readonly older: bigint | null;
  readonly newer: bigint | null;
}

/** `read` answers at most `limit` rows: newest first, except upwards from `after`. */
export async function pageOf<Entry extends { readonly id: bigint }>(
  { size, before, after }: PageRange,
  read: (cursor: PageCursor, limit: number) => Promise<readonly Entry[]>,
): Promise<Page<Entry>> {
  assert(size >= 1 && size <= sizeMax, `a page has 1 to ${sizeMax} entries`);
  const down = async (from: bigint | null): Promise<Page<Entry>> => {
    const rows = await read(from === null ? null : { before: from }, size + 1);
    const entries = rows.slice(0, size);
    return {
      entries,
      older: rows.length > size ? (entries.at(-1)?.id ?? null) : null,
      newer: from === null ? null : (entries[0]?.id ?? from - 1n),
    };
  };
  if (after === undefined) return down(before ?? null);
  const rows = await read({ after }, size + 1);
  // Near the top the newest full page is better.
  if (rows.length <= size) return down(null);
  const entries = rows.slice(0, size).toReversed();
  return { entries, older: entries.at(-1)?.id ?? null, newer: entries[0]?.id ?? null };
}
