/** What the entries of a filter add up to, also of an account with millions of them. */
import type { Reader } from '../../../db/pool.ts';
import type * as m from '../../model/index.ts';
import type { HistoryRange, InSpans } from '../store/history.ts';
import { lastSeqOf } from '../store/history-days.ts';
import { groupsOf, type HistorySums, sumsOfGroups } from '../store/search-groups.ts';
import { type DirectionSum, sumEntries, sumSpans } from '../store/totals.ts';
import { groupSize, indexVersion } from './group.ts';
import { boundsOf, hasConditions, plainSteps, stepsOf, stepSize } from './search.ts';
import { firstOf, sizeOf, type Span } from './spans.ts';

type Asked = Pick<HistoryRange, 'accountId' | 'filter'>;

const nothing: HistorySums = { in: { count: 0, total: 0n }, out: { count: 0, total: 0n } };

const sumOf = (a: m.HistorySum, b: m.HistorySum): m.HistorySum => ({
  count: a.count + b.count,
  total: a.total + b.total,
});
const bothOf = (a: HistorySums, b: HistorySums): HistorySums => ({
  in: sumOf(a.in, b.in),
  out: sumOf(a.out, b.out),
});

const byDirection = (sums: readonly DirectionSum[]): HistorySums => ({
  in: sums.find(({ isIn }) => isIn)?.sum ?? nothing.in,
  out: sums.find(({ isIn }) => !isIn)?.sum ?? nothing.out,
});

async function sumOfSpans(reader: Reader, asked: InSpans): Promise<HistorySums> {
  return asked.spans.length === 0 ? nothing : byDirection(await sumSpans(reader, asked));
}

async function sumOfParts(reader: Reader, asked: Asked, span: Span): Promise<HistorySums> {
  let sums = nothing;
  for (const { spans } of plainSteps(span, stepSize, true)) {
    sums = bothOf(sums, await sumOfSpans(reader, { ...asked, spans }));
  }
  return sums;
}

/** Entries that no condition leaves out: whole groups are added up already. */
async function sumOfAll(reader: Reader, asked: Asked, span: Span): Promise<HistorySums> {
  const { accountId } = asked;
  const known = await groupsOf(reader, accountId, indexVersion);
  const from = Math.ceil((span.from - 1) / groupSize);
  const below = Math.min(known, Math.floor((span.below - 1) / groupSize));
  const wanted = { version: indexVersion, from, below };
  const whole = from < below ? await sumsOfGroups(reader, accountId, wanted) : null;
  if (whole === null) return sumOfParts(reader, asked, span);
  const before = { from: span.from, below: firstOf(from) };
  const after = { from: firstOf(below), below: span.below };
  const ends = await Promise.all(
    [before, after].map(async (each) => sumOfParts(reader, asked, each)),
  );
  return ends.reduce(bothOf, whole);
}

/** In both directions, of the account's entries that the filter lets through. */
export async function sumHistory(reader: Reader, asked: Asked): Promise<HistorySums> {
  const { accountId, filter } = asked;
  const lastSeq = await lastSeqOf(reader, accountId);
  if (lastSeq < groupSize) return byDirection(await sumEntries(reader, asked));
  const range = { ...asked, limit: 0, cursor: null };
  const span = await boundsOf(reader, range, lastSeq);
  if (sizeOf(span) === 0) return nothing;
  const { direction, ...others } = filter;
  if (!hasConditions(others)) {
    const all = await sumOfAll(reader, { accountId, filter: others }, span);
    return direction === undefined ? all : { ...nothing, [direction]: all[direction] };
  }
  let sums = nothing;
  for await (const { spans } of stepsOf(reader, range, { span, isDown: true })) {
    sums = bothOf(sums, await sumOfSpans(reader, { ...asked, spans }));
  }
  return sums;
}
