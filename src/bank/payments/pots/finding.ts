/** Which pot a customer means. */
import type { Reader } from '../../../db/pool.ts';
import type { AccountRow } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
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

/** Throws SESSION_EXPIRED, POT_UNKNOWN. */
export const findPot = async (
  reader: Reader,
  tools: OwnAccountTools,
  session: m.Session,
  meant: m.OwnAccountRef | null,
): Promise<PotRow> => potIn(await accountsOf(reader, tools, session), meant);
