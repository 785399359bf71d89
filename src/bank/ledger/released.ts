/** The accounts without holds that have ended: what was held is available, and is not counted. */
import { assert } from '../../lib/assert.ts';
import type * as m from '../model/index.ts';
import { sumsAfter } from '../model/index.ts';
import { countedFor, returnedBy } from './limits.ts';
import type { LedgerState } from './state.ts';
import type { HoldState } from './store/holds.ts';
import type { AccountState } from './store/state.ts';

/** The changed accounts, once these holds have ended without a capture. */
export function released(
  { accounts, today }: Pick<LedgerState, 'accounts' | 'today'>,
  holds: readonly HoldState[],
): AccountState[] {
  const changed = new Map<m.AccountId, AccountState>();
  const current = (id: m.AccountId) => changed.get(id) ?? accounts.get(id);
  for (const hold of holds) {
    const payer = current(hold.source);
    assert(payer !== undefined, 'the paying account of a hold was read');
    changed.set(payer.id, { ...payer, held: payer.held - hold.amount });
    const returned = returnedBy(hold, countedFor(hold), today);
    const counter = returned === null ? undefined : current(returned.at);
    if (counter !== undefined && returned !== null) {
      changed.set(counter.id, { ...counter, ...sumsAfter(counter, returned, today) });
    }
  }
  return [...changed.values()];
}
