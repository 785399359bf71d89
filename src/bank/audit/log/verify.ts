/** Compares the log with the rows it covers, and with published checkpoints. */
import type { KeyObject } from 'node:crypto';
import type { Pool, Reader } from '../../../db/pool.ts';
import { withSnapshot } from '../../../db/snapshot.ts';
import { hourMs } from '../../../lib/durations.ts';
import { firstIdAt } from '../../../lib/ids.ts';
import type { LogFinding } from '../../model/index.ts';
import { accountNumbers } from '../store/account-numbers.ts';
import { chainKinds } from '../store/chain.ts';
import { latestCheckpoint, readLog } from '../store/log.ts';
import { hasAll, unloggedIds } from '../store/log-rows.ts';
import { Comparison } from './comparison.ts';
import { storedHeads } from './heads.ts';
import { knownKeys } from './keys.ts';
import { loadPage, type PageSource } from './pages.ts';
import { waitedMax } from './worker.ts';

const findingsMax = 5;
const statementMs = hourMs;
/** Allows for late rows and for a process that was down overnight. */
const loggedWithinMs = 2 * waitedMax;

export interface LogReport {
  readonly leaves: number;
  /** The first few; empty when the log is correct. */
  readonly findings: readonly LogFinding[];
}

export interface Known {
  /** Null where nothing was published: then there is no signature to check. */
  readonly key: KeyObject | null;
  /** Checkpoints that were stored outside the database. */
  readonly checkpoints: readonly string[];
  readonly nowMs: number;
}

/** Where other faults were found, equal counts may hide a row that replaces another. */
async function checkUnlogged(
  reader: Reader,
  nowMs: number,
  isFaulty: boolean,
): Promise<LogFinding[]> {
  const range = { from: 0n, below: firstIdAt(nowMs - loggedWithinMs) };
  const findings: LogFinding[] = [];
  for (const kind of chainKinds) {
    if (!isFaulty && (await hasAll(reader, kind, range))) continue;
    const ids = await unloggedIds(reader, kind, { ...range, limit: findingsMax });
    findings.push(...ids.map((id) => ({ code: 'ROW_UNLOGGED', kind, id }) as const));
  }
  return findings;
}

async function compare(source: PageSource, comparison: Comparison): Promise<void> {
  const { reader, state } = source;
  let page = await loadPage(source, 0);
  while (page.rows.length > 0 && comparison.findings.length < findingsMax) {
    // The database reads the next page while this one is hashed.
    const next = loadPage(source, page.end);
    comparison.page(page);
    page = await next;
  }
  // A checkpoint in the database may be of a tree whose end was removed.
  const latest = await latestCheckpoint(reader);
  if (latest !== null && latest.size > state.size) {
    comparison.findings.push({ code: 'CHECKPOINT_MISSING', size: latest.size });
  }
  comparison.end(state);
}

/** Reads everything in one snapshot. */
export async function verifyLog(pool: Pool, known: Known): Promise<LogReport> {
  return withSnapshot(
    pool,
    async (reader) => {
      const state = await readLog(reader);
      const keys =
        known.key === null || state === null
          ? []
          : await knownKeys(reader, state.origin, known.key);
      const { heads, findings } = await storedHeads(keys, state?.origin, known.checkpoints);
      const comparison = new Comparison(heads, findings);
      if (state === null) comparison.end({ size: 0, edge: new Uint8Array() });
      else await compare({ reader, state, keys, accounts: accountNumbers() }, comparison);
      const unlogged = await checkUnlogged(reader, known.nowMs, comparison.findings.length > 0);
      const all = [...comparison.findings, ...unlogged];
      return { leaves: comparison.size, findings: all.slice(0, findingsMax) };
    },
    statementMs,
  );
}
