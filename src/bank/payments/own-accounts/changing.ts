/** Changes of one own account, each once and in the audit trail. */
import type { Tx } from '../../../db/transaction.ts';
import { type AccountRow, lockLiveSession } from '../../accounts/index.ts';
import { changeOnce, isAudited } from '../../audit/index.ts';
import { noteOwnAct, type TellingTools } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { lockCustomer } from '../../people/index.ts';
import { accountsOf, meantIn } from './finding.ts';
import type { OwnAccountTools } from './tools.ts';

/** Locks the customer, then the session. Throws SESSION_EXPIRED. */
export async function lockOwner(
  tx: Tx,
  { limits }: OwnAccountTools,
  session: m.Session,
): Promise<void> {
  await lockCustomer(tx, session.customerId);
  if (!(await lockLiveSession(tx, session, limits))) throw new BankError('SESSION_EXPIRED');
}

type Act =
  'OWN_ACCOUNT_OPENED' | 'MAIN_ACCOUNT_CHANGED' | 'OWN_ACCOUNT_CLOSED' | 'POT_RELEASE_ASKED';

export async function note<Name extends Act>(
  tx: Tx,
  tools: TellingTools,
  { customerId, discordUserId, place, id: sessionId }: m.Session,
  act: Pick<Parameters<typeof noteOwnAct<Name>>[2], 'auditId' | 'action' | 'details'>,
): Promise<void> {
  await noteOwnAct(tx, tools, { ...act, customerId, discordUserId, place, sessionId });
}

export type AccountOrder = { readonly account: m.AccountNumber } & m.Confirmed;

/** Once per request: a repeated one finds its audit row and returns the account as it is. */
export async function changeAccount(
  tools: OwnAccountTools,
  session: m.Session,
  { requestId, account }: AccountOrder,
  change: (tx: Tx, found: AccountRow, all: readonly AccountRow[]) => Promise<void>,
): Promise<m.OwnAccount> {
  return changeOnce(tools, requestId, async (tx) => {
    await lockOwner(tx, tools, session);
    const all = await accountsOf(tx, tools, session);
    const known = all.find((one) => one.accountNumber === account);
    if (known !== undefined && (await isAudited(tx, requestId))) return known;
    await change(tx, meantIn(all, { accountNumber: account }), all);
    return (await accountsOf(tx, tools, session)).find((one) => one.accountNumber === account)!;
  });
}
