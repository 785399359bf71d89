/** Pages of a list whose keys only increase, so that new rows never shift a page. */
import { assert } from '../../../lib/assert.ts';

/** Exclusive; `before` reads older rows, `after` newer ones, null the newest. */
export type PageCursor = { readonly before: bigint } | { readonly after: bigint } | null;
/** At most one of the two cursors. */
export interface PageRange {
  readonly size: number;
  readonly before?: bigint;
  readonly after?: bigint;
}
/** Newest first. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  /** Pass as `before` to read the next older page; null at the end. */
  readonly older: bigint | null;
  /** Pass as `after` to read the next newer page; null on the newest. */
  readonly newer: bigint | null;
  /** The search stopped on the way there: that cursor goes on, and may find nothing. */
  readonly unfinished?: 'older' | 'newer';
}

/** Rows of a search; unless it came to its end, the key from which it goes on. */
export interface Part<Row> {
  readonly rows: readonly Row[];
  readonly reached: bigint | null;
}

export interface Listing<Row> {
  readonly sizeMax: number;
  readonly keyOf: (row: Row) => bigint;
  /** At most `limit` rows: newest first, but oldest first with `after`. */
  readonly read: (cursor: PageCursor, limit: number) => Promise<readonly Row[]>;
}

/** As `Listing`, of a search that may stop before its end. */
export interface Search<Row> extends Pick<Listing<Row>, 'sizeMax' | 'keyOf'> {
  readonly read: (cursor: PageCursor, limit: number) => Promise<Part<Row>>;
}

export async function foundPageOf<Row>(
  { size, before, after }: PageRange,
  { sizeMax, keyOf, read }: Search<Row>,
): Promise<Page<Row>> {
  assert(size >= 1 && size <= sizeMax, `a page has 1 to ${sizeMax} entries`);
  const keyAt = (rows: readonly Row[], index: number): bigint | null => {
    const row = rows.at(index);
    return row === undefined ? null : keyOf(row);
  };
  const down = async (from: bigint | null): Promise<Page<Row>> => {
    const { rows, reached } = await read(from === null ? null : { before: from }, size + 1);
    const entries = rows.slice(0, size);
    const newer = from === null ? null : (keyAt(entries, 0) ?? from - 1n);
    if (rows.length > size) return { entries, older: keyAt(entries, -1), newer };
    const unfinished = reached === null ? {} : { unfinished: 'older' as const };
    return { entries, older: reached, newer, ...unfinished };
  };
  if (after === undefined) return down(before ?? null);
  const { rows, reached } = await read({ after }, size + 1);
  // Near the top the newest full page is better.
  if (rows.length <= size && reached === null) return down(null);
  const entries = rows.slice(0, size).toReversed();
  const older = keyAt(entries, -1) ?? after + 1n;
  if (rows.length > size) return { entries, older, newer: keyAt(entries, 0) };
  return { entries, older, newer: reached, unfinished: 'newer' };
}

export const pageOf = async <Row>(
  range: PageRange,
  { sizeMax, keyOf, read }: Listing<Row>,
): Promise<Page<Row>> =>
  foundPageOf(range, {
    sizeMax,
    keyOf,
    read: async (cursor, limit) => ({ rows: await read(cursor, limit), reached: null }),
  });
