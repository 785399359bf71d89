/** Managers save in pots of the shared account: each act once, audited, and told to the others. */
import type { Tx } from '../../db/transaction.ts';
import { insertAudit, placeDetails } from '../audit/index.ts';
import type * as m from '../model/index.ts';
import type { SharedAccountRow } from './store/accounts.ts';
import { changeShared, managersOf, type SharedTools, tellMembers } from './tools.ts';

type Action =
  | 'OWN_ACCOUNT_OPENED'
  | 'OWN_ACCOUNT_CLOSED'
  | 'POT_LOCKED'
  | 'POT_RELEASE_ASKED'
  | 'ROUND_UPS_CHANGED';

/** What happened to a pot, for the audit trail. */
export interface PotAct<Name extends Action = Action> {
  readonly action: Name;
  readonly details: {
    readonly account: string;
    readonly type?: string;
    readonly until?: string;
    readonly waitHours?: string;
    readonly units?: string;
  };
}

/** Throws SESSION_EXPIRED, ACCOUNT_UNKNOWN, SHARED_ROLE, ACCOUNT_CLOSED. */
export async function changeSharedPots(
  tools: Pick<SharedTools, 'pool' | 'limits' | 'nextId'>,
  session: m.Session,
  order: { readonly requestId: m.RequestId; readonly account: m.AccountNumber },
  change: (tx: Tx, account: SharedAccountRow) => Promise<PotAct>,
): Promise<void> {
  const { requestId: auditId } = order;
  const asked = { ...order, action: 'SAVE' } as const;
  await changeShared(tools, session, asked, async (tx, { account, members }) => {
    const { action, details } = await change(tx, account);
    const { customerId } = session;
    await insertAudit(tx, {
      id: auditId,
      action,
      actor: session.discordUserId,
      target: account.holderId,
      sessionId: session.id,
      details: { ...placeDetails(session.place), ...details, member: `${customerId}` },
    });
    const customers = managersOf(members).map((one) => one.customerId);
    await tellMembers(tx, tools, { auditId, actor: customerId, customers });
  });
}
