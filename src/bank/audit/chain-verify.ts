/** Holds the chain against the rows it covers, and against the heads that were published. */
import type { KeyObject } from 'node:crypto';
import type { Pool, Reader } from '../../db/pool.ts';
import { withSnapshot } from '../../db/snapshot.ts';
import { hourMs } from '../../lib/durations.ts';
import { firstIdAt } from '../../lib/ids.ts';
import { beginning, hashOf, type Head, isSigned } from './chain-hash.ts';
import { waitedMax } from './chain-worker.ts';
import * as store from './store/chain.ts';

const pageSize = 2_000;
const shownMax = 5;
const statementMs = hourMs;
/** A round may be late, or its process down for a night. */
const chainedWithinMs = 2 * waitedMax;

export interface ChainReport {
  readonly links: bigint;
  /** In words, for the operator; the first few. */
  readonly faults: readonly string[];
}

async function walk(reader: Reader, faults: string[]): Promise<bigint> {
  let at = 0n;
  let hash: Buffer = beginning;
  for (;;) {
    const links = await store.linksAfter(reader, at, pageSize);
    if (links.length === 0) return at;
    const idsOf = (kind: store.ChainKind) =>
      links.filter((link) => link.kind === kind).map(({ subjectId }) => subjectId);
    const subjects = {
      TRANSACTION: await store.subjectsOf(reader, 'TRANSACTION', idsOf('TRANSACTION')),
      AUDIT: await store.subjectsOf(reader, 'AUDIT', idsOf('AUDIT')),
    };
    for (const { link, kind, subjectId, hash: kept } of links) {
      const subject = subjects[kind].get(subjectId);
      const what = `${kind.toLowerCase()} ${subjectId}`;
      if (link !== at + 1n) faults.push(`link ${at + 1n} is missing`);
      if (subject === undefined) faults.push(`${what} is gone (link ${link})`);
      else if (!hashOf(hash, { kind, content: subject.content }).equals(kept)) {
        faults.push(`${what} is not as it was chained (link ${link})`);
      }
      // Each link is judged by itself, so that one fault does not hide the next.
      at = link;
      hash = kept;
      if (faults.length >= shownMax) return at;
    }
  }
}

async function strangers(reader: Reader, nowMs: number, faults: string[]): Promise<void> {
  const below = firstIdAt(nowMs - chainedWithinMs);
  for (const kind of store.chainKinds) {
    const found = await store.unchained(reader, kind, { from: 0n, below, limit: shownMax });
    for (const { id } of found) faults.push(`${kind.toLowerCase()} ${id} was never chained`);
  }
}

async function headFault(
  reader: Reader,
  key: KeyObject | null,
  head: Head,
): Promise<string | null> {
  if (key === null || !isSigned(key, head))
    return `the published head of link ${head.link} has a false signature`;
  const kept = await store.findLink(reader, head.link);
  if (kept === null) return `link ${head.link} was published and is gone: the chain was cut`;
  return kept.hash.toString('hex') === head.hash
    ? null
    : `link ${head.link} is not the one that was published`;
}

/** Everything in one snapshot; `heads` come from outside the database. */
export async function verifyChain(
  pool: Pool,
  known: {
    readonly key: KeyObject | null;
    readonly heads: readonly Head[];
    readonly nowMs: number;
  },
): Promise<ChainReport> {
  return withSnapshot(
    pool,
    async (reader) => {
      const faults: string[] = [];
      const links = await walk(reader, faults);
      await strangers(reader, known.nowMs, faults);
      for (const head of known.heads) {
        const fault = await headFault(reader, known.key, head);
        if (fault !== null) faults.push(fault);
        if (faults.length >= 2 * shownMax) break;
      }
      return { links, faults: faults.slice(0, shownMax) };
    },
    statementMs,
  );
}
