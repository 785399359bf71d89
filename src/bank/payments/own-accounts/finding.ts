/** Which of their own accounts a customer means. */
import type { Reader } from '../../../db/pool.ts';
import { type AccountRow, accountsOfSession } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, nicknameKey, numberTail } from '../../model/index.ts';
import type { OwnAccountTools } from './tools.ts';

export const isOpen = ({ status }: AccountRow): boolean => status !== 'CLOSED';

export async function accountsOf(reader: Reader, { limits }: OwnAccountTools, session: m.Session) {
  const all = await accountsOfSession(reader, session, limits);
  if (all.length === 0) throw new BankError('SESSION_EXPIRED');
  return all;
}

const matching = (accounts: readonly AccountRow[], meant: m.OwnAccountRef): AccountRow[] =>
  accounts.filter(({ accountNumber, name }) => {
    if ('accountNumber' in meant) return accountNumber === meant.accountNumber;
    if ('tail' in meant) return numberTail(accountNumber) === meant.tail;
    return name !== null && nicknameKey(name) === nicknameKey(meant.name);
  });

/** Throws ACCOUNT_UNKNOWN unless it is exactly one. */
function exactly(found: readonly AccountRow[]): AccountRow {
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) throw new BankError('ACCOUNT_UNKNOWN');
  return only;
}

export const meantIn = (all: readonly AccountRow[], meant: m.OwnAccountRef): AccountRow =>
  exactly(matching(all.filter(isOpen), meant));

/** A closed account if no open one is meant. */
export function meantInAny(all: readonly AccountRow[], meant: m.OwnAccountRef): AccountRow {
  const open = matching(all.filter(isOpen), meant);
  return exactly(open.length > 0 ? open : matching(all, meant));
}
