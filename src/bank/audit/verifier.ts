/**
 * Checks the books while the bank is open: that all accounts sum to zero (I1), that each balance
 * is what the entries say (I2) and that each entry follows from the one before (I9). A round reads
 * what is new since the last one; the first takes the newest entry of each account as its start.
 * All of the past is read by `npm run verify-ledger`.
 */
import type { Pool, Reader } from '../../db/pool.ts';
import { withSnapshot } from '../../db/snapshot.ts';
import type { AccountId } from '../model/index.ts';
import * as store from './store/verifier.ts';
import type { Violation } from './verifier-full.ts';

interface Verified {
  readonly seq: bigint;
  readonly balance: bigint;
}

export interface Verifier {
  /** Null when everything it looked at is right. Throws when the database is away. */
  round(): Promise<Violation | null>;
}

const statementMs = 60_000;
const pageSize = 5_000;
const headsAtOnce = 500;
const firstSeq = 0n;

const violation = (invariant: string, sentence: string): Violation => ({
  invariant,
  sentence,
  rows: [],
});

/** Follows one account's entries from what was verified to what its row says now. */
async function followChain(
  reader: Reader,
  head: store.AccountHead,
  from: Verified,
): Promise<Violation | null> {
  const { id, accountNumber, balance, lastSeq } = head;
  let { seq, balance: running } = from;
  for (;;) {
    const links = await store.readLinks(reader, id, { after: seq, limit: pageSize });
    for (const link of links) {
      const follows = link.seq === seq + 1n && link.balanceAfter === running + link.amount;
      if (!follows) {
        const what = `seq ${link.seq} makes ${running} + ${link.amount} into ${link.balanceAfter}`;
        return violation('I9', `Account ${accountNumber} after seq ${seq}: ${what}`);
      }
      seq = link.seq;
      running += link.amount;
    }
    if (links.length < pageSize) break;
  }
  if (seq === lastSeq && running === balance) return null;
  const stored = `stores ${balance} at seq ${lastSeq}`;
  return violation(
    'I2',
    `Account ${accountNumber} ${stored}, its entries say ${running} at ${seq}`,
  );
}

function* pagesOf<Value>(values: readonly Value[], size: number): Generator<readonly Value[]> {
  for (let from = 0; from < values.length; from += size) yield values.slice(from, from + size);
}

/** Where following begins: accounts whose row and newest entry agree. */
async function firstLook(
  reader: Reader,
  heads: readonly store.AccountHead[],
  verified: Map<AccountId, Verified>,
): Promise<Violation | null> {
  for (const page of pagesOf(heads, headsAtOnce)) {
    const links = await store.readLastLinks(
      reader,
      page.map(({ id }) => id),
    );
    const last = new Map(links.map((link) => [link.accountId, link]));
    for (const { id, accountNumber, balance, lastSeq } of page) {
      const said = last.get(id)?.balanceAfter ?? 0n;
      if (said !== balance || (lastSeq > 0n && !last.has(id))) {
        return violation(
          'I2',
          `Account ${accountNumber} stores ${balance}, its last entry ${said}`,
        );
      }
      verified.set(id, { seq: lastSeq, balance });
    }
  }
  return null;
}

/**
 * `settledId` answers an id below which no new entry can appear any more: one of some minutes ago.
 */
export function createVerifier(pool: Pool, settledId: () => bigint): Verifier {
  const verified = new Map<AccountId, Verified>();
  let isFirst = true;
  let own = { upTo: firstSeq, total: 0n };

  const zeroSum = async (reader: Reader, heads: readonly store.AccountHead[]) => {
    const upTo = settledId();
    const settled = upTo > own.upTo ? await store.sumOwn(reader, { after: own.upTo, upTo }) : 0n;
    const next = upTo > own.upTo ? { upTo, total: own.total + settled } : own;
    const open = await store.sumOwn(reader, { after: next.upTo, upTo: (1n << 63n) - 1n });
    const customers = heads.reduce((total, { balance }) => total + balance, 0n);
    const total = customers + next.total + open;
    own = next;
    return total === 0n ? null : violation('I1', `All accounts together hold ${total}`);
  };
  const look = async (reader: Reader): Promise<Violation | null> => {
    const heads = await store.readHeads(reader);
    const unbalanced = await zeroSum(reader, heads);
    if (unbalanced !== null) return unbalanced;
    if (isFirst) return firstLook(reader, heads, verified);
    for (const head of heads) {
      const from = verified.get(head.id) ?? { seq: firstSeq, balance: 0n };
      if (from.seq === head.lastSeq && from.balance === head.balance) continue;
      const found = await followChain(reader, head, from);
      if (found !== null) return found;
      verified.set(head.id, { seq: head.lastSeq, balance: head.balance });
    }
    return null;
  };
  return {
    round: async () => {
      const found = await withSnapshot(pool, look, statementMs);
      isFirst = false;
      return found;
    },
  };
}
