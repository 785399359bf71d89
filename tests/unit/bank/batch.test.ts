/** A batch decides exactly as the same requests do one after the other. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideAll } from '../../../src/bank/ledger/decided.ts';
import type { LedgerRules } from '../../../src/bank/ledger/decide.ts';
import type { LedgerRequest } from '../../../src/bank/ledger/request.ts';
import { stateOf } from '../../../src/bank/ledger/state.ts';
import type { AccountState } from '../../../src/bank/ledger/store/state.ts';
import type * as m from '../../../src/bank/model/index.ts';
import { accountState } from '../../support/account-state.ts';

const nowText = '2026-11-22 12:00:00.123456';
const rules: LedgerRules = {
  currency: { code: 'GEM', scale: 2 },
  limitPerTransaction: 500n,
  limitPerDay: 900n,
  idleMs: 1,
  absoluteMs: 1,
  readMs: 1,
};
const people = 5;
const idOf = (who: number) => BigInt(11 + who) as m.AccountId;
const customerOf = (who: number) => BigInt(111 + who) as m.CustomerId;

const account = (who: number): AccountState => accountState(idOf(who), { balance: 400n });

const stateWith = (accounts: readonly AccountState[]) =>
  stateOf({ sessions: [], accounts, readAt: nowText });

interface Payment {
  readonly who: number;
  readonly to: number;
  readonly amount: bigint;
  readonly change: bigint | null;
}

const person = fc.nat(people - 1);
const payment: fc.Arbitrary<Payment> = fc.record({
  who: person,
  to: person,
  amount: fc.bigInt({ min: 1n, max: 520n }),
  // A second posting, to another account.
  change: fc.option(fc.bigInt({ min: 1n, max: 90n })),
});

function requestOf({ who, to, amount, change }: Payment, index: number): LedgerRequest {
  const source = idOf(who);
  const wish = { kind: 'exact', amount: amount as m.Amount } as const;
  const third = idOf((to + 1) % people);
  const further = change !== null && third !== source;
  return {
    requestId: BigInt(1_000 + index) as m.RequestId,
    initiator: { kind: 'ORDER', id: 1n, customerId: customerOf(who) },
    postings: [
      { kind: 'TRANSFER', source, target: idOf(to), amount: wish },
      ...(further
        ? [{ kind: 'TRANSFER', source, target: third, amount: change as m.Amount } as const]
        : []),
    ],
    memo: null,
    isProved: true,
    fingerprint: '00'.repeat(32) as m.Fingerprint,
  };
}

/** Each decided alone, on the accounts as the one before left them. */
function oneByOne(requests: readonly LedgerRequest[]) {
  const accounts = new Map(Array.from({ length: people }, (_, who) => [idOf(who), account(who)]));
  const outcomes = requests.map((request) => {
    const { outcomes: decided, changed } = decideAll(
      stateWith([...accounts.values()]),
      [request],
      rules,
    );
    for (const one of changed) accounts.set(one.id, one);
    return decided[0];
  });
  return { outcomes, accounts };
}

test('of up to forty payments among five people', () => {
  fc.assert(
    fc.property(fc.array(payment, { minLength: 1, maxLength: 40 }), (payments) => {
      const requests = payments.map(requestOf);
      const start = stateWith(Array.from({ length: people }, (_, who) => account(who)));
      const together = decideAll(start, requests, rules);
      const { outcomes, accounts } = oneByOne(requests);
      expect(together.outcomes).toEqual(outcomes);
      for (const one of together.changed) expect(one).toEqual(accounts.get(one.id));
      const moved = [...accounts.values()].filter((one) => one.lastSeq > 4n).map(({ id }) => id);
      expect(new Set(together.changed.map(({ id }) => id))).toEqual(new Set(moved));
    }),
    { numRuns: 300 },
  );
});
