/** Which pot a customer means: their own, or one of a shared account that they manage. */
import type { Reader } from '../../../db/pool.ts';
import { type AccountRow, sharedPotsOfSession } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, mayAsMember } from '../../model/index.ts';
import { findSharedPlace } from '../../shared/index.ts';
import { accountsOf, isOpen, meantIn } from '../own-accounts/finding.ts';
import type { OwnAccountTools } from '../own-accounts/tools.ts';

export interface PotRow extends AccountRow {
  readonly pot: m.PotTerms;
}

const isPot = (account: AccountRow): account is PotRow => account.pot !== undefined;

/** Throws POT_UNKNOWN unless exactly one open pot is meant; null means the only one. */
export function potIn(all: readonly AccountRow[], meant: m.OwnAccountRef | null): PotRow {
  const pots = all.filter(isPot).filter(isOpen);
  if (meant === null) {
    const [only, ...others] = pots;
    if (only === undefined || others.length > 0) throw new BankError('POT_UNKNOWN');
    return only;
  }
  try {
    return meantIn(pots, meant) as PotRow;
  } catch (error) {
    const isUnknown = error instanceof BankError && error.code === 'ACCOUNT_UNKNOWN';
    throw isUnknown ? new BankError('POT_UNKNOWN') : error;
  }
}

/** Throws SHARED_ROLE for a pot of a shared account that the customer does not manage. */
function assertSaves({ shared }: PotRow): void {
  if (shared !== undefined && !mayAsMember(shared.role, 'SAVE')) {
    throw new BankError('SHARED_ROLE', { role: shared.role, action: 'SAVE' });
  }
}

/** Null: the customer's only own pot. Throws SESSION_EXPIRED, POT_UNKNOWN, SHARED_ROLE. */
export async function findPot(
  reader: Reader,
  tools: OwnAccountTools,
  session: m.Session,
  meant: m.OwnAccountRef | null,
): Promise<PotRow> {
  const own = await accountsOf(reader, tools, session);
  if (meant === null) return potIn(own, null);
  const shared = await sharedPotsOfSession(reader, session, tools.limits);
  const found = potIn([...own, ...shared], meant);
  assertSaves(found);
  return found;
}

/** The shared account to which a pot belongs, whoever asks; null: to none. */
export async function sharedOfPot(
  reader: Reader,
  pot: m.AccountNumber,
): Promise<m.SharedRef | null> {
  const place = await findSharedPlace(reader, pot);
  return place?.isPot === true ? place.shared : null;
}
