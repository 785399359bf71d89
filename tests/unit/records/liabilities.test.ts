/** Proofs that balances are inside a published total: omitted, negative and shared leaves are found. */
import { randomInt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hex } from '../../../src/records/base/bytes.ts';
import {
  type BalanceProof,
  balanceProofText,
  liabilitiesIn,
  liabilitiesLine,
  provedBalance,
  readBalanceProof,
} from '../../../src/records/liabilities/balance-proof.ts';
import {
  type Balance,
  leavesOf,
  placeOf,
  sharesOf,
} from '../../../src/records/liabilities/split.ts';
import type { SumNode } from '../../../src/records/liabilities/shares.ts';
import { shareNode, sumPath, sumTree } from '../../../src/records/liabilities/sum-tree.ts';

const day = '2026-11-28';
const seed = Buffer.alloc(32, 5);
const people = (count: number): Balance[] =>
  Array.from({ length: count }, (_, index) => ({
    accountNumber: `${1_000_000_000 + index}`,
    balance: BigInt(index * 1_234_567),
  }));

function nightOf(balances: readonly Balance[]) {
  const { nodes, places } = leavesOf(seed, day, balances);
  return treeOf(nodes, places);
}

function treeOf(nodes: readonly SumNode[], places: ReadonlyMap<string, number>) {
  const levels = sumTree(nodes);
  const { sum: total, hash: root } = levels.at(-1)![0]!;
  const published = { day, leaves: nodes.length, total, root };
  const proofFor = (balance: Balance): BalanceProof => ({
    shares: sharesOf(seed, day, balance).map((share) => {
      const index = places.get(placeOf(share)) ?? 0;
      return { share, index, path: sumPath(levels, index) };
    }),
    checkpoint: 'note\n',
  });
  return { published, proofFor };
}

test.each([1, 2, 3, 7, 50])('each of %i customers proves their balance', async (count) => {
  const balances = people(count);
  const { published, proofFor } = nightOf(balances);
  expect(published.total).toBe(balances.reduce((sum, { balance }) => sum + balance, 0n));
  for (const one of balances) {
    const read = readBalanceProof(balanceProofText(proofFor(one)));
    expect(await provedBalance(read, published)).toBe(one.balance);
  }
});

test('shares add up, none is negative, and none is a balance of its neighbour', () => {
  for (const one of people(200)) {
    const shares = sharesOf(seed, day, one);
    expect(shares.reduce((sum, { amount }) => sum + amount, 0n)).toBe(one.balance);
    expect(shares.every(({ amount }) => amount >= 0n)).toBe(true);
  }
});

test('root and total are a line of the checkpoint', () => {
  const { published } = nightOf(people(3));
  const read = liabilitiesIn(['currency GEM 2', liabilitiesLine(published)])!;
  expect({ ...read, root: hex(read.root) }).toEqual({ ...published, root: hex(published.root) });
  expect(liabilitiesIn(['currency GEM 2'])).toBeNull();
  const line = liabilitiesLine(published);
  expect(() => liabilitiesIn([line, line])).toThrow();
  expect(() => liabilitiesIn([line.replace(' 12 ', ' -12 ')])).toThrow();
});

describe('a bank that hides what it owes', () => {
  const balances = people(20);
  const victim = balances[13]!;

  test('by leaving an account out: its holder has no proof', async () => {
    const { published, proofFor } = nightOf(balances.filter((one) => one !== victim));
    expect(await provedBalance(proofFor(victim), published)).toBeNull();
  });

  test('by a smaller balance: its holder has no proof of the right one', async () => {
    const { published, proofFor } = nightOf(
      balances.map((one) => (one === victim ? { ...one, balance: one.balance - 1n } : one)),
    );
    expect(await provedBalance(proofFor(victim), published)).toBeNull();
  });

  test('by a negative balance: it can be neither hashed nor read', () => {
    expect(() => nightOf([...balances, { accountNumber: '9', balance: -5n }])).toThrow();
    const text = balanceProofText(nightOf(balances).proofFor(victim));
    expect(() => readBalanceProof(text.replace(/^(\d+) /m, '-$1 '))).toThrow();
  });

  test('by one leaf for two accounts: it fits one of them only', async () => {
    const twin = { accountNumber: '2000000000', balance: victim.balance };
    const { nodes, places } = leavesOf(seed, day, balances);
    const doubled = new Map(places);
    for (const share of sharesOf(seed, day, victim)) {
      doubled.set(
        placeOf({ ...share, accountNumber: twin.accountNumber }),
        places.get(placeOf(share))!,
      );
    }
    const { published, proofFor } = treeOf(nodes, doubled);
    expect(await provedBalance(proofFor(victim), published)).toBe(victim.balance);
    expect(await provedBalance(proofFor(twin), published)).toBeNull();
  });

  test('by one share counted for all: each must be of another number and leaf', async () => {
    const { published, proofFor } = nightOf(balances);
    const proof = proofFor(victim);
    const largest = proof.shares.toSorted((one, other) =>
      one.share.amount > other.share.amount ? -1 : 1,
    )[0]!;
    const shares = proof.shares.map(() => largest);
    expect(await provedBalance({ ...proof, shares }, published)).toBeNull();
  });

  test('by a sum that does not fit the nodes below', async () => {
    const { nodes, places } = leavesOf(seed, day, balances);
    const at = randomInt(nodes.length);
    const smaller = nodes.with(at, { ...nodes[at]!, sum: 0n });
    const { published, proofFor } = treeOf(smaller, places);
    const holder = balances.find(({ accountNumber }) =>
      [1, 2, 3, 4].some((number) => places.get(`${accountNumber}/${number}`) === at),
    )!;
    const share = sharesOf(seed, day, holder).find((one) => places.get(placeOf(one)) === at)!;
    const isUnchanged = shareNode(share).sum === 0n;
    expect((await provedBalance(proofFor(holder), published)) === holder.balance).toBe(isUnchanged);
  });
});

test('every changed byte of a proof is found', async () => {
  const one = people(9)[7]!;
  const { published, proofFor } = nightOf(people(9));
  const bytes = Buffer.from(balanceProofText(proofFor(one)).split('\n\n')[0]!);
  const undetected: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    try {
      const proof = readBalanceProof(`${changed.toString('utf8')}\n\nnote\n`);
      if ((await provedBalance(proof, published)) !== null) undetected.push(at);
    } catch {
      // Refused before it was checked.
    }
  }
  expect(undetected).toEqual([]);
});
