/**
 * Reads the history by a filter. The newest entries are read as they are, the rest with the index,
 * which skips blocks that cannot match. After so much work the search stops and says how far it
 * came.
 */
import type { Reader } from '../../../db/pool.ts';
import { smallNumber } from '../../../lib/assert.ts';
import { type HistoryRange, type HistoryRow, readHistory, readSpans } from '../store/history.ts';
import { lastSeqOf, seqRangeOf } from '../store/history-days.ts';
import { groupsOf } from '../store/search-groups.ts';
import { candidates, wantedItems } from './candidates.ts';
import { groupSize, indexVersion } from './group.ts';
import {
  batchesOf,
  firstOf,
  groupsIn,
  numbersOf,
  overlap,
  sizeOf,
  type Span,
  spansOf,
  split,
} from './spans.ts';

/** Read before the index is looked at: most searches end here. */
const nearSize = 4_096;
/** Of entries that are read without the index. */
export const stepSize = 8_192;
interface Windows {
  readonly first: number;
  readonly most: number;
}

/** Groups whose index is read at once: few at first, since a match may be near. */
const usualWindows: Windows = { first: 8, most: 64 };
/** Entries that a search may read, about 15 ms of the database. */
const budgetEntries = 16_000;
/** What reading the index of a window costs, in entries. */
const windowCost = 1_000;

export interface Found {
  readonly rows: readonly HistoryRow[];
  /**
   * Null: nothing else matches, or `rows` is full. Otherwise the search stopped at this entry, and
   * a cursor there goes on.
   */
  readonly reached: bigint | null;
  /** Entries that were looked at, at most. */
  readonly looked: number;
}

export type SearchRange = HistoryRange & { readonly budget?: number; readonly windows?: Windows };

interface Step {
  readonly spans: readonly Span[];
  /** Everything on this side of the search was looked at after the step. */
  readonly end: number;
  readonly cost: number;
}

export const hasConditions = (filter: HistoryRange['filter']): boolean => {
  const { kinds, counterparty, text, amount, direction } = filter;
  const others = [counterparty, text, amount, direction];
  return (kinds ?? []).length > 0 || others.some((each) => each !== undefined);
};

const isUpwards = (cursor: HistoryRange['cursor']): cursor is { readonly after: bigint } =>
  cursor !== null && 'after' in cursor;

export async function boundsOf(
  reader: Reader,
  range: HistoryRange,
  lastSeq: bigint,
): Promise<Span> {
  const { accountId, filter, cursor, seqAfter = 0n } = range;
  const days = await seqRangeOf(reader, accountId, filter);
  const after = isUpwards(cursor) ? cursor.after : 0n;
  const before = cursor !== null && 'before' in cursor ? cursor.before : lastSeq + 1n;
  const froms = [seqAfter + 1n, days.from ?? 1n, after + 1n].map(smallNumber);
  return {
    from: Math.max(...froms),
    below: Math.min(...[before, days.below ?? before, lastSeq + 1n].map(smallNumber)),
  };
}

const stepOf = (spans: readonly Span[], end: number, cost?: number): Step => ({
  spans,
  end,
  cost: cost ?? spans.map(sizeOf).reduce((sum, size) => sum + size, 0),
});

/** Steps through a span in parts of `size`. */
export function* plainSteps(span: Span, size: number, isDown: boolean): Generator<Step> {
  let rest = span;
  while (sizeOf(rest) > 0) {
    const [part, others] = split(rest, size, isDown);
    yield stepOf([part], isDown ? part.from : part.below - 1);
    rest = others;
  }
}

async function* indexedSteps(
  reader: Reader,
  { accountId, filter, windows = usualWindows }: SearchRange,
  { span, isDown }: { readonly span: Span; readonly isDown: boolean },
): AsyncGenerator<Step> {
  if (sizeOf(span) === 0) return;
  const wanted = await wantedItems(reader, accountId, filter);
  const blocksIn = candidates(reader, accountId, wanted);
  let rest = groupsIn(span);
  let window = windows.first;
  while (sizeOf(rest) > 0) {
    const [groups, others] = split(rest, window, isDown);
    const blocks = await blocksIn(numbersOf(groups));
    const spans = spansOf(blocks, groups.from).map((each) => overlap(each, span));
    for (const batch of batchesOf(spans, isDown)) {
      yield stepOf(batch, isDown ? batch.at(-1)!.from : batch.at(-1)!.below - 1);
    }
    const whole = overlap({ from: firstOf(groups.from), below: firstOf(groups.below) }, span);
    yield stepOf([], isDown ? whole.from : whole.below - 1, windowCost);
    rest = others;
    window = windows.most;
  }
}

export async function* stepsOf(
  reader: Reader,
  range: SearchRange,
  { span, isDown }: { readonly span: Span; readonly isDown: boolean },
): AsyncGenerator<Step> {
  const [near, rest] = split(span, nearSize, isDown);
  yield* plainSteps(near, nearSize, isDown);
  if (sizeOf(rest) === 0) return;
  const groups = await groupsOf(reader, range.accountId, indexVersion);
  const indexed = { span: overlap(rest, { from: 1, below: firstOf(groups) }), isDown };
  const tail = overlap(rest, { from: firstOf(groups), below: rest.below });
  if (!isDown) yield* indexedSteps(reader, range, indexed);
  yield* plainSteps(tail, stepSize, isDown);
  if (isDown) yield* indexedSteps(reader, range, indexed);
}

/** Newest first, except upwards from `after`, as `readHistory`. */
export async function searchHistory(reader: Reader, range: SearchRange): Promise<Found> {
  const { accountId, filter, cursor, limit, budget = budgetEntries } = range;
  const lastSeq = hasConditions(filter) ? await lastSeqOf(reader, accountId) : 0n;
  if (lastSeq < groupSize) {
    return { rows: await readHistory(reader, range), reached: null, looked: smallNumber(lastSeq) };
  }
  const isDown = !isUpwards(cursor);
  const span = await boundsOf(reader, range, lastSeq);
  const rows: HistoryRow[] = [];
  let [looked, spent]: [number, number] = [0, 0];
  let reached: number | null = null;
  for await (const step of stepsOf(reader, range, { span, isDown })) {
    if (reached !== null && spent >= budget && step.end !== reached) {
      return { rows, reached: BigInt(reached), looked };
    }
    const left = limit - rows.length;
    const asked = { accountId, filter, spans: step.spans, limit: left, isDown };
    if (step.spans.length > 0) rows.push(...(await readSpans(reader, asked)));
    if (rows.length >= limit) return { rows, reached: null, looked };
    looked += step.spans.length > 0 ? step.cost : 0;
    spent += step.cost;
    reached = step.end;
  }
  return { rows, reached: null, looked };
}
