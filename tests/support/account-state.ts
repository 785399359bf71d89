import type { AccountState } from '../../src/bank/ledger/store/state.ts';
import type * as m from '../../src/bank/model/index.ts';

/** A customer's open account with 8.00, as decisions see it under its lock. */
export const accountState = (id: bigint, changes: Partial<AccountState> = {}): AccountState => ({
  id: id as m.AccountId,
  customerId: (id + 100n) as m.CustomerId,
  accountNumber: `100000000${id % 10n}` as m.AccountNumber,
  holderName: `Person ${id}`,
  status: 'OPEN',
  balance: 800n,
  held: 0n,
  lastSeq: 4n,
  countedDay: '2026-11-22',
  paidOutThatDay: 0n,
  paidOutThatWeek: 0n,
  paidOutThatMonth: 0n,
  depositedThatDay: 0n,
  locked: false,
  limitedUntil: null,
  hasLimits: false,
  isPot: false,
  isShared: false,
  isSharedPot: false,
  paysFrom: null,
  ...changes,
});
