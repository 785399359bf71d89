/** Compares the chain of earlier versions with the rows it covers and with the published heads. */
import type { KeyObject } from 'node:crypto';
import type { Pool, Reader } from '../../db/pool.ts';
import { withSnapshot } from '../../db/snapshot.ts';
import { hourMs } from '../../lib/durations.ts';
import type { ChainFinding, ChainKind } from '../model/index.ts';
import { beginning, hashOf, type Head, isSigned } from './chain-hash.ts';
import * as store from './store/chain.ts';

const pageSize = 2_000;
const findingsMax = 5;
const statementMs = hourMs;
export interface ChainReport {
  readonly links: bigint;
  /** The first few; empty when the chain is correct. */
  readonly findings: readonly ChainFinding[];
}

async function checkLinks(reader: Reader, findings: ChainFinding[]): Promise<bigint> {
  let at = 0n;
  let hash: Buffer = beginning;
  for (;;) {
    const links = await store.linksAfter(reader, at, pageSize);
    if (links.length === 0) return at;
    const idsOf = (kind: ChainKind) =>
      links.filter((link) => link.kind === kind).map(({ subjectId }) => subjectId);
    const subjects = {
      TRANSACTION: await store.subjectsOf(reader, 'TRANSACTION', idsOf('TRANSACTION')),
      AUDIT: await store.subjectsOf(reader, 'AUDIT', idsOf('AUDIT')),
    };
    for (const { link, kind, subjectId: id, hash: stored } of links) {
      const subject = subjects[kind].get(id);
      if (link !== at + 1n) findings.push({ code: 'LINK_MISSING', link: at + 1n });
      if (subject === undefined) findings.push({ code: 'ROW_MISSING', kind, id, link });
      else if (!hashOf(hash, { kind, content: subject.content }).equals(stored)) {
        findings.push({ code: 'ROW_CHANGED', kind, id, link });
      }
      // The next link is checked against this one as stored, so that one fault is reported once.
      at = link;
      hash = stored;
      if (findings.length >= findingsMax) return at;
    }
  }
}

async function headFinding(
  reader: Reader,
  key: KeyObject | null,
  head: Head,
): Promise<ChainFinding | null> {
  const { link } = head;
  if (key === null || !isSigned(key, head)) return { code: 'HEAD_SIGNATURE_INVALID', link };
  const stored = await store.findLink(reader, link);
  if (stored === null) return { code: 'HEAD_MISSING', link };
  return stored.hash.toString('hex') === head.hash ? null : { code: 'HEAD_DIFFERS', link };
}

/** Reads everything in one snapshot; `heads` come from outside the database. */
export async function verifyChain(
  pool: Pool,
  known: {
    readonly key: KeyObject | null;
    readonly heads: readonly Head[];
  },
): Promise<ChainReport> {
  return withSnapshot(
    pool,
    async (reader) => {
      const findings: ChainFinding[] = [];
      const links = await checkLinks(reader, findings);
      for (const head of known.heads) {
        const finding = await headFinding(reader, known.key, head);
        if (finding !== null) findings.push(finding);
        if (findings.length >= 2 * findingsMax) break;
      }
      return { links, findings: findings.slice(0, findingsMax) };
    },
    statementMs,
  );
}
