/**
 * Checks the books while the bank is open: all accounts sum to zero (I1), each balance is the sum
 * of its entries (I2), and each entry follows from the one before (I9). A round reads what is new
 * since the round before; the first one starts at the newest entry of each account. Only
 * `npm run verify-ledger` reads all entries.
 */
import { inParts } from '../../db/parts.ts';
import type { Pool, Reader } from '../../db/pool.ts';
import { withSnapshot } from '../../db/snapshot.ts';
import type { AccountId, BooksFinding } from '../model/index.ts';
import * as store from './store/verifier.ts';

interface Verified {
  readonly seq: bigint;
  readonly balance: bigint;
}

export interface Verifier {
  /** Null when everything it read is correct. Throws when the database cannot be reached. */
  round(): Promise<BooksFinding | null>;
}

const statementMs = 60_000;
const pageSize = 5_000;
const headsAtOnce = 500;
const firstSeq = 0n;

/** Adds up one account's entries, from the last verified one to the newest. */
async function followChain(
  reader: Reader,
  head: store.AccountHead,
  from: Verified,
): Promise<BooksFinding | null> {
  const { id, accountNumber: account, balance: stored, lastSeq } = head;
  let { seq, balance: summed } = from;
  for (;;) {
    const links = await store.readLinks(reader, id, { after: seq, limit: pageSize });
    for (const link of links) {
      const { amount, balanceAfter } = link;
      if (link.seq !== seq + 1n || balanceAfter !== summed + amount) {
        const entry = { seq: link.seq, balanceBefore: summed, amount, balanceAfter };
        return { code: 'ENTRY_NOT_FOLLOWING', account, ...entry };
      }
      seq = link.seq;
      summed += amount;
    }
    if (links.length < pageSize) break;
  }
  if (seq === lastSeq && summed === stored) return null;
  return { code: 'ACCOUNT_DIFFERS', account, stored, lastSeq, summed, summedToSeq: seq };
}

/**
 * Accounts with one new entry each, many per statement: after an import, 100,000 of them. Returns
 * those whose entry follows; the others are read one by one, which names the fault.
 */
async function followTogether(
  reader: Reader,
  heads: readonly store.AccountHead[],
  fromOf: (id: AccountId) => Verified,
): Promise<ReadonlySet<AccountId>> {
  const followed = new Set<AccountId>();
  for (const page of inParts(heads, headsAtOnce)) {
    const stored = new Map(page.map((head) => [head.id, head]));
    for (const link of await store.readLastLinks(reader, [...stored.keys()])) {
      const { accountId: id, seq, amount, balanceAfter } = link;
      const from = fromOf(id);
      const follows = seq === from.seq + 1n && balanceAfter === from.balance + amount;
      if (follows && stored.get(id)?.balance === balanceAfter) followed.add(id);
    }
  }
  return followed;
}

/** The first round: compares each account's balance with its newest entry. */
async function firstLook(
  reader: Reader,
  heads: readonly store.AccountHead[],
  verified: Map<AccountId, Verified>,
): Promise<BooksFinding | null> {
  for (const page of inParts(heads, headsAtOnce)) {
    const links = await store.readLastLinks(
      reader,
      page.map(({ id }) => id),
    );
    const last = new Map(links.map((link) => [link.accountId, link]));
    for (const { id, accountNumber: account, balance, lastSeq } of page) {
      const balanceAfter = last.get(id)?.balanceAfter ?? 0n;
      if (balanceAfter !== balance || (lastSeq > 0n && !last.has(id))) {
        return { code: 'LAST_ENTRY_DIFFERS', account, stored: balance, balanceAfter };
      }
      verified.set(id, { seq: lastSeq, balance });
    }
  }
  return null;
}

/**
 * `settledId` returns an id below which no new entry can appear: one made some minutes ago.
 */
export function createVerifier(pool: Pool, settledId: () => bigint): Verifier {
  const verified = new Map<AccountId, Verified>();
  let isFirst = true;
  let own = { upTo: firstSeq, total: 0n };

  const zeroSum = async (
    reader: Reader,
    heads: readonly store.AccountHead[],
  ): Promise<BooksFinding | null> => {
    const upTo = settledId();
    const settled = upTo > own.upTo ? await store.sumOwn(reader, { after: own.upTo, upTo }) : 0n;
    const next = upTo > own.upTo ? { upTo, total: own.total + settled } : own;
    const open = await store.sumOwn(reader, { after: next.upTo, upTo: (1n << 63n) - 1n });
    const customers = heads.reduce((total, { balance }) => total + balance, 0n);
    const total = customers + next.total + open;
    own = next;
    return total === 0n ? null : { code: 'SUM_NOT_ZERO', total };
  };
  const look = async (reader: Reader): Promise<BooksFinding | null> => {
    const heads = await store.readHeads(reader);
    const unbalanced = await zeroSum(reader, heads);
    if (unbalanced !== null) return unbalanced;
    if (isFirst) return firstLook(reader, heads, verified);
    const fromOf = (id: AccountId) => verified.get(id) ?? { seq: firstSeq, balance: 0n };
    const changed = heads.filter(({ id, lastSeq, balance }) => {
      const from = fromOf(id);
      return from.seq !== lastSeq || from.balance !== balance;
    });
    const single = changed.filter(({ id, lastSeq }) => lastSeq === fromOf(id).seq + 1n);
    const followed = await followTogether(reader, single, fromOf);
    for (const head of changed) {
      const found = followed.has(head.id) ? null : await followChain(reader, head, fromOf(head.id));
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
